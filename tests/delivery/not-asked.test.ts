import { describe, expect, test } from "vitest";
import { settingsWith } from "../store/support.ts";
import { type Scene, scene } from "./support.ts";

const day = (number: number, time = "07:00") => Date.parse(`2026-06-25T${time}Z`) + number * 86_400_000;
const PAUSED = "skipped paused";
const REFUSED = "skipped refused-before no-access";

/** A calendar at 09:00 in Brussels, and what the ledger says of its days, oldest first. */
async function calendar(
  settings: Parameters<Scene["subscribe"]>[0] = {},
  channel: Parameters<Scene["subscribe"]>[1] = {},
) {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe(settings, channel);
  const rows = async () =>
    (await stage.history(one))
      .map(({ localDate, state, reason = "", detail = "" }) =>
        [localDate, state, ...(state === "skipped" ? [reason, detail] : [])].join(" ").trim(),
      )
      .toReversed();
  return { ...stage, one, rows };
}

describe("the days on which a calendar was paused are on record, each with why", () => {
  test("from the pause to the day on which it goes on", async () => {
    const { at, clock, store, one, rows } = await calendar();
    await at(day(0));
    clock.set(day(0, "08:00"));
    await store.subscriptions.pause(one.id, clock.now());
    for (const number of [1, 2]) await at(day(number));
    clock.set(day(3, "06:00"));
    await store.subscriptions.resume(one.id, clock.now());
    await at(day(3));
    expect(await rows()).toEqual([
      "2026-06-25 sent",
      `2026-06-26 ${PAUSED}`,
      `2026-06-27 ${PAUSED}`,
      "2026-06-28 sent",
    ]);
  });

  test("over its hour on one day: that day; set to a later hour it gets the post all the same", async () => {
    const { at, clock, store, one, rows, texts } = await calendar();
    await store.subscriptions.pause(one.id, clock.now());
    await at(day(0));
    clock.set(day(0, "08:00"));
    await store.subscriptions.resume(one.id, clock.now());
    await at(day(0, "08:01"));
    expect(await rows()).toEqual([`2026-06-25 ${PAUSED}`]);
    const { guildId, channelId } = one;
    await store.subscriptions.subscribe(settingsWith({ guildId, channelId, postAt: "08:00" }), clock.now());
    expect(await rows()).toEqual([`2026-06-25 ${PAUSED}`]);
    await store.subscriptions.subscribe(settingsWith({ guildId, channelId, postAt: "12:00" }), clock.now());
    await at(day(0, "10:00"));
    expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
    expect(await rows()).toEqual(["2026-06-25 sent"]);
  });

  test("where /setup ends the pause", async () => {
    const { at, clock, store, one, rows } = await calendar();
    await at(day(0));
    await store.subscriptions.pause(one.id, clock.now());
    clock.set(day(2, "06:00"));
    await store.subscriptions.subscribe(one, clock.now());
    await at(day(2));
    expect(await rows()).toEqual(["2026-06-25 sent", `2026-06-26 ${PAUSED}`, "2026-06-27 sent"]);
  });

  test("paused and resumed between two posts: no day", async () => {
    const { at, clock, store, one, rows } = await calendar();
    await at(day(0));
    await store.subscriptions.pause(one.id, clock.now());
    clock.set(day(0, "20:00"));
    await store.subscriptions.resume(one.id, clock.now());
    await at(day(1));
    expect(await rows()).toEqual(["2026-06-25 sent", "2026-06-26 sent"]);
  });
});

test("the days on which a channel that refuses was not asked are on record", async () => {
  const { at, rows } = await calendar({}, { permissions: 0n });
  for (let number = 0; number <= 14; number += 1) await at(day(number));
  expect((await rows()).slice(8)).toEqual([
    "2026-07-02 rejected",
    ...["03", "04", "05", "06", "07", "08"].map((date) => `2026-07-${date} ${REFUSED}`),
    "2026-07-09 rejected",
  ]);
});

test("a server that removed the bot while its channel refused comes back as it was: refused, and told so", async () => {
  const { at, clock, store, one, delivery } = await calendar({}, { permissions: 0n });
  const { id, guildId } = one;
  for (const number of [0, 1]) await at(day(number));
  const before = (await store.subscriptions.find(id))?.standing;
  expect(before).toMatchObject({ state: "suspended", fault: "no-access", refusals: 2 });
  await delivery.hear({ kind: "guild-removed", guildId });
  clock.set(day(4, "06:00"));
  await store.guilds.joined(guildId, clock.now());
  expect((await store.subscriptions.find(id))?.standing).toEqual(before);
  expect((await store.subscriptions.find(id))?.nextDue).toMatch(/^2026-06-29T09:00/);
  expect((await store.guilds.notices(guildId)).map(({ fault }) => fault)).toEqual(["no-access"]);
});
