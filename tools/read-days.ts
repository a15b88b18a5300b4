import { parseArgs } from "node:util";
import { DAYS_OF_YEAR, markedIn } from "../src/almanac/calendar.ts";
import { type LocalDate, parseLocalDate } from "../src/almanac/date.ts";
import { FAMILIES } from "../src/almanac/kind.ts";
import { significanceOf } from "../src/almanac/significance.ts";
import { digestFor } from "../src/digest/compose.ts";
import type { Digest, Selection } from "../src/digest/digest.ts";
import { readerOf } from "../src/messages/sentence.ts";
import { anniversaryLine } from "../src/messages/wording.ts";
import { openArchive } from "../src/wiring/archive.ts";

const FIRST_YEAR = 2026;
const YEARS = 5;
const USAGE = `Usage: npm run --silent read-days -- [--seed 1] [--days 10] [--country KE] [--scores] [YYYY-MM-DD ...]
Prints what a server is shown on so many random days, or on the days that are given. A seed draws the same days again.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "10" },
    country: { type: "string", multiple: true, default: [] },
    scores: { type: "boolean", default: false },
  },
});
const given = positionals.map(parseLocalDate);
if (!/^\d+$/.test(values.seed) || !/^\d+$/.test(values.days) || given.includes(undefined)) {
  console.error(USAGE);
  process.exit(2);
}

const { almanac, catalogue } = openArchive("data", ".attache");
const reader = readerOf(catalogue.language("en-GB"), values.country);
const selection: Selection = {
  parties: values.country,
  match: "any",
  families: FAMILIES,
  tier: 1,
  lines: 5,
  leapDay: "02-28",
  routine: "when-empty",
};
const days = given.length > 0 ? given.flatMap((day) => day ?? []) : draw(Number(values.days), Number(values.seed));
for (const day of days) print(digestFor(almanac, selection, day));

function print({ date, lines }: Digest): void {
  console.log(reader.language.weekday(date));
  for (const line of lines) {
    const score = significanceOf(line.weight, line.lead.years).toFixed(1);
    console.log(`${values.scores ? score.padStart(7) : " "} ${anniversaryLine(line, reader)}`);
  }
}

/** Days of the years from FIRST_YEAR on, drawn by a seed (mulberry32), so that a reading can be repeated. */
function draw(count: number, seed: number): readonly LocalDate[] {
  let state = seed;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const more = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((more ^ (more >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
  return Array.from({ length: count }, () => {
    const day = DAYS_OF_YEAR[below(DAYS_OF_YEAR.length)] ?? { month: 1, day: 1 };
    return markedIn(FIRST_YEAR + below(YEARS), day, "02-28");
  });
}
