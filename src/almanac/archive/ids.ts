import { type Index, ROW_LIMIT } from "./shape.ts";

/** 32 bits of FNV-1a. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}

/** The row of the event with an id; where hashes meet, the ids themselves decide. */
export function rowOfId({ ids }: Pick<Index, "ids">, id: string, idOf: (row: number) => string): number | undefined {
  const hash = hashOf(id);
  let [low, high] = [0, ids.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((ids[middle] ?? 0) < hash * ROW_LIMIT) low = middle + 1;
    else high = middle;
  }
  for (let at = low; Math.floor((ids[at] ?? 0) / ROW_LIMIT) === hash; at++) {
    const row = (ids[at] ?? 0) % ROW_LIMIT;
    if (idOf(row) === id) return row;
  }
  return undefined;
}
