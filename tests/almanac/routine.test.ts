import { expect, test } from "vitest";
import { isRenowned } from "../../src/almanac/judgement.ts";
import { isRoutine } from "../../src/almanac/routine.ts";
import { event } from "./events.ts";
import { JUDGEMENT } from "./judgement.ts";

test("what readers know is no routine, of whatever kind, unless it is of low confidence", () => {
  const name = "Warsaw Pact declared disbanded";
  const ended = event("1991-02-25 alliance-ended BG CSHH HU PL RO SUHH", { name });
  expect(isRoutine(ended, JUDGEMENT)).toBe(false);
  expect(isRoutine({ ...ended, name: "Another pact declared disbanded" }, JUDGEMENT)).toBe(true);
  expect(isRoutine({ ...ended, confidence: "low" }, JUDGEMENT)).toBe(true);
});

test("what several states found together is no routine, though its name speaks of trade or banks", () => {
  const market = event("1992-10-07 treaty-signed CA MX US", { name: "North American Free Trade Agreement (NAFTA)" });
  const bank = event("1965-12-05 treaty-signed AU IN JP", {
    name: "Agreement establishing the Asian Development Bank",
  });
  const tuna = event("1989-07-21 treaty-signed EC MX NI", {
    name: "Agreement Creating the Eastern Pacific Tuna Fishing Organization",
  });
  expect([market, bank, tuna].map((each) => isRoutine(each, JUDGEMENT))).toEqual([false, false, true]);
  expect(isRoutine({ ...market, parties: ["CA", "US"] }, JUDGEMENT)).toBe(true);
  expect(isRoutine({ ...market, kind: "treaty-in-force" }, JUDGEMENT)).toBe(true);
});

test("one state's declaration is no treaty that it signed alone", () => {
  const name = "Declaration on the restoration of independence of Latvia";
  expect(isRoutine(event("1990-05-05 declaration LV", { name }), JUDGEMENT)).toBe(false);
  expect(isRoutine(event("1990-05-05 treaty-signed LV", { name }), JUDGEMENT)).toBe(true);
});

test("an entry into force is known by its id alone: readers know the treaty by its name, and that was signed on another day", () => {
  const id = "jp-us-1952-04-28-treaty-in-force";
  const inForce = event("1952-04-28 treaty-in-force JP US", { name: "Treaty of San Francisco" });
  expect(isRenowned({ ...inForce, id }, JUDGEMENT)).toBe(true);
  expect(isRenowned({ ...inForce, id: "another" }, JUDGEMENT)).toBe(false);
  const named = event("1949-04-04 treaty-in-force BE US", { id: "another", name: "North Atlantic Treaty" });
  expect(isRenowned(named, JUDGEMENT)).toBe(false);
});
