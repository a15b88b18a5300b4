import * as fc from "fast-check";
import { type LeapDayRule, TIERS } from "../../src/almanac/anniversary.ts";
import { FAMILIES } from "../../src/almanac/kind.ts";
import type { Selection } from "../../src/digest/digest.ts";

const STATES = ["BE", "KR", "KE", "RU", "US", "DE", "CZ", "nato", "un", "SUHH"];

export const leapDays = fc.constantFrom<LeapDayRule>("02-28", "03-01");

export const selections: fc.Arbitrary<Selection> = fc.record({
  parties: fc.oneof(fc.constant([]), fc.uniqueArray(fc.constantFrom(...STATES), { maxLength: 3 })),
  match: fc.constantFrom("any", "all"),
  families: fc.uniqueArray(fc.constantFrom(...FAMILIES), { minLength: 1 }),
  tier: fc.constantFrom(...TIERS),
  lines: fc.integer({ min: 1, max: 20 }),
  leapDay: leapDays,
  routine: fc.constantFrom("when-empty", "never"),
});
