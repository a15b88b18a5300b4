import { FACT_FILES } from "./fact-files.ts";
import type { Imported } from "./pipeline.ts";

/** What became of the facts, file by file, as a page of Markdown. */
export function report({ events, tally }: Imported): string {
  const sections = FACT_FILES.filter((file) => tally.of(file).length > 0).map((file) => section(file, tally.of(file)));
  const lead = Map.groupBy(events, ({ draft }) => draft.facts[0].file);
  const several = events.filter(({ draft }) => draft.references.length > 1).length;
  return [
    "# What the import made of the collected facts",
    "",
    "Written by `npm run import`; do not edit. What each rule means: tools/import/, one file a rule.",
    "",
    `${events.length} events, ${several} of them with several sources, ${events.filter(({ draft }) => draft.otherDates.length > 0).length} with other dates noted.`,
    "",
    "| file | events it leads |",
    "| --- | ---: |",
    ...FACT_FILES.filter((file) => lead.has(file)).map((file) => `| ${file} | ${lead.get(file)?.length ?? 0} |`),
    "",
    ...sections.flat(),
  ].join("\n");
}

function section(file: string, counts: readonly (readonly [what: string, times: number])[]): string[] {
  const rows = counts.map(([what, times]) => `| ${what} | ${times} |`);
  return [`## ${file}`, "", "| what | facts |", "| --- | ---: |", ...rows, ""];
}
