import type { Clock, Instant } from "../ports.ts";
import type { Subscription } from "./subscription.ts";

/** What waited for the same limit goes out with this between one and the next, in milliseconds. */
const APART = 2_000;
/** Holds that are over are forgotten when there are more than this. */
const MOST = 1_000;

/** In the place of an id: everybody's direct messages. */
export const ALL_DIRECT = "direct";

/** The ids by which what goes to a channel is held. */
export function holdersOf({
  channelId,
  guildId,
  channelKind,
}: Pick<Subscription, "channelId" | "guildId" | "channelKind">): readonly string[] {
  return [channelId, guildId, ...(channelKind === "direct" ? [ALL_DIRECT] : [])];
}

/** Channels and servers, or all direct messages, to which Discord limits writing: what is for them waits, and then goes out one by one. */
export interface Holds {
  hold(id: string, milliseconds: number): void;
  /** When the next post for any of the ids may go, if not now; asking takes that place in the line. */
  placeAfter(ids: readonly string[]): Instant | undefined;
}

export function createHolds(clock: Clock): Holds {
  const held = new Map<string, { readonly since: Instant; readonly until: Instant; next: Instant }>();

  /** A hold noted at an instant still to come (the clock went back) is void. */
  const running = (id: string, now: Instant) => {
    const found = held.get(id);
    return found && found.since <= now && found.until > now ? found : undefined;
  };

  return {
    hold(id, milliseconds) {
      const now = clock.now();
      if (held.size > MOST) for (const known of held.keys()) if (!running(known, now)) held.delete(known);
      const until = Math.max(now + milliseconds, running(id, now)?.until ?? 0);
      held.set(id, { since: now, until, next: until });
    },
    placeAfter(ids) {
      const now = clock.now();
      const holds = ids.flatMap((id) => running(id, now) ?? []);
      if (holds.length === 0) return undefined;
      const place = Math.max(...holds.map(({ next }) => next)) + APART;
      for (const hold of holds) hold.next = place;
      return place;
    },
  };
}
