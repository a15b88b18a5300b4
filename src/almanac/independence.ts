import type { Source } from "./event.ts";

/** Ids of references and pages that nobody opened: they are links for a reader, no witnesses. */
const UNREAD = /^cited-/;

/** Whether nobody has read the page for this archive. */
export function isUnread({ id }: Pick<Source, "id">): boolean {
  return UNREAD.test(id);
}

/** Whether a page can carry a fact: it was read, copies nobody, somebody answers for it, and it is no post. */
export function isWitness(source: Source): boolean {
  return !isUnread(source) && (source.grade === undefined || source.grade === "data-set");
}

/**
 * How many witnesses that do not depend on each other an event has: publishers whose pages were read. Two articles of one
 * encyclopedia are one, a copy of it is none, nor is a reference that nobody followed. It does not follow that one witness
 * did not learn it from the other: two data sets may rest on one collection of treaties.
 */
export function witnesses(sources: readonly Source[]): number {
  return new Set(sources.filter(isWitness).map(({ publisher }) => publisher)).size;
}
