import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import type { SetUpRequest, SubscriptionSettings } from "../../src/delivery/subscription.ts";
import { temporaryFolder } from "../support/folder.ts";
import { settingsWith, temporaryStore } from "./support.ts";

const NOW = Date.parse("2026-06-25T06:00Z");
const BY = "300000000000000001";

const paused = (settings: SubscriptionSettings): SetUpRequest => ({
  settings,
  begin: "paused",
  isChosen: false,
});

test("what an admin does and the record of it are one: each act has its line, and where that cannot be written nothing is done", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const store = await temporaryStore(path);
  const { subscriptions, audit, guilds } = store;
  const settings = settingsWith();
  const { id } = (await subscriptions.subscribe(settings, NOW, BY)).subscription;
  const find = async () => (await subscriptions.find(id)) ?? expect.fail("it has ended");
  const acts: readonly [string, () => Promise<unknown>][] = [
    ["paused", () => subscriptions.pause(id, NOW + 1, BY)],
    ["resumed", () => subscriptions.resume(id, NOW + 2, BY)],
    [
      "changed",
      async () =>
        subscriptions.revise(id, (await find()).revision, { ...settings, lateWindow: 5, crosspost: true }, NOW + 3, BY),
    ],
    ["changed", () => subscriptions.subscribe(settings, NOW + 4, BY)],
    ["set-up", () => subscriptions.setUp(paused(settingsWith({ channelId: "200000000000000009" })), NOW + 5, BY)],
    ["removed", () => subscriptions.end(id, NOW + 6, BY)],
  ];
  const beneath = new SQLite(path);
  for (const [act, attempt] of acts) {
    const before = await guilds.everything(settings.guildId);
    beneath.exec("CREATE TRIGGER no_audit BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'the disk is full'); END");
    await expect(attempt(), act).rejects.toThrow("the disk is full");
    expect(await guilds.everything(settings.guildId), act).toEqual(before);
    beneath.exec("DROP TRIGGER no_audit");
    await attempt();
    expect((await audit.ofGuild(settings.guildId, 1))[0], act).toMatchObject({ act, userId: BY });
  }
  beneath.close();
});

test("what the bot does by itself, and what changes nothing, is nobody's act", async () => {
  const { subscriptions, audit } = await temporaryStore();
  const settings = settingsWith();
  const { subscription } = await subscriptions.subscribe(settings, NOW, BY);
  await subscriptions.subscribe(settings, NOW, BY);
  await subscriptions.setUp(paused(settings), NOW, BY);
  await subscriptions.revise(subscription.id, 99, { ...settings, crosspost: true }, NOW, BY);
  await subscriptions.suspend(subscription.id, "no-access", NOW, undefined);
  await subscriptions.recover(subscription, NOW);
  expect((await audit.ofGuild(settings.guildId, 9)).map(({ act }) => act)).toEqual(["set-up"]);
});
