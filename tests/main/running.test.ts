import { closeSync, copyFileSync, openSync, rmSync, statSync, writeSync } from "node:fs";
import SQLite from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { DEFAULT_SETTINGS } from "../../src/delivery/default-settings.ts";
import { parsePostAt, parseZone } from "../../src/delivery/subscription.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { openStore } from "../../src/store/open.ts";
import { realClock } from "../discord/fixture.ts";
import { silentLog } from "../support/log.ts";
import { createPlace, lastWords, type Place, removePlace, type Started, start } from "./process.ts";

// each test starts whole processes, which a busy machine takes its time over
vi.setConfig({ testTimeout: 60_000 });

let place: Place;
let discord: StandIn;
const processes: Started[] = [];
beforeEach(async () => {
  place = createPlace();
  discord = await startStandIn({ clock: realClock });
});
afterEach(async () => {
  for (const { child } of processes) child.kill("SIGKILL");
  for (const { ended } of processes.splice(0)) await ended;
  await discord.close();
  removePlace(place);
});

function run(settings: Readonly<Record<string, string>> = {}): Started {
  const started = start(place, settings);
  processes.push(started);
  return started;
}

const bot = (settings = {}) => run({ DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.url, ...settings });
const logged = z.object({ level: z.string(), time: z.number(), msg: z.string() });
const pageState = z.object({ messages: z.array(z.unknown()), clock: z.object({ date: z.string() }) });

test("without a token the playground shows today's post, with nothing but the usual way of a post", async () => {
  const playground = run();
  const [, page = ""] = await playground.says(/(http:\/\/127\.0\.0\.1:\d+)/);
  await expect
    .poll(async () => pageState.parse(await (await fetch(`${page}/state`)).json()).messages.length, { timeout: 10_000 })
    .toBe(1);
  const { messages, clock } = pageState.parse(await (await fetch(`${page}/state`)).json());
  expect(JSON.stringify(messages)).toContain(`v1:on:day:${clock.date}`);
  playground.child.kill("SIGINT");
  expect(await playground.ended).toBe(0);
});

test("with a token it says when it is ready, answers health, and stops cleanly on SIGTERM", async () => {
  const started = bot({ HEALTH_PORT: "0", LOG_LEVEL: "info" });
  await started.says(/"msg":"ready"/);
  const [, address = ""] = await started.says(/"health":"(http:[^"]+)"/);
  const healthy = await fetch(address);
  expect([healthy.status, await healthy.json()]).toMatchObject([200, { healthy: true, shards: [{ connected: true }] }]);
  discord.gateway.refused = true;
  discord.gateway.cut();
  await expect.poll(async () => (await fetch(address)).status, { timeout: 5_000 }).toBe(503);
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
  expect(started.output()).not.toContain(discord.token);
  const lines = started
    .output()
    .trimEnd()
    .split("\n")
    .map((line) => logged.parse(JSON.parse(line)));
  expect(lines.at(-1)).toMatchObject({ level: "info", msg: "stopped" });
});

test("started twice at once, killed, and started again: one post", async () => {
  const channelId = await dueToday();
  const [first, second] = [bot({ LOG_LEVEL: "info" }), bot({ LOG_LEVEL: "info" })];
  await Promise.all([first.says(/"msg":"ready"/), second.says(/"msg":"ready"/)]);
  await expect.poll(() => discord.messages(channelId).length, { timeout: 10_000 }).toBe(1);
  for (const { child, ended } of [first, second]) {
    child.kill("SIGKILL");
    await ended;
  }
  const third = bot({ LOG_LEVEL: "info" });
  await third.says(/"msg":"ready"/);
  third.child.kill("SIGTERM");
  expect(await third.ended).toBe(0);
  expect(discord.messages(channelId)).toHaveLength(1);
});

test("when Discord takes the token back while it runs, it ends with a message", async () => {
  const started = bot({ LOG_LEVEL: "info" });
  await started.says(/"msg":"ready"/);
  discord.gateway.close(4004);
  expect(await started.ended).toBe(78);
  expect(lastWords(started.output())).toMatch(/Discord refused the token in DISCORD_TOKEN/);
});

test("a database damaged while it runs ends it with one message for a person; with a backup in its place nothing is lost or doubled", async () => {
  const channelId = await dueToday();
  copyFileSync(place.database, `${place.database}.backup`);
  const started = bot({ LOG_LEVEL: "info" });
  await started.says(/"msg":"ready"/);
  await expect.poll(() => discord.messages(channelId).length, { timeout: 10_000 }).toBe(1);
  const before = started.output().length;
  damage(place.database);
  discord.setPermissions(channelId, INVITED_WITH); // makes it look into the database
  expect(await started.ended).toBe(78);
  expect(started.output().slice(before).match(/\n/g)).toHaveLength(1);
  expect(lastWords(started.output())).toMatch(
    /^The database .*attache\.sqlite cannot be used \(corrupt.*It is damaged\. Stop, and restore the newest backup\. Move its file and the ones that end in -wal and -shm away, .*$/,
  );
  for (const side of ["-wal", "-shm"]) rmSync(`${place.database}${side}`, { force: true });
  copyFileSync(`${place.database}.backup`, place.database);
  await bot({ LOG_LEVEL: "info" }).says(/"msg":"ready"/);
  const database = new SQLite(place.database, { readonly: true });
  const sent = () =>
    database.prepare("select detail from delivery where slot = 'daily' and state = 'sent'").pluck().all();
  await expect.poll(sent, { timeout: 10_000 }).toEqual(["found in the channel"]);
  database.close();
  expect(discord.messages(channelId)).toHaveLength(1);
});

/** Overwrites all of a database but its first page. Another connection's change makes everybody read it anew. */
function damage(path: string): void {
  const other = new SQLite(path);
  other.exec("vacuum");
  other.pragma("wal_checkpoint(truncate)");
  const file = openSync(path, "r+");
  const rest = Buffer.alloc(statSync(path).size - 4_096, 0xa5);
  writeSync(file, rest, 0, rest.length, 4_096);
  closeSync(file);
  other.close();
}

/** A subscription made two days ago, of a zone where it is still morning: its post of today is due since midnight. */
async function dueToday(): Promise<string> {
  const guildId = discord.addGuild();
  const channelId = discord.addChannel(guildId);
  const before = realClock.now() - 2 * 86_400_000;
  const store = await openStore(place.database, { ...realClock, now: () => before }, silentLog);
  const [postAt, zone] = [parsePostAt("00:00"), parseZone(zoneBeforeNoon())];
  if (postAt === undefined || zone === undefined) throw new Error("no such time");
  await store.subscriptions.subscribe(
    {
      ...DEFAULT_SETTINGS,
      guildId,
      channelId,
      channelKind: "text",
      postAt,
      zone,
      locale: "en-GB",
      selection: EVERYTHING,
    },
    before,
  );
  await store.close();
  return channelId;
}

function zoneBeforeNoon(): string {
  const hourIn = (timeZone: string) =>
    Number(new Intl.DateTimeFormat("en", { timeZone, hour: "numeric", hourCycle: "h23" }).format(realClock.now()));
  const zones = ["Etc/GMT+11", "Etc/GMT+6", "UTC", "Etc/GMT-6"];
  return zones.find((zone) => hourIn(zone) < 11) ?? "UTC";
}
