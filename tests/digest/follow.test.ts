import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DAYS_OF_YEAR, markedIn } from "../../src/almanac/calendar.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { EVERYTHING, type Selection, type Together } from "../../src/digest/digest.ts";
import { asTogether, concerns, distinct, isSame } from "../../src/digest/follow.ts";
import { presentFor } from "../../src/digest/ranking.ts";
import { must } from "../support/must.ts";
import { isNamed } from "./named.ts";
import { realAlmanac } from "./real-almanac.ts";

const almanac = realAlmanac();
const codes = fc.constantFrom<PartyCode>(
  "BE",
  "KR",
  "RU",
  "SUHH",
  "CZ",
  "SK",
  "CSHH",
  "DE",
  "nato",
  "YUCS",
  "RS",
  "HR",
);
const named = fc.uniqueArray(codes, { minLength: 1, maxLength: 5 });
const pairs = fc.uniqueArray(codes, { minLength: 2, maxLength: 3 }).map((all) => must(asTogether(all)));
const follows = (selection: Partial<Selection>, parties: readonly PartyCode[]): boolean =>
  concerns({ ...EVERYTHING, ...selection }, almanac)({ parties });

describe("the digest of a pair", () => {
  const pair: Selection = { ...EVERYTHING, together: [["FR", "DE"]] };

  test("leads with what the two did, whatever else happened with it", () => {
    const lines = DAYS_OF_YEAR.filter((_, index) => index % 5 === 0).flatMap(
      (day) => digestFor(almanac, pair, markedIn(2027, day, "02-28")).lines,
    );
    expect(lines.length).toBeGreaterThan(30);
    const toldToAll = new Set<string>(["organisation-founded", "organisation-dissolved"]);
    for (const { event } of lines.map(({ lead }) => lead).filter((lead) => !toldToAll.has(lead.event.kind)))
      expect(isNamed(event, [], pair.together, almanac.parties), event.id).toBe(true);
  });

  test("shows the same two more than once, as that of parties that are followed does", () => {
    expect(presentFor(EVERYTHING, almanac)).toBeDefined();
    expect(presentFor(pair, almanac)).toBeUndefined();
    expect(presentFor({ ...EVERYTHING, parties: ["FR"] }, almanac)).toBeUndefined();
  });
});

describe("what a selection follows", () => {
  test("is what any of its parties took part in, or all of one of its pairs; everything where it names nobody", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(codes, { maxLength: 2 }),
        fc.array(pairs, { maxLength: 3 }),
        named,
        (parties, together, of) => {
          const isOfThem = isNamed({ parties: of }, parties, together, almanac.parties);
          expect(follows({ parties, together }, of)).toBe(parties.length + together.length === 0 || isOfThem);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("grows with every party and pair more, but from everything", () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 3 }), pairs, codes, named, (together, pair, code, of) => {
        const before = follows({ together }, of);
        if (before) expect(follows({ together: [...together, pair], parties: [code] }, of)).toBe(true);
        else if (follows({ together: [...together, pair] }, of)) expect(follows({ together: [pair] }, of)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("is the same in whatever order pairs and their parties are named, and however often", () => {
    fc.assert(
      fc.property(fc.array(pairs, { minLength: 1, maxLength: 3 }), named, (together, of) => {
        const turned = [...together, ...together].toReversed().map((pair) => must(asTogether(pair.toReversed())));
        expect(follows({ together: turned }, of)).toBe(follows({ together }, of));
        expect(distinct(turned).length).toBe(distinct(together).length);
        for (const pair of together) expect(distinct(turned).some((other) => isSame(pair, other))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  test("of two that continue one former state, is not what that one did alone", () => {
    const both: Together = ["CZ", "SK"];
    expect(follows({ together: [both] }, ["CSHH", "BE"])).toBe(false);
    expect(follows({ together: [both] }, ["CZ", "SK"])).toBe(true);
    expect(follows({ together: [["CZ", "BE"]] }, ["CSHH", "BE"])).toBe(true);
    expect(follows({ parties: both }, ["CSHH", "BE"])).toBe(true);
  });
});
