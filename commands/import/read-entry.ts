import { formatDate, type LocalDate } from "../../src/almanac/date.ts";
import {
  formatOwnDate,
  OWN_FIELDS,
  type OwnDate,
  type OwnEventContent,
  type OwnField,
  parseOwnDate,
} from "../../src/almanac/own-event.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";
import { ownDateText } from "../../src/messages/own/own-words.ts";
import { clean, shorten } from "../../src/messages/plain.ts";
import { refused } from "../refusal.ts";
import { readDates } from "../typed/date.ts";
import {
  everyYear,
  type Part,
  readOwnCountries,
  readOwnDate,
  readOwnKind,
  readOwnLink,
  readOwnText,
} from "../typed/own-event.ts";
import { relativeDates, withYears } from "../typed/relative-date.ts";
import { wordsOf } from "../typed/words.ts";
import type { Entry } from "./entry.ts";
import { malformedText } from "./fault-text.ts";

/** What is wrong with a part of an entry, or with the whole of it, and what would be right, in plain text. */
export interface Wrong {
  readonly field?: OwnField;
  readonly text: string;
}

export type EntryRead =
  | { readonly ok: true; readonly event: OwnEventContent }
  | { readonly ok: false; readonly wrong: readonly Wrong[] };

export interface Reading {
  readonly parties: Pick<Register, "search" | "resolve" | "party">;
  readonly today: LocalDate;
  readonly language: Language;
}

/** More than any part may have, however it is written: what is longer is not looked into. */
const LONGEST_PART = 2_000;

/** A reader of entries: each part as the commands read it, all that is wrong at once. It remembers names that come often. */
export function createReader({ parties, today, language }: Reading): (entry: Entry) => EntryRead {
  const known = new Map<string, Part<readonly PartyCode[]>>();
  const codesFirst = withCodesFirst(parties);
  const countriesOf = (typed: string): Part<readonly PartyCode[]> => {
    const names = typed.replaceAll(";", ",");
    const found =
      known.get(typed) ?? unknownAmong(names, codesFirst, language) ?? readOwnCountries(names, codesFirst, language);
    known.set(typed, found);
    return found;
  };
  return ({ fields, wrong }) => {
    if (wrong.length > 0) return { ok: false, wrong: wrong.map((each) => worded(each, language)) };
    const long = OWN_FIELDS.filter((field) => fields[field].length > LONGEST_PART);
    if (long.length > 0) return { ok: false, wrong: long.map((field) => tooLong(field, fields[field], language)) };
    const date = readDay(fields.date, today, language);
    const text = readOwnText(fields.text, language);
    const named = countriesOf(fields.countries);
    const kind = readOwnKind(fields.kind, language);
    const link = readOwnLink(fields.link, language);
    if (date.ok && text.ok && named.ok && kind.ok && link.ok) {
      const event = { date: date.value, text: text.value, parties: named.value, kind: kind.value, link: link.value };
      return { ok: true, event };
    }
    const parts = { date, text, countries: named, kind, link };
    const at = (field: OwnField): readonly Wrong[] => {
      const part: Part<unknown> = parts[field];
      return part.ok ? [] : [{ field, text: part.refusal.text }];
    };
    return { ok: false, wrong: OWN_FIELDS.flatMap(at) };
  };
}

/** The first name that is no one party's, and what comes near. */
function unknownAmong(names: string, parties: Pick<Register, "resolve">, language: Language): Part<never> | undefined {
  for (const name of names.split(",")) {
    const read = name.trim() === "" ? undefined : parties.resolve(name, language.locale);
    if (read === undefined || read.found !== undefined) continue;
    const typed = shorten(clean(name), 40);
    const near = read.suggestions.map((hit) => `${hit.name} (${hit.party.code})`);
    return refused(
      near.length === 0
        ? language.text("import.wrong.country", { typed })
        : language.text("import.wrong.country-near", { typed, suggestions: language.list(near) }),
    );
  }
  return undefined;
}

/** Files hold codes, ours among them: a code is that party, also where a name in some language is spelt like it. */
function withCodesFirst(parties: Reading["parties"]): Pick<Register, "search" | "resolve"> {
  return {
    search: (typed, locale, limit) => parties.search(typed, locale, limit),
    resolve(text, locale) {
      const found = parties.party(text.trim());
      return found === undefined ? parties.resolve(text, locale) : { found };
    },
  };
}

/** As the command reads it, but nothing is guessed: who imports is not asked about each line. */
function readDay(typed: string, today: LocalDate, language: Language): Part<OwnDate> {
  if (typed.trim() === "") return refused(language.text("import.wrong.no-date"));
  const reading = parseOwnDate(typed.trim()) === undefined ? readDates(typed, language, today) : undefined;
  const written = shorten(clean(typed), 40);
  if (reading?.ok === false && reading.why.kind === "unreadable")
    return refused(language.text("import.wrong.not-a-date", { typed: written }));
  if (reading?.ok !== true) return readOwnDate(typed, today, language);
  const { dates, hasYear } = reading;
  if (dependsOnToday(typed, today, language))
    return refused(language.text("import.wrong.relative-date", { typed: written, date: formatDate(dates[0]) }));
  const meant = dates.map((date) => (hasYear ? date : everyYear(date)));
  const [one, other] = new Map(meant.map((date) => [formatOwnDate(date), date])).values();
  if (one === undefined || other === undefined) return readOwnDate(typed, today, language);
  return refused(
    language.text("import.wrong.two-dates", {
      typed: written,
      one: ownDateText(one, language),
      other: ownDateText(other, language),
      written: formatOwnDate(one),
      otherwise: formatOwnDate(other),
    }),
  );
}

/** "Friday", "in 3 days", "5 June last year", or the day of a month that is not named: when the file was written it meant another one. */
function dependsOnToday(typed: string, today: LocalDate, language: Language): boolean {
  const words = wordsOf(typed);
  return (
    words.join("").length <= 2 ||
    relativeDates(words, language, today).length > 0 ||
    withYears(words, language, today).join(" ") !== words.join(" ")
  );
}

function worded(wrong: Entry["wrong"][number], language: Language): Wrong {
  return { ...("field" in wrong && { field: wrong.field }), text: malformedText(wrong, language) };
}

function tooLong(field: OwnField, { length }: string, { text }: Language): Wrong {
  return { field, text: text("import.wrong.too-long", { length, most: LONGEST_PART }) };
}
