import type { Instant } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { resolveDoubt } from "./doubt.ts";
import { timeliness } from "./due.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { publish } from "./publish.ts";
import { type FinalRemedy, type Sending, send } from "./send.ts";
import { settle } from "./settle.ts";
import type { Fault, Subscription } from "./subscription.ts";
import type { Suspender } from "./suspender.ts";
import { dateOf, wallAt } from "./wall.ts";

/** How long a row rests whose date or hour has not come (the clock was set back after it was claimed). */
const NOT_YET = 10 * 60_000;

/**
 * Takes one claimed row to its settlement: clears up what earlier attempts did, composes, sends, publishes, settles. Returns
 * the fault where the channel refuses everything, so that nothing more need be tried there today. Rejects only with the signal's reason or with what the store or the composer throws; the row then stays claimed until its lease is over.
 */
export async function deliver(
  needs: Needs,
  suspender: Suspender,
  delivery: Delivery,
  subscription: Subscription,
): Promise<Fault | undefined> {
  const { clock, composer } = needs;
  const { slot, localDate } = delivery;
  const stands = timeliness(subscription, delivery.due, clock.now());
  const composition = composer.compose({ slot, localDate, settings: subscription, late: stands === "late" });
  const maySend = stands === "on-time" || stands === "late";
  const sendable = maySend && composition !== undefined;
  const doubt = await resolveDoubt(needs, delivery, subscription, composition?.title, sendable);
  if (doubt.settlement) return conclude(needs, delivery, subscription, doubt.settlement);
  if (doubt.found !== undefined)
    return sent(needs, delivery, subscription, { messageId: doubt.found, detail: "found in the channel" });
  const { since, refusal } = doubt;
  if (stands === "early")
    return settle(needs, delivery, failed(clock.now() + NOT_YET, since, "the clock was set back before its hour"));
  if (stands === "missed") return settle(needs, delivery, givenUp(delivery, subscription, clock.now()));
  if (composition === undefined) return settle(needs, delivery, { state: "empty" });
  const denied = refusal && remedyOf(refusal);
  if (refusal && denied?.do === "suspend")
    return refused(needs, suspender, delivery, subscription, denied, describeAnswer(refusal), since);
  const sending = await send(needs, delivery, subscription, composition);
  switch (sending.ended) {
    case "sent":
      return sent(needs, delivery, subscription, sending);
    case "too-late":
      return settle(needs, delivery, givenUp(delivery, subscription, clock.now()));
    case "claim-over":
      return settle(needs, delivery, failed(clock.now(), since, "its turn came too late for its claim"));
    case "refused":
      return refused(needs, suspender, delivery, subscription, sending.remedy, sending.detail, since);
  }
}

function failed(wakeAt: Instant, uncertainSince: Instant | undefined, detail: string): Settlement {
  return { state: "failed", wakeAt, uncertainSince, detail };
}

/** Never on another day, and never after the window; with what the last try came to. */
function givenUp({ localDate, detail }: Delivery, { zone }: Subscription, now: Instant): Settlement {
  const over = dateOf(wallAt(now, zone)) > localDate ? "its date ended" : "its window for late posts passed";
  return { state: "skipped", detail: [`${over} before a try succeeded`, detail].filter(Boolean).join("; last: ") };
}

async function sent(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  { messageId, detail }: Pick<Extract<Sending, { ended: "sent" }>, "messageId" | "detail">,
): Promise<undefined> {
  needs.weather.accepted();
  const unpublished = await publish(needs, subscription, messageId);
  const details = [detail, unpublished].filter((part) => part !== undefined);
  await conclude(needs, delivery, subscription, {
    state: "sent",
    messageId,
    ...(details.length > 0 && { detail: details.join("; ") }),
  });
  if (unpublished !== undefined) await tell(needs, subscription, "crosspost-refused");
}

/** Settles, and what follows from a settlement for the subscription: a probe that went through ends its suspension. */
async function conclude(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  settlement: Settlement,
): Promise<undefined> {
  const { store, clock } = needs;
  const { id, standing } = subscription;
  await settle(needs, delivery, settlement);
  if (settlement.state === "sent" && standing.state === "suspended") {
    await store.subscriptions.recover(id, clock.now());
    await store.guilds.withdraw(id, standing.fault);
  }
  if (settlement.state === "unknown" && settlement.fault) await tell(needs, subscription, settlement.fault);
}

async function refused(
  needs: Needs,
  suspender: Suspender,
  delivery: Delivery,
  subscription: Subscription,
  remedy: FinalRemedy,
  detail: string,
  since: Instant | undefined,
): Promise<Fault | undefined> {
  const now = needs.clock.now();
  switch (remedy.do) {
    case "retry":
    case "pause": {
      const uncertainSince = since ?? (remedy.uncertain ? delivery.claimedAt : undefined);
      const wakeAt = now + Math.max(remedy.atLeast, backoff(delivery.key, delivery.attempts));
      return settle(needs, delivery, failed(wakeAt, uncertainSince, detail));
    }
    case "suspend":
      return suspender.suspend(delivery, subscription, remedy.fault, detail);
    case "end":
      await settle(needs, delivery, { state: "rejected", fault: remedy.fault, detail });
      // a person who takes no messages is as gone as a server that has removed the bot; a server does not answer so
      if (subscription.channelKind === "direct") await needs.store.guilds.left(subscription.guildId, now);
      return remedy.fault;
    case "reject":
      needs.log.warn({ subscription: subscription.id, delivery: delivery.key, detail }, "a post was refused for good");
      await settle(needs, delivery, { state: "rejected", fault: remedy.fault, detail });
      return tell(needs, subscription, remedy.fault);
    case "stop":
      needs.fatal(`Discord takes nothing from this bot any more. ${detail}`);
      return settle(needs, delivery, failed(now, since, detail));
  }
}

async function tell(
  { store, clock }: Needs,
  { guildId, id, channelId }: Subscription,
  fault: Fault,
): Promise<undefined> {
  await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault, at: clock.now() });
}
