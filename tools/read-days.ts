import { parseArgs } from "node:util";
import { LEAP_DAY, type Occasion } from "../src/almanac/anniversary.ts";
import { DAYS_OF_YEAR, markedIn } from "../src/almanac/calendar.ts";
import { type LocalDate, parseLocalDate } from "../src/almanac/date.ts";
import { digestFor } from "../src/digest/compose.ts";
import { EVERYTHING, type Selection } from "../src/digest/digest.ts";
import { scoreOf } from "../src/digest/rank.ts";
import { rankedFor } from "../src/digest/ranking.ts";
import { readerOf } from "../src/messages/sentence.ts";
import { anniversaryLine } from "../src/messages/wording.ts";
import { openArchive } from "../src/wiring/archive.ts";

const FIRST_YEAR = 2026;
const YEARS = 5;
const USAGE = `Usage: npm run --silent read-days -- [--seed 1] [--days 10] [--country KE] [--scores] [--next 10] [YYYY-MM-DD ...]
Prints what a server is shown on so many random days, or on the days that are given, and so many of the lines that were left out,
best first, each behind a minus. A seed draws the same days again.`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    days: { type: "string", default: "10" },
    next: { type: "string", default: "0" },
    country: { type: "string", multiple: true, default: [] },
    scores: { type: "boolean", default: false },
  },
});
const given = positionals.map(parseLocalDate);
if (![values.seed, values.days, values.next].every((count) => /^\d+$/.test(count)) || given.includes(undefined)) {
  console.error(USAGE);
  process.exit(2);
}

const { almanac, catalogue } = openArchive("data", ".attache/cache");
const reader = readerOf(catalogue.language("en-GB"), values.country);
const selection: Selection = { ...EVERYTHING, parties: values.country };
const days = given.length > 0 ? given.flatMap((day) => day ?? []) : draw(Number(values.days), Number(values.seed));
for (const day of days) print(day);

function print(date: LocalDate): void {
  const { lines } = digestFor(almanac, selection, date);
  const shown = new Set(lines.map(({ id }) => id));
  const others = rankedFor(almanac.occasionsOn(date, selection.leapDay), selection, almanac)
    .map(({ occasion }) => occasion)
    .filter(({ id }) => !shown.has(id));
  console.log(reader.language.weekday(date));
  for (const line of lines) console.log(`  ${score(line)}${anniversaryLine(line, reader)}`);
  for (const line of others.slice(0, Number(values.next)))
    console.log(`- ${score(line)}${anniversaryLine(line, reader)}`);
}

function score(line: Occasion): string {
  return values.scores ? `${scoreOf(line).toFixed(1).padStart(6)} ` : "";
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
    return markedIn(FIRST_YEAR + below(YEARS), day, LEAP_DAY);
  });
}
