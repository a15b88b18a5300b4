import { expect, test } from "vitest";
import type { FaultAction } from "../../src/playground/api.ts";
import { BOUNDARIES } from "./boundaries.ts";
import { createWorld, expected, missing, type World } from "./crash-world.ts";
import { start, workUntil } from "./lives.ts";

const KILLS = Number(process.env["CRASH_KILLS"] ?? 1_000);
const LIVES_A_DAY = 30;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long nobody starts it again: at once, inside the time in which Discord knows a nonce, at its edge, and after it. */
const DOWN = [0, 5_000, 61_000, 90_000, 119_000, 121_000, 185_000, 20 * MINUTE];
const DOWN_LONG = DOWN.slice(-3);

/** What Discord and the network do meanwhile to a request. */
const TROUBLE: readonly FaultAction[] = [
  { kind: "drop", stored: true },
  { kind: "drop", stored: false },
  { kind: "delay", milliseconds: 3_000 },
  { kind: "delay", milliseconds: 9_000, effect: "late" },
  { kind: "duplicate" },
  { kind: "answer", status: 500 },
  { kind: "answer", status: 503 },
  { kind: "limited", retryAfter: 3, scope: "user" },
];
const TROUBLES_A_LIFE = 3;

/** The same numbers in the same order every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

interface Stage extends World {
  readonly pick: (below: number) => number;
  /** How often it died at each boundary, and how often each trouble struck. */
  readonly deaths: Map<string, number>;
  readonly struck: Map<string, number>;
  days: number;
}

function life({ standIn, database, clock }: World) {
  return { database, api: standIn.url, token: standIn.token, botId: standIn.applicationId, now: clock.now() };
}

function count(tally: Map<string, number>, name: string): void {
  tally.set(name, (tally.get(name) ?? 0) + 1);
}

/** Some of the life's requests meet trouble, each in a channel of its own. What is delayed is delayed for everybody: time passes. */
function trouble({ standIn, subscriptions, clock, pick, struck }: Stage): () => void {
  const faults = Array.from({ length: pick(TROUBLES_A_LIFE + 1) }, () => {
    const action = TROUBLE[pick(TROUBLE.length)] ?? { kind: "duplicate" };
    const channelId = subscriptions[pick(subscriptions.length)]?.channelId ?? "";
    const fault = standIn.inject({ path: new RegExp(channelId), action });
    const note = async () => {
      await fault.struck;
      count(struck, action.kind);
      if (action.kind === "delay") clock.advance(action.milliseconds);
    };
    void note();
    return fault;
  });
  return () => {
    for (const fault of faults) fault.remove();
  };
}

/** Of the boundaries that a life would pass now, the one at which the fewest have died. */
function nextDeath({ deaths, pick, ...world }: Stage, date: string) {
  const posts = expected(world, date);
  const passed = BOUNDARIES.filter(({ times }) => times(posts) > 0);
  const [rarest] = passed.toSorted((one, other) => (deaths.get(one.name) ?? 0) - (deaths.get(other.name) ?? 0));
  return rarest && { ...rarest, nth: 1 + pick(rarest.times(posts)) };
}

/** One life that ends by SIGKILL at a boundary; where it does not get there, after four minutes. */
async function dieOnce(stage: Stage, date: string): Promise<void> {
  const { clock, standIn, pick, deaths } = stage;
  const next = nextDeath(stage, date) ?? { name: "nowhere", nth: 0, afterWindow: false };
  const downs = next.afterWindow ? DOWN_LONG : DOWN;
  clock.advance(downs[pick(downs.length)] ?? 0);
  const held = next.name === "in flight" ? standIn.inject({ method: "POST", action: { kind: "hold" } }) : undefined;
  const calm = trouble(stage);
  const worker = await start({ ...life(stage), ...(!held && { death: { boundary: next.name, nth: next.nth } }) });
  const worked = workUntil(worker, clock, clock.now() + 4 * MINUTE).then(() => false);
  const died = (await Promise.race([held ? held.struck.then(() => true) : worked, worked])) || worker.dead;
  if (!worker.dead) await worker.kill();
  await worked;
  calm();
  held?.remove();
  if (died) count(deaths, next.name);
}

async function finish(stage: Stage): Promise<void> {
  const last = await start(life(stage));
  await workUntil(last, stage.clock, stage.clock.now() + 30 * MINUTE);
  await last.kill();
}

function sum(tally: ReadonlyMap<string, number>): number {
  return [...tally.values()].reduce((total, each) => total + each, 0);
}

/** Day after day, killed again and again while there is still something to send, then left in peace for half an hour. */
async function soak(seed: number, kills: number): Promise<Stage> {
  const from = "2026-03-01T00:00Z";
  const stage: Stage = {
    ...(await createWorld(from)),
    pick: numbers(seed),
    deaths: new Map(),
    struck: new Map(),
    days: 0,
  };
  for (let midnight = Date.parse(from); sum(stage.deaths) < kills; midnight += DAY) {
    const date = new Date(midnight).toISOString().slice(0, 10);
    stage.clock.set(midnight + 7 * 60 * MINUTE - 30_000);
    for (let lives = 0; lives < LIVES_A_DAY && sum(stage.deaths) < kills && missing(stage, date).length > 0; lives += 1)
      await dieOnce(stage, date);
    await finish(stage);
    expect(missing(stage, date)).toEqual([]);
    stage.days += 1;
  }
  await stage.store.close();
  await stage.standIn.close();
  return stage;
}

test(`killed ${KILLS} times at every boundary of the round and restarted: no post lost, none doubled`, {
  timeout: 1_500_000,
}, async () => {
  const halves = await Promise.all([soak(1, Math.ceil(KILLS / 2)), soak(2, Math.floor(KILLS / 2))]);
  expect(halves.reduce((total, { deaths }) => total + sum(deaths), 0)).toBe(KILLS);
  const all = (name: string, of: "deaths" | "struck") =>
    halves.reduce((total, half) => total + (half[of].get(name) ?? 0), 0);
  const tally = [
    ...BOUNDARIES.map(({ name }) => `${name} ${all(name, "deaths")}`),
    ...new Set(TROUBLE.map(({ kind }) => `${kind} ${all(kind, "struck")}`)),
  ];
  tally.push(`days ${halves.map(({ days }) => days).join(" and ")}`);
  process.stdout.write(`${tally.join("\n")}\n`);
  for (const { name } of BOUNDARIES) expect(all(name, "deaths"), name).toBeGreaterThanOrEqual(KILLS / 100);
  for (const { kind } of TROUBLE) expect(all(kind, "struck"), kind).toBeGreaterThanOrEqual(KILLS / 50);
});
