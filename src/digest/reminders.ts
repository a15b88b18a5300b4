import type { Almanac, Filter } from "../almanac/almanac.ts";
import type { Occasion, Tier } from "../almanac/anniversary.ts";
import { LEAP_DAY } from "../almanac/anniversary.ts";
import { addDays, YEAR_AHEAD } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Event, EventId } from "../almanac/event.ts";
import { ownLines } from "../almanac/parties/lines.ts";
import type { PartyCode } from "../almanac/party.ts";
import { BEGINS } from "../almanac/ties.ts";
import { type DatedLine, MILESTONE } from "./digest.ts";
import { MOST_PARTIES, ofPair } from "./of-pair.ts";
import { scoreOf } from "./rank.ts";
import { sequelOf } from "./sequel.ts";
import type { DigestSource } from "./source.ts";

/** What a person wants to be reminded of: an event each year; or two parties' relations each year, and their milestones. */
export type Reminder = { readonly event: EventId } | { readonly pair: readonly [PartyCode, PartyCode] };

/** What there is to remind of on a date: what is marked on it, and so many days later. */
export interface Reminders {
  readonly date: LocalDate;
  /** Those of the date itself first, then best first. */
  readonly lines: readonly DatedLine[];
}

/** Of a date, and of the one so many days after it, where that is asked for. */
export function remindersOn(
  source: DigestSource,
  reminders: readonly Reminder[],
  date: LocalDate,
  daysBefore: number | undefined,
): Reminders {
  const dates = daysBefore === undefined ? [date] : [date, addDays(date, daysBefore)];
  return { date, lines: dates.flatMap((on) => linesOn(source, reminders, on)) };
}

function linesOn(source: DigestSource, reminders: readonly Reminder[], on: LocalDate): readonly DatedLine[] {
  const occasions = source.occasionsOn(on, LEAP_DAY);
  const lines = reminders.flatMap((reminder) => {
    const isWanted = wantedBy(reminder, source);
    return occasions.filter(isWanted).map((whole) => asReminded(reminder, whole, on, source));
  });
  // what two reminders ask for is told once
  return [...new Map(lines.map((line) => [line.lead.event.id, line])).values()].toSorted(
    (one, other) => scoreOf(other) - scoreOf(one),
  );
}

/** The whole occasion for an event; for a pair what the two did, within what the day was known for. */
function asReminded(reminder: Reminder, whole: Occasion, on: LocalDate, source: DigestSource): DatedLine {
  const { occasion } =
    "pair" in reminder ? ofPair(reminder.pair, source)({ on, occasion: whole }) : { occasion: whole };
  return {
    ...occasion,
    on,
    sequel: sequelOf(occasion, source),
    ...(occasion === whole ? {} : { within: whole }),
  };
}

/** The first date from that one on, within a year, on which there is something to remind of. */
export function nextReminded(
  source: Pick<Almanac, "event" | "upcoming" | "parties">,
  reminder: Reminder,
  from: LocalDate,
): LocalDate | undefined {
  const filter = within(reminder, source);
  if (filter === undefined) return undefined;
  const isWanted = wantedBy(reminder, source);
  const { items } = source.upcoming(from, YEAR_AHEAD, LEAP_DAY, filter, { order: "date" });
  const next = items.find(({ occasion }) => isWanted(occasion))?.on;
  return next?.precision === "day" ? next : undefined;
}

/** Among what all that it reminds of is found. */
function within(reminder: Reminder, source: Pick<DigestSource, "event">): Filter | undefined {
  if ("pair" in reminder) return between(reminder.pair);
  const event = source.event(reminder.event);
  return (
    event && { parties: event.parties, lineage: false, kinds: [event.kind], years: [event.date.year, event.date.year] }
  );
}

/** An id that a correction of the facts has changed is followed to what it is now. */
function wantedBy(
  reminder: Reminder,
  source: Pick<DigestSource, "event" | "parties">,
): (occasion: Occasion) => boolean {
  if ("pair" in reminder) {
    const lines = ownLines(reminder.pair, source.parties);
    return (occasion) => told(occasion).some((each) => isOfPair(each, lines));
  }
  const id = source.event(reminder.event)?.id;
  return (occasion) => told(occasion).some(({ event }) => event.id === id);
}

function told({ lead, others }: Occasion): readonly Occasion["lead"][] {
  return [lead, ...others];
}

/** What two parties have between them. */
export function between(pair: readonly [PartyCode, PartyCode]): Filter {
  return { parties: pair, match: "all", mostParties: MOST_PARTIES };
}

/** Whether it is an event of both, or of whom each alone continues, that is told each year or now has a round count. */
function isOfPair(
  { event, tier }: { readonly event: Event; readonly tier: Tier },
  lines: readonly ReadonlySet<PartyCode>[],
): boolean {
  return (
    (BEGINS.includes(event.kind) || tier >= MILESTONE) &&
    event.parties.length <= MOST_PARTIES &&
    lines.every((line) => event.parties.some((party) => line.has(party)))
  );
}
