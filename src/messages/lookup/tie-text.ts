import { compareDates, dateNumber, localDate, wholeYears } from "../../almanac/calendar.ts";
import { daysInMonth, type LocalDate, type PartialDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { type End, isContinuous, lastingSince, type Tie, warsDuring } from "../../almanac/ties.ts";
import type { Language } from "../language.ts";
import type { Reader } from "../sentence.ts";
import { datedLine } from "../wording.ts";

/** So many steps of a history are told: the first and the last ones. */
const STEPS = 8;

/** A party of a pair that is no more, and when it ended. */
export interface Gone {
  readonly code: PartyCode;
  readonly until: PartialDate;
}

/** What is said of two parties' relations: plain text, and the event on which it rests, if any. */
export interface TieText {
  readonly text: string;
  readonly restsOn?: Event;
}

/**
 * What is on record of two parties' relations, in plain sentences: since when, for how many years, whether without a break. With one
 * that is no more they lasted until it ended.
 */
export function tieText(
  tie: Tie,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  reader: Reader,
  gone: Gone | undefined,
): TieText {
  const { language } = reader;
  const restsOn = ground(tie);
  if (restsOn === undefined) return { text: language.text("lookup.tie.none") };
  const history = historyOf(tie, pair, language);
  const said = [lastingText(tie, pair, today, language, history, gone) ?? endedText(tie, reader, history)];
  if (tie.beside.length > 0)
    said.push(
      language.text("lookup.tie.beside", {
        history: tie.beside.map((event) => stepOf(event, pair, language).text).join("; "),
      }),
    );
  if (restsOn.confidence === "medium") said.push(language.text("lookup.event.doubt.medium"));
  return { text: said.join(" "), restsOn };
}

/** The event on which the first sentence rests. */
function ground(tie: Tie): Event | undefined {
  const last = tie.stretches.at(-1);
  return lastingSince(tie) ?? tie.signs.at(-1) ?? (last?.ended?.how === "broken" ? last.ended.by : last?.began);
}

function lastingText(
  tie: Tie,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  language: Language,
  history: string,
  gone: Gone | undefined,
): string | undefined {
  const since = lastingSince(tie);
  if (since === undefined) return undefined;
  const date = withFormers(language.date(since.date), since, pair, language);
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

/** A break on record with no end: what two did later that have relations is told, for the archive may lack the end. */
function endedText({ signs, stretches }: Tie, reader: Reader, history: string): string {
  const { language } = reader;
  if (stretches.at(-1)?.ended?.how !== "broken") return language.text("lookup.tie.former", { history });
  const sign = signs.at(-1);
  return sign === undefined
    ? language.text("lookup.tie.ended", { history })
    : language.text("lookup.tie.resumed", { history, sign: datedLine(sign, reader) });
}

function lastDayOf(date: PartialDate): LocalDate {
  const month = date.precision === "year" ? 12 : date.month;
  return date.precision === "day" ? date : localDate(date.year, month, daysInMonth(date.year, month));
}

/** Beginnings and ends in order, and the wars since the first of them. */
function historyOf(tie: Tie, pair: readonly [PartyCode, PartyCode], language: Language): string {
  const steps = tie.stretches.flatMap(({ began, ended }) => [
    ...(began === undefined ? [] : [stepOf(began, pair, language)]),
    ...(ended === undefined ? [] : [endOf(ended, pair, language)]),
  ]);
  const first = firstOf(tie);
  const wars = first === undefined ? [] : warsDuring(tie, first).map((war) => stepOf(war, pair, language));
  const inOrder = [...steps, ...wars].toSorted((one, other) => compareDates(one.date, other.date));
  const [oldest = "", ...later] = new Set(inOrder.map(({ text }) => text));
  return [oldest, ...(later.length < STEPS ? later : ["…", ...later.slice(2 - STEPS)])].join("; ");
}

function firstOf({ stretches }: Tie): Event | undefined {
  const [first] = stretches;
  return first?.began ?? (first?.ended?.how === "broken" ? first.ended.by : undefined);
}

/** A step of a history, in words and with what orders it. */
interface Step {
  readonly date: PartialDate;
  readonly text: string;
}

function endOf(end: End, pair: readonly [PartyCode, PartyCode], language: Language): Step {
  if (end.how === "broken") return stepOf(end.by, pair, language);
  if (end.how === "unknown") return { date: end.before, text: language.text("lookup.tie.unknown") };
  const words = { former: language.nameInText(end.party), date: language.date(end.until) };
  return { date: end.until, text: language.text("lookup.tie.lapsed", words) };
}

function stepOf(event: Event, pair: readonly [PartyCode, PartyCode], language: Language): Step {
  const step = language.text(STEP_KEY[event.kind] ?? "lookup.tie.war", { date: language.date(event.date) });
  return { date: event.date, text: withFormers(step, event, pair, language) };
}

/** With the former parties whose act it was, or what the present ones were called then, in brackets. */
function withFormers(
  step: string,
  { parties, namesThen }: Event,
  pair: readonly [PartyCode, PartyCode],
  language: Language,
): string {
  const formers = parties.flatMap((party) => {
    if (!pair.includes(party)) return [language.nameInText(party)];
    const then = Object.hasOwn(namesThen, party) ? namesThen[party] : undefined;
    return then === undefined ? [] : [language.formerName(then)];
  });
  return formers.length === 0 ? step : language.text("lookup.tie.as", { step, formers: language.list(formers) });
}

type StepKey = `lookup.tie.${"established" | "restored" | "severed" | "suspended" | "war"}`;

const STEP_KEY: Partial<Record<Event["kind"], StepKey>> = {
  "relations-established": "lookup.tie.established",
  "relations-restored": "lookup.tie.restored",
  "relations-severed": "lookup.tie.severed",
  "relations-suspended": "lookup.tie.suspended",
};
