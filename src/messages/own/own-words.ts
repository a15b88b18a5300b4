import { isKind } from "../../almanac/kind.ts";
import type { OwnDate } from "../../almanac/own-event.ts";
import type { Language } from "../language.ts";

/** "25 August 1992", or "25 August, every year", in plain text. */
export function ownDateText(date: OwnDate, language: Language): string {
  return date.precision === "day"
    ? language.date(date)
    : language.text("own.every-year", { date: language.dayOfYear(date) });
}

/** A kind of the archive by its name in the language, a free one in the server's own words. */
export function ownKindText(kind: string, language: Language): string {
  return isKind(kind) ? language.text(`own.kind.${kind}`) : kind;
}
