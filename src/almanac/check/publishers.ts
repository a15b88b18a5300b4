import type { Fault } from "../fault.ts";
import { GRADES } from "../publishers.ts";
import { checkOrder, type PlacedRow, placeOf, reportAt } from "./table.ts";

const ADDRESS = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?:\/\S+)?$/;

/** An address of a publisher is a domain, or one and the start of a path, each once; what lowers its pages says why. */
export function checkPublishers(rows: readonly PlacedRow[], faults: Fault[]): void {
  const seen = new Map<string, PlacedRow>();
  for (const row of rows) {
    const report = reportAt(row, faults);
    const [address = "", publisher = "", grade = "", note = ""] = row.cells;
    const other = seen.get(address);
    if (!ADDRESS.test(address) || address.startsWith("www."))
      report(`"${address}" is no address`, "write a domain without www., or a domain and the start of a path");
    else if (other) report(`"${address}" is also in ${placeOf(other)}`, "keep one of the rows");
    if (publisher === "") report("the publisher has no name", "write who answers for its pages");
    if (grade !== "" && !GRADES.some((each) => each === grade))
      report(`unknown grade "${grade}"`, `make it one of ${GRADES.join(", ")}, or leave it empty`);
    else if (grade !== "" && note === "") report("the grade has no reason", "say in the note why it is so");
    seen.set(address, row);
  }
  checkOrder(
    rows.map((row) => ({ row, key: row.cells[0] ?? "" })),
    "order the publishers by their address",
    faults,
  );
}
