import { describe, expect, test } from "vitest";
import type { Occasion } from "../../src/almanac/anniversary.ts";
import { parseLocalDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { CHOSEN_DAYS } from "./chosen-days.ts";
import { realAlmanac } from "./real-almanac.ts";

const almanac = realAlmanac();

function linesOf(date: string, parties: readonly string[] = []): readonly (readonly Event[])[] {
  const day = parseLocalDate(date);
  if (day === undefined) throw new Error(`no date: ${date}`);
  return digestFor(almanac, { ...EVERYTHING, parties }, day).lines.map(eventsOf);
}

function eventsOf({ lead, others }: Occasion): readonly Event[] {
  return [lead, ...others].map(({ event }) => event);
}

/** Whether a line holds an occasion written "kind PARTIES year". */
function holds(line: readonly Event[], wanted: string): boolean {
  const [kind, ...rest] = wanted.split(" ");
  const year = Number(rest.at(-1));
  const parties = new Set(line.flatMap((event) => event.parties));
  return (
    line.some((event) => event.kind === kind && event.date.year === year) &&
    rest.slice(0, -1).every((party) => parties.has(party))
  );
}

/** Whether an occasion of the day, of whatever rank, holds what is written so. */
function isThere(date: string, wanted: string): boolean {
  const day = parseLocalDate(date);
  return (
    day !== undefined && almanac.occasionsOn(day, EVERYTHING.leapDay).some((each) => holds(eventsOf(each), wanted))
  );
}

describe.each(CHOSEN_DAYS)("$date for a server that follows everything", ({ date, shown, never }) => {
  const lines = linesOf(date);

  test("shows what an editor chose, in his order", () => {
    const places = shown.map((wanted) => lines.findIndex((line) => holds(line, wanted)));
    expect(shown.filter((_, index) => places[index] === -1)).toEqual([]);
    expect(places).toEqual(places.toSorted((one, other) => one - other));
  });

  test("shows nothing that he would not, of what there is that day", () => {
    expect(never.filter((unwanted) => !isThere(date, unwanted))).toEqual([]);
    expect(never.filter((unwanted) => lines.some(([lead]) => lead !== undefined && holds([lead], unwanted)))).toEqual(
      [],
    );
  });
});

describe("the first two places", () => {
  test.each([
    ["2027-06-25", "relations-established DE ID 1952", "relations-established BY RU 1992"],
    ["2027-04-04", "organisation-founded nato BE 1949", "independence SN 1960"],
    ["2028-01-22", "treaty-signed DE FR 1963", "alliance-formed RU BY 1993"],
  ])("%s: %s, then %s", (date, first, second) => {
    const [one = [], two = []] = linesOf(date);
    expect([holds(one, first), holds(two, second)]).toEqual([true, true]);
  });
});

describe("a server that follows one state", () => {
  test.each([
    ["2026-06-25", "BY", "relations-established BY RU 1992"],
    ["2027-08-25", "BE", "relations-established BE KZ 1992"],
  ])("%s, following %s: %s comes first", (date, party, wanted) => {
    const [first = []] = linesOf(date, [party]);
    expect(holds(first, wanted)).toBe(true);
  });

  test.each([
    ["2027-12-10", "KE", "treaty-signed KE IN 1982", "the opening of a convention, with all who signed"],
    ["2027-04-04", "FR", "expulsion FR DE RU 2022", "the expulsions, with the allies who expelled that day"],
    ["2026-10-24", "LB", "organisation-founded un LB 1945", "the founding, not the accession"],
  ])("%s, following %s: %s (%s)", (date, party, wanted) => {
    expect(linesOf(date, [party]).some((line) => holds(line, wanted))).toBe(true);
  });

  test("a relation that came with another's independence is told as its own", () => {
    const line = linesOf("2027-06-25", ["IN"]).find((events) => holds(events, "relations-established IN MZ 1975"));
    expect(line).toHaveLength(1);
  });
});
