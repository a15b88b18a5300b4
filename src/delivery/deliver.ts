import type { Instant } from "../ports.ts";
import { afterwork } from "./afterwork.ts";
import { backoff } from "./backoff.ts";
import type { Composition } from "./compose.ts";
import { resolveDoubt, trusted } from "./doubt.ts";
import { timeliness } from "./due.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import { type FinalRemedy, type FormName, type Sending, send } from "./send.ts";
import { settle } from "./settle.ts";
import { type Fault, REFUSALS, type Subscription, TEXT_REFUSALS } from "./subscription.ts";
import { isSecond, type Suspender } from "./suspender.ts";
import { tell, tellOfDoubt } from "./tell.ts";
import { dateOf, wallAt } from "./wall.ts";

/** How long a row rests whose date or hour has not come (the clock was set back after it was claimed), or that cannot be composed. */
const NOT_YET = 10 * 60_000;
/** How long what was to go to a server that has removed the bot rests, should it be back by then. */
const A_WHILE = 60_000;

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
  const { clock } = needs;
  const { messageId } = delivery;
  if (needs.gone.has(subscription.guildId)) return removed(needs, delivery, subscription, delivery.uncertainSince);
  if (messageId !== undefined) {
    const named = compose(needs, delivery, subscription, false);
    const title = named === undefined || named === "cannot" ? delivery.localDate : named.title;
    return sent(needs, delivery, subscription, title, { messageId, form: undefined, detail: undefined });
  }
  const stands = timeliness(subscription, delivery.due, clock.now());
  if (stands === "early") return settle(needs, delivery, tooEarly(delivery, clock.now()));
  const composed = compose(needs, delivery, subscription, stands === "late");
  if (composed === "cannot" && stands !== "missed")
    return settle(needs, delivery, failed(clock.now() + NOT_YET, delivery.uncertainSince, "it cannot be composed"));
  const composition = composed === "cannot" ? undefined : composed;
  const sendable = stands !== "missed" && composition !== undefined;
  const doubt = await resolveDoubt(needs, delivery, subscription, composition?.title, sendable);
  if (doubt.settlement) return conclude(needs, delivery, subscription, doubt.settlement);
  if (doubt.found !== undefined)
    return sent(needs, delivery, subscription, composition?.title ?? delivery.localDate, {
      messageId: doubt.found,
      form: undefined,
      detail: "found in the channel",
    });
  const { since, refusal } = doubt;
  if (stands === "missed") return settle(needs, delivery, givenUp(delivery, subscription, clock.now()));
  if (composition === undefined) return settle(needs, delivery, { state: "empty" });
  const denied = refusal && remedyOf(refusal);
  if (refusal && denied?.do === "suspend")
    return refused(needs, suspender, delivery, subscription, denied, describeAnswer(refusal), since);
  const place = needs.holds.placeAfter([subscription.channelId, subscription.guildId]);
  if (place !== undefined)
    return settle(needs, delivery, failed(place, since, "Discord limits writing there: one after the other"));
  if (!(await suspender.mayAsk(delivery, subscription))) return undefined;
  const sending = await send(needs, { ...delivery, uncertainSince: since }, subscription, composition);
  switch (sending.ended) {
    case "sent":
      suspender.accepted();
      return sent(needs, delivery, subscription, composition.title, sending);
    case "too-late":
      return settle(needs, delivery, givenUp(delivery, subscription, clock.now()));
    case "gone":
      return removed(needs, delivery, subscription, since);
    case "claim-over":
      return settle(needs, delivery, failed(clock.now(), since, "its turn came too late for its claim"));
    case "refused":
      return refused(needs, suspender, delivery, subscription, sending.remedy, sending.detail, since);
  }
}

/** Nothing goes to a server that has removed the bot. That is on record already, unless it could not be written. */
async function removed(
  needs: Needs,
  delivery: Delivery,
  { guildId }: Subscription,
  since: Instant | undefined,
): Promise<undefined> {
  const now = needs.clock.now();
  await settle(needs, delivery, failed(now + A_WHILE, since, "the bot was removed from the server"));
  await needs.store.guilds.left(guildId, now);
}

/** A post that cannot be composed is our own fault: it waits for one who mends it, until its window has passed. */
function compose(
  { composer, alert }: Needs,
  { key, slot, localDate }: Delivery,
  subscription: Subscription,
  late: boolean,
): Composition | undefined | "cannot" {
  try {
    return composer.compose({ slot, localDate, settings: subscription, late });
  } catch (error) {
    alert("a post cannot be composed: a fault of Attaché's", { err: error, delivery: key, slot, localDate });
    return "cannot";
  }
}

/** Whether it is out already is looked into at its hour, when the answer matters. */
function tooEarly({ uncertainSince }: Delivery, now: Instant): Settlement {
  return failed(now + NOT_YET, trusted(uncertainSince, now), "the clock was set back before its hour");
}

type Failed = Extract<Settlement, { state: "failed" }>;

function failed(wakeAt: Instant, uncertainSince: Instant | undefined, detail: string): Failed {
  return { state: "failed", wakeAt, uncertainSince, detail };
}

/** Never on another day, and never after the window; with what the last try came to. */
function givenUp({ localDate, detail }: Delivery, { zone }: Subscription, now: Instant): Settlement {
  const over = dateOf(wallAt(now, zone)) > localDate ? "its date ended" : "its window for late posts passed";
  return { state: "skipped", detail: [`${over} before a try succeeded`, detail].filter(Boolean).join("; last: ") };
}

/** A post that is out. In which form is not known of one that was found. */
type Posted = Pick<Extract<Sending, { ended: "sent" }>, "messageId" | "detail"> & {
  readonly form: FormName | undefined;
};

async function sent(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  title: string,
  { messageId, form, detail }: Posted,
): Promise<undefined> {
  const undone = await afterwork(needs, delivery, subscription, messageId, title);
  if (undone instanceof NotNow)
    return settle(needs, delivery, { ...failed(undone.until, delivery.uncertainSince, TO_FINISH), messageId });
  const details = [detail, ...undone.map((each) => each.detail)].filter((part) => part !== undefined);
  await conclude(needs, delivery, subscription, {
    state: "sent",
    messageId,
    ...(details.length > 0 && { detail: details.join("; ") }),
  });
  const lacking = form === undefined || form === "full" ? [] : [LACKING[form]];
  const faults: readonly Fault[] = [...lacking, ...undone.map(({ fault }) => fault)];
  const shown = form === undefined ? AFTER_A_FIND : AFTER_A_POST;
  await needs.store.guilds.withdraw(
    subscription.id,
    shown.filter((fault) => !faults.includes(fault)),
  );
  for (const fault of faults) await tell(needs, subscription, fault);
}

/** Of a post that is out, where everything stops or pauses before all is done about it. */
const TO_FINISH = "posted, and still to be published to followers or given its thread";
/** What it means for a server that its post went out in a lesser form. */
const LACKING = { bare: "files-refused", plain: "plain-only" } as const;
/** What a post can show to be mended, and one that was found. */
const AFTER_A_FIND: readonly Fault[] = ["crosspost-refused", "thread-refused"];
const AFTER_A_POST: readonly Fault[] = ["files-refused", "plain-only", ...AFTER_A_FIND];

/** So long a server is not told twice of texts that it refuses, though others go through. */
const WEEK = 7 * 86_400_000;

/** Settles, and what follows from a settlement for the subscription: a post that went through ends every refusal. */
async function conclude(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  settlement: Settlement,
): Promise<undefined> {
  const { store, clock } = needs;
  const { id, standing } = subscription;
  await settle(needs, delivery, settlement);
  if (settlement.state === "sent") {
    const refusedBefore = standing.state === "suspended" || (standing.state === "active" && standing.refused);
    if (refusedBefore) await store.subscriptions.recover(id, clock.now());
    await store.guilds.withdraw(id, REFUSALS);
    await store.guilds.withdraw(id, TEXT_REFUSALS, clock.now() - WEEK);
  }
  await tellOfDoubt(needs, delivery, subscription, settlement);
}

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
  const answer = await ask(needs, () => needs.discord.isIn(guildId));
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
  await needs.store.guilds.left(guildId, now);
  return believed;
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
    case "end":
      await settle(needs, delivery, { state: "rejected", fault: remedy.fault, detail });
      // a person who takes no messages is as gone as a server that has removed the bot; a server does not answer so
      if (subscription.channelKind === "direct") await needs.store.guilds.left(subscription.guildId, now);
      return remedy.fault;
    case "suspend":
      return suspender.refused(delivery, subscription, remedy.fault, detail);
    case "check-membership":
      return checkMembership(needs, suspender, delivery, subscription, remedy, detail);
    case "drop":
      return settle(needs, delivery, { state: "skipped", detail });
    case "reject":
      needs.log.warn({ subscription: subscription.id, delivery: delivery.key, detail }, "a post was refused for good");
      await settle(needs, delivery, { state: "rejected", fault: remedy.fault, detail });
      return tell(needs, subscription, remedy.fault);
    case "stop":
      needs.fatal(`Discord takes nothing from this bot any more. ${detail}`);
      return settle(needs, delivery, failed(now, since, detail));
  }
}
