import { expect, test } from "vitest";
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
