import { expect, test } from "vitest";
import { BOUNDARIES, type Boundary } from "./boundaries.ts";
import type { Death } from "./child.ts";
import { createWorld, expected, impossible, missing, openAndShut, type World } from "./crash-world.ts";
import {
  type Chance,
  chatter,
  count,
  fates,
  movingDay,
  numbers,
  type Tally,
  TROUBLE,
  trouble,
  wrongClock,
} from "./dimensions.ts";
import { start, workUntil } from "./lives.ts";

/** So many meet every boundary and every trouble often enough to be counted; fewer, for a quick look, show that nothing is lost and no more. */
const WHOLE = 1_000;
const KILLS = Number(process.env["CRASH_KILLS"] ?? WHOLE);
/** Each a Discord, a database and a turn of the year of its own, all at once: one process mostly waits for another. */
const WORLDS = 4;
const LIVES_A_DAY = 30;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long nobody starts it again: at once, inside the time in which Discord knows a nonce, at its edge, and after it. */
const DOWN = [0, 5_000, 61_000, 90_000, 119_000, 121_000, 185_000, 20 * MINUTE];
const DOWN_LONG = DOWN.slice(-3);

/** Requests a second: slow enough for a post to wait for the one before it. */
const PACE = 4;

interface Stage extends Chance {
  /** How often it died at each boundary, and how often it was to. */
  readonly deaths: Tally;
  readonly tried: Tally;
  days: number;
  /** The last life ended in a way that only reading back mends, if the next begins after the window. */
  isLost: boolean;
}

function life({ standIn, database, clock }: World) {
  return {
    database,
    api: standIn.url,
    token: standIn.token,
    botId: standIn.applicationId,
    now: clock.now(),
    pace: PACE,
  };
}

/** Where a life is to end. */
interface Aim extends Pick<Boundary, "name" | "afterWindow" | "lost"> {
  readonly nth: number;
}

/** Of the boundaries that a life would pass now, the one that was tried least. */
function nextDeath({ tried, pick, ...world }: Stage, date: string) {
  const posts = expected(world, date);
  const passed = BOUNDARIES.filter(({ times }) => times(posts) > 0);
  const [rarest] = passed.toSorted((one, other) => (tried.get(one.name) ?? 0) - (tried.get(other.name) ?? 0));
  return rarest && { ...rarest, nth: 1 + pick(rarest.times(posts)) };
}

function deathAt({ subscriptions }: World, { name, nth, lost }: Aim): Death {
  if (lost === undefined) return { boundary: name, nth };
  const channelIds = subscriptions.filter(({ channelKind }) => channelKind === lost.kind).map((one) => one.channelId);
  return { boundary: lost.call, nth, channelIds };
}

/** In one life of four an admin tries a calendar out in a channel that takes posts like any other. */
function trial({ subscriptions, offices, pick, struck }: Stage) {
  if (pick(4) > 0) return {};
  const open = subscriptions.filter(({ id, channelKind }) => channelKind === "text" && !offices.has(id));
  count(struck, "trials");
  return { trial: open[pick(open.length)]?.channelId ?? "" };
}

/** One life that ends by SIGKILL at a boundary; where it does not get there, after four minutes. */
async function dieOnce(stage: Stage, date: string): Promise<void> {
  const { clock, standIn, pick, deaths } = stage;
  const next: Aim = nextDeath(stage, date) ?? { name: "nowhere", nth: 0, afterWindow: false };
  count(stage.tried, next.name);
  const downs = next.afterWindow || stage.isLost ? DOWN_LONG : DOWN;
  stage.isLost = false;
  clock.advance(downs[pick(downs.length)] ?? 0);
  const held = next.name === "in flight" ? standIn.inject({ method: "POST", action: { kind: "hold" } }) : undefined;
  const calm = trouble(stage);
  chatter(stage);
  const aheadAt = wrongClock(stage);
  await movingDay(stage);
  const worker = await start({ ...life(stage), ...trial(stage), ...(!held && { death: deathAt(stage, next) }) });
  const worked = workUntil(worker, clock, clock.now() + 4 * MINUTE, aheadAt).then(() => false);
  const died = (await Promise.race([held ? held.struck.then(() => true) : worked, worked])) || worker.dead;
  if (!worker.dead) await worker.kill();
  await worked;
  await calm();
  held?.remove();
  if (!died) return count(stage.struck, `survived ${next.name}`);
  count(deaths, next.name);
  stage.isLost = next.lost !== undefined;
  if (aheadAt(clock.now()) !== 0) count(stage.struck, "deaths with a wrong clock");
}

async function finish(stage: Stage): Promise<void> {
  if (stage.isLost) stage.clock.advance(DOWN_LONG[0] ?? 0);
  stage.isLost = false;
  const last = await start(life(stage));
  await workUntil(last, stage.clock, stage.clock.now() + 30 * MINUTE);
  await last.kill();
}

function sum(tally: ReadonlyMap<string, number>): number {
  return [...tally.values()].reduce((total, each) => total + each, 0);
}

/** Day after day, killed again and again while there is still something to send, then left in peace for half an hour. */
async function soak(seed: number, kills: number): Promise<Stage> {
  const from = "2025-12-31T00:00Z"; // the second day brings the overviews of a month and a year
  const stage: Stage = {
    ...(await createWorld(from)),
    pick: numbers(seed),
    deaths: new Map(),
    tried: new Map(),
    struck: new Map(),
    days: 0,
    isLost: false,
  };
  for (let midnight = Date.parse(from); sum(stage.deaths) < kills; midnight += DAY) {
    const date = new Date(midnight).toISOString().slice(0, 10);
    openAndShut(stage, date);
    stage.clock.set(midnight + 7 * 60 * MINUTE - 30_000);
    for (let lives = 0; lives < LIVES_A_DAY && sum(stage.deaths) < kills && missing(stage, date).length > 0; lives += 1)
      await dieOnce(stage, date);
    await finish(stage);
    expect([...missing(stage, date), ...(await impossible(stage, date))]).toEqual([]);
    stage.days += 1;
    if (stage.days % 10 === 0) process.stdout.write(`${stage.days} days, ${sum(stage.deaths)} of ${kills} deaths\n`);
  }
  const { store, standIn, offices } = stage;
  count(
    stage.struck,
    "admins told",
    sum(new Map([...offices.values()].map((id) => [id, standIn.messages(id).length]))),
  );
  await store.close();
  await standIn.close();
  return stage;
}

/** What must have happened so often, for each kill. */
const HAPPENED: readonly (readonly [string, number])[] = [
  ["messages of members", 1],
  ["posts of members", 0.1],
  ["more messages than are read at once", 0.02],
  ["lives with a wrong clock", 0.1],
  ["clocks set within a life", 0.05],
  ["deaths with a wrong clock", 0.05],
  ["admins told", 0.02],
  ["moves in the middle of trouble", 0.02],
  ["moves between lives", 0.05],
  ["trials", 0.1],
];
/** What must have become of some posts: found again in channels of every kind, or unknown where nobody can tell. */
const FATES = [
  ...["text", "announcement", "forum", "media", "direct", "thread"].map((kind) => `in ${kind} found in the channel`),
  ...["daily", "reminder", "heads-up"].map((slot) => `${slot} found in the channel`),
  ...["daily", "reminder", "heads-up", "weekly", "month", "year"].map((slot) => `${slot} sent`),
  "in text unknown",
  "in text rejected",
];

test(`killed ${KILLS} times at every boundary of the round and restarted: no post lost, none doubled`, {
  timeout: 1_500_000,
}, async () => {
  const seeds = Array.from({ length: WORLDS }, (_, index) => index + 1);
  const worlds = await Promise.all(seeds.map((seed) => soak(seed, Math.floor((KILLS + seed - 1) / WORLDS))));
  expect(worlds.reduce((total, { deaths }) => total + sum(deaths), 0)).toBe(KILLS);
  const all = (tally: (stage: Stage) => Tally) => {
    const total: Tally = new Map();
    for (const world of worlds) for (const [name, times] of tally(world)) count(total, name, times);
    return total;
  };
  const [deaths, struck, posts] = [all((world) => world.deaths), all((world) => world.struck), all(fates)];
  const lines = [deaths, struck, posts].flatMap((tally) => [...tally].map(([name, times]) => `${name} ${times}`));
  process.stdout.write(`${lines.join("\n")}\ndays ${worlds.map(({ days }) => days).join(", ")}\n`);
  if (KILLS < WHOLE) {
    process.stdout.write(
      `only ${KILLS} of ${WHOLE} kills: how often each thing happened is shown above, and not proved\n`,
    );
    return;
  }
  for (const { name } of BOUNDARIES) expect(deaths.get(name) ?? 0, name).toBeGreaterThanOrEqual(KILLS / 100);
  for (const { kind } of TROUBLE) expect(struck.get(kind) ?? 0, kind).toBeGreaterThanOrEqual(KILLS / 50);
  for (const [name, least] of HAPPENED) expect(struck.get(name) ?? 0, name).toBeGreaterThanOrEqual(KILLS * least);
  for (const name of FATES) expect(posts.get(name) ?? 0, name).toBeGreaterThanOrEqual(KILLS / 500);
});
