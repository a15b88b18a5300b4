import type { Instant } from "../ports.ts";
import { dueOn } from "./due.ts";
import type { Delivery } from "./ledger.ts";
import type { Needs } from "./needs.ts";
import { settle } from "./settle.ts";
import type { Fault, Subscription } from "./subscription.ts";
import { addDays } from "./wall.ts";
import { INCIDENT_PAUSE } from "./weather.ts";

/** A target that refused is probed with its daily post, a week long each day, then once a week. */
const DAILY_PROBES = 7;
const MINUTE = 60_000;

/** Takes subscriptions out of the round when their channel refuses, and back in when it was Discord's trouble after all. */
export interface Suspender {
  /** The fault, or undefined where nobody is suspended because everybody is refused. */
  suspend(delivery: Delivery, subscription: Subscription, fault: Fault, detail: string): Promise<Fault | undefined>;
}

export function createSuspender(needs: Needs): Suspender {
  const { store, clock, weather, log } = needs;
  let recent: { readonly at: Instant; readonly delivery: Delivery; readonly fault: Fault }[] = [];

  /** Disables nobody: what was refused is tried again after the pause. */
  async function waitOut(delivery: Delivery): Promise<void> {
    const wakeAt = clock.now() + INCIDENT_PAUSE;
    const detail = "refused together with many other servers: taken for trouble of Discord's";
    const { uncertainSince } = delivery;
    await settle(needs, delivery, { state: "failed", wakeAt, uncertainSince, detail });
  }

  async function takeBack(): Promise<void> {
    const wrongly = recent.splice(0);
    for (const { delivery, fault } of wrongly) {
      const { subscriptionId, localDate } = delivery;
      await store.subscriptions.recover(subscriptionId, clock.now());
      await store.guilds.withdraw(subscriptionId, fault);
      const rows = await store.ledger.reopen(subscriptionId, [localDate], clock.now(), clock.now() + MINUTE);
      for (const row of rows) await waitOut(row);
    }
  }

  return {
    async suspend(delivery, subscription, fault, detail) {
      const now = clock.now();
      recent = recent.filter(({ at }) => at > now - MINUTE && at <= now);
      const probing = subscription.standing.state === "suspended"; // expected, and no sign of anything
      if (!probing && weather.refused(subscription.guildId, delivery.attempts)) {
        await waitOut(delivery);
        await takeBack();
        return undefined;
      }
      const { standing, id, guildId, channelId } = subscription;
      const refusals = standing.state === "suspended" ? standing.refusals + 1 : 1;
      const probe = addDays(delivery.localDate, refusals <= DAILY_PROBES ? 1 : 7);
      await settle(needs, delivery, { state: "rejected", fault, detail });
      await store.subscriptions.suspend(id, fault, now, dueOn(probe, subscription.postAt, id));
      log.info({ subscription: id, fault, detail, probe }, "a channel refuses: its posts wait for an admin");
      if (standing.state === "suspended" && standing.fault === fault) return fault;
      recent.push({ at: now, delivery, fault });
      await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault, at: now });
      return fault;
    },
  };
}
