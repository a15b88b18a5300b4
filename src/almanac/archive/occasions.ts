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
  for (let start = 0, end = 0; start < dates.length; start = end) {
    while (dates[end] === dates[start]) end++;
    const rowOf = new Map(events.slice(start, end).map((event, index) => [event, start + index]));
    const groups = groupsByLead(dayKey(dates[start] ?? 0) === 0 || rowOf.size === 1 ? [] : rowOf.keys());
    for (const [event, row] of rowOf) {
      const group = groups.get(event);
      for (const other of group?.others ?? []) others.push(rowOf.get(other) ?? row);
      others.endList();
      if (!group) continue;
      const weight = weigh(group, context);
      for (const member of [event, ...group.others]) {
        leads[rowOf.get(member) ?? row] = row;
        occasionWeights[rowOf.get(member) ?? row] = weight;
      }
    }
  }
  const rows = leads.map((_, row) => row);
  return { leads, othersOfLead: others.build(rows), weights, occasionWeights, ranking: byWeight(weights) };
}

/** The occasions of several events. */
function groupsByLead(events: Iterable<Event>): ReadonlyMap<Event, EventGroup> {
  const posted = [...events].filter((event) => event.confidence !== "low");
  const several = groupOccasions(posted).filter((group) => group.others.length > 0);
  return new Map(several.map((group) => [group.lead, group]));
}

/** Rows, the heaviest first: positive floats sort as their bits do. */
function byWeight(weights: Float32Array<ArrayBuffer>): Uint32Array {
  const bits = new Uint32Array(weights.buffer);
  const keys = Float64Array.from(bits, (bit, row) => (2 ** 32 - 1 - bit) * ROW_LIMIT + row).sort();
  return Uint32Array.from(keys, (key) => key % ROW_LIMIT);
}
