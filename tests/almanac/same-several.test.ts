import * as fc from "fast-check";
import { expect, test } from "vitest";
import type { Kind } from "../../src/almanac/kind.ts";
import { groupOccasions } from "../../src/almanac/occasion.ts";
import { event } from "./events.ts";
import { JUDGEMENT } from "./judgement.ts";

/** What is told together where two parties did the same with the same two, or one with two. */
const TOLD_TOGETHER: readonly Kind[] = [
  ...([
    "relations-established",
    "relations-restored",
    "relations-severed",
    "recognition",
    "expulsion",
    "left",
  ] as const),
  ...(["embassy-opened", "troops-withdrawn", "war-declared", "joined"] as const),
];

test("whatever several did on one day with the same several is one occasion, whoever comes first in the alphabet and in the row", () => {
  const codes = fc.uniqueArray(fc.constantFrom(..."AA BB CC DD EE FF GG".split(" ")), { minLength: 3, maxLength: 7 });
  fc.assert(
    fc.property(fc.constantFrom(...TOLD_TOGETHER), codes, fc.nat(), (kind, all, at) => {
      const split = 1 + (at % (all.length - 1));
      const several = all.slice(0, split).flatMap((one) => all.slice(split).map((other) => `${one} ${other}`));
      const events = several.map((pair) => event(`1991-08-28 ${kind} ${pair}`));
      expect(groupOccasions(events, JUDGEMENT)).toHaveLength(1);
    }),
  );
});
