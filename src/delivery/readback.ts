import type { Answer, Discord, Instant, Snowflake } from "../ports.ts";
import type { ForumPost, ReadMessage } from "./channel.ts";
import { remedyOf } from "./failures.ts";
import type { DeliveryKey } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { keyIn } from "./stamp.ts";
import type { Subscription } from "./subscription.ts";

/** What can be found out about a post that may or may not be out. */
export type Finding =
  | { readonly found: "there"; readonly messageId: Snowflake }
  | { readonly found: "not-there" }
  /**
   * Nor is the newest that was written since, at that instant of our clock: it has been deleted. Of one deleted among newer ones nothing shows: a
   * channel names its newest message alone, ids have gaps between them, and deletions are told with the intent for messages, which we do not ask for.
   * It can only be one whose request got no answer: what the ledger has the id of is never looked for.
   */
  | { readonly found: "deleted"; readonly writtenAt: Instant }
  /** Without Read Message History, or in a channel too busy to read through: nobody can tell. */
  | { readonly found: "cannot-tell"; readonly why: string; readonly refusal?: Failure }
  /** Discord did not say; ask again later. */
  | { readonly found: "no-answer"; readonly answer: Failure };

export type Failure = Exclude<Answer<unknown>, { outcome: "done" }>;

/** The message that is looked for. */
interface Sought {
  readonly is: (message: ReadMessage) => boolean;
  /** The name it would have in a forum, where it has one. */
  readonly title: string | undefined;
  /** No request for it was made before. When the last one was carried out nobody knows: several processes may have died over it. */
  readonly since: Instant;
}

/** Discord's clock and ours may have drifted so much apart since, beyond what they differ by now. */
const SKEW = 5 * 60_000;
const MOST_PAGES = 20;
const EPOCH = 1_420_070_400_000n;
const UNREADABLE = "the channel's messages cannot be read: Read Message History is missing";

const TOO_MUCH: Finding = {
  found: "cannot-tell",
  why: "more was written in the channel since than can be read through",
};

/** The smallest snowflake of an instant. */
function snowflakeAt(instant: Instant): Snowflake {
  return String((BigInt(Math.trunc(instant)) - EPOCH) << 22n);
}

/** When Discord made it, by its own clock. */
export function instantOf(snowflake: Snowflake): Instant {
  return Number((BigInt(snowflake) >> 22n) + EPOCH);
}

type Ask = <T>(request: () => Promise<Answer<T>>) => Promise<Answer<T>>;

/**
 * Looks for a message of our own in a channel. The newest message, or post of a forum, tells without
 * Read Message History whether anything was written since; only then is the channel read.
 */
export async function readBack(
  { discord, clock }: Pick<Needs, "discord" | "clock">,
  ask: Ask,
  place: Pick<Subscription, "guildId" | "channelId">,
  sought: Sought,
): Promise<Finding> {
  const { channelId } = place;
  const channel = await ask(() => discord.channel(channelId));
  if (channel.outcome !== "done") return silence(channel);
  const { kind, lastMessageId: newest, at = clock.now() } = channel.value;
  const ahead = clock.now() - at;
  // ids bear Discord's time; a clock of ours that is behind costs a longer look and no more
  const from = { ...sought, since: sought.since - Math.max(0, ahead) };
  if (newest === undefined || instantOf(newest) < from.since - SKEW) return { found: "not-there" };
  const seen = new Set<Snowflake>();
  const finding =
    kind === "forum" || kind === "media"
      ? await amongPosts(discord, ask, place, from, seen)
      : await amongMessages(discord, ask, channelId, from, newest, seen);
  return finding.found !== "not-there" || seen.has(newest)
    ? finding
    : { found: "deleted", writtenAt: instantOf(newest) + ahead };
}

/** Forum posts that nobody writes in are archived after an hour or more: those are on a list of their own. */
async function amongPosts(
  discord: Discord,
  ask: Ask,
  { guildId, channelId }: Pick<Subscription, "guildId" | "channelId">,
  sought: Sought,
  seen: Set<Snowflake>,
): Promise<Finding> {
  const active = await ask(() => discord.forumPosts(guildId, channelId));
  if (active.outcome !== "done") return silence(active);
  const finding = await lookInto(discord, ask, active.value, sought);
  if (finding.found === "there" || finding.found === "no-answer") return finding;
  const archived = await archivedSince(discord, ask, channelId, sought.since - SKEW);
  if ("found" in archived) return archived;
  for (const { id } of [...active.value, ...archived]) seen.add(id);
  const older = await lookInto(discord, ask, archived, sought);
  return older.found === "not-there" ? finding : older;
}

/** What was opened since that instant was not archived before it. */
async function archivedSince(
  discord: Discord,
  ask: Ask,
  channelId: Snowflake,
  since: Instant,
): Promise<readonly ForumPost[] | Finding> {
  const posts: ForumPost[] = [];
  let before: string | undefined;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(() => discord.archivedForumPosts(channelId, before));
    if (answer.outcome !== "done") return silence(answer);
    posts.push(...answer.value.posts);
    const { next } = answer.value;
    if (next === undefined || next.archivedAt < since) return posts;
    before = next.before;
  }
  return TOO_MUCH;
}

async function lookInto(
  discord: Discord,
  ask: Ask,
  posts: readonly ForumPost[],
  { is, title, since }: Sought,
): Promise<Finding> {
  let unread = false;
  for (const { id, name } of posts.filter((post) => post.own && instantOf(post.id) >= since - SKEW)) {
    const first = await ask(() => discord.message(id, id));
    if (first.outcome === "done" ? is(first.value) : isRefusal(first) && name === title)
      return { found: "there", messageId: id };
    if (first.outcome !== "done" && !isRefusal(first)) return silence(first);
    unread ||= first.outcome !== "done";
  }
  return unread ? { found: "cannot-tell", why: UNREADABLE } : { found: "not-there" };
}

async function amongMessages(
  discord: Discord,
  ask: Ask,
  channelId: Snowflake,
  { is, since }: Sought,
  newest: Snowflake,
  seen: Set<Snowflake>,
): Promise<Finding> {
  let after = snowflakeAt(since - SKEW);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer = await ask(() => discord.messagesAfter(channelId, after));
    if (answer.outcome !== "done") return silence(answer);
    const ours = answer.value.find(is);
    if (ours !== undefined) return { found: "there", messageId: ours.id };
    for (const { id } of answer.value) seen.add(id);
    const last = answer.value.at(-1);
    if (last === undefined && page === 0) return amongNone(discord, ask, channelId, is, newest, seen);
    if (last === undefined || answer.value.length < 100) return { found: "not-there" };
    after = last.id;
  }
  return TOO_MUCH;
}

/**
 * No message since, though one was written: it was deleted, or we may not read them, for Discord shows an empty list then. Asked for that one it says
 * which.
 */
async function amongNone(
  discord: Discord,
  ask: Ask,
  channelId: Snowflake,
  is: Sought["is"],
  newest: Snowflake,
  seen: Set<Snowflake>,
): Promise<Finding> {
  const answer = await ask(() => discord.message(channelId, newest));
  if (answer.outcome === "done") seen.add(newest);
  if (answer.outcome === "done" && is(answer.value)) return { found: "there", messageId: newest };
  if (answer.outcome === "done" || remedyOf(answer).do === "accept") return { found: "not-there" };
  return isRefusal(answer) ? { found: "cannot-tell", why: UNREADABLE } : { found: "no-answer", answer };
}

/** Our post with that key. */
export function carries({ own, customIds }: ReadMessage, key: DeliveryKey): boolean {
  return own && customIds.some((id) => keyIn(id) === key);
}

/** Of our own, and no post: a notice, for all that can be told. */
export function isNoPost({ own, customIds }: ReadMessage): boolean {
  return own && customIds.every((id) => keyIn(id) === undefined);
}

/** Asking again would bring the same. */
function isRefusal(answer: Failure): boolean {
  const remedy = remedyOf(answer);
  return remedy.do !== "retry" && remedy.do !== "pause" && remedy.do !== "stop";
}

function silence(answer: Failure): Finding {
  return isRefusal(answer)
    ? { found: "cannot-tell", why: "the channel cannot be read", refusal: answer }
    : { found: "no-answer", answer };
}
