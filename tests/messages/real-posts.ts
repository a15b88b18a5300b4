import { daysInMonth, type LocalDate } from "../../src/almanac/date.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { openCatalogue } from "../../src/messages/catalogue.ts";
import { dailyPost } from "../../src/messages/daily-post.ts";
import type { Post } from "../../src/messages/post.ts";
import { realAlmanac } from "../digest/real-almanac.ts";
import { TRANSLATIONS } from "./language.ts";

export const almanac = realAlmanac();
export const english = openCatalogue(TRANSLATIONS, almanac.parties, (code) => almanac.partyCount(code)).language(
  "en-GB",
);

/** The post of a local date for a server that follows these parties, or everything. */
export function postOf(date: LocalDate, parties: readonly string[], lines = 5): Post {
  const selection = { ...EVERYTHING, parties, lines };
  return dailyPost(digestFor(almanac, selection, date), english, { following: parties, late: false });
}

/** 2028 has all 366 days. */
export const YEAR: readonly LocalDate[] = Array.from({ length: 12 }, (_, index) => index + 1).flatMap((month) =>
  Array.from({ length: daysInMonth(2028, month) }, (_, day) => ({
    precision: "day",
    year: 2028,
    month,
    day: day + 1,
  })),
);
