import type { Kind } from "./kind.ts";

/**
 * What happens between two once until it is undone, and within how many days a second is the first told again: the import
 * merges those, the check refuses them. Dates of an establishment are disputed by up to four years.
 */
export const ONCE: Readonly<Partial<Record<Kind, { readonly days: number; readonly undoneBy: readonly Kind[] }>>> = {
  "relations-established": {
    days: 4 * 366,
    undoneBy: ["relations-severed", "relations-suspended", "relations-restored"],
  },
  "relations-severed": { days: 366, undoneBy: ["relations-restored", "relations-established"] },
  "relations-suspended": { days: 366, undoneBy: ["relations-restored", "relations-established"] },
  "relations-restored": { days: 366, undoneBy: ["relations-severed", "relations-suspended"] },
  joined: { days: Number.POSITIVE_INFINITY, undoneBy: ["left"] },
  left: { days: Number.POSITIVE_INFINITY, undoneBy: ["joined"] },
};
