import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { openStore } from "../../src/store/open.ts";
import { settingsWith } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";
import { start } from "./lives.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONES = ["Pacific/Auckland", "Asia/Kathmandu", "Europe/Brussels", "UTC", "America/New_York", "Pacific/Honolulu"];

test("two processes on one database for a whole day, every minute of it: one post each", async () => {
  const from = Date.parse("2026-03-28T23:00Z"); // summer time begins in Brussels on this day
  const clock = new FakeClock(from);
  const standIn = await startStandIn({ clock, nonceWindow: 2 * MINUTE });
  const database = `${temporaryFolder()}/attache.sqlite`;
  const store = await openStore(database, systemClock, silentLog);
  const all = [];
  for (let count = 0; count < 192; count += 1) {
    const guildId = standIn.addGuild();
    const channelId = standIn.addChannel(guildId);
    const postAt = `${String((count * 5) % 24).padStart(2, "0")}:${count % 2 === 0 ? "00" : "30"}`;
    const settings = settingsWith({ guildId, channelId, postAt, zone: ZONES[count % ZONES.length] ?? "UTC" });
    all.push((await store.subscriptions.subscribe(settings, from)).subscription);
  }
  const life = { database, api: standIn.url, token: standIn.token, botId: standIn.applicationId, now: from };
  const workers = await Promise.all([start(life), start(life)]);
  for (let now = from; now < from + DAY; now += MINUTE) {
    clock.set(now);
    await Promise.all(workers.map((worker) => worker.order({ now, tick: true })));
  }
  const posts = all.map(({ channelId }) => standIn.messages(channelId).length);
  expect(posts).toEqual(all.map(() => 1));
  const rows = await Promise.all(all.map(({ id }) => store.ledger.history(id, 10)));
  expect(rows.flat().filter(({ state }) => state !== "sent")).toEqual([]);
  await Promise.all(workers.map((worker) => worker.kill()));
  await store.close();
  await standIn.close();
});
