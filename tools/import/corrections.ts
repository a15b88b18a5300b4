import { CONFIDENCES } from "../../src/almanac/event.ts";
import type { Fact } from "./fact.ts";
import { readImportTable, type TableRow } from "./tables.ts";

const COLUMNS = [
  "file",
  "date",
  "kind",
  "parties",
  "name",
  "drop",
  "right_date",
  "right_kind",
  "right_parties",
  "right_name",
  "right_note",
  "right_confidence",
  "source",
  "reason",
] as const;
type Row = TableRow<(typeof COLUMNS)[number]>;

/**
 * Facts that were read one by one and are wrong in a party, a day, a kind or a name. A row means the facts of its file
 * with this date, kind and parties (codes of the collection, as the line has them), and this name where it gives one.
 */
const CORRECTIONS: readonly Row[] = readImportTable("corrections", COLUMNS);
const BY_KEY = Map.groupBy(CORRECTIONS, ({ cell }) => keyOf(cell("file"), cell("date"), cell("kind"), cell("parties")));

/** The fact as it should be, or the reason why it is left out; the fact itself where no row means it. */
export function correct(fact: Fact): Fact | string {
  const found = correctionOf(fact);
  if (found === undefined) return fact;
  const { cell } = found;
  if (cell("drop") === "yes") return cell("reason");
  return {
    ...fact,
    parties: cell("right_parties") === "" ? fact.parties : cell("right_parties").split(" "),
    kind: cell("right_kind") || fact.kind,
    name: cell("right_name") || fact.name,
    date: cell("right_date") || fact.date,
    note: cell("right_note") || fact.note,
    confidence: CONFIDENCES.find((each) => each === cell("right_confidence")) ?? fact.confidence,
  };
}

/** The lines of the table that mean none of the facts: a typing error, or a fact that the collection no longer has. */
export function idleCorrections(facts: readonly Fact[]): readonly number[] {
  const used = new Set(facts.map(correctionOf));
  return CORRECTIONS.filter((row) => !used.has(row)).map(({ line }) => line);
}

function correctionOf({ file, date, kind, parties, name }: Fact): Row | undefined {
  const rows = BY_KEY.get(keyOf(file, date, kind, parties.join(" ")));
  return rows?.find(({ cell }) => cell("name") === "" || cell("name") === name);
}

function keyOf(...cells: readonly string[]): string {
  return cells.join("\n");
}
