import { createHash } from "node:crypto";
import type { Notice } from "../ports.ts";
import { ask, type Needs } from "./needs.ts";
import type { Fault } from "./subscription.ts";

/** A minute's grace: within it a mass of refusals turns out to be Discord's trouble, and nobody is told. */
const GRACE = 60_000;
const A_ROUND = 20;

/** Faults with which the channel itself still takes a message. */
const TELLABLE_IN_CHANNEL: ReadonlySet<Fault> = new Set([
  "automod",
  "role-gone",
  "history-needed",
  "crosspost-refused",
]);

/** Tells servers what an admin must mend: in the channel, else where /setup was last used, else at the next command. */
export async function tellNotices(needs: Needs): Promise<void> {
  if (needs.pacer.pausedUntil() > needs.clock.now()) return;
  for (const notice of await needs.store.guilds.untold(needs.clock.now() - GRACE, A_ROUND))
    await tellNotice(needs, notice);
}

async function tellNotice(needs: Needs, notice: Notice): Promise<void> {
  const { store, composer, discord, clock } = needs;
  const { guildId, subscriptionId, channelId, fault } = notice;
  const subscription = await store.subscriptions.find(subscriptionId);
  const setup = await store.guilds.setupChannel(guildId);
  const places = [TELLABLE_IN_CHANNEL.has(fault) ? channelId : undefined, setup?.channelId].filter(
    (place) => place !== undefined && (place !== channelId || TELLABLE_IN_CHANNEL.has(fault)),
  );
  if (subscription === undefined) return store.guilds.withdraw(subscriptionId, fault);
  for (const place of new Set(places)) {
    if (place === undefined) continue;
    const { body, files } = composer.notice(fault, subscription, setup?.locale ?? subscription.locale);
    const message = { body: { ...body, allowed_mentions: { parse: [] } }, files };
    const nonce = noticeNonce(notice);
    const answer = await ask(needs, () => discord.createMessage(place, message, nonce));
    if (answer.outcome === "done") return store.guilds.withdraw(subscriptionId, fault);
  }
  needs.log.info({ subscription: subscriptionId, fault, at: clock.now() }, "an admin is told at the next command");
  await store.guilds.tried(subscriptionId, fault);
}

/** The same after a restart, and another for each fault and each time it arises. Discord takes 25 characters. */
function noticeNonce({ subscriptionId, fault, at }: Notice): string {
  return createHash("sha256").update(`notice|${subscriptionId}|${fault}|${at}`).digest("base64url").slice(0, 22);
}
