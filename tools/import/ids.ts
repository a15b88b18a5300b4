import { byCode } from "./codes.ts";
import type { Draft } from "./draft.ts";
import { shortSlug } from "./slug.ts";

const LONGEST_STEM = 80;

/** A draft with its id. */
export interface Named {
  readonly id: string;
  readonly draft: Draft;
}

/** Gives every draft its id; where two would have the same, the more trusted keeps it and the next gets -2, -3 ... */
export function giveIds(drafts: readonly Draft[]): readonly Named[] {
  const taken = new Map<string, number>();
  return drafts.map((draft) => {
    const stem = idStem(draft);
    const times = (taken.get(stem) ?? 0) + 1;
    taken.set(stem, times);
    return { id: times === 1 ? stem : `${stem}-${times}`, draft };
  });
}

function idStem({ parties, name, date, kind }: Draft): string {
  return `${who(parties, name)}-${date}-${kind}`;
}

function who(parties: readonly string[], name: string | undefined): string {
  const codes = parties.map((code) => code.toLowerCase());
  if (codes.length <= 3) return codes.join("-");
  const words = shortSlug(name ?? "", LONGEST_STEM);
  if (words !== "") return words;
  return [...codes.sort(byCode).slice(0, 2), String(codes.length - 2)].join("-");
}
