import { compareDates, dateNumber, localDate, wholeYears } from "../../almanac/calendar.ts";
import { daysInMonth, type LocalDate, type PartialDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { actOf, lastingSince, type Tie } from "../../almanac/ties.ts";
import { type Standing, warsSince } from "../../almanac/ties-standing.ts";
import type { Traces } from "../../almanac/ties-traces.ts";
import type { Language } from "../language.ts";
import { shorten } from "../plain.ts";
import type { Reader } from "../sentence.ts";
import { datedLine } from "../wording.ts";
import { doubtMark } from "./doubt.ts";
import { few, historyOf, stepOf, warStep, withRemarks } from "./tie-history.ts";

/** A party of a pair that is no more: when it ended, or its government moved to where it went on. */
export interface Gone {
  readonly code: PartyCode;
  readonly until: PartialDate;
  readonly how: "ended" | "moved";
}

/** What is on record of two parties' relations, how they stand by it, and what else the two did since, where none last. */
export interface Relations {
  readonly tie: Tie;
  readonly standing: Standing;
  readonly traces: Traces | undefined;
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
  relations: Relations,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  reader: Reader,
  gone: Gone | undefined,
): TieText {
  const { language } = reader;
  const { tie, traces } = relations;
  const since = lastingSince(tie);
  const history = historyOf(tie, pair, today, language);
  const unsure = unsureText("lookup.tie.unsure", tie.doubtful, pair, language);
  if (tie.stretches.length === 0) {
    const wars = history === "" ? [] : [language.text("lookup.tie.wars", { history })];
    const none = unsure.length === 0 ? [language.text("lookup.tie.none")] : unsure;
    const restsOn = tie.doubtful[0] ?? traces?.earliest;
    return { text: [...none, ...earliestText(traces, reader), ...wars].join(" "), ...(restsOn && { restsOn }) };
  }
  const restsOn = tie.doubtful[0] ?? ground(relations);
  const said =
    since === undefined
      ? endedText(relations, history, unsure, reader)
      : [
          lastingText(tie, since, pair, today, language, gone),
          ...unsureText("lookup.tie.unsure-break", tie.doubtfulBreaks, pair, language),
          ...(history === "" ? [] : [language.text("lookup.tie.before", { history })]),
          ...signText(tie.signs.slice(-1), reader),
          ...signText(
            tie.closed === undefined || gone !== undefined ? [] : [tie.closed],
            reader,
            "lookup.tie.since-then",
          ),
        ];
  const text = [...said, ...besideText(tie, pair, language)].join(" ");
  return { text, ...(restsOn && { restsOn }) };
}

/** Beginnings or breaks that only doubtful sources give, with which no years are counted; nothing where there are none. */
function unsureText(
  key: "lookup.tie.unsure" | "lookup.tie.unsure-break",
  doubtful: readonly Event[],
  pair: readonly [PartyCode, PartyCode],
  language: Language,
): readonly string[] {
  if (doubtful.length === 0) return [];
  const history = few(
    doubtful.map((event) => stepOf(event, pair, language)),
    language,
  );
  return [language.text(key, { history })];
}

/** What a former party began beside the relations of the two. */
function besideText({ beside }: Tie, pair: readonly [PartyCode, PartyCode], language: Language): readonly string[] {
  if (beside.length === 0) return [];
  const history = few(
    beside.map((event) => stepOf(event, pair, language)),
    language,
  );
  return [language.text("lookup.tie.beside", { history })];
}

/** The event on which the first sentence rests. */
function ground({ tie, standing, traces }: Relations): Event | undefined {
  const last = tie.stretches.at(-1);
  const isBroken = standing === "over" || standing === "perhaps";
  return (
    lastingSince(tie) ?? (isBroken ? undefined : traces?.best) ?? (last?.ended && actOf(last.ended)) ?? last?.began
  );
}

/** Where no beginning is on record: what is. */
function earliestText(traces: Traces | undefined, reader: Reader): readonly string[] {
  if (traces === undefined) return [];
  const [earliest, latest] = [traces.earliest, traces.latest].map((event) => eventText(event, reader));
  const text = reader.language.text("lookup.tie.earliest", { earliest: earliest ?? "" });
  return earliest === latest ? [text] : [text, reader.language.text("lookup.tie.latest", { latest: latest ?? "" })];
}

/** Later events that point to relations, or are only on record; nothing where there are none. */
function signText(
  signs: readonly Event[],
  reader: Reader,
  key: "lookup.tie.sign" | "lookup.tie.since-then" = "lookup.tie.sign",
): readonly string[] {
  const told = [...new Set(signs)].map((event) => eventText(event, reader));
  if (told.length === 0) return [];
  return [reader.language.text(key, { count: told.length, signs: told.join("; ") })];
}

/** An event beside others in one sentence, and why it is not certain. */
function eventText(event: Event, reader: Reader): string {
  const step = shorten(datedLine(event, reader), LONGEST_SIGN);
  const isTold = event.otherDates.length > 0;
  const remarks = isTold ? "" : doubtMark(event, reader.language);
  return remarks === "" ? step : reader.language.text("lookup.tie.as", { step, remarks });
}

const LONGEST_SIGN = 200;

/** Since when, until when, how long, and whether a war may have been a break, or a later beginning follows one. */
function lastingText(
  tie: Tie,
  since: Event,
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  language: Language,
  gone: Gone | undefined,
): string {
  const date = withRemarks(language.date(since.date), since, pair, language);
  const between = warsSince(tie);
  const wars = few(
    between.map((war) => warStep(war, pair, today, language)),
    language,
  );
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
    history: few(
      anew.map((event) => stepOf(event, pair, language)),
      language,
    ),
  };
  const anewToo = doubt === "doubtful" && latest !== undefined ? [language.text("lookup.tie.anew-too", words)] : [];
  if (gone === undefined || over === undefined) return [language.text(SINCE_KEY[doubt], words), ...anewToo].join(" ");
  const ends = { former: language.nameInText(gone.code), end: language.date(gone.until), how: gone.how };
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

/** How the last relations on record ended, and what points to others since then. */
function endedText(
  { tie, standing, traces }: Relations,
  history: string,
  unsure: readonly string[],
  reader: Reader,
): readonly string[] {
  const { language } = reader;
  const before = language.text("lookup.tie.before", { history });
  const since = traces === undefined ? [] : [traces.best, traces.latest];
  if (unsure.length > 0) {
    const besides = isBeside(tie) ? language.text("lookup.tie.beside", { history }) : before;
    return [...unsure, ...signText(since, reader), besides];
  }
  const ended = tie.stretches.at(-1)?.ended;
  const isByWar = ended?.how === "war";
  if (standing === "over" || (standing === "perhaps" && traces !== undefined)) {
    const key = standing === "over" ? "lookup.tie.ended" : "lookup.tie.perhaps-again";
    const how = ended?.how === "broken" && ended.by.kind === "relations-suspended" ? "suspended" : "severed";
    return [language.text(key, { how, history }), ...signText(since, reader, "lookup.tie.since-then")];
  }
  if (traces === undefined)
    return [language.text(isByWar ? "lookup.tie.ended-by-war" : "lookup.tie.former", { history })];
  const key = isByWar || tie.signs.length > 0 ? "lookup.tie.again-unknown" : "lookup.tie.own-beginning-unknown";
  return [language.text(key), ...signText(since, reader), before];
}

/** Whether what a former party had began only after the doubtful beginning of the two themselves. */
function isBeside({ stretches, doubtful }: Tie): boolean {
  const [began, unsure] = [stretches[0]?.began, doubtful[0]];
  return began !== undefined && unsure !== undefined && compareDates(began.date, unsure.date) > 0;
}

function lastDayOf(date: PartialDate): LocalDate {
  const month = date.precision === "year" ? 12 : date.month;
  return date.precision === "day" ? date : localDate(date.year, month, daysInMonth(date.year, month));
}
