import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { openStore } from "../../src/store/open.ts";
import { FakeClock } from "../store/fake-clock.ts";
import { silentLog } from "../store/silent-log.ts";
import { settingsWith, temporaryFolder } from "../store/support.ts";
import { start, workUntil } from "./lives.ts";

const KILLS = Number(process.env["CRASH_KILLS"] ?? 1_000);
const KILLS_A_DAY = 25;
const SUBSCRIPTIONS = 24;
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** How long nobody starts it again: at once, inside the time in which Discord knows a nonce, at its edge, and after it. */
const DOWN = [0, 5_000, 61_000, 90_000, 119_000, 121_000, 185_000, 20 * MINUTE];

/** What Discord and the network do meanwhile to the request they strike. */
const TROUBLE: readonly FaultAction[] = [
  { kind: "drop", stored: true },
  { kind: "drop", stored: false },
  { kind: "duplicate" },
  { kind: "answer", status: 500 },
  { kind: "answer", status: 503 },
  { kind: "limited", retryAfter: 3, scope: "user" },
];

/** The same numbers in the same order every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

async function world(seed: number) {
  const clock = new FakeClock("2026-03-01T00:00Z");
  const standIn = await startStandIn({ clock, nonceWindow: 2 * MINUTE });
  const database = `${temporaryFolder()}/attache.sqlite`;
  const store = await openStore(database, systemClock, silentLog);
  const channels: string[] = [];
  for (let count = 0; count < SUBSCRIPTIONS; count += 1) {
    const guildId = standIn.addGuild();
    const channelId = standIn.addChannel(guildId);
    channels.push(channelId);
    const postAt = `07:0${count % 4}`;
    await store.subscriptions.subscribe(settingsWith({ guildId, channelId, postAt, zone: "UTC" }), clock.now());
  }
  return { clock, standIn, database, store, channels, pick: numbers(seed) };
}

type World = Awaited<ReturnType<typeof world>>;

function life({ standIn, database, clock }: World, dieAt: number) {
  return { database, api: standIn.url, token: standIn.token, botId: standIn.applicationId, now: clock.now(), dieAt };
}

/** One life that ends by SIGKILL: at a step of its own, or when the stand-in has taken a request and not yet answered. */
async function dieOnce(stage: World, kill: number): Promise<boolean> {
  const { clock, standIn, pick } = stage;
  const inFlight = kill % 6 === 0;
  const worker = await start(life(stage, inFlight ? 0 : 1 + ((kill * 7) % 29)));
  const end = clock.now() + 4 * MINUTE;
  const trouble = inFlight ? { kind: "hold" as const } : TROUBLE[pick(TROUBLE.length * 3)];
  const fault = trouble && standIn.inject({ method: "POST", action: trouble });
  const worked = workUntil(worker, clock, end).then(() => false);
  const struck = inFlight && fault ? fault.struck.then(() => true) : worked;
  const inTheMiddle = (await Promise.race([struck, worked])) || worker.dead;
  if (!worker.dead) await worker.kill();
  await worked;
  fault?.remove();
  clock.advance(DOWN[pick(DOWN.length)] ?? 0);
  return inTheMiddle;
}

async function finish(stage: World): Promise<void> {
  const last = await start(life(stage, 0));
  await workUntil(last, stage.clock, stage.clock.now() + 30 * MINUTE);
  await last.kill();
}

function missing({ standIn, channels }: World, date: string): readonly string[] {
  const slots = date.endsWith("-01") ? ["daily", "month"] : ["daily"];
  return slots.flatMap((slot) =>
    channels.flatMap((channelId) => {
      const posts = standIn
        .messages(channelId)
        .filter((message) => JSON.stringify(message).includes(`"${slot} ${date}`));
      return posts.length === 1 ? [] : [`${slot} ${date} in ${channelId}: ${posts.length} posts`];
    }),
  );
}

/** Day after day, killed again and again while there is still something to send, then left in peace for half an hour. */
async function soak(seed: number, kills: number): Promise<{ readonly inTheMiddle: number; readonly days: number }> {
  const stage = await world(seed);
  let inTheMiddle = 0;
  let tried = seed;
  let days = 0;
  for (; inTheMiddle < kills; days += 1) {
    const midnight = Date.parse("2026-03-01T00:00Z") + days * DAY;
    const date = new Date(midnight).toISOString().slice(0, 10);
    stage.clock.set(midnight + 7 * 60 * MINUTE - 30_000);
    for (let deaths = 0; deaths < KILLS_A_DAY && inTheMiddle < kills; deaths += 1) {
      if (deaths > 2 && missing(stage, date).length === 0) break;
      tried += 1;
      if (await dieOnce(stage, tried)) inTheMiddle += 1;
    }
    await finish(stage);
    expect(missing(stage, date)).toEqual([]);
  }
  await stage.store.close();
  await stage.standIn.close();
  return { inTheMiddle, days };
}

test(`killed ${KILLS} times at every boundary of the round and restarted: no post lost, none doubled`, {
  timeout: 1_500_000,
}, async () => {
  const halves = await Promise.all([soak(1, Math.ceil(KILLS / 2)), soak(2, Math.floor(KILLS / 2))]);
  expect(halves.reduce((sum, { inTheMiddle }) => sum + inTheMiddle, 0)).toBe(KILLS);
});
