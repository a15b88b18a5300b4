import type { MonthDay } from "./calendar.ts";
import { type Day, formatDate, parseLocalDate } from "./date.ts";
import type { PartyCode } from "./party.ts";

/** A day of every year where no year belongs to it, such as a name day. */
export interface EveryYear extends MonthDay {
  readonly precision: "every-year";
}
export type OwnDate = Day | EveryYear;

/** Eight characters of Crockford's base 32, chosen by the store; unique in its server. */
export type OwnEventId = string;

/** What a server says of one date of its own: shown in that server alone. */
export interface OwnEventContent {
  readonly date: OwnDate;
  /** One clean line of plain text. */
  readonly text: string;
  /** A kind of the archive (kind.ts), else a free one in the server's own words; undefined where none was given. */
  readonly kind: string | undefined;
  /** Whom it concerns; empty where it concerns no party in particular. */
  readonly parties: readonly PartyCode[];
  /** An https address. */
  readonly link: string | undefined;
}

export interface OwnEvent extends OwnEventContent {
  readonly id: OwnEventId;
}

/** How much a server may keep: dates in all, parties of one, UTF-16 units of its texts. */
export const OWN_LIMITS = { events: 500, parties: 10, text: 200, kind: 40, link: 300 } as const;

/** The parts of an own event that a person writes, each by its name. */
export const OWN_FIELDS = ["date", "text", "countries", "kind", "link"] as const;
export type OwnField = (typeof OWN_FIELDS)[number];

/** 2024 is a leap year: 29 February exists. */
const ANY_YEAR = "2024";

/** Reads YYYY-MM-DD, or for every year XXXX-MM-DD (EDTF's mark for a year that is not given) or --MM-DD (XML Schema's). */
export function parseOwnDate(text: string): OwnDate | undefined {
  const [, monthAndDay] = /^(?:XXXX-|--)(\d{2}-\d{2})$/i.exec(text) ?? [];
  if (monthAndDay === undefined) return parseLocalDate(text);
  const date = parseLocalDate(`${ANY_YEAR}-${monthAndDay}`);
  return date && { precision: "every-year", month: date.month, day: date.day };
}

/** YYYY-MM-DD or XXXX-MM-DD: parseOwnDate reads it again, and no spreadsheet takes it for something else. */
export function formatOwnDate(date: OwnDate): string {
  if (date.precision === "day") return formatDate(date);
  return `XXXX-${formatDate({ ...date, precision: "day", year: Number(ANY_YEAR) }).slice(5)}`;
}

/** The inverse of ownTexts; undefined where the date is none. */
export function ownFromTexts(texts: Readonly<Record<OwnField, string>>): OwnEventContent | undefined {
  const date = parseOwnDate(texts.date);
  return (
    date && {
      date,
      text: texts.text,
      kind: texts.kind === "" ? undefined : texts.kind,
      parties: texts.countries.split(" ").filter((code) => code !== ""),
      link: texts.link === "" ? undefined : texts.link,
    }
  );
}

/** Each part as one short text that is the same in every language: codes with spaces between them, empty for none. */
export function ownTexts({ date, text, parties, kind, link }: OwnEventContent): Readonly<Record<OwnField, string>> {
  return { date: formatOwnDate(date), text, countries: parties.join(" "), kind: kind ?? "", link: link ?? "" };
}

/** All that it says as one text: two with the same say the same, in whatever order they name countries. */
export function ownKey(event: OwnEventContent): string {
  return JSON.stringify(ownTexts({ ...event, parties: event.parties.toSorted() }));
}
