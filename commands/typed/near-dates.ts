import { formatDate, type LocalDate, type PartialDate } from "../../src/almanac/date.ts";
import { nearest } from "../../src/almanac/nearest.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Unread } from "../meant.ts";
import { quoted, refused } from "../refusal.ts";
import { type NotADate, readDates } from "./date.ts";
import { datePhrases } from "./date-phrases.ts";
import { BESIDE, dateWords } from "./date-words.ts";
import { notADate } from "./typed-date.ts";
import { wholeAsked } from "./whole-date.ts";
import { wordsOf } from "./words.ts";

/**
 * What may be meant by what is no date: the days nearest to one that a month does not have; else what it is with its words spelt right
 * ("23 Marhc", "tomorow"), or without those that are of no date. Whole months and years as well; none where nothing comes near.
 */
export function nearDates(typed: string, why: NotADate, today: LocalDate, language: Language): readonly PartialDate[] {
  if (why.kind === "no-such-day") return why.near;
  const words = wordsOf(typed);
  const strangers = why.kind === "more-than-a-date" ? why.more.split(" ") : [];
  const without = words.filter((word) => !strangers.includes(word));
  const spelt = datesRespelt(words, today, language);
  return spelt.length > 0 || strangers.length === 0 ? spelt : datesIn(without.join(" "), today, language);
}

function datesRespelt(words: readonly string[], today: LocalDate, language: Language): readonly PartialDate[] {
  const found = respelt(words, language)
    .values()
    .map((each) => datesIn(each.join(" "), today, language));
  return found.find((dates) => dates.length > 0) ?? [];
}

function datesIn(text: string, today: LocalDate, language: Language): readonly PartialDate[] {
  const reading = readDates(text, language, today);
  if (reading.ok) return reading.dates.slice(0, MOST_MEANT);
  return reading.why.kind === "no-such-day" ? reading.why.near : [wholeAsked(reading.why, today) ?? []].flat();
}

/** The refusal of what is no date, with what may be meant by it. */
export function unreadDate(typed: string, why: NotADate, today: LocalDate, language: Language): Unread {
  const near = nearDates(typed, why, today, language);
  const choices = near.map((date) => ({ name: language.weekday(date), value: formatDate(date) }));
  const refusal = notADate(typed, why, today, language);
  const isDateAndMore = why.kind === "more-than-a-date" && datesRespelt(wordsOf(typed), today, language).length === 0;
  if (choices.length === 0 || why.kind === "no-such-day" || isDateAndMore) return { refusal, near: choices };
  const meant = { typed: quoted(typed), near: language.list(near.map(language.date)) };
  return { ...refused(language.text("commands.error.near-dates", meant)), near: choices };
}

/** Of a date that can be read several ways so many are offered. */
const MOST_MEANT = 3;

/** Fewer letters come near too much. */
const SHORTEST = 3;
/** A word is tried as so many others, and so many of them together. */
const MOST_SPELLINGS = 3;
const MOST_WORDS = 3;

/** The ways to spell the words that belong to no date as those that do, the likeliest first; none where there are many or none such. */
function respelt(words: readonly string[], language: Language): readonly (readonly string[])[] {
  const known = wordsOfDates(language);
  const isKnown = (word: string) => known.has(word) || /^\d+$/u.test(word);
  const wrong = words.filter((word) => !isKnown(word)).length;
  if (wrong === 0 || wrong > MOST_WORDS) return [];
  return words.reduce<readonly (readonly string[])[]>(
    (ways, word) => {
      const spelt = isKnown(word) ? [word] : word.length < SHORTEST ? [] : nearest(word, known, MOST_SPELLINGS);
      return ways.flatMap((way) => spelt.map((each) => [...way, each]));
    },
    [[]],
  );
}

function wordsOfDates(language: Language): ReadonlySet<string> {
  return new Set([
    ...datePhrases(language).words,
    ...BESIDE,
    ...[dateWords(language.readerLocale), dateWords("en")].flatMap(({ all, months, relative, weeks }) => [
      ...all,
      ...months.map(([form]) => form),
      ...[...relative.keys(), ...weeks.keys()].flatMap((phrase) => phrase.split(" ")),
    ]),
  ]);
}
