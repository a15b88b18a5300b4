import { basename } from "node:path";
import type { Fault } from "../fault.ts";
import { isUnread } from "../independence.ts";
import { checkOrder, type PlacedRow, placeOf, reportAt } from "./table.ts";

/** References that articles give and nobody followed. */
const CITED = "cited-pages.csv";
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * Sources have readable ids, unique over all files, a name and an address that opens in a browser; each is used (where that can be
 * told: an event that is at fault may be the one that used it).
 */
export function checkSources(
  files: readonly (readonly PlacedRow[])[],
  used: ReadonlySet<string> | undefined,
  faults: Fault[],
): void {
  const seen = new Map<string, PlacedRow>();
  for (const rows of files) {
    for (const row of rows) {
      const report = reportAt(row, faults);
      const [id = "", name = "", url = ""] = row.cells;
      const other = seen.get(id);
      if (!ID.test(id))
        report(`the id "${id}" is no slug`, "write it as wp-april-4: small letters, digits and hyphens");
      else if (other) report(`the id "${id}" is also in ${placeOf(other)}`, "give one of the two another id");
      else if (used?.has(id) === false)
        report(`no event uses the source "${id}"`, "delete the row, or name it in an event");
      const isCited = basename(row.file) === CITED;
      if (isCited !== isUnread({ id }))
        report(
          isCited ? `the id "${id}" does not begin with cited-` : `the id "${id}" begins with cited-`,
          `call references that nobody followed cited-..., in ${CITED}, and nothing else`,
        );
      if (name === "") report("the source has no name", "write what a reader would call it");
      if (!/^https?:\/\/[^\s"<>()]+/.test(url) || !URL.canParse(url))
        report(`"${url}" is no address`, "write an address that begins with https:// or http://");
      seen.set(id, other ?? row);
    }
    checkOrder(
      rows.map((row) => ({ row, key: row.cells[0] ?? "" })),
      "order the sources of a file by id",
      faults,
    );
  }
}
