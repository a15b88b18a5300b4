import { describe, expect, test } from "vitest";
import type { Anniversary } from "../../src/almanac/anniversary.ts";
import { DAYS_OF_YEAR, markedIn } from "../../src/almanac/calendar.ts";
import type { Event } from "../../src/almanac/event.ts";
import { significanceOf } from "../../src/almanac/significance.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { ranked } from "../../src/digest/rank.ts";
import { realAlmanac } from "./real-almanac.ts";

const almanac = realAlmanac();
/** Foundings and peaces. */
const ABOVE = new Set("organisation-founded unification independence state-founded peace-treaty armistice".split(" "));
/** A year after every event. */
const LATER = 2199;
const days = DAYS_OF_YEAR.map((day) => ({ day, all: almanac.occasionsOn(markedIn(LATER, day, "02-28"), "02-28") }));

function isWorkingVisitOrNotes({ kind, rank, first, name }: Event): boolean {
  return (kind === "visit" && rank === "working" && !first) || /^exchange of notes/i.test(name ?? "");
}

describe("in the whole archive, on all 366 days", () => {
  test("no working visit and no exchange of notes of the roundest year beats an establishment of relations of any other", () => {
    for (const { all } of days) {
      const routine = all.filter(({ lead, others }) => others.length === 0 && isWorkingVisitOrNotes(lead.event));
      const relations = all.filter(({ lead }) => lead.event.kind === "relations-established");
      const least = Math.min(...relations.map(({ weight }) => significanceOf(weight, 77)));
      for (const { id, weight } of routine) expect(significanceOf(weight, 100), id).toBeLessThan(least);
    }
  });

  test.each([2026, 2027, 2028, 2029, 2030])(
    "a centenary of relations in %i comes before everything but foundings and peaces, and is in the post",
    (year) => {
      for (const { day } of days) {
        const date = markedIn(year, day, "02-28");
        const best = ranked(almanac.occasionsOn(date, "02-28")).map(({ occasion }) => occasion);
        const last = best.findLastIndex(({ lead }) => isCentenary(lead));
        if (last === -1) continue;
        const before = best.slice(0, last + 1);
        expect(before.filter(({ lead }) => !isCentenary(lead) && !ABOVE.has(lead.event.kind))).toEqual([]);
        const shown = new Set(digestFor(almanac, EVERYTHING, date).lines.map(({ id }) => id));
        if (before.length <= EVERYTHING.lines)
          expect(before.filter(({ lead, id }) => isCentenary(lead) && !shown.has(id))).toEqual([]);
      }
    },
  );
});

function isCentenary({ event, years }: Anniversary): boolean {
  return event.kind === "relations-established" && years % 100 === 0;
}
