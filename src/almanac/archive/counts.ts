import type { Counts } from "../significance.ts";
import type { Index } from "./shape.ts";

export function countsOf(index: Pick<Index, "parties" | "rowsOfParty" | "pairCounts">): Counts {
  const numbers = new Map(index.parties.map((code, number) => [code, number]));
  const { starts } = index.rowsOfParty;
  return {
    pairCount(one, other) {
      const [a, b] = [numbers.get(one), numbers.get(other)];
      return a === undefined || b === undefined ? 0 : (index.pairCounts[a * index.parties.length + b] ?? 0);
    },
    partyCount(code) {
      const number = numbers.get(code);
      return number === undefined ? 0 : (starts[number + 1] ?? 0) - (starts[number] ?? 0);
    },
  };
}
