import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { type Scene, scene } from "./support.ts";

/** A Monday and the 1st of a month: the day has a post of each sort but the year's. */
const DATE = "2026-06-01";
const SLOTS = ["daily", "heads-up", "month", "weekly"];
const SETTINGS = { headsUpDays: 7, weekly: 1 } as const;

const postsIn = ({ texts }: Scene, channelId: string) =>
  texts(channelId)
    .filter((text) => text.includes(DATE))
    .toSorted();

/** Another channel for a calendar, as an admin chooses it. */
async function moveElsewhere({ store, standIn, clock }: Scene, { id, guildId }: Subscription): Promise<string> {
  const channelId = standIn.addChannel(guildId);
  const seen = await store.subscriptions.find(id);
  if (seen === undefined) throw new Error("it is gone");
  const settings = { ...seen, channelId, channelKind: "text" } as const;
  await store.subscriptions.revise(id, seen.revision, settings, clock.now());
  return channelId;
}

describe("the posts of every sort on one date", () => {
  test.each([true, false])(
    "all in doubt (out: %s) when the process ends: each is there once after it",
    async (stored) => {
      const stage = await scene(`${DATE}T06:00Z`, { standIn: { nonceWindow: 120_000 } });
      const { channelId } = await stage.subscribe(SETTINGS);
      stage.standIn.inject({ method: "POST", times: 4, action: { kind: "drop", stored } });
      await stage.at(`${DATE}T07:00Z`);
      await stage.delivery.stop();
      await stage.afterRestart(`${DATE}T07:30Z`);
      expect(postsIn(stage, channelId)).toEqual(SLOTS.map((slot) => `${slot} ${DATE}${stored ? "" : " (late)"}`));
    },
  );

  test("all refused by their channel, with one request, and mended: each comes", async () => {
    const stage = await scene(`${DATE}T06:00Z`);
    const { guildId, channelId } = await stage.subscribe(SETTINGS, { permissions: 0n });
    await stage.at(`${DATE}T07:00Z`);
    expect(stage.standIn.requests).toHaveLength(1);
    stage.standIn.setPermissions(channelId, INVITED_WITH);
    await stage.delivery.hear({ kind: "access-changed", guildId, channelId });
    await stage.delivery.idle();
    expect(postsIn(stage, channelId)).toEqual(SLOTS.map((slot) => `${slot} ${DATE}`));
  });
});

describe("a channel that is deleted, and another chosen after the hour of that day", () => {
  test("deleted before the hour: the day's posts come there, once", async () => {
    const stage = await scene(`${DATE}T06:00Z`);
    const one = await stage.subscribe(SETTINGS);
    stage.standIn.deleteChannel(one.channelId);
    await stage.delivery.hear({ kind: "channel-deleted", guildId: one.guildId, channelId: one.channelId });
    for (const minute of ["07:00", "07:20"]) await stage.at(`${DATE}T${minute}Z`);
    const channelId = await moveElsewhere(stage, one);
    for (const minute of ["07:21", "07:22"]) await stage.at(`${DATE}T${minute}Z`);
    expect(postsIn(stage, channelId)).toEqual(SLOTS.map((slot) => `${slot} ${DATE}`));
  });

  test("but after the window for late posts: from the next day on", async () => {
    const stage = await scene(`${DATE}T06:00Z`);
    const one = await stage.subscribe({ lateWindow: 60 });
    await stage.delivery.hear({ kind: "channel-deleted", guildId: one.guildId, channelId: one.channelId });
    await stage.at(`${DATE}T08:10Z`);
    const channelId = await moveElsewhere(stage, one);
    await stage.at(`${DATE}T08:11Z`);
    expect(postsIn(stage, channelId)).toEqual([]);
    await stage.at("2026-06-02T07:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-02"]);
  });

  test("a thread of which nobody said that it was deleted: the post comes in the other channel", async () => {
    const stage = await scene(`${DATE}T06:00Z`);
    const parent = await stage.subscribe({ postAt: "23:00" });
    const inThread = { type: ChannelType.PublicThread, parentId: parent.channelId };
    const one = await stage.subscribe({ guildId: parent.guildId, channelKind: "thread" }, inThread);
    stage.standIn.deleteChannel(one.channelId);
    await stage.at(`${DATE}T07:00Z`);
    const channelId = await moveElsewhere(stage, one);
    await stage.at(`${DATE}T07:10Z`);
    expect(postsIn(stage, channelId)).toContain(`daily ${DATE}`);
    expect((await stage.history(one)).filter(({ slot }) => slot === "daily")).toMatchObject([{ state: "sent" }]);
  });
});

test("an announcement channel that has become one of text: posts go on, nothing is published, and nobody is troubled", async () => {
  const stage = await scene(`${DATE}T06:00Z`);
  const one = await stage.subscribe({ channelKind: "announcement", crosspost: true }, { type: ChannelType.GuildText });
  for (const time of [`${DATE}T07:00Z`, `${DATE}T07:02Z`, "2026-06-02T07:00Z"]) await stage.at(time);
  expect(stage.texts(one.channelId)).toEqual([`daily ${DATE}`, `month ${DATE}`, "daily 2026-06-02"]);
  expect((await stage.store.subscriptions.find(one.id))?.channelKind).toBe("text");
  expect(await stage.store.guilds.notices(one.guildId)).toEqual([]);
});
