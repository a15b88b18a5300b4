import { alarmsOf, type PostingState, textOf } from "../delivery/state.ts";
import type { Alarm, ShardState, Watched } from "../http/health.ts";
import type { Instant } from "../ports.ts";

/** Since when until when Discord's edge turns this machine away; undefined while it does not. */
type Barred = { readonly since: Instant; readonly until: Instant } | undefined;

/** What the health page shows of the parts of the bot. */
export function watchedOf(
  shards: readonly ShardState[],
  posting: PostingState,
  barred: Barred,
  clockAhead: number | undefined,
): Watched {
  return { shards, posting, alarms: [...alarmsOfEdge(barred), ...alarmsOf(posting)], clockAhead };
}

function alarmsOfEdge(barred: Barred): readonly Alarm[] {
  if (barred === undefined) return [];
  const [since, until] = [textOf(barred.since), textOf(barred.until)];
  return [
    {
      what: `Discord's edge turns this machine away: no request is sent from ${since} to ${until}`,
      cure: "Wait until then: each further request would count. Look for what else uses Discord's API from this machine's address",
    },
  ];
}
