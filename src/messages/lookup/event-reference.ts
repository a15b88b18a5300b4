import type { Almanac } from "../../almanac/almanac.ts";
import { hashOf } from "../../almanac/archive/ids.ts";
import type { Event, EventId } from "../../almanac/event.ts";

/** Longer ids do not fit into what a button or a choice can carry: they go as their year and a hash. */
const LONGEST = 80;
const HASHED = /^(\d{1,4})~([a-z0-9]{1,7})$/;

/** An event as a button, a choice or a select carries it: its id, or a shorter form of at most 12 characters. */
export function referenceTo({ id, date }: Event): string {
  return id.length <= LONGEST ? id : `${date.year}~${hashOf(id).toString(36)}`;
}

/** What a quotation puts around an id, and the hyphens that a text editor makes of its own. */
const QUOTED = /^(?:\p{L}+\s*:)?[\s`"'“”‘’«»<(*_]*|[\s`"'“”‘’«»>)*_.,;!?]+$/gu;
const DASHES = /[\u{2010}-\u{2015}\u{2212}]/gu;

/** A reference as it was quoted, without what stands around it: "Reference: `be-kz-1992-08-25-relations-established`." */
export function quotedReference(typed: string): string {
  return typed.trim().replaceAll(DASHES, "-").replaceAll(QUOTED, "");
}

/** The event of a reference, of an id, or of an id that it once had. */
export function eventCalled(reference: string, almanac: Pick<Almanac, "event" | "find">): Event | undefined {
  const [, year, hash] = HASHED.exec(reference) ?? [];
  if (year === undefined || hash === undefined) return almanac.event(reference.toLowerCase() satisfies EventId);
  const ofYear = almanac.find({ years: [Number(year), Number(year)] }, { order: "date" }).items;
  return ofYear.find(({ id }) => hashOf(id).toString(36) === hash);
}
