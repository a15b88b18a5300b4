import { isDeepStrictEqual } from "node:util";
import { beforeAll, expect, test } from "vitest";
import { addDays, localDate, YEAR_AHEAD } from "../../src/almanac/calendar.ts";
import { formatDate, type LocalDate } from "../../src/almanac/date.ts";
import type { Event } from "../../src/almanac/event.ts";
import { BEGINS } from "../../src/almanac/ties.ts";
import type { DatedLine } from "../../src/digest/digest.ts";
import { nextReminded, type Reminder, remindersOn } from "../../src/digest/reminders.ts";
import { realAlmanac } from "./real-almanac.ts";

const almanac = realAlmanac();
const FROM = localDate(2026, 11, 23);

/** Parties with former ones in common (Czechoslovakia, Yugoslavia, the Soviet Union), one that continues another, others; and events. */
const REMINDERS: readonly Reminder[] = [
  { pair: ["CZ", "SK"] },
  { pair: ["HR", "SI"] },
  { pair: ["LV", "RU"] },
  { pair: ["CSHH", "SK"] },
  { pair: ["BE", "KZ"] },
  { pair: ["DE", "FR"] },
  { pair: ["AD", "NR"] },
  { event: "be-kz-1992-08-25-relations-established" },
  { event: "af-cshh-1937-10-13-relations-established" },
  { event: "cz-sk-1993-01-01-relations-established" },
  { event: "no-such-event" },
];

/** What is told for each of them in a year, as messages are made: a day is asked for all of them at once, since it is dear. */
const told = new Map<Reminder, DatedLine[]>(REMINDERS.map((reminder) => [reminder, []]));
beforeAll(() => {
  for (const on of Array.from({ length: YEAR_AHEAD }, (_, days) => addDays(FROM, days)))
    for (const [reminder, lines] of told) lines.push(...linesOn(reminder, on));
});

function linesOn(reminder: Reminder, on: LocalDate): readonly DatedLine[] {
  return remindersOn(almanac, [reminder], on, undefined).lines;
}

function linesOf(one: string, other: string): readonly DatedLine[] {
  const [, lines] =
    [...told].find(([reminder]) => "pair" in reminder && isDeepStrictEqual(reminder.pair, [one, other])) ?? [];
  if (lines === undefined || lines.length === 0) throw new Error(`nothing is told of ${one} and ${other}`);
  return lines;
}

function eventsOf({ lead, others }: DatedLine): readonly Event[] {
  return [lead, ...others].map(({ event }) => event);
}

test("the next date that is promised is the next of which there is a message, and after it the one that follows", () => {
  for (const [reminder, lines] of told) {
    const promised = (from: LocalDate): LocalDate | undefined => nextReminded(almanac, reminder, from);
    const [first, second] = [...new Map(lines.map(({ on }) => [formatDate(on), on])).values()];
    expect({ reminder, next: promised(FROM) }).toEqual({ reminder, next: first });
    if (first === undefined) continue;
    expect(promised(first)).toEqual(first);
    const following = promised(addDays(first, 1));
    if (second !== undefined) expect(following).toEqual(second);
    else if (following !== undefined) expect(linesOn(reminder, following)).not.toEqual([]);
  }
});

test.each([
  ["CZ", "SK"],
  ["HR", "SI"],
])(
  "%s and %s, who share a former state, are told what the two did, and nothing of that state's with others",
  (one, other) => {
    for (const line of linesOf(one, other))
      expect(eventsOf(line).some(({ parties }) => parties.includes(one) && parties.includes(other))).toBe(true);
  },
);

test("of what two did the beginnings of their relations are told each year, all else only after 25, 50, 75 years and so on", () => {
  const others = linesOf("DE", "FR").filter((line) => !eventsOf(line).some(({ kind }) => BEGINS.includes(kind)));
  expect(others.length).toBeGreaterThan(0);
  for (const { lead } of others) expect(lead.years % 25).toBe(0);
  expect(linesOf("BE", "KZ").some(({ lead }) => lead.years % 25 !== 0)).toBe(true);
});
