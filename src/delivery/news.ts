import type { GuildNews, KnownChannel, Snowflake } from "../ports.ts";
import type { Needs } from "./needs.ts";
import { isRefused, isUntouched, type Subscription } from "./subscription.ts";
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
      return askAgain(needs, news.guildId, undefined);
    case "guild-joined":
    case "guild-present": // it may have been joined in the outage that is over
      needs.gone.delete(news.guildId);
      await cameBack(needs, news.guildId);
      await rolesDeleted(needs, news.guildId, (roleId) => !news.roleIds.includes(roleId));
      await kindsKnown(needs, news.guildId, news.channels);
      return accessChanged(needs, news.guildId, undefined);
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
  const { store, clock, probes } = needs;
  await askAgain(needs, guildId, channelId);
  const since = clock.now() - DAY;
  const meant = (await store.subscriptions.ofGuild(guildId)).filter(
    (subscription) => isMeant(subscription, channelId) && !isRefused(subscription),
  );
  const ids = meant.map(({ id }) => id);
  for (const id of await store.ledger.inDoubt(ids, since)) await store.ledger.lookAgain(id, since, probes.next(id));
}

/** Where a channel refuses, today's post is tried once more, and it alone decides: soon, or at the latest while its date lasts. */
async function askAgain(
  { store, clock, probes }: Needs,
  guildId: Snowflake,
  channelId: Snowflake | undefined,
): Promise<void> {
  for (const subscription of await store.subscriptions.ofGuild(guildId))
    if (isMeant(subscription, channelId) && isRefused(subscription))
      await store.subscriptions.probe(subscription.id, clock.now(), probes.next(subscription.id));
}

/** A thread has the permissions of its channel, of which only Discord knows which it is. */
function isMeant(subscription: Subscription, channelId: Snowflake | undefined): boolean {
  return channelId === undefined || subscription.channelId === channelId || subscription.channelKind === "thread";
}
