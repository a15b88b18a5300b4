import type { DatedOccasion, Page } from "../almanac/almanac.ts";
import { LEAP_DAY, type Tier } from "../almanac/anniversary.ts";
import { dateNumber } from "../almanac/calendar.ts";
import { formatDate } from "../almanac/date.ts";
import { anniversaryLine } from "../messages/wording.ts";
import { type Asked, countCalled, dateCalled, filterOf, tierCalled } from "./asked.ts";
import { passing, printRest, toldBy } from "./day.ts";
import { type Desk, readerOf } from "./desk.ts";
import { eventJson, printJson } from "./json.ts";

const DAYS = 30;
const LONGEST = 366;
const LINES = 40;

export interface AskedUpcoming extends Asked {
  readonly from?: string;
  readonly days?: string;
}

export interface AskedJubilees extends Asked {
  readonly tier?: string;
}

/** The occasions of the next days, day by day. */
export function showUpcoming(desk: Desk, asked: AskedUpcoming): void {
  const from = asked.from === undefined ? desk.today : dateCalled(desk, asked.from, asked.lang);
  const days = asked.days === undefined ? DAYS : countCalled(asked.days, "--days", LONGEST);
  const filter = filterOf(desk, asked);
  const limit = limitOf(asked);
  show(desk, asked, limit, desk.almanac.upcoming(from, days, LEAP_DAY, filter, { order: "significance", limit }));
}

/** The milestones of a year, month by month. */
export function showJubilees(desk: Desk, year: number, asked: AskedJubilees): void {
  const tier: Tier = asked.tier === undefined ? 25 : tierCalled(asked.tier);
  const filter = filterOf(desk, asked);
  const limit = limitOf(asked);
  show(desk, asked, limit, desk.almanac.jubilees(year, tier, LEAP_DAY, filter, { order: "significance", limit }));
}

/** All for programs, unless they set a limit; the most significant for people. */
function limitOf({ json, limit }: Asked): number {
  if (limit !== undefined) return countCalled(limit, "--limit");
  return json ? Number.MAX_SAFE_INTEGER : LINES;
}

/** What matters most was chosen; it is told in order of the days. */
function show(desk: Desk, asked: Asked, limit: number, { items, total }: Page<DatedOccasion>): void {
  const filter = filterOf(desk, asked);
  const passes = passing(desk, filter);
  const inOrder = items
    .toSorted((a, b) => dateNumber(a.on) - dateNumber(b.on))
    .map(({ on, occasion }) => ({ on, occasion: toldBy(passes, occasion) ?? occasion }));
  if (asked.json) {
    printJson(
      inOrder.flatMap(({ on, occasion: { lead, others } }) =>
        [lead, ...others].map(({ event, years }) => ({ on: formatDate(on), ...eventJson(event, desk, years) })),
      ),
    );
    return;
  }
  const reader = readerOf(desk, asked.lang, filter.parties ?? []);
  for (const [day, occasions] of Map.groupBy(inOrder, ({ on }) => reader.language.weekday(on))) {
    console.log(day);
    for (const { occasion } of occasions) console.log(`  ${anniversaryLine(occasion, reader)}`);
  }
  printRest(
    total,
    limit,
    "Nothing of that is marked in this time: ask for more days, a lower --tier or fewer conditions.",
  );
}
