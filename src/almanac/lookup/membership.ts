import { listAt } from "../archive/lists.ts";
import type { Index } from "../archive/shape.ts";
import { KINDS } from "../kind.ts";
import type { PartyCode } from "../party.ts";
import type { RowSet } from "./row-set.ts";
import type { Rows } from "./rows.ts";

/** From when until when (dateNumber) a party was a member; the end is outside. */
type Span = readonly [from: number, until: number];

const JOINED = KINDS.indexOf("joined");
const LEFT = KINDS.indexOf("left");

/** The rows that name an organisation of which all the parties (each with what it continues) were members on the day. */
export function rowsThroughOrganisations(parties: readonly Iterable<PartyCode>[], index: Index, rows: Rows): RowSet {
  const memberships = parties.map((codes) => membershipsOf(codes, index, rows));
  const [first, ...others] = memberships;
  if (!first) return rows.ofLists([]);
  const together: Uint32Array[] = [];
  for (const organisation of first.keys()) {
    const spansOfEach = [first, ...others].map((membership) => membership.get(organisation) ?? []);
    const inOne = listAt(index.rowsOfParty, organisation).filter((row) =>
      spansOfEach.every((spans) => spans.some(([from, until]) => covers(index.dates[row] ?? 0, from, until))),
    );
    together.push(inOne);
  }
  return rows.ofLists(together);
}

function covers(date: number, from: number, until: number): boolean {
  return from <= date && date < until;
}

/** By number of the organisation; a party that joined twice has two spans. */
function membershipsOf(codes: Iterable<PartyCode>, index: Index, rows: Rows): Map<number, Span[]> {
  const memberships = new Map<number, Span[]>();
  rows.ofParties(codes).each((row) => {
    const kind = index.kinds[row];
    if (kind !== JOINED && kind !== LEFT) return;
    const organisation = listAt(index.partiesOfRow, row)[1];
    if (organisation === undefined) return;
    const spans = memberships.get(organisation) ?? [];
    const date = index.dates[row] ?? 0;
    const open = spans.at(-1);
    if (kind === LEFT && open) spans[spans.length - 1] = [open[0], Math.min(open[1], date)];
    if (kind === JOINED) spans.push([date, Number.POSITIVE_INFINITY]);
    memberships.set(organisation, spans);
  });
  return memberships;
}
