import type { Filter } from "../almanac.ts";
import { intersection, listAt, union } from "../archive/lists.ts";
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
    const found = lists.length === 0 ? rows.all() : lists.reduce(intersection);
    const { mostParties } = filter;
    const selected =
      mostParties === undefined ? found : found.filter((row) => listAt(index.partiesOfRow, row).length <= mostParties);
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
  const lineages = codes.map((code) => (lineage ? register.lineageOf(code) : new Set([code])));
  if (match === "any") return union(lineages.map((line) => rows.ofParties(line)));
  const lines = lineages.map((line, at) => ownOnly(line, codes[at], lineages));
  const each = lines.map((line) => rows.ofParties(line));
  const direct = each.length === 0 ? rows.all() : each.reduce(intersection);
  return throughOrganisations ? union([direct, ...rowsThroughOrganisations(lines, index, rows)]) : direct;
}

/** Without the former parties that others of those asked for continue as well: Czechoslovakia alone is not Czechia and Slovakia. */
function ownOnly(
  line: ReadonlySet<PartyCode>,
  own: PartyCode | undefined,
  lineages: readonly ReadonlySet<PartyCode>[],
): readonly PartyCode[] {
  return [...line].filter((code) => code === own || lineages.every((other) => other === line || !other.has(code)));
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
