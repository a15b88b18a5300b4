import { join } from "node:path";
import type { Almanac } from "../almanac/almanac.ts";
import { DAYS_OF_YEAR } from "../almanac/calendar.ts";
import { CONFIDENCES, type Event } from "../almanac/event.ts";
import { isUnread, witnesses } from "../almanac/independence.ts";
import { FAMILIES, familyOf } from "../almanac/kind.ts";

/** So many UN members, those with the fewest events, are listed. */
const LOWEST = 20;
/** What every UN member should have. */
const ENOUGH = 50;

/** Where the figures of a data directory are kept. */
export function coverageFile(dataDir: string): string {
  return join(dataDir, "COVERAGE.md");
}

/** The text of data/COVERAGE.md: what the archive holds, in figures. The same data gives the same text. */
export function coverageOf(almanac: Almanac): string {
  const events = almanac.find({}, { order: "date" }).items;
  return [
    "# What the archive holds",
    "Written by `npm run attache -- coverage --write`; `npm run attache -- check` says where it is stale.",
    table(["figure", "value"], figures(events)),
    "Independent are pages that were read and have different publishers (`data/publishers.csv`): articles of one encyclopedia are one, copies of it and references that nobody followed are none. Two data sets may still rest on one collection of treaties.",
    "## By family",
    table(
      ["family", "events", "known to the day", "low confidence"],
      FAMILIES.map((family) => familyRow(family, events)),
    ),
    "## By member of the United Nations",
    `Events of a member with those of the former states it continues. The ${LOWEST} lowest:`,
    `${table(["member", "events"], membersWithFewest(almanac))}\n`,
  ].join("\n\n");
}

function figures(events: readonly Event[]): Row[] {
  const days = new Set(events.flatMap(({ date }) => (date.precision === "day" ? [`${date.month}-${date.day}`] : [])));
  const sources = events.map((event) => event.sources.length);
  return [
    ["events", count(events.length)],
    ["days of the year with events", `${days.size} of ${DAYS_OF_YEAR.length}`],
    ["fewest events on a day of the year", count(fewestOnADay(events))],
    ["parties", count(new Set(events.flatMap(({ parties }) => parties)).size)],
    ["pairs of parties", count(new Set(events.flatMap(pairsOf)).size)],
    ["sources", count(new Set(events.flatMap((event) => event.sources.map(({ id }) => id))).size)],
    ["sources an event", (sources.reduce((sum, each) => sum + each, 0) / events.length).toFixed(2)],
    ["events with two pages or more to open", share(sources.filter((each) => each > 1).length, events.length)],
    ["events that two independent publishers tell", share(events.filter(isToldTwice).length, events.length)],
    [
      "events that only data sets tell, without a page of their own",
      share(events.filter(isListed).length, events.length),
    ],
    [
      "events that only copies, posts, nameless or unopened pages tell",
      share(events.filter(isUnwitnessed).length, events.length),
    ],
    ["events with other dates", share(events.filter(({ otherDates }) => otherDates.length > 0).length, events.length)],
    ...(["day", "month", "year"] as const).map(
      (precision): Row => [
        `known to the ${precision}`,
        share(events.filter(({ date }) => date.precision === precision).length, events.length),
      ],
    ),
    ...CONFIDENCES.map(
      (confidence): Row => [
        `${confidence} confidence`,
        share(events.filter((event) => event.confidence === confidence).length, events.length),
      ],
    ),
  ];
}

function isToldTwice({ sources }: Event): boolean {
  return witnesses(sources) > 1;
}

function isUnwitnessed({ sources }: Event): boolean {
  return witnesses(sources) === 0;
}

/** What was read of it has no page that shows this fact and little else; a reference that nobody followed may. */
function isListed({ sources }: Event): boolean {
  return sources.filter((source) => !isUnread(source)).every(({ grade }) => grade === "data-set");
}

function fewestOnADay(events: readonly Event[]): number {
  const counts = new Map(DAYS_OF_YEAR.map(({ month, day }) => [`${month}-${day}`, 0]));
  for (const { date } of events) {
    if (date.precision !== "day") continue;
    const key = `${date.month}-${date.day}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return Math.min(...counts.values());
}

function pairsOf({ parties }: Event): readonly string[] {
  const codes = parties.toSorted();
  return codes.flatMap((one, index) => codes.slice(index + 1).map((other) => `${one} ${other}`));
}

function familyRow(family: (typeof FAMILIES)[number], events: readonly Event[]): Row {
  const its = events.filter(({ kind }) => familyOf(kind) === family);
  return [
    family,
    count(its.length),
    share(its.filter(({ date }) => date.precision === "day").length, its.length),
    count(its.filter(({ confidence }) => confidence === "low").length),
  ];
}

function membersWithFewest(almanac: Almanac): Row[] {
  const members = almanac.parties.all.filter((party) => party.unMemberSince && !party.until);
  const counted = members
    .map(({ code }) => ({ code, events: almanac.find({ parties: [code] }, { order: "date", limit: 0 }).total }))
    .sort((a, b) => a.events - b.events || (a.code < b.code ? -1 : 1));
  const enough = counted.filter(({ events }) => events >= ENOUGH).length;
  return [
    ...counted.slice(0, LOWEST).map(({ code, events }): Row => [almanac.parties.name(code, "en-GB"), count(events)]),
    [`with at least ${ENOUGH} events`, `${enough} of ${counted.length}`],
  ];
}

type Row = readonly string[];

function table(header: Row, rows: readonly Row[]): string {
  const line = (cells: Row): string => `| ${cells.join(" | ")} |`;
  return [line(header), line(header.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}

const numbers = new Intl.NumberFormat("en-GB");

function count(value: number): string {
  return numbers.format(value);
}

function share(part: number, whole: number): string {
  return `${count(part)} (${((100 * part) / whole).toFixed(1)} %)`;
}
