import { compareDates, dateNumber, localDate, wholeYears } from "../../almanac/calendar.ts";
import { daysInMonth, type LocalDate, type PartialDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import {
  actOf,
  type End,
  isBrokenByFormer,
  lastingSince,
  type Stretch,
  type Tie,
  warsSince,
} from "../../almanac/ties.ts";
import type { War } from "../../almanac/ties-wars.ts";
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
 * What is on record of two parties' relations, in plain sentences: since when, for how many years, whether without a break, and what was before.
 * With one that is no more they lasted until it ended.
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
  const since = lastingSince(tie);
  const history = historyOf(tie, pair, language);
  if (restsOn === undefined) {
    const wars = history === "" ? [] : [language.text("lookup.tie.wars", { history })];
    return { text: [language.text("lookup.tie.none"), ...wars].join(" ") };
  }
  const said =
    since === undefined ? [endedText(tie, history, language)] : [lastingText(tie, since, pair, today, language, gone)];
  if (since !== undefined && history !== "") said.push(language.text("lookup.tie.before", { history }));
  const sign = tie.signs.at(-1);
  if (sign !== undefined) said.push(language.text("lookup.tie.sign", { sign: datedLine(sign, reader) }));
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
  const ended = last?.ended;
  return lastingSince(tie) ?? tie.signs.at(-1) ?? (ended === undefined ? undefined : actOf(ended)) ?? last?.began;
}

/** Since when, until when, how long, and whether a war may have been a break, or a later beginning follows one. */
function lastingText(
  tie: Tie,
  since: Event,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  language: Language,
  gone: Gone | undefined,
): string {
  const date = withFormers(language.date(since.date), since, pair, language);
  const between = warsSince(tie);
  const wars = few(between.map((war) => warStep(war, pair, language)));
  const anew = tie.stretches.at(-1)?.anew ?? [];
  const latest = anew.at(-1);
  const last = gone && lastDayOf(gone.until);
  const over = last !== undefined && dateNumber(last) >= dateNumber(since.date) ? last : undefined;
  const years = (from: Event): number => wholeYears(from.date, over ?? today);
  const doubt: Doubt = wars !== "" ? "doubtful" : latest === undefined ? "continuous" : "anew";
  const words = {
    date,
    years: years(since),
    count: between.length,
    wars,
    again: latest === undefined ? 0 : years(latest),
    history: few(anew.map((event) => stepOf(event, pair, language))),
  };
  const anewToo = doubt === "doubtful" && latest !== undefined ? [language.text("lookup.tie.anew-too", words)] : [];
  if (gone === undefined || over === undefined) return [language.text(SINCE_KEY[doubt], words), ...anewToo].join(" ");
  const ends = { former: language.nameInText(gone.code), end: language.date(gone.until) };
  return [language.text(UNTIL_KEY[doubt], { ...words, ...ends }), ...anewToo].join(" ");
}

type Doubt = "continuous" | "doubtful" | "anew";

const SINCE_KEY = {
  continuous: "lookup.tie.continuous",
  doubtful: "lookup.tie.doubtful",
  anew: "lookup.tie.anew",
} as const;

const UNTIL_KEY = {
  continuous: "lookup.tie.until-continuous",
  doubtful: "lookup.tie.until-doubtful",
  anew: "lookup.tie.until-anew",
} as const;

/** How the last relations on record ended; when they were taken up again the archive may not tell. */
function endedText(tie: Tie, history: string, language: Language): string {
  const { signs, stretches } = tie;
  const how = stretches.at(-1)?.ended?.how;
  if (how === "war") return language.text("lookup.tie.ended-by-war", { history });
  if (how !== "broken" || isBrokenByFormer(tie)) return language.text("lookup.tie.former", { history });
  return signs.length === 0
    ? language.text("lookup.tie.ended", { history })
    : language.text("lookup.tie.resumed", { history });
}

function lastDayOf(date: PartialDate): LocalDate {
  const month = date.precision === "year" ? 12 : date.month;
  return date.precision === "day" ? date : localDate(date.year, month, daysInMonth(date.year, month));
}

/** Beginnings, ends and wars in order: of relations that last, what was before them. */
function historyOf(tie: Tie, pair: readonly [PartyCode, PartyCode], language: Language): string {
  const since = lastingSince(tie);
  const isBefore = ({ date }: Event): boolean => since === undefined || compareDates(date, since.date) <= 0;
  const stretches = since === undefined ? tie.stretches : tie.stretches.slice(0, -1);
  const steps = stretches.flatMap(({ began, anew = [], ended }, at) => [
    ...(began === undefined ? unknownBeginning(stretches[at - 1], ended, language) : [stepOf(began, pair, language)]),
    ...anew.map((event) => stepOf(event, pair, language)),
    ...(ended === undefined || ended.how === "war" ? [] : [endOf(ended, pair, language)]),
  ]);
  const wars = tie.wars.filter(({ began }) => isBefore(began));
  const ofWars = wars.flatMap((war) => [
    warStep(war, pair, language),
    ...(war.peace !== undefined && isBefore(war.peace) ? [stepOf(war.peace, pair, language)] : []),
  ]);
  const inOrder = [...steps, ...ofWars].toSorted((one, other) => compareDates(one.date, other.date));
  return few(inOrder);
}

/** The steps, each once; of many the first and the last ones. */
function few(steps: readonly Step[]): string {
  const once = new Map(steps.map(({ date, text }) => [`${dateNumber(date)} ${text}`, text]));
  const [oldest = "", ...later] = once.values();
  return [oldest, ...(later.length < STEPS ? later : ["…", ...later.slice(2 - STEPS)])].join("; ");
}

/** Of relations that were broken off when no beginning is on record since those before ended: that there were some is certain, since when is not. */
function unknownBeginning(before: Stretch | undefined, ended: End | undefined, language: Language): readonly Step[] {
  if (before === undefined || ended?.how !== "broken") return [];
  const key = before.ended?.how === "lapsed" ? "lookup.tie.own-unknown" : "lookup.tie.resumed-unknown";
  return [{ date: ended.by.date, text: language.text(key) }];
}

/** A step of a history, in words and with what orders it. */
interface Step {
  readonly date: PartialDate;
  readonly text: string;
}

function endOf(
  end: Exclude<End, { readonly how: "war" }>,
  pair: readonly [PartyCode, PartyCode],
  language: Language,
): Step {
  if (end.how === "broken") return stepOf(end.by, pair, language);
  if (end.how === "unknown") return { date: end.before, text: language.text("lookup.tie.unknown") };
  const words = { former: language.nameInText(end.party), date: language.date(end.until) };
  return { date: end.until, text: language.text("lookup.tie.lapsed", words) };
}

/** From the beginning of a war to the end of its fighting, as far as both are on record. */
function warStep({ began, ended }: War, pair: readonly [PartyCode, PartyCode], language: Language): Step {
  const step =
    ended === undefined
      ? language.text("lookup.tie.war-from", { date: language.date(began.date) })
      : language.text("lookup.tie.war", { dates: language.range(began.date, ended.date) });
  return { date: began.date, text: withFormers(step, began, pair, language) };
}

function stepOf(event: Event, pair: readonly [PartyCode, PartyCode], language: Language): Step {
  const step = language.text(STEP_KEY[event.kind] ?? "lookup.tie.peace", { date: language.date(event.date) });
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

type StepKey = `lookup.tie.${"established" | "restored" | "severed" | "suspended" | "peace"}`;

const STEP_KEY: Partial<Record<Event["kind"], StepKey>> = {
  "relations-established": "lookup.tie.established",
  "relations-restored": "lookup.tie.restored",
  "relations-severed": "lookup.tie.severed",
  "relations-suspended": "lookup.tie.suspended",
};
