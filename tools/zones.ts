/**
 * Writes data/zones/ from the dump "cities500" of GeoNames (its text file, tab-separated) and from the names of zones that this Node.js
 * has from CLDR: npm run zones -- <cities500.txt>
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { csvFormatRows } from "d3-dsv";
import { fold } from "../src/almanac/parties/fold.ts";

/** Smaller ones are told by their zone's own city or their country; capitals are all there. */
const LEAST = 250_000;
/** Where English has names of its own for zones. */
const ENGLISH = ["en-US", "en-GB", "en-AU", "en-CA", "en-IN", "en-NZ", "en-ZA", "en-KE", "en-NG"];
const HALVES = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)];

const [path] = process.argv.slice(2);
if (path === undefined) throw new Error("npm run zones -- <cities500.txt>");

/**
 * Each name once as search compares them, as it is written rather than in plain letters; without machine transliterations, which begin with a
 * small letter, and codes of airports.
 */
function namesOf(name: string, others: string): readonly string[] {
  const byFold = new Map<string, string>();
  for (const other of others.split(",")) {
    const folded = fold(other);
    if (folded === "" || /^[a-z]|^[A-Z]{2,4}$|[;"]/.test(other)) continue;
    if (/^[ -~]*$/.test(byFold.get(folded) ?? "")) byFold.set(folded, other);
  }
  byFold.delete(fold(name));
  return [...byFold.values()];
}

const cities = readFileSync(path, "utf8")
  .split("\n")
  .map((line) => line.split("\t"))
  .filter(([, , , , , , , code, , , , , , , population]) => code === "PPLC" || Number(population) >= LEAST)
  .map((cells) => {
    const [name = "", others = "", country = "", population = "", zone = ""] = [1, 3, 8, 14, 17].map((at) => cells[at]);
    return [name, country, zone, population, namesOf(name, others).join("; ")];
  })
  .toSorted((one, other) => Number(other[3]) - Number(one[3]) || (one.join() < other.join() ? -1 : 1));

/** "EST; EDT; Eastern Standard Time": what English calls a zone, where that is more than an offset. */
function cldrNames(timeZone: string): readonly string[] {
  const names = ENGLISH.flatMap((locale) =>
    (["short", "long"] as const).flatMap((timeZoneName) =>
      HALVES.map((instant) => {
        const parts = new Intl.DateTimeFormat(locale, { timeZone, timeZoneName }).formatToParts(instant);
        return parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
      }),
    ),
  );
  return [...new Set(names)].filter((name) => name !== "" && !/^GMT[+-]/.test(name));
}

const zones = Intl.supportedValuesOf("timeZone").map((zone) => [zone, cldrNames(zone).join("; ")]);
mkdirSync("data/zones", { recursive: true });
writeFileSync(
  "data/zones/cities.csv",
  `${csvFormatRows([["name", "country", "zone", "population", "names"], ...cities])}\n`,
);
writeFileSync(
  "data/zones/names.csv",
  `${csvFormatRows([["zone", "names"], ...zones.filter(([, names]) => names !== "")])}\n`,
);
