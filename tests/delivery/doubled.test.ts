import { expect, test } from "vitest";
import type { Store } from "../../src/ports.ts";
import { FakeClock } from "../support/clock.ts";
import { scene } from "./support.ts";

const MINUTE = 60_000;

/** Discord with a clock of its own, a post at 07:00, and processes of which each ends before the next. */
async function stage(start: string, agrees = false) {
  const discord = new FakeClock(start);
  const all = await scene(start, { agrees, standIn: { clock: discord, nonceWindow: 2 * MINUTE } });
  const one = await all.subscribe();
  await all.delivery.stop();
  /** One process, by its clock and by Discord's, until it has done all that it can. */
  async function life(ours: string, { truth = ours, on = all.store }: { truth?: string; on?: Store } = {}) {
    all.clock.set(ours);
    discord.set(truth);
    const process = all.another(on);
    await process.tick();
    await all.still();
    await process.stop();
    return (await all.history(one))[0];
  }
  const lost = (stored: boolean) => all.standIn.inject({ method: "POST", action: { kind: "drop", stored } });
  /** So many messages of others. */
  async function chat(count: number): Promise<void> {
    const write = () =>
      fetch(`${all.standIn.url}/v10/channels/${one.channelId}/messages`, {
        method: "POST",
        headers: { Authorization: `Bot ${all.standIn.token}`, "Content-Type": "application/json" },
        body: JSON.stringify({ content: "chat" }),
      });
    for (let left = count; left > 0; left -= 30) await Promise.all(Array.from({ length: Math.min(left, 30) }, write));
  }
  const posts = () => all.texts(one.channelId).filter((text) => text.startsWith("daily"));
  return { ...all, one, life, lost, chat, posts, discord };
}

test("a clock an hour ahead when its answer was lost, right again since: found at its true hour, not sent again", async () => {
  const { life, lost, posts } = await stage("2026-06-25T05:30Z");
  lost(true);
  expect(await life("2026-06-25T07:00Z", { truth: "2026-06-25T06:00Z" })).toMatchObject({ state: "failed" });
  await life("2026-06-25T06:05Z");
  expect(await life("2026-06-25T06:30Z")).toMatchObject({ detail: "the clock was set back before its hour" });
  expect(await life("2026-06-25T07:00Z")).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(posts()).toHaveLength(1);
});

test("three processes in a busy channel, the second dead over its own attempt: the third finds what the second sent", async () => {
  const { life, lost, posts, chat, discord, store } = await stage("2026-06-25T06:30Z");
  lost(false);
  expect(await life("2026-06-25T07:00Z")).toMatchObject({ state: "failed" });
  discord.set("2026-06-25T07:15Z");
  await chat(120);
  const settle = () => Promise.reject(new Error("it dies before it can write"));
  const dying = { ...store, ledger: { ...store.ledger, settle } };
  expect(await life("2026-06-25T07:20Z", { on: dying })).toMatchObject({ state: "claimed" });
  expect(posts()).toHaveLength(1);
  expect(await life("2026-06-25T07:24Z")).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(posts()).toHaveLength(1);
});

test.each([
  [120, "sent", "found in the channel"],
  [1_950, "sent", "found in the channel"],
  [2_050, "unknown", "more was written in the channel since than can be read through"],
])("a post behind %i messages of others: %s", async (count, state, detail) => {
  const { life, lost, posts, chat, discord } = await stage("2026-06-25T06:30Z");
  discord.set("2026-06-25T06:58Z"); // within what the clocks may differ by: read first
  await chat(count);
  lost(true);
  expect(await life("2026-06-25T07:00Z")).toMatchObject({ state: "failed" });
  expect(await life("2026-06-25T07:20Z")).toMatchObject({ state, detail });
  expect(posts()).toHaveLength(1);
});

test.each([6, 45])("a clock that is always %i minutes ahead: found, not sent again", async (ahead) => {
  const { life, lost, posts } = await stage("2026-06-25T06:00Z");
  const truth = (ours: string) => new Date(Date.parse(ours) - ahead * MINUTE).toISOString();
  lost(true);
  await life("2026-06-25T07:00Z", { truth: truth("2026-06-25T07:00Z") });
  expect(await life("2026-06-25T07:20Z", { truth: truth("2026-06-25T07:20Z") })).toMatchObject({
    state: "sent",
    detail: "found in the channel",
  });
  expect(posts()).toHaveLength(1);
});

test("a clock four minutes ahead at the request, and right again at the look: found, not sent again", async () => {
  const { life, lost, posts } = await stage("2026-06-25T06:00Z");
  lost(true);
  await life("2026-06-25T07:00Z", { truth: "2026-06-25T06:56Z" });
  expect(await life("2026-06-25T07:20Z")).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(posts()).toHaveLength(1);
});

test.each([6, 90, 600, -600])(
  "a process that goes by Discord's clock, its own %i minutes ahead when its answer was lost and right again since: found",
  async (ahead) => {
    const { life, lost, posts } = await stage("2026-06-25T05:30Z", true);
    const ours = (truth: string) => new Date(Date.parse(truth) + ahead * MINUTE).toISOString();
    await life(ours("2026-06-25T06:58Z"), { truth: "2026-06-25T06:58Z" });
    expect(posts()).toEqual([]); // it is not the hour
    lost(true);
    expect(await life(ours("2026-06-25T07:00Z"), { truth: "2026-06-25T07:00Z" })).toMatchObject({
      state: "failed",
      uncertainSince: Date.parse("2026-06-25T07:00Z"),
    });
    expect(await life("2026-06-25T07:10Z")).toMatchObject({ state: "sent", detail: "found in the channel" });
    expect(posts()).toEqual(["daily 2026-06-25"]);
  },
);
