import { join } from "node:path";
import { readPublishers } from "../../src/almanac/publishers.ts";
import { parseMergedCodes } from "../../tools/import/codes.ts";
import { parseCites, parseFact } from "../../tools/import/fact.ts";
import { FACT_FILES, type FactFile } from "../../tools/import/fact-files.ts";
import { type Imported, importFacts } from "../../tools/import/pipeline.ts";

/** A fact line with what a test does not care about filled in. */
export interface Line {
  readonly file: FactFile;
  readonly date: string;
  readonly kind?: string;
  readonly parties: readonly string[];
  readonly [field: string]: unknown;
}

const publishers = readPublishers(join(import.meta.dirname, "../../data"));
const MERGED =
  "code,from,until,party,name_then\nrepublic-of-texas,,,texas,\nJO,1921-01-01,1946-05-24,transjordan,Transjordan\n";

/** Imports fact lines as if they stood in their files, in the order in which the import reads the files. */
export function importLines(lines: readonly Line[], cites: readonly object[] = []): Imported {
  const facts = FACT_FILES.flatMap((file) =>
    lines
      .filter((line) => line.file === file)
      .map((line, index) => {
        const source = { name: `Page ${file} ${index}`, url: `https://example.org/${file}/${index}` };
        return parseFact(
          JSON.stringify({ kind: "relations-established", source, ...line, file: undefined }),
          file,
          index + 1,
        );
      }),
  );
  const references = cites.map((cite, index) => parseCites(JSON.stringify(cite), "wp-relations-cites", index + 1));
  return importFacts({ facts, cites: references }, { merged: parseMergedCodes(MERGED), publishers });
}

/** The events as short texts: kind, parties, date, other dates. */
export function told({ events }: Imported): readonly string[] {
  return events
    .map(({ draft }) =>
      [draft.kind, ...draft.parties, draft.date, ...draft.otherDates.map((date) => `(${date})`)].join(" "),
    )
    .toSorted();
}
