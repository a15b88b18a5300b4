import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { CompositionRequest } from "../../src/delivery/compose.ts";
import { composeOnce } from "../../src/delivery/composing.ts";
import { settingsWith } from "../store/support.ts";
import { simpleComposer } from "./composer.ts";

function requestOf(party: string): CompositionRequest {
  const { selection, ...settings } = settingsWith();
  return {
    slot: "daily",
    localDate: "2027-01-01",
    settings: { ...settings, selection: { ...selection, parties: [party] } },
    own: [],
    late: false,
  };
}

/** Notes how often the event loop has turned when something is composed; what follows "none" cannot be. */
function noting() {
  const simple = simpleComposer();
  let turns = 0;
  const turned: number[] = [];
  let turning = setImmediate(function again() {
    turns += 1;
    turning = setImmediate(again);
  });
  const compose = (request: CompositionRequest) => {
    turned.push(turns);
    if (request.settings.selection.parties.includes("none")) throw new Error("it cannot be composed");
    return simple.compose(request);
  };
  return { composer: composeOnce({ ...simple, compose }, systemClock), turned, end: () => clearImmediate(turning) };
}

test("thirty different posts asked for at once: between any two of them the process does what else waits", async () => {
  const { composer, turned, end } = noting();
  const parties = Array.from({ length: 30 }, (_, index) => `party-${index}`);
  const posts = await Promise.all(parties.map((party) => composer.compose(requestOf(party))));
  end();
  expect(posts.every((post) => post?.title === "daily 2027-01-01")).toBe(true);
  expect(turned).toHaveLength(30);
  expect(new Set(turned).size).toBe(30);
});

test("what many get alike is composed once, also where it cannot be, and what fails holds up nobody", async () => {
  const { composer, turned, end } = noting();
  const asked = ["one", "none", "one", "none", "other"].map((party) => composer.compose(requestOf(party)));
  const outcomes = (await Promise.allSettled(asked)).map(({ status }) => status);
  end();
  expect(outcomes).toEqual(["fulfilled", "rejected", "fulfilled", "rejected", "fulfilled"]);
  expect(turned).toHaveLength(3);
});
