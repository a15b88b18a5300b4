import type { Event } from "./event.ts";
import { isMemorable, isRenowned, type Judgement, judgementOf } from "./judgement.ts";
import { KINDS } from "./kind.ts";
import { isRoutine } from "./routine.ts";
import { storyKeys } from "./story-keys.ts";

/** Events of one date that tell one story. The lead is the one that the line is about; the others follow by rank, then id. */
export interface EventGroup {
  readonly lead: Event;
  readonly others: readonly Event[];
}

/**
 * The occasions in the events of one calendar date (same year, month and day): every event is in exactly one group.
 * Computed from kinds, parties and names; independent of the order of the input; near linear in its length. What is of low
 * confidence stands alone, so that no line of what is certain tells it along.
 */
export function groupOccasions(events: readonly Event[], judgement: Judgement): readonly EventGroup[] {
  const [only] = events;
  if (only !== undefined && events.length === 1) return [{ lead: only, others: [] }];
  const unsure = events.filter(({ confidence }) => confidence === "low");
  if (unsure.length === 0) return grouped(events, judgement);
  return [
    ...grouped(
      events.filter(({ confidence }) => confidence !== "low"),
      judgement,
    ),
    ...leadsFirst(unsure, judgement).map((lead) => ({ lead, others: [] })),
  ];
}

function grouped(events: readonly Event[], judgement: Judgement): readonly EventGroup[] {
  const ordered = leadsFirst(events, judgement);
  const keys = storyKeys(ordered, judgement);
  const groupOf = new Groups(ordered.length);
  const firstWith = new Map<string, number>();
  ordered.forEach((event, index) => {
    for (const key of keys(event)) {
      const first = firstWith.get(key);
      if (first === undefined) firstWith.set(key, index);
      else groupOf.join(first, index);
    }
  });
  const groups = Map.groupBy(ordered.keys(), (index) => groupOf.root(index));
  return [...groups.values()].flatMap((indices) => {
    const [lead, ...others] = indices.flatMap((index) => ordered[index] ?? []);
    return lead === undefined ? [] : [{ lead, others }];
  });
}

/**
 * The order of the events of an occasion, its lead first: what is renowned, what is no routine, then by kind, what is memorable, the fuller
 * and better sourced one, then by id.
 */
function leadsFirst(events: readonly Event[], judgement: Judgement): readonly Event[] {
  const rank = (event: Event): number =>
    2 * KINDS.length * (Number(isRoutine(event, judgement)) - Number(isRenowned(event, judgement))) +
    2 * judgementOf(event.kind, judgement).place -
    Number(isMemorable(event, judgement));
  return events
    .map((event) => ({ event, rank: rank(event) }))
    .sort((one, other) => one.rank - other.rank || byFullness(one.event, other.event))
    .map(({ event }) => event);
}

function byFullness(one: Event, other: Event): number {
  return (
    other.parties.length - one.parties.length ||
    other.sources.length - one.sources.length ||
    (one.id < other.id ? -1 : Number(one.id > other.id))
  );
}

/** Disjoint sets of indices, joined by their smallest member. */
class Groups {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  root(index: number): number {
    let root = index;
    for (let parent = this.#above(root); parent !== root; parent = this.#above(root)) {
      this.#parent[root] = this.#above(parent);
      root = parent;
    }
    return root;
  }

  join(one: number, other: number): void {
    const [low = one, high = other] = [this.root(one), this.root(other)].toSorted((a, b) => a - b);
    this.#parent[high] = low;
  }

  #above(index: number): number {
    return this.#parent[index] ?? index;
  }
}
