import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readPublishers } from "../../src/almanac/publishers.ts";
import { codeParty, parseMergedCodes } from "./codes.ts";
import { differences } from "./compare.ts";
import { readTables } from "./data-rows.ts";
import { doubts } from "./merges.ts";
import { importFacts } from "./pipeline.ts";
import { readFacts } from "./read.ts";

const DATA = join(import.meta.dirname, "../../data");
const DRAWN = 200;
const USAGE = "Usage: npm run import:audit -- <folder of the fact files> [seed] [--print]";

const [folder, seedText = "1", ...rest] = process.argv.slice(2).filter((argument) => argument !== "--print");
if (folder === undefined || rest.length > 0 || !/^\d+$/.test(seedText)) {
  console.error(USAGE);
  process.exit(2);
}

const merged = parseMergedCodes(readFileSync(join(DATA, "parties/merged-codes.csv"), "utf8"));
const { events } = importFacts(readFacts(folder), { merged, publishers: readPublishers(DATA) });
const lines = new Map(events.map(({ id, draft }) => [id, draft.facts]));
const urls = new Map(
  [...readTables(join(DATA, "sources")).values()].flat().map((row) => [row["id"] ?? "", row["url"] ?? ""]),
);
const rows = [...readTables(join(DATA, "events")).values()].flat();

let wrong = 0;
for (const row of draw(rows, DRAWN, Number(seedText))) {
  const facts = lines.get(row["id"] ?? "");
  const found =
    facts === undefined
      ? ["no fact line leads to this id"]
      : differences(
          row,
          facts,
          (id) => urls.get(id) ?? "",
          (code, date) => codeParty(code, date, merged),
        );
  if (found.length > 0) wrong += 1;
  if (found.length > 0 || process.argv.includes("--print"))
    console.log(`${row["id"] ?? ""}: ${found.join("; ") || "as its lines"}`);
  if (process.argv.includes("--print")) {
    console.log(
      `  row   ${Object.values(row)
        .filter((cell) => cell !== "")
        .join(" | ")}`,
    );
    for (const fact of facts ?? []) console.log(`  line  ${JSON.stringify(fact)}`);
  }
}
console.log(
  `${wrong} of ${DRAWN} events drawn (seed ${seedText}) differ from their fact lines: ${((100 * wrong) / DRAWN).toFixed(1)} %`,
);

// The rows above are compared with lines of which nobody asks whether they belong together: that is asked of merged events
const several = events.filter(({ draft }) => draft.facts.length > 1);
let doubted = 0;
for (const { id, draft } of draw(several, DRAWN, Number(seedText))) {
  const why = doubts(draft.facts, (code, date) => codeParty(code, date, merged));
  if (why.length > 0) doubted += 1;
  if (why.length > 0) console.log(`${id}: ${why.slice(0, 3).join("; ")}`);
}
console.log(
  `${doubted} of ${DRAWN} merged events drawn (seed ${seedText}, of ${several.length}) are to be read: their lines are not plainly one fact`,
);

/** Draws rows without repeating one, by a seed (mulberry32), so that a draw can be looked at again. */
function draw<Item>(from: readonly Item[], count: number, seed: number): readonly Item[] {
  let state = seed;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    const again = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((again ^ (again >>> 14)) >>> 0) / 2 ** 32;
  };
  const chosen = new Set<Item>();
  while (chosen.size < Math.min(count, from.length)) {
    const row = from[Math.floor(random() * from.length)];
    if (row !== undefined) chosen.add(row);
  }
  return [...chosen];
}
