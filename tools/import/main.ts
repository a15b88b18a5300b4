import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readPublishers } from "../../src/almanac/publishers.ts";
import { parseMergedCodes } from "./codes.ts";
import { idleCorrections } from "./corrections.ts";
import { readTables } from "./data-rows.ts";
import { importFacts } from "./pipeline.ts";
import { idlePrincipals } from "./principals.ts";
import { readFacts } from "./read.ts";
import { redirectsAfter } from "./redirects.ts";
import { report } from "./report.ts";

import { eventFiles, table } from "./rows.ts";
import { sourceTable } from "./source-files.ts";
import { readImportTable } from "./tables.ts";
import { writeData } from "./write.ts";

const DATA = join(import.meta.dirname, "../../data");

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) {
  console.error("Usage: npm run import -- <folder of the fact files>");
  process.exit(2);
}

const collected = readFacts(folder);
const idle = idleCorrections(collected.facts);
if (idle.length > 0) {
  console.error(
    `tools/import/tables/corrections.csv: no fact is meant by line ${idle.join(", ")}. Mend or delete them.`,
  );
  process.exit(1);
}
const imported = importFacts(collected, {
  merged: parseMergedCodes(readFileSync(join(DATA, "parties/merged-codes.csv"), "utf8")),
  publishers: readPublishers(DATA),
});
const { undecided, idle: idleRestorations } = imported.restorations;
if (undecided.length > 0 || idleRestorations.length > 0) {
  const open = undecided.map(({ date, parties, facts: [{ source }] }) => `${date} ${parties.join(" ")}: ${source.url}`);
  console.error(
    `tools/import/tables/restorations.csv: no break is known before ${open.length} restorations; say of each whether it was one, or ambassadors that returned. Of no use: line ${idleRestorations.join(", ") || "none"}.\n${open.join("\n")}`,
  );
  process.exit(1);
}
const idleRows = idlePrincipals(imported.events);
if (idleRows.length > 0) {
  console.error(
    `tools/import/tables/principal-parties.csv: no event with such parties is meant by line ${idleRows.join(", ")}. Mend or delete them.`,
  );
  process.exit(1);
}
const sources = sourceTable(imported.events.flatMap(({ draft }) => draft.references));
const retired = new Set(readImportTable("retired-ids", ["id", "reason"]).map(({ cell }) => cell("id")));
const redirects = redirectsAfter(
  {
    events: existsSync(join(DATA, "events")) ? [...readTables(join(DATA, "events")).values()].flat() : [],
    redirects: readTables(DATA).get("redirects.csv") ?? [],
  },
  imported.events,
);
const lost = redirects.lost.filter((id) => !retired.has(id));
if (lost.length > 0) {
  console.error(
    `${lost.length} ids that data/ has given out lead nowhere after this import; nothing was written. For each, redirect it in data/redirects.csv, or say in tools/import/tables/retired-ids.csv why nothing takes its place:\n${lost.join("\n")}`,
  );
  process.exit(1);
}
const files = new Map([
  ...eventFiles(imported.events, (url) => sources.idOf(url)),
  ...sources.files,
  ["redirects.csv", table(["from", "to"], redirects.rows)],
  ["IMPORT.md", report(imported)],
]);
writeData(DATA, files);
console.log(`${imported.events.length} events in ${files.size} files; what became of each file: data/IMPORT.md`);
