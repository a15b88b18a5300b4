import type { Answer, Discord, Instant, Snowflake } from "../ports.ts";
import { remedyOf } from "./failures.ts";
import type { Delivery } from "./ledger.ts";
import { keyIn } from "./stamp.ts";
import type { Subscription } from "./subscription.ts";

/** What can be found out about a post that may or may not be out. */
export type Finding =
  | { readonly found: "there"; readonly messageId: Snowflake }
  | { readonly found: "not-there" }
  /** Without Read Message History, or in a channel too busy to read through: nobody can tell. */
  | { readonly found: "cannot-tell"; readonly why: string }
  /** Discord did not say; ask again later. */
  | { readonly found: "no-answer"; readonly answer: Exclude<Answer<unknown>, { outcome: "done" }> };

/** Discord's clock and ours may differ so much. */
const SKEW = 5 * 60_000;
/** A request is carried out so long after it was claimed, or not at all. */
const CARRIED_OUT = 5 * 60_000;
const MOST_PAGES = 20;
const EPOCH = 1_420_070_400_000n;

/** The smallest snowflake of an instant. */
export function snowflakeAt(instant: Instant): Snowflake {
  return String((BigInt(Math.trunc(instant)) - EPOCH) << 22n);
}

export function instantOf(snowflake: Snowflake): Instant {
  return Number((BigInt(snowflake) >> 22n) + EPOCH);
}

type Ask = <T>(request: () => Promise<Answer<T>>) => Promise<Answer<T>>;

/** Looks for the post of a delivery that was attempted at or after uncertainSince. */
export function readBack(
  discord: Discord,
  ask: Ask,
  subscription: Subscription,
  delivery: Delivery,
  uncertainSince: Instant,
  title: string | undefined,
): Promise<Finding> {
  return subscription.channelKind === "forum" || subscription.channelKind === "media"
    ? amongThreads(discord, ask, subscription, uncertainSince, title)
    : amongMessages(discord, ask, subscription.channelId, delivery.key, uncertainSince);
}

/** A forum's posts carry no mark but their title, which has the date in it. */
async function amongThreads(
  discord: Discord,
  ask: Ask,
  { guildId, channelId }: Subscription,
  uncertainSince: Instant,
  title: string | undefined,
): Promise<Finding> {
  const answer = await ask(() => discord.forumPosts(guildId, channelId));
  if (answer.outcome !== "done") return silence(answer);
  const after = uncertainSince - SKEW;
  const post = answer.value.find((thread) => thread.own && thread.name === title && instantOf(thread.id) >= after);
  return post === undefined ? { found: "not-there" } : { found: "there", messageId: post.id };
}

/**
 * The channel's newest message tells without Read Message History whether anything was written since. Only then are the
 * messages read; none at all means that we may not read them, for there is at least one.
 */
async function amongMessages(
  discord: Discord,
  ask: Ask,
  channelId: Snowflake,
  key: string,
  uncertainSince: Instant,
): Promise<Finding> {
  const channel = await ask(() => discord.channel(channelId));
  if (channel.outcome !== "done") return silence(channel);
  const newest = channel.value.lastMessageId;
  if (newest === undefined || instantOf(newest) < uncertainSince - SKEW) return { found: "not-there" };
  let after = snowflakeAt(uncertainSince - SKEW);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(() => discord.messagesAfter(channelId, after));
    if (answer.outcome !== "done") return silence(answer);
    const ours = answer.value.find((message) => message.own && message.customIds.some((id) => keyIn(id) === key));
    if (ours !== undefined) return { found: "there", messageId: ours.id };
    const last = answer.value.at(-1);
    if (last === undefined)
      return page === 0
        ? { found: "cannot-tell", why: "the channel's messages cannot be read: Read Message History is missing" }
        : { found: "not-there" };
    if (answer.value.length < 100 || instantOf(last.id) > uncertainSince + CARRIED_OUT + SKEW)
      return { found: "not-there" };
    after = last.id;
  }
  return { found: "cannot-tell", why: "more was written in the channel since than can be read through" };
}

function silence(answer: Exclude<Answer<unknown>, { outcome: "done" }>): Finding {
  const remedy = remedyOf(answer);
  return remedy.do === "retry" || remedy.do === "pause" || remedy.do === "stop"
    ? { found: "no-answer", answer }
    : { found: "cannot-tell", why: "the channel cannot be read" };
}
