import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import {
  DEFAULT_SETTINGS,
  parsePostAt,
  parseZone,
  type Subscription,
  type SubscriptionSettings,
} from "../../src/delivery/subscription.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import type { Instant, Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { silentLog } from "../support/log.ts";

/** The store waits for locks in real time, whatever the clock of a test shows. */
export async function temporaryStore(path = ":memory:"): Promise<Store> {
  const store = await openStore(path, systemClock, silentLog);
  onTestFinished(() => store.close());
  return store;
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a test's own value does not parse");
  return value;
}

type Changes = Partial<Omit<SubscriptionSettings, "postAt" | "zone">> & { postAt?: string; zone?: string };

let channels = 0;

/** A new subscription like that of settingsWith, in a channel of its own unless told. */
export async function subscribed(store: Store, changes: Changes, now: Instant): Promise<Subscription> {
  channels += 1;
  const channelId = String(200_000_000_000_000_000n + BigInt(channels));
  return (await store.subscriptions.subscribe(settingsWith({ channelId, ...changes }), now)).subscription;
}

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
