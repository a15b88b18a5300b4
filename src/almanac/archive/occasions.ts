import type { Event } from "../event.ts";
import { type EventGroup, groupOccasions } from "../occasion.ts";
import { type SignificanceContext, weigh } from "../significance.ts";
import { ListsBuilder } from "./lists.ts";
import { dayKey, type OccasionIndex, ROW_LIMIT } from "./shape.ts";

/**
 * Groups the events of each day into occasions and weighs events and occasions. What has low confidence, or is known to
 * the month or year only, stands alone.
 */
export function indexOccasions(
  dates: Uint32Array,
  events: readonly Event[],
  context: SignificanceContext,
): OccasionIndex {
  const leads = Uint32Array.from(dates, (_, row) => row);
  const weights = Float32Array.from(events, (lead) => weigh({ lead, others: [] }, context));
  const occasionWeights = weights.slice();
  const others = new ListsBuilder();
  const add = (rows: readonly number[]): void => {
    for (const row of rows) others.push(row);
    others.endList();
  };
  for (let start = 0, end = 0; start < dates.length; start = end) {
    while (dates[end] === dates[start]) end++;
    const isAlone = end === start + 1 || dayKey(dates[start] ?? 0) === 0;
    const groups = isAlone ? NONE : groupsByLead(events.slice(start, end), start);
    for (let row = start; row < end; row++) {
      const group = groups.get(row);
      add(group?.others ?? []);
      if (!group) continue;
      const weight = weigh(group.events, context);
      for (const member of [row, ...group.others]) {
        leads[member] = row;
        occasionWeights[member] = weight;
      }
    }
  }
  const rows = leads.map((_, row) => row);
  return { leads, othersOfLead: others.build(rows), weights, occasionWeights, ranking: byWeight(weights) };
}

/** An occasion of several events, with the rows of the others. */
interface Several {
  readonly events: EventGroup;
  readonly others: readonly number[];
}

const NONE: ReadonlyMap<number, Several> = new Map();

/** The occasions of several events among those of a day, the first of which is in that row, by the row of their leads. */
function groupsByLead(events: readonly Event[], start: number): ReadonlyMap<number, Several> {
  const rowOf = new Map(events.map((event, index) => [event, start + index]));
  const posted = events.filter((event) => event.confidence !== "low");
  const several = groupOccasions(posted).filter((group) => group.others.length > 0);
  const rows = (group: readonly Event[]): readonly number[] => group.map((event) => rowOf.get(event) ?? start);
  return new Map(
    several.map((group) => [rowOf.get(group.lead) ?? start, { events: group, others: rows(group.others) }]),
  );
}

/** Rows, the heaviest first: positive floats sort as their bits do. */
function byWeight(weights: Float32Array<ArrayBuffer>): Uint32Array {
  const bits = new Uint32Array(weights.buffer);
  const keys = Float64Array.from(bits, (bit, row) => (2 ** 32 - 1 - bit) * ROW_LIMIT + row).sort();
  return Uint32Array.from(keys, (key) => key % ROW_LIMIT);
}
