import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTables } from "./data-rows.ts";
import { leaveOut } from "./leave-out.ts";

const DATA = join(import.meta.dirname, "../../data");
const [collection, ...rest] = process.argv.slice(2);
const sources = readTables(join(DATA, "sources"));
if (collection === undefined || rest.length > 0 || !sources.has(`${collection}.csv`)) {
  const known = [...sources.keys()].map((path) => path.replace(/\.csv$/, "")).join(", ");
  console.error(`Usage: npm run data:without -- <collection>\nCollections (the files of data/sources/): ${known}`);
  process.exit(2);
}

const dropped = new Set((sources.get(`${collection}.csv`) ?? []).map((row) => row["id"] ?? ""));
const result = leaveOut(readTables(join(DATA, "events")), readTables(DATA).get("redirects.csv") ?? [], dropped);
for (const [path, text] of result.files) writeFileSync(join(DATA, path), text);
for (const path of result.emptied) rmSync(join(DATA, path));
rmSync(join(DATA, "sources", `${collection}.csv`));
console.log(`${result.events} events had no other source and are gone; ${result.citations} citations were taken out.`);
