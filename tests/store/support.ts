import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { DEFAULT_SETTINGS } from "../../src/delivery/default-settings.ts";
import { firstDue } from "../../src/delivery/due.ts";
import {
  parsePostAt,
  parseZone,
  type Subscription,
  type SubscriptionSettings,
  type Zone,
} from "../../src/delivery/subscription.ts";
import { dateOf, wallAt } from "../../src/delivery/wall.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import type { Instant, Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { silentLog } from "../support/log.ts";
import { must } from "../support/must.ts";

/** The store waits for locks in real time, whatever the clock of a test shows. */
export async function temporaryStore(path = ":memory:"): Promise<Store> {
  const store = await openStore(path, systemClock, silentLog);
  onTestFinished(() => store.close());
  return store;
}

type Changes = Partial<Omit<SubscriptionSettings, "postAt" | "zone">> & { postAt?: string; zone?: string };

let channels = 0;

/**
 * A subscription like that of settingsWith, in a channel of its own unless told: made on the eve of the instant's date there, unless its
 * first post were another then. What its channel got on the date is on record.
 */
export async function subscribed(store: Store, changes: Changes, now: Instant): Promise<Subscription> {
  channels += 1;
  const channelId = String(200_000_000_000_000_000n + BigInt(channels));
  const settings = settingsWith({ channelId, ...changes });
  const eve = eveOf(now, settings.zone);
  const first = (instant: Instant) => firstDue({ id: "", ...settings }, instant);
  const since = first(eve) === first(now) ? eve : now;
  return (await store.subscriptions.subscribe(settings, since)).subscription;
}

/** A second before an instant's date begins in a zone. */
function eveOf(now: Instant, zone: Zone): Instant {
  const date = dateOf(wallAt(now, zone));
  let eve = now - (now % QUARTER);
  while (dateOf(wallAt(eve, zone)) === date) eve -= QUARTER;
  return eve + QUARTER - 1_000;
}

const QUARTER = 15 * 60_000;

/** Settings of a subscription in Brussels at 09:00 that follows everything, with changes. */
export function settingsWith(changes: Changes = {}): SubscriptionSettings {
  const { postAt = "09:00", zone = "Europe/Brussels", ...rest } = changes;
  return {
    ...DEFAULT_SETTINGS,
    guildId: "100000000000000001",
    channelId: "200000000000000001",
    channelKind: "text",
    locale: "en-GB",
    selection: EVERYTHING,
    ...rest,
    postAt: must(parsePostAt(postAt)),
    zone: must(parseZone(zone)),
  };
}
