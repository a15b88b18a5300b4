import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Almanac, Filter, View } from "../src/almanac/almanac.ts";
import { addDays, localDate } from "../src/almanac/calendar.ts";
import type { LocalDate } from "../src/almanac/date.ts";
import { FAMILIES, KINDS } from "../src/almanac/kind.ts";
import { type Times, timesOf } from "./timing.ts";

/** What one start of a process took until its first answer. */
export interface Start {
  readonly milliseconds: number;
  /** Resident after the first answer. */
  readonly megabytes: number;
}

/** The fastest of several starts with nothing built, and with an index that was built before. */
export function benchStarts(dataDir: string, rounds: number): { readonly cold: Start; readonly built: Start } {
  const cacheDir = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const start = (): Start => {
    const script = join(import.meta.dirname, "almanac-start.ts");
    const told: unknown = JSON.parse(execFileSync(process.execPath, [script, dataDir, cacheDir], { encoding: "utf8" }));
    if (!isStart(told)) throw new Error(`${script} told ${JSON.stringify(told)}`);
    return told;
  };
  try {
    const cold = Array.from({ length: rounds }, () => {
      rmSync(cacheDir, { recursive: true });
      return start();
    });
    return { cold: fastest(cold), built: fastest(Array.from({ length: rounds }, start)) };
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}

function isStart(told: unknown): told is Start {
  return typeof told === "object" && told !== null && "milliseconds" in told && "megabytes" in told;
}

function fastest(starts: readonly Start[]): Start {
  return starts.reduce((best, each) => (each.milliseconds < best.milliseconds ? each : best));
}

const PARTIES = ["US", "GB", "FR", "BE", "RU", "KR", "KE", "DE", "ID", "nato", "KI", "CZ", "IN", "CN", "BR", "ZA"];
const TEXTS = (
  "versailles,treaty,north atlantic treaty,gorbachev reykjavik,korea visit,paris 1949,air services,a,embassy,stal," +
  "agreement on trade,対日,Tratado de Madrid,belgium kazakhstan,friendship cooperation,expulsion diplomats,united nations,1961"
).split(",");
const FIRST: View = { order: "date", limit: 25 };
const BEST: View = { order: "significance", limit: 25 };
const LATER: View = { order: "latest", limit: 25, offset: 25 };

type Ask = (almanac: Almanac) => unknown;

const DAYS = Array.from({ length: 60 }, (_, index): LocalDate => addDays(localDate(2026, 1, 1), index * 6));
const PAIRS = PARTIES.flatMap((one, index) => PARTIES.slice(index + 1).map((other) => [one, other] as const));
const YEARS = Array.from({ length: 100 }, (_, index) => 1900 + index);

/** Questions of each sort, as people ask them: what is shown of an answer is read. */
const LOOKUPS: Readonly<Record<string, readonly Ask[]>> = {
  "a day's occasions": DAYS.map(
    (day): Ask =>
      (almanac) =>
        almanac.occasionsOn(day, "02-28"),
  ),
  "a day's anniversaries": DAYS.map(
    (day): Ask =>
      (almanac) =>
        almanac.anniversariesOn(day, "02-28"),
  ),
  "a party with its lineage": found(PARTIES.map((code) => ({ parties: [code] }))),
  "a pair": found(PAIRS.map((parties) => ({ parties, match: "all" }))),
  "a pair the other way round": found(PAIRS.map(([one, other]) => ({ parties: [other, one], match: "all" }))),
  "a pair through organisations": found(
    PAIRS.map((parties) => ({ parties, match: "all", throughOrganisations: true })),
  ),
  "a kind": found(KINDS.map((kind) => ({ kinds: [kind] }))),
  "a family": found(FAMILIES.map((family) => ({ families: [family] }))),
  "a year": found(YEARS.map((year) => ({ years: [year, year] }))),
  "the next 30 days": DAYS.map(
    (day): Ask =>
      (almanac) =>
        almanac.upcoming(day, 30, "02-28", {}, FIRST),
  ),
  "the next 366 days": DAYS.map(
    (day): Ask =>
      (almanac) =>
        almanac.upcoming(day, 366, "02-28", {}, BEST),
  ),
  "the next 366 days by date": DAYS.map(
    (day): Ask =>
      (almanac) =>
        almanac.upcoming(day, 366, "02-28", {}, LATER),
  ),
  "the next 366 days of a party": PARTIES.map(
    (code): Ask =>
      (almanac) =>
        almanac.upcoming(localDate(2026, 11, 22), 366, "02-28", { parties: [code] }, BEST),
  ),
  "every anniversary of a year": YEARS.map(
    (year): Ask =>
      (almanac) =>
        almanac.jubilees(year + 60, 1, "02-28", {}, BEST),
  ),
  "jubilees of a year": YEARS.map(
    (year): Ask =>
      (almanac) =>
        almanac.jubilees(year + 60, 25, "02-28", {}, BEST),
  ),
  "overview of a month": DAYS.map(
    (day): Ask =>
      (almanac) =>
        almanac.monthOverview(day.year, day.month),
  ),
  "overview of a year": YEARS.map(
    (year): Ask =>
      (almanac) =>
        almanac.yearOverview(year + 60, 25),
  ),
  "full-text search": found(TEXTS.map((text) => ({ text }))),
};

function found(filters: readonly Filter[]): readonly Ask[] {
  return filters.flatMap((filter) =>
    [FIRST, BEST, LATER].map(
      (view): Ask =>
        (almanac) =>
          almanac.find(filter, view),
    ),
  );
}

/** Asks so many questions of all sorts in turn. */
export function flood(almanac: Almanac, count: number): void {
  const sorts = Object.values(LOOKUPS);
  for (let asked = 0; asked < count; asked++) {
    const asks = sorts[asked % sorts.length] ?? [];
    asks[Math.floor(asked / sorts.length) % asks.length]?.(almanac);
  }
}

/** Resident after so many questions of all sorts, in megabytes, in a process that is started as the bot is. */
export function benchFlood(dataDir: string, cacheDir: string, count: number): number {
  const script = join(import.meta.dirname, "almanac-flood.ts");
  const args = [
    "launcher/run.mjs",
    "--max-semi-space-size=2",
    "--optimize-for-size",
    script,
    dataDir,
    cacheDir,
    String(count),
  ];
  return Number(execFileSync(process.execPath, args, { encoding: "utf8" }));
}

/** How long each sort of lookup takes on a warm archive. */
export function benchLookups(almanac: Almanac, rounds: number): readonly (readonly [string, Times])[] {
  return Object.entries(LOOKUPS).map(([sort, asks]) => [sort, timesOf(asks, rounds, (ask) => ask(almanac))]);
}
