import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { systemClock } from "../../src/clock.ts";
import {
  DEFAULT_SETTINGS,
  parsePostAt,
  parseZone,
  type SubscriptionSettings,
} from "../../src/delivery/subscription.ts";
import type { Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { silentLog } from "./silent-log.ts";

/** A folder of its own for this test, deleted after it. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "attache-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

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

/** Settings of a subscription in Brussels at 09:00 that follows everything, with changes. */
export function settingsWith(
  changes: Partial<Omit<SubscriptionSettings, "postAt" | "zone">> & { postAt?: string; zone?: string } = {},
): SubscriptionSettings {
  const { postAt = "09:00", zone = "Europe/Brussels", ...rest } = changes;
  return {
    ...DEFAULT_SETTINGS,
    guildId: "100000000000000001",
    channelId: "200000000000000001",
    channelKind: "text",
    locale: "en-GB",
    selection: {
      parties: [],
      match: "any",
      families: ["relations", "treaties", "visits", "membership", "statehood", "conflict"],
      tier: 1,
      lines: 5,
      leapDay: "02-28",
    },
    ...rest,
    postAt: must(parsePostAt(postAt)),
    zone: must(parseZone(zone)),
  };
}
