import { slug } from "../../src/almanac/event-id.ts";
import { familyOf } from "../../src/almanac/kind.ts";
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
    mergedLine(events),
    "",
    "| file | events it leads |",
    "| --- | ---: |",
    ...FACT_FILES.filter((file) => lead.has(file)).map((file) => `| ${file} | ${lead.get(file)?.length ?? 0} |`),
    "",
    ...sections.flat(),
  ].join("\n");
}

/** How many events tell several facts: what merging may get wrong. */
function mergedLine(events: Imported["events"]): string {
  const merged = events.filter(({ draft }) => draft.facts.length > 1);
  const treaties = merged.filter(({ draft }) => familyOf(draft.kind) === "treaties");
  const renamed = treaties.filter(({ draft }) => new Set(draft.facts.map(({ name }) => slug(name ?? ""))).size > 1);
  return `${merged.length} events were merged from several facts; ${treaties.length} of them are treaties, ${renamed.length} of these under two names.`;
}

function section(file: string, counts: readonly (readonly [what: string, times: number])[]): string[] {
  const rows = counts.map(([what, times]) => `| ${what} | ${times} |`);
  return [`## ${file}`, "", "| what | facts |", "| --- | ---: |", ...rows, ""];
}
