import { partiesIn, type Row } from "./data-rows.ts";
import type { Named } from "./ids.ts";
import { partySet } from "./pairs.ts";

export interface Redirects {
  /** Rows of data/redirects.csv: an id that was given out, and the event that has its place. */
  readonly rows: readonly (readonly [from: string, to: string])[];
  /** Ids that were given out and lead nowhere any more. */
  readonly lost: readonly string[];
}

/**
 * Where the ids that data/ has given out so far lead after an import: to the event that still has it, to the one that
 * its event became part of, or to the only one of the same kind, parties and date, whose name changed. What was redirected
 * before goes on to where its aim went.
 */
export function redirectsAfter(
  before: { readonly events: Iterable<Row>; readonly redirects: Iterable<Row> },
  events: readonly Named[],
): Redirects {
  const ids = new Set(events.map(({ id }) => id));
  const absorbed = new Map(events.flatMap(({ id, former }) => former.map((from) => [from, id] as const)));
  const byContent = Map.groupBy(events, ({ draft }) => contentOf(draft.kind, draft.date, draft.parties));
  const rows = new Map<string, string>(absorbed);
  const lost: string[] = [];
  const redirected = [...before.redirects].filter(({ from = "" }) => !ids.has(from));
  const byHand = new Set(redirected.map(({ from }) => from));
  for (const row of before.events) {
    const { id = "", kind = "", date = "", parties = "" } = row;
    if (ids.has(id) || absorbed.has(id) || byHand.has(id)) continue;
    const same = byContent.get(contentOf(kind, date, partiesIn(parties))) ?? [];
    if (same.length === 1 && same[0] !== undefined) rows.set(id, same[0].id);
    else lost.push(id);
  }
  for (const { from = "", to = "" } of redirected) {
    const aim = ids.has(to) ? to : rows.get(to);
    if (aim === undefined) lost.push(from);
    else rows.set(from, aim);
  }
  return { rows: [...rows].sort(([a], [b]) => (a < b ? -1 : 1)), lost: lost.sort() };
}

function contentOf(kind: string, date: string, parties: readonly string[]): string {
  return `${kind} ${date} ${partySet(parties)}`;
}
