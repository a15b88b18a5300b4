import {
  type Arbitrary,
  constant,
  constantFrom,
  integer,
  oneof,
  record,
  string,
  subarray,
  uniqueArray,
} from "fast-check";
import { readOwnKind, readOwnText } from "../../../commands/typed/own-event.ts";
import { daysInMonth } from "../../../src/almanac/date.ts";
import { KINDS } from "../../../src/almanac/kind.ts";
import { OWN_LIMITS, type OwnDate, type OwnEventContent, ownKey } from "../../../src/almanac/own-event.ts";
import { clean } from "../../../src/messages/plain.ts";
import { register } from "../../almanac/parties/the-register.ts";
import { english } from "../../messages/language.ts";

const CODES = register.all.map(({ code }) => code);

const days: Arbitrary<OwnDate> = record({
  precision: constantFrom("day" as const, "every-year" as const),
  year: integer({ min: 1, max: 2036 }),
  month: integer({ min: 1, max: 12 }),
  day: integer({ min: 1, max: 31 }),
}).map(({ precision, year, month, day }) =>
  precision === "day"
    ? { precision, year, month, day: Math.min(day, daysInMonth(year, month)) }
    : { precision, month, day: Math.min(day, daysInMonth(2024, month)) },
);

/** What spreadsheets, tables, JSON and Discord each take for more than a text. */
const NASTY = [
  "=",
  "+",
  "-",
  "@",
  "'",
  '"',
  ";",
  ",",
  "\t",
  "＝1",
  "\\",
  "{",
  "]",
  "null",
  "<@1>",
  "@everyone",
  "\u202E",
  "é",
  "日本",
  "sep=;",
  " ",
];
const texts = (longest: number) =>
  oneof(
    string({ unit: "grapheme", minLength: 1, maxLength: longest }),
    string({ unit: constantFrom(...NASTY), minLength: 1, maxLength: 12 }),
  ).map((text) => clean(text).slice(0, longest));

/** Own events as the commands make them: every part is one that they would take. */
export const ownEvents: Arbitrary<OwnEventContent> = record({
  date: days,
  text: texts(OWN_LIMITS.text).filter((text) => readsAs(readOwnText(text, english), text)),
  kind: oneof(
    constant(undefined),
    constantFrom(...KINDS),
    texts(OWN_LIMITS.kind).filter((kind) => kind !== "" && readsAs(readOwnKind(kind, english), kind)),
  ),
  parties: subarray([...CODES], { maxLength: OWN_LIMITS.parties }),
  link: constantFrom(undefined, "https://example.org/", "https://example.org/a?b=%22,;&c=1#=1"),
});

/** A server's: no two say the same. */
export const servers: Arbitrary<readonly OwnEventContent[]> = uniqueArray(ownEvents, {
  selector: ownKey,
  maxLength: 12,
});

function readsAs(part: { readonly ok: boolean; readonly value?: unknown }, value: string): boolean {
  return part.ok && part.value === value;
}
