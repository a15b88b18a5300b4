import { expect, test } from "vitest";
import type { Death } from "./child.ts";
import { createWorld, expected, impossible, missing, openAndShut, type World } from "./crash-world.ts";
import { start, workUntil } from "./lives.ts";

const MINUTE = 60_000;
const DATE = "2026-06-26"; // every channel takes posts on it
const PACE = 40;

/** Shortly before the first posts are due. */
async function morning(): Promise<World> {
  const world = await createWorld(`${DATE}T06:59:30Z`);
  openAndShut(world, DATE);
  return world;
}

/** One process for so many minutes, or until it dies; whether it died. */
async function live(world: World, minutes: number, death?: Death): Promise<boolean> {
  const { standIn, database, clock } = world;
  const [api, botId] = [standIn.url, standIn.applicationId];
  const life = { database, api, token: standIn.token, botId, now: clock.now(), pace: PACE, ...(death && { death }) };
  const worker = await start(life);
  await workUntil(worker, clock, clock.now() + minutes * MINUTE);
  const died = worker.dead;
  if (!died) await worker.kill();
  return died;
}

async function nothingWrong(world: World): Promise<void> {
  expect([...missing(world, DATE), ...(await impossible(world, DATE))]).toEqual([]);
  await world.store.close();
  await world.standIn.close();
}

test("an answer is lost with its process where the channel cannot be read, others write, and the next one starts after Discord has forgotten the nonce: unknown, not sent again, and told", async () => {
  const world = await morning();
  const { standIn, clock, member, subscriptions, unreadable } = world;
  const channelIds = subscriptions.filter(({ id }) => unreadable.has(id)).map(({ channelId }) => channelId);
  expect(await live(world, 5, { boundary: "discord.createMessage after", nth: 1, channelIds })).toBe(true);
  for (const channelId of channelIds)
    for (let count = 0; count < 3; count += 1) standIn.write(channelId, member, "Good morning");
  clock.advance(20 * MINUTE);
  expect(await live(world, 30)).toBe(false);
  const unknown = expected(world, DATE).filter(({ row }) => row === "unknown");
  expect(unknown.map(({ there }) => there)).toEqual([1]);
  await nothingWrong(world);
});

test("killed between any two statements of a claim: no post lost, none doubled", async () => {
  const world = await morning();
  world.clock.advance(MINUTE);
  for (const nth of [1, 2, 3, 4, 5, 8, 11])
    expect(await live(world, 1, { boundary: "within ledger.claim", nth }), `${nth}`).toBe(true);
  world.clock.advance(2 * MINUTE);
  expect(await live(world, 30)).toBe(false);
  await nothingWrong(world);
});
