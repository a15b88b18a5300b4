import { expect, test } from "vitest";
import { scene } from "../delivery/support.ts";
import { temporaryStore } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { mostInASecond } from "../support/rate.ts";

const SUBSCRIPTIONS = 10_000;

/** Discord counts these, and bans an address at 10,000 of them in ten minutes. */
const INVALID: ReadonlySet<number> = new Set([401, 403, 429]);

test.each([
  ["at once", 0, "07:20"],
  ["after 600 ms", 600, "07:40"],
])(
  "10,000 subscriptions of which 1,000 lost access, where Discord answers %s: few refused requests a second, none twice to a dead target",
  async (_, latency, done) => {
    const store = await temporaryStore(`${temporaryFolder()}/attache.sqlite`);
    const { until, subscribe, standIn, delivery } = await scene("2026-06-25T06:59:00Z", {
      pace: 40,
      spread: 30,
      store,
      latency,
    });
    const dead = new Set<string>();
    const alive: string[] = [];
    for (let count = 0; count < SUBSCRIPTIONS; count += 1) {
      const lost = count % 10 === 7;
      const { channelId } = await subscribe({}, lost ? { permissions: 0n } : {});
      if (lost) dead.add(channelId);
      else alive.push(channelId);
    }
    await until(`2026-06-25T${done}:00Z`);
    expect(alive.filter((channelId) => standIn.messages(channelId).length !== 1)).toEqual([]);
    await until("2026-06-25T22:00:00Z"); // midnight in Brussels
    const invalid = standIn.requests.filter(({ status }) => INVALID.has(status));
    expect(mostInASecond(invalid.map(({ at }) => at))).toBeLessThan(10);
    const targets = invalid.map(({ path }) => path.split("/")[2] ?? "");
    expect(targets.toSorted()).toEqual([...dead].toSorted()); // each exactly once, and nobody else
    expect(standIn.requests.filter(({ path }) => dead.has(path.split("/")[2] ?? "")).length).toBe(dead.size);
    expect(alive.filter((channelId) => standIn.messages(channelId).length !== 1)).toEqual([]);
    await delivery.stop();
  },
);
