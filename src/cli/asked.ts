import { type NotADate, readDates } from "../../commands/typed/date.ts";
import type { Filter } from "../almanac/almanac.ts";
import { TIERS, type Tier } from "../almanac/anniversary.ts";
import { formatDate, type LocalDate } from "../almanac/date.ts";
import { FAMILIES, type Family, familyOf, isKind, KINDS, type Kind } from "../almanac/kind.ts";
import { nearest } from "../almanac/nearest.ts";
import type { PartyCode } from "../almanac/party.ts";
import { type Desk, UsageError } from "./desk.ts";

/** The options that most subcommands share, as they were typed. */
export interface Asked {
  readonly json?: boolean;
  readonly lang: string;
  readonly country?: readonly string[];
  readonly kind?: readonly string[];
  readonly limit?: string;
}

/** The party that a typed name, code or old name means. Throws UsageError with the likeliest where it means none. */
export function partyCalled(desk: Desk, typed: string, locale: string): PartyCode {
  if (typed.trim() === "") throw new UsageError("The name of a country is missing. Write it, or its code: BE.");
  const resolution = desk.almanac.parties.resolve(typed, locale);
  if (resolution.found) return resolution.found.code;
  const suggestions = resolution.suggestions.map(({ party, name }) => `${name} (${party.code})`);
  throw new UsageError(
    `No country or organisation is called "${typed}". ${suggestions.length > 0 ? `Did you mean ${orList(suggestions)}?` : "Write its name, in any language, or its ISO 3166 code: BE."}`,
  );
}

/** The local date that was typed: 2026-06-25, 25 June, tomorrow. Throws UsageError where it is none. */
export function dateCalled(desk: Desk, typed: string, locale: string): LocalDate {
  const reading = readDates(typed, desk.language(locale), desk.today);
  if (reading.ok) return reading.dates[0];
  if (reading.why.kind === "whole") {
    const { date } = reading.why;
    throw new UsageError(
      `"${typed}" is a ${date.precision}, not a day. Write one of its days: ${formatDate({ day: 1, month: 1, ...date, precision: "day" })}. Round anniversaries of a whole year: jubilees ${date.year}.`,
    );
  }
  throw new UsageError(`"${typed}" is no date. ${cureOf(reading.why, desk)}`);
}

/** The year that was typed. Throws UsageError where it is none. */
export function yearCalled(typed: string): number {
  if (/^\d{4}$/.test(typed) && Number(typed) > 0) return Number(typed);
  throw new UsageError(`"${typed}" is no year. Write it in four digits: 2027.`);
}

/** A whole number from 1 to the most that is allowed. Throws UsageError otherwise. */
export function countCalled(typed: string, option: string, most = 9_999_999): number {
  if (/^\d{1,7}$/.test(typed) && Number(typed) > 0 && Number(typed) <= most) return Number(typed);
  throw new UsageError(`${option} ${typed}: write a whole number from 1 to ${most}.`);
}

/** The tier that was typed. Throws UsageError where there is none of it. */
export function tierCalled(typed: string): Tier {
  const tier = TIERS.find((each) => String(each) === typed);
  if (tier !== undefined) return tier;
  throw new UsageError(`There is no tier ${typed}. Use ${orList(TIERS.map(String))}.`);
}

/** What --country and --kind let through. Kinds and families may both be named. */
export function filterOf(desk: Desk, { country = [], kind = [], lang }: Asked): Filter {
  const kinds = kind.flatMap((typed) => typed.split(",")).flatMap(kindsCalled);
  return {
    ...(country.length > 0 ? { parties: country.map((typed) => partyCalled(desk, typed, lang)) } : {}),
    ...(kinds.length > 0 ? { kinds } : {}),
  };
}

function kindsCalled(typed: string): readonly Kind[] {
  if (isKind(typed)) return [typed];
  if (isFamily(typed)) return KINDS.filter((kind) => familyOf(kind) === typed);
  const close = nearest(typed, [...KINDS, ...FAMILIES], 3);
  throw new UsageError(
    `No kind or family of events is called "${typed}". ${close.length > 0 ? `Did you mean ${orList(close)}?` : `The families are ${FAMILIES.join(", ")}.`}`,
  );
}

function isFamily(text: string): text is Family {
  return FAMILIES.some((family) => family === text);
}

function cureOf(why: Exclude<NotADate, { kind: "whole" }>, { today }: Desk): string {
  switch (why.kind) {
    case "unreadable":
      return `Write it as ${formatDate(today)}.`;
    case "more-than-a-date":
      return `"${why.more}" is no part of one: name a country with --country.`;
    case "no-such-day":
      return `That month has ${why.days} days${why.year === undefined ? " at most" : ""}. What comes nearest: ${orList(why.near.map(formatDate))}.`;
    case "no-such-month":
      return `There is no month ${why.month}.`;
    case "month-of-any-year":
      return `Write a day of the month as well: ${formatDate({ ...today, month: why.month, day: 1 })}.`;
  }
}

/** "a, b or c", in English. */
export function orList(items: readonly string[]): string {
  return new Intl.ListFormat("en", { type: "disjunction" }).format(items);
}
