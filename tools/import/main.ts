import { join } from "node:path";
import { importFacts } from "./pipeline.ts";
import { readFacts } from "./read.ts";
import { eventFiles } from "./rows.ts";
import { sourceTable } from "./source-files.ts";
import { writeData } from "./write.ts";

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || rest.length > 0) {
  console.error("Usage: npm run import -- <folder of the fact files>");
  process.exit(2);
}

const { events, tally } = importFacts(readFacts(folder));
const sources = sourceTable(events.flatMap(({ draft }) => draft.references));
const files = new Map([...eventFiles(events, (url) => sources.idOf(url)), ...sources.files]);
writeData(join(import.meta.dirname, "../../data"), files);
console.log(`${events.length} events in ${files.size} files`);
console.log(tally.of("wp-relations"));
