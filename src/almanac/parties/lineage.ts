import type { Lineage, PartyCode } from "../party.ts";

export interface LineageIndex {
  shownFor(code: PartyCode): ReadonlySet<PartyCode>;
  successorsOf(code: PartyCode): readonly Lineage[];
}

/**
 * Who shows whose events. A successor shows a former party that it continues or that was merged into it; a party that
 * split shows under its continuator, and only where it has none under all it split into: the Soviet Union under Russia
 * alone, Czechoslovakia under Czechia and Slovakia.
 */
export function createLineage(rows: readonly Lineage[]): LineageIndex {
  const byFormer = Map.groupBy(rows, (row) => row.former);
  const shown = rows.filter((row) => row.how !== "split" || !hasContinuator(byFormer.get(row.former) ?? []));
  const bySuccessor = Map.groupBy(shown, (row) => row.successor);
  const cache = new Map<PartyCode, ReadonlySet<PartyCode>>();
  return {
    shownFor(code) {
      const known = cache.get(code) ?? reach(code, bySuccessor);
      cache.set(code, known);
      return known;
    },
    successorsOf: (code) => byFormer.get(code) ?? [],
  };
}

function hasContinuator(rows: readonly Lineage[]): boolean {
  return rows.some((row) => row.how === "continuation");
}

function reach(start: PartyCode, bySuccessor: ReadonlyMap<PartyCode, readonly Lineage[]>): ReadonlySet<PartyCode> {
  const reached = new Set([start]);
  // A set's iteration takes in what is added on the way, so this ends even where the rows make a circle.
  for (const code of reached) for (const row of bySuccessor.get(code) ?? []) reached.add(row.former);
  return reached;
}
