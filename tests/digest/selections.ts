import * as fc from "fast-check";
import { type LeapDayRule, TIERS } from "../../src/almanac/anniversary.ts";
import { FAMILIES } from "../../src/almanac/kind.ts";
import type { Selection, Together } from "../../src/digest/digest.ts";
import { asTogether } from "../../src/digest/follow.ts";
import { must } from "../support/must.ts";

const STATES = ["BE", "KR", "KE", "RU", "US", "DE", "CZ", "nato", "un", "SUHH"];

export const leapDays = fc.constantFrom<LeapDayRule>("02-28", "03-01");

/** Two of them, or three. */
const togethers: fc.Arbitrary<Together> = fc
  .uniqueArray(fc.constantFrom(...STATES), { minLength: 2, maxLength: 3 })
  .map((codes) => must(asTogether(codes)));

export const selections: fc.Arbitrary<Selection> = fc.record({
  parties: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...STATES), { maxLength: 3 })),
  together: fc.oneof(fc.constant([]), fc.array(togethers, { maxLength: 3 })),
  families: fc.uniqueArray(fc.constantFrom(...FAMILIES), { minLength: 1 }),
  tier: fc.constantFrom(...TIERS),
  lines: fc.integer({ min: 1, max: 20 }),
  leapDay: leapDays,
  routine: fc.constantFrom("when-empty", "never"),
});
