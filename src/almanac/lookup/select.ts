import type { Filter } from "../almanac.ts";
import { intersection, union } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { familyOf, KINDS } from "../kind.ts";
import type { Register } from "../parties/register.ts";
import type { PartyCode } from "../party.ts";
import { rowsThroughOrganisations } from "./membership.ts";
import { type Rows, rowsOf } from "./rows.ts";
import { rowsOfText } from "./text.ts";

/** The rows, ascending, that pass a filter. */
export type Select = (filter: Filter) => Uint32Array;

export function selectFrom(index: Index, register: Register): Select {
  const rows = rowsOf(index);
  return (filter) => {
    const lists: Uint32Array[] = [];
    if (filter.years) lists.push(rows.ofYears(...filter.years));
    if (filter.parties) lists.push(rowsOfParties(filter, filter.parties, index, rows, register));
    if (filter.text !== undefined) lists.push(rowsOfText(filter.text, index, rows, namedIn(register)));
    const selected = lists.length === 0 ? rows.all() : lists.reduce(intersection);
    return filter.kinds || filter.families ? rows.ofKinds(selected, markKinds(filter)) : selected;
  };
}

function rowsOfParties(
  { match = "any", lineage = true, throughOrganisations = false }: Filter,
  codes: readonly PartyCode[],
  index: Index,
  rows: Rows,
  register: Register,
): Uint32Array {
  const lines = codes.map((code) => (lineage ? register.lineageOf(code) : [code]));
  const each = lines.map((line) => rows.ofParties(line));
  if (match === "any") return union(each);
  const direct = each.length === 0 ? rows.all() : each.reduce(intersection);
  return throughOrganisations ? union([direct, ...rowsThroughOrganisations(lines, index, rows)]) : direct;
}

function markKinds({ kinds, families }: Filter): Uint8Array {
  const wanted = (kind: (typeof KINDS)[number]): boolean =>
    (kinds?.includes(kind) ?? true) && (families?.includes(familyOf(kind)) ?? true);
  return Uint8Array.from(KINDS, (kind) => (wanted(kind) ? 1 : 0));
}

function namedIn(register: Register): (name: string) => Iterable<PartyCode> {
  return (name) => {
    const { found } = register.resolve(name, "en-US");
    return found ? register.lineageOf(found.code) : [];
  };
}
