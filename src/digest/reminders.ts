import type { Occasion, Tier } from "../almanac/anniversary.ts";
import { LEAP_DAY } from "../almanac/anniversary.ts";
import { addDays } from "../almanac/calendar.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { Event, EventId } from "../almanac/event.ts";
import type { PartyCode } from "../almanac/party.ts";
import { BEGINS } from "../almanac/ties.ts";
import { type DatedLine, MILESTONE } from "./digest.ts";
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
  const wanted = reminders.map((reminder) => wantedBy(reminder, source));
  return source
    .occasionsOn(on, LEAP_DAY)
    .filter((occasion) => wanted.some((isWanted) => isWanted(occasion)))
    .map((occasion) => ({ ...occasion, on, sequel: sequelOf(occasion, source) }))
    .toSorted((one, other) => scoreOf(other) - scoreOf(one));
}

/** An id that a correction of the facts has changed is followed to what it is now. */
function wantedBy(reminder: Reminder, source: DigestSource): (occasion: Occasion) => boolean {
  if ("pair" in reminder) return (occasion) => told(occasion).some((each) => isOfPair(each, reminder.pair, source));
  const id = source.event(reminder.event)?.id;
  return (occasion) => told(occasion).some(({ event }) => event.id === id);
}

function told({ lead, others }: Occasion): readonly Occasion["lead"][] {
  return [lead, ...others];
}

/** What more parties than these did together is not between two of them (as in the counts of pairs). */
export const MOST_PARTIES = 6;

/** Whether it is an event of both, or of whom they continue, that is told each year or now has a round count. */
function isOfPair(
  { event, tier }: { readonly event: Event; readonly tier: Tier },
  pair: readonly PartyCode[],
  { parties }: DigestSource,
): boolean {
  const isAmong = (code: PartyCode): boolean => {
    const lineage = parties.lineageOf(code);
    return event.parties.some((party) => lineage.has(party));
  };
  return (
    (BEGINS.includes(event.kind) || tier >= MILESTONE) && event.parties.length <= MOST_PARTIES && pair.every(isAmong)
  );
}
