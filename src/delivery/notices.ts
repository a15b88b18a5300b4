import { createHash } from "node:crypto";
import type { Notice, Snowflake } from "../ports.ts";
import { remedyOf } from "./failures.ts";
import { ask, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import type { Fault, Subscription } from "./subscription.ts";

/** A minute's grace: within it a mass of refusals turns out to be Discord's trouble, and nobody is told. */
const GRACE = 60_000;
const A_ROUND = 20;

/** Faults with which the channel itself still takes a message. */
const TELLABLE_IN_CHANNEL: ReadonlySet<Fault> = new Set([
  "automod",
  "role-gone",
  "history-needed",
  "deleted-in-doubt",
  "crosspost-refused",
  "thread-refused",
  "files-refused",
  "plain-only",
  "groups-changed",
  "zone-unknown",
  "settings-unreadable",
  "message-refused",
]);

/**
 * Tells servers what an admin must mend: in the channel, else where /setup was last used, else at the next command. Some each time, and the next ones
 * the next time: those that cannot be told just now keep nobody else waiting.
 */
export function noticeTeller(needs: Needs): () => Promise<void> {
  let last: Notice | undefined;
  return async () => {
    const untold = await needs.store.guilds.untold(needs.clock.now() - GRACE, A_ROUND, last);
    for (const notice of untold) {
      if (needs.pacer.pausedUntil() > needs.clock.now()) return; // the next minute's round tells the rest
      await tellNotice(needs, notice).catch((error: unknown) => {
        if (!(error instanceof NotNow)) throw error;
      });
      last = notice;
    }
    if (untold.length < A_ROUND) last = undefined; // from the oldest again
  };
}

async function tellNotice(needs: Needs, notice: Notice): Promise<void> {
  const { store, composer, discord } = needs;
  const { guildId, subscriptionId, fault } = notice;
  if (needs.unavailable.has(guildId)) return; // told when the server is present again
  const subscription = await store.subscriptions.find(subscriptionId);
  if (subscription === undefined) return store.guilds.told(subscriptionId, fault); // cannot be read: nobody to tell
  const setup = await store.guilds.setupChannel(guildId);
  for (const place of placesFor(fault, subscription, setup?.channelId)) {
    const { body, files } = composer.notice(fault, subscription, setup?.locale ?? subscription.locale);
    const message = { body: { ...body, allowed_mentions: { parse: [] } }, files };
    const nonce = noticeNonce(notice);
    const answer = await ask(needs, () => discord.createMessage(place, message, nonce), place);
    if (answer.outcome === "done") return store.guilds.told(subscriptionId, fault);
    const { do: what } = remedyOf(answer);
    // Discord's trouble, or ours: this says nothing of the channel, and it is told later
    if (what === "retry" || what === "pause" || what === "stop") return;
  }
  needs.log.info({ subscription: subscriptionId, fault }, "an admin is told at the next command");
  await store.guilds.tried(subscriptionId, fault);
}

/** The channels in which a fault can be told, each once. A forum takes no messages. */
function placesFor(
  fault: Fault,
  { channelId, channelKind }: Subscription,
  setupChannelId: Snowflake | undefined,
): ReadonlySet<Snowflake> {
  const inChannel = TELLABLE_IN_CHANNEL.has(fault) && channelKind !== "forum" && channelKind !== "media";
  const places = new Set(inChannel ? [channelId] : []);
  if (setupChannelId !== undefined && setupChannelId !== channelId) places.add(setupChannelId);
  return places;
}

/** The same after a restart, and another for each fault and each time it arises. Discord takes 25 characters. */
function noticeNonce({ subscriptionId, fault, at }: Notice): string {
  return createHash("sha256").update(`notice|${subscriptionId}|${fault}|${at}`).digest("base64url").slice(0, 22);
}
