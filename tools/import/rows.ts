import { csvFormatRows } from "d3-dsv";
import { compareCodes } from "../../src/almanac/event-id.ts";
import { EVENT_COLUMNS } from "../../src/almanac/event-row.ts";
import { familyOf } from "../../src/almanac/kind.ts";
import type { Draft } from "./draft.ts";
import type { Named } from "./ids.ts";

/** Collections whose terms are unclear have folders of their own, so that they can be left out. */
const APART: Readonly<Record<string, string>> = {
  "relations-wti": "-wti",
  "treaties-wti": "-wti",
  "treaties-wti-minor": "-wti-minor",
};

/** The files of data/events/ with their content, by path inside data/. */
export function eventFiles(events: readonly Named[], sourceId: (url: string) => string): ReadonlyMap<string, string> {
  const rows = new Map<string, Named[]>();
  for (const event of events) {
    const path = pathOf(event);
    const there = rows.get(path);
    if (there === undefined) rows.set(path, [event]);
    else there.push(event);
  }
  return new Map(
    [...rows].map(([path, named]) => [
      path,
      table(
        EVENT_COLUMNS,
        named.sort(byDate).map((event) => row(event, sourceId)),
      ),
    ]),
  );
}

/** A CSV table with LF line ends and one at its end. */
export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return `${csvFormatRows([[...columns], ...rows.map((cells) => [...cells])])}\n`;
}

/** The parties; those whom a treaty of many is about before a bar. */
function partiesText({ parties, principals = [] }: Draft): string {
  const others = parties.filter((code) => !principals.includes(code));
  return [principals, others]
    .filter((codes) => codes.length > 0)
    .map((codes) => codes.join(" "))
    .join(" / ");
}

function pathOf({ draft }: Named): string {
  const first = [...draft.parties].sort(compareCodes)[0] ?? "";
  return `events/${familyOf(draft.kind)}${APART[draft.facts[0].file] ?? ""}/${first.toLowerCase()}.csv`;
}

function byDate(a: Named, b: Named): number {
  const [left, right] = [`${a.draft.date} ${a.id}`, `${b.draft.date} ${b.id}`];
  return left < right ? -1 : 1;
}

function row({ id, draft }: Named, sourceId: (url: string) => string): readonly string[] {
  return [
    id,
    draft.date,
    draft.end ?? "",
    draft.kind,
    partiesText(draft),
    [...draft.namesThen]
      .sort(([a], [b]) => compareCodes(a, b))
      .map(([code, name]) => `${code}=${name}`)
      .join("; "),
    draft.name ?? "",
    draft.people.map(({ name, office }) => (office === undefined ? name : `${name} (${office})`)).join("; "),
    draft.place ?? "",
    draft.rank ?? "",
    draft.first ? "yes" : "",
    draft.note ?? "",
    draft.otherDates.join(" "),
    draft.references.map(({ url }) => sourceId(url)).join(" "),
    draft.confidence === "high" ? "" : draft.confidence,
  ];
}
