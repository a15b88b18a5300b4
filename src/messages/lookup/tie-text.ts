import { dateNumber, localDate, wholeYears } from "../../almanac/calendar.ts";
import { daysInMonth, type LocalDate, type PartialDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { isContinuous, lastingSince, type Tie, warsDuring } from "../../almanac/ties.ts";
import type { Language } from "../language.ts";

/** So many steps of a history are told, the last ones. */
const STEPS = 8;

/** A party of a pair that is no more, and when it ended. */
export interface Gone {
  readonly code: PartyCode;
  readonly until: PartialDate;
}

/**
 * What is on record of two parties' relations, in a plain sentence: since when, for how many years, whether without a break. With one
 * that is no more they lasted until it ended.
 */
export function tieText(
  tie: Tie,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  language: Language,
  gone: Gone | undefined,
): string {
  const since = lastingSince(tie);
  if (tie.stretches.length === 0) return language.text("lookup.tie.none");
  const history = historyOf(tie, pair, language);
  if (since === undefined) return language.text("lookup.tie.ended", { history });
  const date = language.date(since.date);
  const last = gone && lastDayOf(gone.until);
  if (gone !== undefined && last !== undefined && dateNumber(last) >= dateNumber(since.date)) {
    const years = wholeYears(since.date, last);
    const end = { former: language.nameInText(gone.code), end: language.date(gone.until) };
    return isContinuous(tie)
      ? language.text("lookup.tie.until", { date, years, ...end })
      : language.text("lookup.tie.until-interrupted", { date, years, ...end, history });
  }
  const span = { date, years: wholeYears(since.date, today) };
  return isContinuous(tie)
    ? language.text("lookup.tie.continuous", span)
    : language.text("lookup.tie.interrupted", { ...span, history });
}

function lastDayOf(date: PartialDate): LocalDate {
  const month = date.precision === "year" ? 12 : date.month;
  return date.precision === "day" ? date : localDate(date.year, month, daysInMonth(date.year, month));
}

/** Beginnings and ends in order, and the wars since the first of them. */
function historyOf(tie: Tie, pair: readonly [PartyCode, PartyCode], language: Language): string {
  const steps = tie.stretches.flatMap(({ began, ended }) => [began, ended].filter((step) => step !== undefined));
  const [first] = steps;
  const wars = first === undefined ? [] : warsDuring(tie, first);
  return [...steps, ...wars]
    .toSorted((one, other) => one.date.year - other.date.year)
    .slice(-STEPS)
    .map((step) => stepText(step, pair, language))
    .join("; ");
}

function stepText(event: Event, pair: readonly [PartyCode, PartyCode], language: Language): string {
  const step = language.text(STEP_KEY[event.kind] ?? "lookup.tie.war", { date: language.date(event.date) });
  const formers = event.parties.filter((party) => !pair.includes(party)).map(language.nameInText);
  return formers.length === 0 ? step : language.text("lookup.tie.as", { step, formers: language.list(formers) });
}

type StepKey = `lookup.tie.${"established" | "restored" | "severed" | "suspended" | "war"}`;

const STEP_KEY: Partial<Record<Event["kind"], StepKey>> = {
  "relations-established": "lookup.tie.established",
  "relations-restored": "lookup.tie.restored",
  "relations-severed": "lookup.tie.severed",
  "relations-suspended": "lookup.tie.suspended",
};
