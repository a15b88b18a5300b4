import type { Instant, Snowflake } from "../ports.ts";
import { isPutOff } from "./afterwork.ts";
import type { Composition } from "./compose.ts";
import { resolveDoubt, trusted } from "./doubt.ts";
import { timeliness } from "./due.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import { holdersOf } from "./holds.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import { lookBehind } from "./left-behind.ts";
import type { Needs } from "./needs.ts";
import { ownOfPost } from "./own-of-post.ts";
import { persist } from "./persist.ts";
import { conclude, sent, taken, takenBefore } from "./posted.ts";
import { outage, refused } from "./refused.ts";
import { send } from "./send.ts";
import { failed, settle } from "./settle.ts";
import { type Fault, isPublished, type Subscription } from "./subscription.ts";
import type { Suspender } from "./suspender.ts";
import { tell } from "./tell.ts";
import { dateOf, wallAt } from "./wall.ts";

/** How long a row rests whose date or hour has not come (the clock was set back after it was claimed), or that cannot be composed. */
const NOT_YET = 10 * 60_000;
/** How long what was to go to a server that has removed the bot rests, should it be back by then. */
const A_WHILE = 60_000;
/** Followers get a post on its date, inside its window, or not at all: it is a post to them. */
const TOO_LATE =
  "not published to followers or given its thread: its date ended, or its window for late posts passed, before that";

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
  const stands = timeliness(subscription, delivery.due, clock.now(), delivery.overdue);
  if (stands !== "missed" && needs.unavailable.has(subscription.guildId)) return outage(needs, delivery, subscription);
  if (delivery.leftChannel !== undefined) return lookBehind(needs, delivery, subscription, delivery.leftChannel);
  if (messageId !== undefined) {
    if (stands === "missed") return leftUnfinished(needs, delivery, subscription, messageId);
    const named = await compose(needs, delivery, subscription, false);
    const title = named === undefined || named === "cannot" ? delivery.localDate : named.title;
    return sent(needs, suspender, delivery, subscription, title, { messageId, form: undefined, detail: undefined });
  }
  if (stands === "early") return settle(needs, delivery, tooEarly(delivery, clock.now()));
  const composed = await compose(needs, delivery, subscription, stands === "late");
  if (composed === "cannot" && stands !== "missed")
    return settle(needs, delivery, failed(clock.now() + NOT_YET, delivery.uncertainSince, "it cannot be composed"));
  const composition = composed === "cannot" ? undefined : composed;
  const sendable = stands !== "missed" && composition !== undefined;
  const doubt = await resolveDoubt(needs, delivery, subscription, composition?.title, sendable);
  if (doubt.settlement) return conclude(needs, delivery, subscription, doubt.settlement);
  if (doubt.found !== undefined) {
    await takenBefore(needs, delivery, subscription, doubt.found);
    return sent(needs, suspender, delivery, subscription, composition?.title ?? delivery.localDate, {
      messageId: doubt.found,
      form: undefined,
      detail: "found in the channel",
    });
  }
  const { since, refusal } = doubt;
  if (stands === "missed") return settle(needs, delivery, givenUp(delivery, subscription, clock.now()));
  if (composition === undefined) return settle(needs, delivery, { state: "empty" });
  const denied = refusal && remedyOf(refusal);
  if (refusal && denied?.do === "suspend")
    return refused(needs, suspender, delivery, subscription, denied, describeAnswer(refusal), since);
  const place = needs.holds.placeAfter(holdersOf(subscription));
  if (place !== undefined)
    return settle(needs, delivery, failed(place, since, "Discord limits writing there: one after the other"));
  if (!(await suspender.mayAsk(delivery, subscription))) return undefined;
  const sending = await send(needs, { ...delivery, uncertainSince: since }, subscription, composition);
  switch (sending.ended) {
    case "sent":
      suspender.accepted();
      await taken(needs, delivery, subscription);
      return sent(needs, suspender, delivery, subscription, composition.title, sending);
    case "too-late":
      return settle(needs, delivery, givenUp(delivery, subscription, clock.now()));
    case "gone":
      return removed(needs, delivery, subscription, since);
    case "claim-over":
      return settle(needs, delivery, failed(clock.now(), since, "its turn came too late, or its calendar changed"));
    case "refused":
      return refused(needs, suspender, delivery, subscription, sending.remedy, sending.detail, since);
  }
}

/** Where Discord put it off until now, its admins are told: publishing can be done by hand. */
async function leftUnfinished(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  messageId: Snowflake,
): Promise<undefined> {
  if (isPutOff(delivery))
    await persist(needs, delivery.key, () =>
      tell(needs, subscription, isPublished(subscription) ? "crosspost-refused" : "thread-refused"),
    );
  return conclude(needs, delivery, subscription, { state: "sent", messageId, detail: TOO_LATE });
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
  await persist(needs, delivery.key, () => needs.store.guilds.left(guildId, now));
}

/** A post that cannot be composed is our own fault: it waits for one who mends it, until its window has passed. */
async function compose(
  { composer, store, alert }: Needs,
  { key, slot, localDate }: Delivery,
  subscription: Subscription,
  late: boolean,
): Promise<Composition | undefined | "cannot"> {
  const own = await ownOfPost(store.ownEvents, { slot, localDate }, subscription);
  try {
    return await composer.compose({ slot, localDate, settings: subscription, own, late });
  } catch (error) {
    alert("a post cannot be composed: a fault of Attaché's", { err: error, delivery: key, slot, localDate });
    return "cannot";
  }
}

/** Whether it is out already is looked into at its hour, when the answer matters. */
function tooEarly({ uncertainSince }: Delivery, now: Instant): Settlement {
  return failed(now + NOT_YET, trusted(uncertainSince, now), "the clock was set back before its hour");
}

/**
 * Never on another day, and never after the window; with what the last try came to: one that was refused, and only waited to be tried again,
 * stays refused, and one whose calendar was paused while there was still time for it says that.
 */
function givenUp(delivery: Delivery, subscription: Subscription, now: Instant): Settlement {
  const { due, localDate, fault, detail, pausedAt } = delivery;
  if (fault !== undefined) return { state: "rejected", fault, detail: detail ?? "refused until it was too late" };
  if (pausedAt !== undefined && timeliness(subscription, due, pausedAt) !== "missed")
    return { state: "skipped", reason: "paused-meanwhile", detail };
  const isOver = dateOf(wallAt(now, subscription.zone)) > localDate;
  return { state: "skipped", reason: isOver ? "tries-failed" : "tries-failed-too-late", detail };
}
