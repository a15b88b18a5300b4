import { type PostAt, parsePostAt } from "../../src/delivery/subscription.ts";

const TWELVE_HOURS = /^(\d{1,2})(?:[:.](\d{2}))?\s*([ap])\.?\s*m\.?$/i;
const HOUR_ALONE = /^(\d{1,2})\s*h?$/i;

/** Reads 9, 9:00, 09.30, 9h30, 9 am or 9:30 p.m. as HH:mm; undefined where it is no time of day. */
export function readHour(typed: string): PostAt | undefined {
  const text = typed.trim();
  const [, hour = "", minute = "00", half] = TWELVE_HOURS.exec(text) ?? [];
  if (half !== undefined) {
    const number = Number(hour);
    if (number < 1 || number > 12) return undefined;
    return parsePostAt(`${(number % 12) + (half.toLowerCase() === "p" ? 12 : 0)}:${minute}`);
  }
  const [, alone] = HOUR_ALONE.exec(text) ?? [];
  return parsePostAt(alone === undefined ? text : `${alone}:00`);
}

/** What somebody who has typed so much may mean: the hour itself, else the full and half hours that begin so. */
export function suggestHours(typed: string): readonly PostAt[] {
  const read = readHour(typed);
  const begun = typed.trim();
  const all = Array.from(
    { length: 48 },
    (_, half) => `${String(half >> 1).padStart(2, "0")}:${half % 2 ? "30" : "00"}`,
  );
  const like = (begun === "" ? all.filter((hour) => hour.endsWith("00")) : all).filter(
    (hour) => hour.startsWith(begun) || hour.replace(/^0/, "").startsWith(begun),
  );
  return [...new Set([...(read ? [read] : []), ...like.flatMap((hour) => parsePostAt(hour) ?? [])])];
}
