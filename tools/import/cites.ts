import { codeParty, type MergedCode } from "./codes.ts";
import type { Reference } from "./collections.ts";
import type { Draft } from "./draft.ts";
import type { Cites } from "./fact.ts";
import { partySet } from "./pairs.ts";
import { citedPage, uniquePages } from "./references.ts";

const MOST_CITES = 2;
const OFFICIAL =
  /(^|\.)(un|gov|gob|gouv|gub|govt|mil|int)(\.|$)|mfa|mofa|minbuza|diplomat|auswaertiges|embassy|minrel|msz|mzv|esteri|cancilleria|rree/;

/** Adds the references that the articles give for an establishment of relations, official pages first, two at most. */
export function citeFinder(collected: readonly Cites[], merged: readonly MergedCode[]): (draft: Draft) => Draft {
  const pages = new Map<string, readonly Reference[]>();
  for (const { date, parties, cites } of collected) {
    const found = cites.map(citedPage).filter((page) => page !== undefined);
    const key = keyOf(
      parties.map((party) => codeParty(party, date, merged).code),
      date,
    );
    pages.set(key, [...(pages.get(key) ?? []), ...found]);
  }
  return (draft) => {
    if (draft.facts[0].file !== "wp-relations") return draft;
    const found = pages.get(keyOf(draft.parties, draft.date)) ?? [];
    const best = uniquePages(found)
      .sort((a, b) => rank(b) - rank(a))
      .slice(0, MOST_CITES);
    return { ...draft, references: uniquePages([...draft.references, ...best]) };
  };
}

function rank({ url }: Reference): number {
  return OFFICIAL.test(new URL(url).hostname) ? 1 : 0;
}

function keyOf(parties: readonly string[], date: string): string {
  return `${partySet(parties)} ${date}`;
}
