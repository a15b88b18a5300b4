import type { Clock, Snowflake } from "../ports.ts";
import type { Composition } from "./compose.ts";
import type { Delivery } from "./ledger.ts";
import { createMemory } from "./memory.ts";
import type { Subscription } from "./subscription.ts";

/** What a post may have to go without. */
export type Extra = "links" | "files" | "tags";

/** From its first hour in the easternmost zone to its last in the westernmost a date lasts no longer. */
const A_DATE = 50 * 3_600_000;

/**
 * What Discord has refused of posts: a channel is not asked for it again on the same local date, and is on the next. Links it takes for harmful it
 * takes from nobody: that holds for everybody who gets the same composition. Kept by this process alone: another asks once more, and is told.
 */
export interface Extras {
  refused(extra: Extra, delivery: Post, subscription: Target, composition: Composition): void;
  isRefused(extra: Extra, delivery: Post, subscription: Target, composition: Composition): boolean;
}

type Post = Pick<Delivery, "localDate">;
type Target = Pick<Subscription, "channelId">;

export function createExtras(clock: Clock): Extras {
  const linkless = new WeakSet<Composition>();
  const ofChannels = createMemory<string, true>(clock, A_DATE);
  const key = (extra: Extra, date: string, channelId: Snowflake) => `${extra} ${date} ${channelId}`;
  return {
    refused(extra, { localDate }, { channelId }, composition) {
      if (extra === "links") linkless.add(composition);
      ofChannels.set(key(extra, localDate, channelId), true);
    },
    isRefused: (extra, { localDate }, { channelId }, composition) =>
      (extra === "links" && linkless.has(composition)) || ofChannels.get(key(extra, localDate, channelId)) === true,
  };
}
