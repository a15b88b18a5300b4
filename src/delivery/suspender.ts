import type { Instant } from "../ports.ts";
import { dueOn } from "./due.ts";
import { inLog } from "./in-log.ts";
import { createIncident, INCIDENT_PAUSE } from "./incident.ts";
import { type Delivery, type DeliveryKey, type Settlement, UNFINISHED } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { persist } from "./persist.ts";
import { settle } from "./settle.ts";
import { type Fault, REFUSALS, type Subscription } from "./subscription.ts";
import { tell } from "./tell.ts";
import { addDays } from "./wall.ts";

/** A target that refused is probed with its daily post, a week long each day, then once a week. */
const DAILY_PROBES = 7;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Two refusals so far apart make sure that it is the channel's own doing. */
const APART = 60 * MINUTE;

/** Takes subscriptions out of the round when their channel refuses, and back in when it was Discord's trouble after all. */
export interface Suspender {
  accepted(): void;
  /**
   * The fault, where the channel refuses; undefined where only the post is refused, or nobody is believed because so many are. A post
   * alone is given up, and changes nothing about the channel.
   */
  refused(
    delivery: Delivery,
    subscription: Subscription,
    fault: Fault,
    detail: string,
    what?: "channel" | "post",
  ): Promise<Fault | undefined>;
  /** False where a post is not to be asked for now: it waits out trouble of Discord's, or was given up, and is settled. */
  mayAsk(delivery: Delivery, subscription: Subscription): Promise<boolean>;
}

interface Refusal {
  readonly at: Instant;
  readonly delivery: Delivery;
  readonly subscription: Subscription;
  readonly fault: Fault;
  readonly detail: string;
  /** What is refused, for all that is known. */
  readonly what: "channel" | "post";
}

export function createSuspender(needs: Needs): Suspender {
  const { clock } = needs;
  const incident = createIncident(clock, needs.pacer, needs.log);
  /** The refusals of the last ten minutes that were believed: they are taken back where it turns out to be Discord. */
  let recent: Refusal[] = [];
  /** Those that were not believed, and wait. */
  const held = new Map<DeliveryKey, Refusal>();

  async function hold(refusal: Refusal, wakeAt: Instant): Promise<undefined> {
    for (const [key, { at }] of held) if (at < refusal.at - DAY) held.delete(key); // their date is over
    held.set(refusal.delivery.key, refusal);
    await settle(needs, refusal.delivery, waiting(refusal.delivery, wakeAt));
  }

  async function takeBack(): Promise<void> {
    for (const refusal of recent.splice(0))
      for (const delivery of await undo(needs, refusal)) await hold({ ...refusal, delivery }, incident.resumesAt());
  }

  async function believe(refusal: Refusal): Promise<Fault | undefined> {
    const isFirst = await acceptRefusal(needs, refusal);
    if (isFirst) recent.push(refusal);
    return refusal.what === "post" ? undefined : refusal.fault;
  }

  return {
    accepted: () => incident.accepted(),
    async refused(delivery, subscription, fault, detail, what = "channel") {
      const [{ standing, guildId }, now] = [subscription, clock.now()];
      recent = recent.filter(({ at }) => at > now - INCIDENT_PAUSE && at <= now);
      const refusal = { at: now, delivery, subscription, fault, detail, what };
      const known = standing.state === "active" && standing.refused !== undefined;
      // a suspended one that refuses again is no sign of anything
      if (standing.state === "suspended" || !incident.refused(guildId, known)) return believe(refusal);
      await hold(refusal, incident.resumesAt());
      await takeBack();
      return undefined;
    },
    async mayAsk(delivery, subscription) {
      const refusal = held.get(delivery.key);
      if (refusal === undefined) return true;
      const next = incident.next();
      if (next.do === "wait") {
        await settle(needs, delivery, waiting(delivery, next.until));
        return false;
      }
      held.delete(delivery.key);
      if (next.do === "ask") return true;
      await believe({ ...refusal, at: clock.now(), delivery, subscription });
      return false;
    },
  };
}

/** What was written of a refusal is undone, and its posts of that date are taken up again. */
async function undo(needs: Needs, { subscription, delivery, fault, what }: Refusal): Promise<readonly Delivery[]> {
  const { store, clock } = needs;
  const { id, channelId } = subscription;
  return persist(needs, delivery.key, async () => {
    if ((await store.subscriptions.find(id))?.channelId !== channelId) return []; // it has moved to another since
    if (what === "channel") await store.subscriptions.recover(subscription, clock.now());
    await store.guilds.withdraw(subscription, [fault]);
    return store.ledger.reopen(id, [delivery.localDate], clock.now(), clock.now() + MINUTE);
  });
}

/**
 * The first refusal counts for its day only; the second, an hour or more later, suspends. True for a first. That it is to be told is
 * written before the row is settled, or nobody would be told after a crash in between. Of a channel that the calendar has left
 * meanwhile, nothing is told or held against it.
 */
async function acceptRefusal(needs: Needs, { delivery, subscription, fault, detail, what }: Refusal): Promise<boolean> {
  if (what === "post") {
    await rejectPost(needs, delivery, subscription, fault, detail);
    return true;
  }
  const { store, clock, log } = needs;
  const { standing, id, channelId, postAt } = subscription;
  const now = clock.now();
  const isFirst = !isSecond(standing, now);
  const written = (write: () => Promise<void>) => persist(needs, delivery.key, write);
  await written(() => tell(needs, subscription, fault));
  await settle(needs, delivery, afterRefusal(delivery, fault, detail));
  if (isFirst) {
    await written(() => store.subscriptions.refused(id, fault, now, channelId));
    log.info(
      { ...inLog(subscription), fault, detail },
      "a channel refuses: today's post is tried again when something changes there, or its server uses a command",
    );
  } else {
    const probe = addDays(delivery.localDate, refusalsOf(standing) < DAILY_PROBES ? 1 : 7);
    await written(() => store.subscriptions.suspend(id, fault, now, dueOn(probe, postAt, id), channelId));
    log.info(
      { ...inLog(subscription), fault, detail, probe },
      "a channel refuses again: its posts wait for an admin, and it is tried on that date or when something changes there",
    );
  }
  const others = REFUSALS.filter((other) => other !== fault);
  await written(() => store.guilds.withdraw(subscription, others)); // what was refused before is mended, or hidden behind this: one cure at a time
  return isFirst;
}

/** The one post is given up, and its admins told; the channel is as it was. */
export async function rejectPost(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  fault: Fault,
  detail: string,
): Promise<undefined> {
  needs.log.warn({ ...inLog(subscription), delivery: delivery.key, detail }, "a post was refused for good");
  await persist(needs, delivery.key, () => tell(needs, subscription, fault));
  return settle(needs, delivery, { state: "rejected", fault, detail });
}

/** What is out stays sent: only what was still to be done about it is not asked for any more. */
export function afterRefusal({ messageId }: Delivery, fault: Fault, detail: string): Settlement {
  return messageId === undefined
    ? { state: "rejected", fault, detail }
    : { state: "sent", messageId, detail: UNFINISHED };
}

function waiting({ uncertainSince, messageId }: Delivery, wakeAt: Instant): Settlement {
  const detail = "refused together with many other servers: taken for trouble of Discord's";
  return { state: "failed", wakeAt, uncertainSince, messageId, detail };
}

/** A refusal now is one more after one of an hour ago or longer. */
export function isSecond(standing: Subscription["standing"], now: Instant): boolean {
  if (standing.state === "suspended") return true;
  return standing.state === "active" && standing.refused !== undefined && now - standing.refused.since >= APART;
}

/** How often in a row it has refused before. */
function refusalsOf(standing: Subscription["standing"]): number {
  if (standing.state === "suspended") return standing.refusals;
  return standing.state === "active" && standing.refused !== undefined ? 1 : 0;
}
