import type { GuildNews, KnownChannel, Snowflake } from "../ports.ts";
import type { Needs } from "./needs.ts";
import { type Fault, isRefused, isUntouched, type Subscription } from "./subscription.ts";
import { tell } from "./tell.ts";

/** Acts on what the gateway tells: stops where the bot was removed, goes on where it is back or may post again. */
export async function hear(needs: Needs, news: GuildNews): Promise<void> {
  if (news.kind === "guild-unavailable") return outageBegins(needs, news.guildId);
  if (news.kind !== "ready") outageEnds(needs, news.guildId); // it is heard from
  switch (news.kind) {
    case "ready":
      for (const guildId of news.guildIds) outageEnds(needs, guildId); // those that are out are named again after it
      return reconcile(needs, news);
    case "guild-heard-from":
      needs.gone.delete(news.guildId);
      await cameBack(needs, news.guildId);
      for (const one of await needs.store.subscriptions.ofGuild(news.guildId)) await askAgain(needs, one);
      return;
    case "guild-joined":
    case "guild-present": // it may have been joined in the outage that is over
      needs.gone.delete(news.guildId);
      await cameBack(needs, news.guildId);
      await rolesDeleted(needs, news.guildId, (roleId) => !news.roleIds.includes(roleId));
      await kindsKnown(needs, news.guildId, news.channels);
      return isPresent(needs, news.guildId, news.channels);
    case "guild-removed":
      needs.gone.add(news.guildId);
      return hasLeft(needs, news.guildId);
    case "channel-deleted":
      return channelDeleted(needs, news.guildId, news.channelId);
    case "role-deleted":
      return rolesDeleted(needs, news.guildId, (roleId) => roleId === news.roleId);
    case "access-changed":
      await kindsKnown(needs, news.guildId, [news]);
      return accessChanged(needs, news.guildId, news.channelId);
  }
}

/** What happened while we were away: servers of this shard that are not on its list have removed the bot. */
async function reconcile(needs: Needs, { shard, shards, guildIds }: Extract<GuildNews, { kind: "ready" }>) {
  const { store, gone } = needs;
  const present = new Set(guildIds);
  for (const { guildId, left } of await store.guilds.all()) {
    if (Number((BigInt(guildId) >> 22n) % BigInt(shards)) !== shard) continue;
    if (present.has(guildId)) gone.delete(guildId);
    if (present.has(guildId) && left) await cameBack(needs, guildId);
    if (!present.has(guildId) && !left) await hasLeft(needs, guildId);
  }
}

function outageBegins({ unavailable }: Needs, guildId: Snowflake): void {
  if (!unavailable.has(guildId)) unavailable.set(guildId, false);
}

function outageEnds({ unavailable, log }: Needs, guildId: Snowflake): void {
  if (unavailable.get(guildId)) log.info({ guild: guildId }, "the outage of a server is over: its posts go on");
  unavailable.delete(guildId);
}

async function cameBack({ store, clock, log }: Needs, guildId: Snowflake): Promise<void> {
  if (await store.guilds.joined(guildId, clock.now()))
    log.info({ guild: guildId }, "the bot is in a server again: its posts go on");
}

async function hasLeft({ store, clock, log }: Needs, guildId: Snowflake): Promise<void> {
  await store.guilds.left(guildId, clock.now());
  log.info({ guild: guildId }, "the bot was removed from a server: nothing is posted there");
}

async function channelDeleted(needs: Needs, guildId: Snowflake, channelId: Snowflake): Promise<void> {
  const { store, clock } = needs;
  for (const subscription of await store.subscriptions.ofGuild(guildId)) {
    if (subscription.channelId !== channelId) continue;
    await store.subscriptions.suspend(subscription.id, "channel-gone", clock.now(), undefined, channelId);
    if (!isUntouched(subscription)) await tell(needs, subscription, "channel-gone");
  }
}

async function rolesDeleted(needs: Needs, guildId: Snowflake, isGone: (roleId: Snowflake) => boolean): Promise<void> {
  for (const subscription of await needs.store.subscriptions.ofGuild(guildId)) {
    if (subscription.mention === undefined || !isGone(subscription.mention.roleId)) continue;
    await needs.store.subscriptions.amend(subscription.id, { mention: undefined }, needs.clock.now());
    await tell(needs, subscription, "role-gone");
  }
}

/** A channel of text may become one of announcements, and one of announcements one of text. */
async function kindsKnown(needs: Needs, guildId: Snowflake, channels: readonly Partial<KnownChannel>[]): Promise<void> {
  for (const { id, channelId, channelKind } of await needs.store.subscriptions.ofGuild(guildId)) {
    const kind = channels.find((channel) => channel.channelId === channelId)?.channelKind;
    if (kind !== undefined && kind !== "unsupported" && kind !== channelKind)
      await needs.store.subscriptions.amend(id, { channelKind: kind }, needs.clock.now(), channelId);
  }
}

const DAY = 86_400_000;

/** What was refused may work now, and what could not be read may be read. */
async function accessChanged(needs: Needs, guildId: Snowflake, channelId: Snowflake | undefined): Promise<void> {
  for (const subscription of await needs.store.subscriptions.ofGuild(guildId)) {
    if (!isMeant(subscription, channelId)) continue;
    await askAgain(needs, subscription);
    await lookAgain(needs, subscription);
  }
}

/**
 * A server is there, most often by a new session and as it was: only what refused and is shown to be open is asked again today. What is not
 * shown (a thread, the tags of a forum) is asked with the next date's post, and what is shown to be closed not sooner than it would be.
 */
async function isPresent(needs: Needs, guildId: Snowflake, channels: readonly KnownChannel[]): Promise<void> {
  for (const subscription of await needs.store.subscriptions.ofGuild(guildId)) {
    const isOpen = isOpenBy(channels, subscription);
    if (isOpen === false) continue;
    if (isOpen && isOfAccess(subscription)) await askAgain(needs, subscription);
    else if (isRefused(subscription))
      await needs.store.subscriptions.probe(subscription.id, needs.clock.now(), undefined);
    await lookAgain(needs, subscription);
  }
}

/** Of a thread only its channel's permissions are shown, and not which that is. */
function isOpenBy(channels: readonly KnownChannel[], { channelId, channelKind }: Subscription): boolean | undefined {
  if (channelKind === "thread" || channelKind === "direct") return undefined;
  const channel = channels.find((each) => each.channelId === channelId);
  return channel === undefined ? false : channel.mayWrite;
}

const OF_ACCESS: readonly (Fault | undefined)[] = ["channel-gone", "no-access", "no-permission"];

/** What it refuses for shows in its permissions. */
function isOfAccess({ standing }: Subscription): boolean {
  if (standing.state === "active") return OF_ACCESS.includes(standing.refused?.fault);
  return standing.state === "suspended" && OF_ACCESS.includes(standing.fault);
}

/** Where a channel refuses, today's post is tried once more, and it alone decides: soon, or at the latest while its date lasts. */
async function askAgain({ store, clock, probes, wake }: Needs, subscription: Subscription): Promise<void> {
  if (!isRefused(subscription)) return;
  const at = probes.next(subscription.id);
  await store.subscriptions.probe(subscription.id, clock.now(), at);
  wake(at);
}

/** What is in doubt, in a channel that does not refuse. */
async function lookAgain({ store, clock, probes }: Needs, subscription: Subscription): Promise<void> {
  if (isRefused(subscription)) return;
  const since = clock.now() - DAY;
  for (const id of await store.ledger.inDoubt([subscription.id], since))
    await store.ledger.lookAgain(id, since, probes.next(id));
}

/** A thread has the permissions of its channel, of which only Discord knows which it is. */
function isMeant(subscription: Subscription, channelId: Snowflake | undefined): boolean {
  return channelId === undefined || subscription.channelId === channelId || subscription.channelKind === "thread";
}
