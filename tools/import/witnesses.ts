import { isUnread, isWitness } from "../../src/almanac/independence.ts";
import type { Publishers } from "../../src/almanac/publishers.ts";
import type { Reference } from "./collections.ts";
import type { Draft } from "./draft.ts";
import type { Tally } from "./tally.ts";

/**
 * What an event rests on: copies, posts and pages that nobody answers for are cited only where nothing better is, and then
 * the event is of medium confidence at most, as it is where nobody opened its page.
 */
export function weighWitnesses(draft: Draft, publishers: Publishers, tally: Tally): Draft {
  const pages = draft.references.map((reference) => ({ reference, source: sourceOf(reference, publishers) }));
  const sound = pages.filter(({ source }) => source.grade === undefined || source.grade === "data-set");
  const isCarried = pages.some(({ source }) => isWitness(source));
  if (isCarried) return { ...draft, references: sound.map(({ reference }) => reference) };
  const kept = pages.filter(({ source }) => !isUnread(source) || source.grade === undefined);
  if (draft.confidence === "high")
    tally.count(
      draft.facts[0].file,
      "changed to medium: only copies, posts or pages that nobody answers for or opened say so",
    );
  return {
    ...draft,
    references: kept.map(({ reference }) => reference),
    confidence: draft.confidence === "high" ? "medium" : draft.confidence,
  };
}

function sourceOf({ stem, name, url }: Reference, publishers: Publishers) {
  const { name: publisher, grade } = publishers(url);
  return { id: stem, name, url, publisher, ...(grade === undefined ? {} : { grade }) };
}
