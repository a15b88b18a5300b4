import { EVENT_COLUMNS } from "../../src/almanac/event-row.ts";
import type { Row } from "./data-rows.ts";
import { table } from "./rows.ts";

export interface LeftOut {
  /** The tables that change, by path inside data/, as they should be written. */
  readonly files: ReadonlyMap<string, string>;
  /** The tables that have no row any more. */
  readonly emptied: readonly string[];
  readonly events: number;
  readonly citations: number;
}

/** Takes sources out of the events: a row that cites others too loses the citation, a row that does not goes. */
export function leaveOut(
  events: ReadonlyMap<string, readonly Row[]>,
  redirects: readonly Row[],
  dropped: ReadonlySet<string>,
): LeftOut {
  const files = new Map<string, string>();
  const emptied: string[] = [];
  const gone = new Set<string>();
  let citations = 0;
  for (const [path, rows] of events) {
    const kept = rows.flatMap((row) => {
      const cited = (row["sources"] ?? "").split(" ");
      const left = cited.filter((id) => !dropped.has(id));
      if (left.length === 0) gone.add(row["id"] ?? "");
      else citations += cited.length - left.length;
      return left.length === 0 ? [] : [{ ...row, sources: left.join(" ") }];
    });
    if (kept.length === 0) emptied.push(`events/${path}`);
    else if (kept.some((row, index) => row["sources"] !== rows[index]?.["sources"]))
      files.set(`events/${path}`, write(EVENT_COLUMNS, kept));
  }
  const lasting = redirects.filter((row) => !gone.has(row["to"] ?? ""));
  if (lasting.length < redirects.length) files.set("redirects.csv", write(["from", "to"], lasting));
  return { files, emptied, events: gone.size, citations };
}

function write(columns: readonly string[], rows: readonly Row[]): string {
  return table(
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? "")),
  );
}
