import type { Instant } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { type Delivery, OUTAGE } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { persist } from "./persist.ts";
import type { FinalRemedy } from "./send.ts";
import { failed, settle } from "./settle.ts";
import type { Fault, Subscription } from "./subscription.ts";
import { isSecond, rejectPost, type Suspender } from "./suspender.ts";
import { tell } from "./tell.ts";

/** Discord does not know the server: where it says so again, and the bot is not in it, it has left, and nothing more goes there. */
async function checkMembership(
  needs: Needs,
  suspender: Suspender,
  delivery: Delivery,
  subscription: Subscription,
  { fault }: { readonly fault: Fault },
  detail: string,
): Promise<Fault | undefined> {
  const { guildId } = subscription;
  const now = needs.clock.now();
  const answer = await ask(needs, () => needs.discord.isIn(guildId), guildId);
  if (answer.outcome !== "done")
    return settle(
      needs,
      delivery,
      failed(now + backoff(delivery.key, delivery.attempts), delivery.uncertainSince, detail),
    );
  const believed = await suspender.refused(delivery, subscription, fault, detail);
  // one such answer may be Discord's trouble, and a list without the server as well
  if (answer.value || believed === undefined || !isSecond(subscription.standing, now)) return believed;
  needs.gone.add(guildId);
  await persist(needs, delivery.key, () => needs.store.guilds.left(guildId, now));
  return believed;
}

/** A person who takes no messages, and has said so twice, is as gone as a server that has removed the bot; a server does not answer so. */
async function end(
  needs: Needs,
  suspender: Suspender,
  delivery: Delivery,
  subscription: Subscription,
  { fault }: { readonly fault: Fault },
  detail: string,
): Promise<Fault | undefined> {
  const { guildId, channelKind, standing } = subscription;
  if (channelKind !== "direct") return settle(needs, delivery, { state: "rejected", fault, detail });
  const now = needs.clock.now();
  const believed = await suspender.refused(delivery, subscription, fault, detail);
  if (believed !== undefined && isSecond(standing, now))
    await persist(needs, delivery.key, () => needs.store.guilds.left(guildId, now));
  return believed;
}

/** How long what is for a server with an outage rests, should that be over by then. */
const A_WHILE = 60_000;

/** A server with an outage of Discord's: what is for it waits, and is asked for when the server is present again. */
export async function outage(
  needs: Needs,
  delivery: Delivery,
  { guildId }: Subscription,
  since = delivery.uncertainSince,
): Promise<undefined> {
  const { messageId, detail } = delivery;
  if (needs.unavailable.get(guildId) === false) {
    needs.unavailable.set(guildId, true);
    needs.log.info({ guild: guildId }, "Discord has an outage of a server: its posts wait until that is over");
  }
  // of what is out, what Discord put off before stays known
  const kept = messageId === undefined ? OUTAGE : (detail ?? OUTAGE);
  return settle(needs, delivery, { ...failed(needs.clock.now() + A_WHILE, since, kept), messageId });
}

/** What a refusal says that holds beyond this attempt, of the server, the channel or the post: not in an outage. */
function isVerdict({ do: what }: FinalRemedy): boolean {
  return what !== "retry" && what !== "pause" && what !== "stop";
}

/** Of what is no more nothing is told or held against anybody. Where that cannot be read, it is taken to be there. */
async function isDeleted({ store }: Needs, subscription: Subscription): Promise<boolean> {
  return (await store.subscriptions.find(subscription.id).catch(() => subscription)) === undefined;
}

/** Does what the last refusal of a post asks for, and settles its row. The fault where the channel refuses everything. */
export async function refused(
  needs: Needs,
  suspender: Suspender,
  delivery: Delivery,
  subscription: Subscription,
  remedy: FinalRemedy,
  detail: string,
  since: Instant | undefined,
): Promise<Fault | undefined> {
  const now = needs.clock.now();
  if (needs.unavailable.has(subscription.guildId) && isVerdict(remedy))
    return outage(needs, delivery, subscription, since);
  if (isVerdict(remedy) && (await isDeleted(needs, subscription)))
    return settle(needs, delivery, failed(now, since, "its calendar was deleted meanwhile"));
  switch (remedy.do) {
    case "retry":
    case "pause": {
      const uncertainSince = since ?? (remedy.uncertain ? delivery.claimedAt : undefined);
      const wakeAt = now + Math.max(remedy.atLeast, backoff(delivery.key, delivery.attempts));
      const fault = remedy.do === "retry" ? remedy.tells : undefined;
      if (fault !== undefined) await persist(needs, delivery.key, () => tell(needs, subscription, fault));
      return settle(needs, delivery, { ...failed(wakeAt, uncertainSince, detail), fault });
    }
    case "end":
      return end(needs, suspender, delivery, subscription, remedy, detail);
    case "suspend":
      return suspender.refused(delivery, subscription, remedy.fault, detail);
    case "check-membership":
      return checkMembership(needs, suspender, delivery, subscription, remedy, detail);
    case "drop":
      return settle(needs, delivery, { state: "skipped", reason: "discord-limit", detail });
    case "reject":
      return rejectPost(needs, delivery, subscription, remedy.fault, detail);
    case "reject-unexplained":
      return suspender.refused(delivery, subscription, remedy.fault, detail, "post");
    case "stop":
      needs.fatal(`Discord takes nothing from this bot any more. ${detail}`);
      return settle(needs, delivery, failed(now, since, detail));
  }
}
