import type { GuildNews, Snowflake } from "../ports.ts";
import { dueOn, timeliness } from "./due.ts";
import type { Needs } from "./needs.ts";
import { LEASE } from "./round.ts";
import type { Subscription } from "./subscription.ts";
import { dateOf, wallAt } from "./wall.ts";

/** Acts on what the gateway tells: stops where the bot was removed, goes on where it is back or may post again. */
export async function hear(needs: Needs, news: GuildNews): Promise<void> {
  const { store, clock } = needs;
  switch (news.kind) {
    case "ready":
      return reconcile(needs, news);
    case "guild-joined":
      await store.guilds.joined(news.guildId, clock.now());
      return accessChanged(needs, news.guildId, undefined);
    case "guild-removed":
      return store.guilds.left(news.guildId, clock.now());
    case "channel-deleted":
      return channelDeleted(needs, news.guildId, news.channelId);
    case "role-deleted":
      return roleDeleted(needs, news.guildId, news.roleId);
    case "access-changed":
      return accessChanged(needs, news.guildId, news.channelId);
  }
}

/** What happened while we were away: servers of this shard that are not on its list have removed the bot. */
async function reconcile({ store, clock }: Needs, { shard, shards, guildIds }: Extract<GuildNews, { kind: "ready" }>) {
  const present = new Set(guildIds);
  for (const { guildId, left } of await store.guilds.all()) {
    if (Number((BigInt(guildId) >> 22n) % BigInt(shards)) !== shard) continue;
    if (present.has(guildId) && left) await store.guilds.joined(guildId, clock.now());
    if (!present.has(guildId) && !left) await store.guilds.left(guildId, clock.now());
  }
}

async function channelDeleted({ store, clock }: Needs, guildId: Snowflake, channelId: Snowflake): Promise<void> {
  for (const { id, channelId: own } of await store.subscriptions.ofGuild(guildId)) {
    if (own !== channelId) continue;
    await store.subscriptions.suspend(id, "channel-gone", clock.now(), undefined);
    await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "channel-gone", at: clock.now() });
  }
}

async function roleDeleted({ store, clock }: Needs, guildId: Snowflake, roleId: Snowflake): Promise<void> {
  for (const { id, mention, channelId } of await store.subscriptions.ofGuild(guildId)) {
    if (mention?.roleId !== roleId) continue;
    await store.subscriptions.amend(id, { mention: undefined });
    await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "role-gone", at: clock.now() });
  }
}

/** What a refusal suspended may work now: today's post is tried once more, and it alone decides. */
async function accessChanged(
  { store, clock }: Needs,
  guildId: Snowflake,
  channelId: Snowflake | undefined,
): Promise<void> {
  for (const subscription of await store.subscriptions.ofGuild(guildId)) {
    if (channelId !== undefined && subscription.channelId !== channelId) continue;
    if (subscription.standing.state === "suspended") await tryToday(store, subscription, clock.now());
  }
}

async function tryToday(store: Needs["store"], subscription: Subscription, now: number): Promise<void> {
  const today = dateOf(wallAt(now, subscription.zone));
  const stands = timeliness(subscription, dueOn(today, subscription.postAt, subscription.id), now);
  const inTime = stands === "on-time" || stands === "late";
  const rows = inTime ? await store.ledger.reopen(subscription.id, [today], now, now + LEASE) : [];
  for (const row of rows)
    await store.ledger.settle(
      row,
      { state: "failed", wakeAt: now, uncertainSince: row.uncertainSince, detail: "access changed" },
      now,
    );
  if (rows.length === 0) await store.subscriptions.probe(subscription.id, now);
}
