import { type PostAt, parsePostAt } from "../../src/delivery/subscription.ts";
import type { Language } from "../../src/messages/language.ts";

const TWELVE_HOURS = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s*m\.?$/i;
const HOUR_ALONE = /^(\d{1,2})\s*h?$/i;

/** Hours that have words of their own; each text is a list of them. */
const NAMED = { "12:00": "commands.hour.noon", "00:00": "commands.hour.midnight" } as const;

interface NamedHour {
  readonly hour: PostAt;
  readonly word: string;
}

function namedHours(language: Language): readonly NamedHour[] {
  return Object.entries(NAMED).flatMap(([text, key]) => {
    const hour = parsePostAt(text);
    const words = language.text(key).toLocaleLowerCase(language.locale).split(", ");
    return hour === undefined ? [] : words.map((word) => ({ hour, word }));
  });
}

/** Reads 9, 9:00, 09.30, 9h30, 9 am, 9:30 p.m. or noon as HH:mm; undefined where it is no time of day. */
export function readHour(typed: string, language: Language): PostAt | undefined {
  const text = typed.trim();
  const word = text.toLocaleLowerCase(language.locale).replaceAll(/\s+/g, " ");
  const named = namedHours(language).find((each) => each.word === word);
  if (named !== undefined) return named.hour;
  const [, hour = "", minute = "00", half] = TWELVE_HOURS.exec(text) ?? [];
  if (half !== undefined) {
    const number = Number(hour);
    if (number < 1 || number > 12) return undefined;
    return parsePostAt(`${(number % 12) + (half.toLowerCase() === "p" ? 12 : 0)}:${minute}`);
  }
  const [, alone] = HOUR_ALONE.exec(text) ?? [];
  return parsePostAt(alone === undefined ? text : `${alone}:00`);
}

/** What somebody who has typed so much may mean: the hour itself, else the full and half hours that begin so, or whose word does. */
export function suggestHours(typed: string, language: Language): readonly PostAt[] {
  const read = readHour(typed, language);
  const begun = typed.trim();
  const word = begun.toLocaleLowerCase(language.locale);
  const named = begun === "" ? [] : namedHours(language).filter((each) => each.word.startsWith(word));
  const all = Array.from(
    { length: 48 },
    (_, half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`,
  );
  const like = (begun === "" ? all.filter((hour) => hour.endsWith("00")) : all).filter(
    (hour) => hour.startsWith(begun) || hour.replace(/^0/, "").startsWith(begun),
  );
  return [
    ...new Set([
      ...(read ? [read] : []),
      ...named.map(({ hour }) => hour),
      ...like.flatMap((hour) => parsePostAt(hour) ?? []),
    ]),
  ];
}
