import type { LocalDate } from "../../src/almanac/date.ts";
import { isKind, KINDS } from "../../src/almanac/kind.ts";
import { OWN_LIMITS, type OwnDate, type OwnEventContent, parseOwnDate } from "../../src/almanac/own-event.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";
import { linkTarget } from "../../src/messages/markdown.ts";
import { ownKindText } from "../../src/messages/own/own-words.ts";
import { clean } from "../../src/messages/plain.ts";
import type { Refusal } from "../command.ts";
import { quoted, refused } from "../refusal.ts";
import { readCountries } from "./country.ts";
import { readDates } from "./date.ts";
import { notADate } from "./typed-date.ts";

/** One part of an own event as somebody wrote it, or what to write instead. */
export type Part<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: Refusal };

/** So many years ahead an own event may lie. */
const YEARS_AHEAD = 10;

/** A day as typed: with a year that day, without one the day of every year; XXXX-08-25 as well. */
export function readOwnDate(typed: string, today: LocalDate, language: Language): Part<OwnDate> {
  const written = parseOwnDate(typed.trim());
  if (written !== undefined) return notTooFar(written, today, language);
  const reading = readDates(typed, language, today);
  if (!reading.ok) return { ok: false, refusal: notADate(typed, reading.why, today, language) };
  const [date] = reading.dates;
  return notTooFar(reading.hasYear ? date : everyYear(date), today, language);
}

/** The day alone. */
export function everyYear({ month, day }: LocalDate): OwnDate {
  return { precision: "every-year", month, day };
}

function notTooFar(date: OwnDate, today: LocalDate, language: Language): Part<OwnDate> {
  if (date.precision !== "day" || date.year <= today.year + YEARS_AHEAD) return { ok: true, value: date };
  return refused(language.text("own.error.far", { year: String(date.year), years: YEARS_AHEAD }));
}

/** What the day is about: one clean line. */
export function readOwnText(typed: string, language: Language): Part<string> {
  const value = clean(typed);
  if (value === "") return refused(language.text("own.error.text-empty"));
  const { length } = value;
  return length <= OWN_LIMITS.text
    ? { ok: true, value }
    : refused(language.text("own.error.text-long", { length, most: OWN_LIMITS.text }));
}

/** A kind of the archive, by its code or its name in the language, else a free one; nothing typed is none. */
export function readOwnKind(typed: string, language: Language): Part<OwnEventContent["kind"]> {
  const value = clean(typed);
  if (value === "") return { ok: true, value: undefined };
  const meant = KINDS.find((kind) => [kind, ownKindText(kind, language)].some((name) => fold(name) === fold(value)));
  const { length } = value;
  return meant !== undefined || isKind(value) || length <= OWN_LIMITS.kind
    ? { ok: true, value: meant ?? value }
    : refused(language.text("own.error.kind-long", { length, most: OWN_LIMITS.kind }));
}

/** Names or codes with commas between them; nothing typed is nobody in particular. */
export function readOwnCountries(
  typed: string,
  parties: Pick<Register, "search" | "resolve">,
  language: Language,
): Part<readonly PartyCode[]> {
  const countries = readCountries(typed, parties, language);
  if (!countries.ok) return countries;
  const { length } = countries.codes;
  return length <= OWN_LIMITS.parties
    ? { ok: true, value: countries.codes }
    : refused(language.text("own.error.countries-many", { count: length, most: OWN_LIMITS.parties }));
}

/** An https address as a link can hold it; https:// may be left out. Nothing typed is none. */
export function readOwnLink(typed: string, language: Language): Part<OwnEventContent["link"]> {
  const written = typed.trim();
  if (written === "") return { ok: true, value: undefined };
  const address = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(written) ? written : `https://${written}`;
  if (address.length > OWN_LIMITS.link) return linkTooLong(address.length, language);
  const target = linkTarget(address);
  if (target === undefined || !/^https:\/\/[^/]+\.[^/]/.test(target))
    return refused(language.text("own.error.link", { typed: quoted(written) }));
  return target.length <= OWN_LIMITS.link ? { ok: true, value: target } : linkTooLong(target.length, language);
}

function linkTooLong(length: number, language: Language): Part<never> {
  return refused(language.text("own.error.link-long", { length, most: OWN_LIMITS.link }));
}
