import { expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { settingsWith } from "../store/support.ts";
import { countClaimed, unexplained } from "./asked-again.ts";
import { createWorld, impossible, missing, openAndShut, type World } from "./crash-world.ts";
import { type Chance, chatter, fates, numbers, type Tally, trouble } from "./dimensions.ts";
import { type Process, start } from "./lives.ts";
import { takeovers, watchTakeovers } from "./taken-over.ts";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ZONES = ["Pacific/Auckland", "Asia/Kathmandu", "Europe/Brussels", "UTC", "America/New_York", "Pacific/Honolulu"];
/** Two together stay below Discord's 50 a second. */
const HALF_THE_PACE = 20;

type Worker = { process: Process; requests: number; wake: number };

async function begin({ standIn, database, clock }: World, pace: number): Promise<Worker> {
  const [api, botId] = [standIn.url, standIn.applicationId];
  const life = { database, api, token: standIn.token, botId, now: clock.now(), pace };
  return { process: await start(life), requests: 0, wake: Number.POSITIVE_INFINITY };
}

async function order(worker: Worker, now: number, tick: boolean): Promise<void> {
  const report = await worker.process.order({ now, ahead: 0, tick });
  worker.wake = report?.nextWake ?? Number.POSITIVE_INFINITY;
  worker.requests = report?.requests ?? worker.requests;
}

/** Both work up to that instant, in one time: each full minute a tick, and whoever wants to be woken in between is. */
async function workTogether({ clock }: World, workers: readonly Worker[], end: number): Promise<void> {
  await Promise.all(workers.map((worker) => order(worker, clock.now(), true)));
  while (clock.now() < end) {
    const minute = clock.now() - (clock.now() % MINUTE) + MINUTE;
    const wake = Math.min(...workers.map((worker) => worker.wake));
    clock.set(Math.min(minute, end, Math.max(wake, clock.now() + 1)));
    const now = clock.now();
    const woken = workers.filter((worker) => now === minute || worker.wake <= now);
    await Promise.all(woken.map((worker) => order(worker, now, now === minute)));
  }
}

/** Text channels, each with its own hour. */
async function settlers(
  { standIn, store, clock }: World,
  count: number,
  when: (index: number) => { readonly postAt: string; readonly zone: string },
): Promise<readonly Subscription[]> {
  const all: Subscription[] = [];
  for (let index = 0; index < count; index += 1) {
    const guildId = standIn.addGuild();
    const channelId = standIn.addChannel(guildId);
    const settings = settingsWith({ guildId, channelId, ...when(index) });
    all.push((await store.subscriptions.subscribe(settings, clock.now())).subscription);
  }
  return all;
}

/** Where a date has more than one post, or the first one none. */
function notOnce({ standIn }: World, all: readonly Subscription[]): readonly string[] {
  return all.flatMap(({ channelId, nextDue = "" }) => {
    const texts = standIn.messages(channelId).map((message) => JSON.stringify(message));
    const dates = texts.flatMap((text) => /daily (\d{4}-\d\d-\d\d)/u.exec(text)?.[1] ?? []);
    const isOnce = new Set(dates).size === dates.length && dates.includes(nextDue.slice(0, 10));
    return isOnce ? [] : [`${channelId}, due ${nextDue}: ${dates.join(", ")}`];
  });
}

async function endAll(world: World, workers: readonly Worker[]): Promise<void> {
  await Promise.all(workers.map(({ process }) => process.kill()));
  await world.store.close();
  await world.standIn.close();
}

test("two processes on one database for a whole day, in rough weather, killed in turn: one post each, below Discord's limit", async () => {
  const from = "2026-03-28T23:00Z"; // summer time begins in Brussels on this day
  const world = await createWorld(from, { globalPerSecond: 50 });
  openAndShut(world, "2026-03-29");
  watchTakeovers(world);
  const all = await settlers(world, 192, (index) => ({
    postAt: `${String((index * 5) % 24).padStart(2, "0")}:${index % 2 === 0 ? "00" : "30"}`,
    zone: ZONES[index % ZONES.length] ?? "UTC",
  }));
  const weather: Chance = {
    ...world,
    subscriptions: [...world.subscriptions, ...all],
    pick: numbers(3),
    struck: new Map(),
  };
  const workers = [await begin(world, HALF_THE_PACE), await begin(world, HALF_THE_PACE)];
  const done = [0, 0];
  const killed: Tally = new Map();
  let deaths = 0;
  for (let now = Date.parse(from); now < Date.parse(from) + DAY + 60 * MINUTE; now += 10 * MINUTE) {
    const calm = trouble(weather, /^\/channels\/\d+\/(?:messages|threads)$/u);
    chatter(weather);
    const mortal = Math.floor(now / (10 * MINUTE)) % 6;
    const worker = workers[mortal];
    if (worker !== undefined) {
      // in the middle of what is due at this very minute
      const working = worker.process.order({ now, ahead: 0, tick: true });
      await worker.process.kill();
      await working;
      countClaimed(world, killed);
      deaths += 1;
      done[mortal] = (done[mortal] ?? 0) + worker.requests;
      const alone = workers.filter((other) => other !== worker);
      await workTogether(world, alone, now + 3 * MINUTE);
      workers[mortal] = await begin(world, HALF_THE_PACE);
    }
    await workTogether(world, workers, now + 10 * MINUTE);
    await calm();
  }
  expect([...missing(world, "2026-03-29"), ...(await impossible(world, "2026-03-29"))]).toEqual([]);
  expect(notOnce(world, all)).toEqual([]);
  expect(unexplained(world, killed)).toEqual([]);
  // a process that finds its claim taken does not send: nothing would be there twice
  const { all: taken, early } = takeovers(world);
  expect(early).toEqual([]);
  expect(taken).toBeGreaterThan(0);
  const refused = world.standIn.requests.filter(({ status }) => status === 429);
  expect(refused.length).toBe(weather.struck.get("limited") ?? 0);
  const requests = workers.map((worker, index) => worker.requests + (done[index] ?? 0));
  const lines = [
    ...weather.struck,
    ...fates(world),
    ["deaths", deaths],
    ["requests", requests.join(" and ")],
    ["takeovers", taken],
  ];
  process.stdout.write(`${lines.map((line) => line.join(" ")).join("\n")}\n`);
  expect(deaths).toBeGreaterThan(40);
  for (const count of requests) expect(count).toBeGreaterThan(20);
  for (const kind of ["drop", "delay", "duplicate", "answer", "limited"])
    expect(weather.struck.get(kind) ?? 0, kind).toBeGreaterThan(0);
  await endAll(world, workers);
});

test("two processes at full pace, more together than Discord allows: what is refused goes out later, and nothing twice", async () => {
  const from = "2026-06-25T06:59Z";
  const world = await createWorld(from, { globalPerSecond: 50 });
  openAndShut(world, "2026-06-25");
  const all = await settlers(world, 400, () => ({ postAt: "07:00", zone: "UTC" }));
  const workers = [await begin(world, 40), await begin(world, 40)];
  await workTogether(world, workers, Date.parse("2026-06-25T07:30Z"));
  expect(notOnce(world, all)).toEqual([]);
  expect(missing(world, "2026-06-25")).toEqual([]);
  expect(unexplained(world, new Map())).toEqual([]);
  expect(world.standIn.requests.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
  await endAll(world, workers);
});
