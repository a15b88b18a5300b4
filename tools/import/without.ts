import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readTables } from "./data-rows.ts";
import { leaveOut } from "./leave-out.ts";
import { table } from "./rows.ts";

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
dropFromPages();
console.log(`${result.events} events had no other source and are gone; ${result.citations} citations were taken out.`);

/** What an editor judged of pages that are gone goes with them. */
function dropFromPages(): void {
  const ids = [...readTables(join(DATA, "sources")).values()].flat().map((row) => row["id"] ?? "");
  const pages = readTables(join(DATA, "significance")).get("pages.csv") ?? [];
  const kept = pages.filter((row) => ids.some((id) => id.startsWith(row["begins"] ?? "")));
  const columns = Object.keys(pages[0] ?? {});
  const cells = kept.map((row) => columns.map((column) => row[column] ?? ""));
  if (kept.length < pages.length) writeFileSync(join(DATA, "significance", "pages.csv"), table(columns, cells));
}
