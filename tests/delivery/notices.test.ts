import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { simpleComposer } from "./composer.ts";
import { joined, type Scene, scene } from "./support.ts";

const DAY = 86_400_000;
const PICTURE = { name: "card.png", contentType: "image/png", data: new Uint8Array([137, 80, 78, 71]) };
const { AttachFiles } = PermissionFlagsBits;

/** The days' posts, from one day to another (0 is the first), each with the minutes in which admins are told. */
async function days({ at }: Scene, from: number, to: number): Promise<void> {
  for (let day = from; day <= to; day += 1)
    for (const minute of ["07:00", "07:01", "07:02"]) await at(Date.parse(`2026-06-25T${minute}Z`) + day * DAY);
}

const told = ({ texts }: Scene, channelId: string) => texts(channelId).filter((text) => text.startsWith("fault"));

/** A channel with a setting, whose requests of some kind Discord answers so until the returned function is called. */
async function trouble(
  path: (subscription: Subscription) => RegExp,
  action: FaultAction,
  settings: Parameters<Scene["subscribe"]>[0] = {},
  channel: Parameters<Scene["subscribe"]>[1] = {},
) {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe(settings, channel);
  const begin = () =>
    stage.standIn.inject({ method: "POST", path: path(one), times: Number.POSITIVE_INFINITY, action });
  return { stage, one, begin };
}

describe("what an admin must know is told once, until it changes", () => {
  test("AutoMod refuses each day's post: told once, and again where it comes back after weeks without", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe();
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    const block = () =>
      stage.standIn.inject({
        path: new RegExp(one.channelId),
        times: Number.POSITIVE_INFINITY,
        action: { kind: "answer", status: 403, code: 200_000 },
      });
    const first = block();
    await days(stage, 0, 4);
    expect(told(stage, office)).toEqual(["fault: automod"]);
    first.remove();
    await days(stage, 5, 14);
    expect(told(stage, office)).toEqual(["fault: automod"]);
    block();
    await days(stage, 15, 18);
    expect(told(stage, office)).toEqual(["fault: automod", "fault: automod"]);
  });

  test("told, but the answer is lost, and the next process tells it: the same nonce, so once", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe();
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    stage.standIn.inject({
      path: new RegExp(one.channelId),
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 403, code: 200_000 },
    });
    const lost = stage.standIn.inject({ path: new RegExp(office), times: 1, action: { kind: "drop", stored: true } });
    await stage.at("2026-06-25T07:00Z");
    await stage.at("2026-06-25T07:01Z");
    await lost.struck;
    await stage.delivery.stop();
    await stage.afterRestart("2026-06-25T07:02Z");
    const asked = stage.standIn.requests.filter(({ path, method }) => method === "POST" && path.includes(office));
    expect(asked).toHaveLength(2);
    expect(told(stage, office)).toEqual(["fault: automod"]);
    expect(await stage.store.guilds.untold(stage.clock.now(), 9)).toEqual([]);
  });

  test("a text that is blocked now and then among others that are not: not each time", async () => {
    const { stage, one, begin } = await trouble(({ channelId }) => new RegExp(`${channelId}/messages`), {
      kind: "answer",
      status: 403,
      code: 200_000,
    });
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    for (let day = 0; day < 6; day += 2) {
      const blocked = begin();
      await days(stage, day, day);
      blocked.remove();
      await days(stage, day + 1, day + 1);
    }
    expect(told(stage, office)).toEqual(["fault: automod"]);
  });

  test("followers do not get it: told once, and again after it went well in between", async () => {
    const { stage, one, begin } = await trouble(
      ({ channelId }) => new RegExp(`${channelId}.*crosspost`),
      { kind: "answer", status: 403, code: 50_013 },
      { channelKind: "announcement", crosspost: true },
      { type: ChannelType.GuildAnnouncement },
    );
    const first = begin();
    await days(stage, 0, 3);
    expect(told(stage, one.channelId)).toEqual(["fault: crosspost-refused"]);
    first.remove();
    await days(stage, 4, 4);
    begin();
    await days(stage, 5, 7);
    expect(told(stage, one.channelId)).toHaveLength(2);
  });

  test("the picture falls away: told which permission brings it back, and it is back once that is given", async () => {
    const stage = await scene("2026-06-25T06:00Z", { composer: simpleComposer([25], [PICTURE]) });
    const one = await stage.subscribe({}, { permissions: INVITED_WITH & ~AttachFiles });
    await days(stage, 0, 2);
    expect(told(stage, one.channelId)).toEqual(["fault: files-refused"]);
    stage.standIn.setPermissions(one.channelId, INVITED_WITH | AttachFiles);
    await days(stage, 3, 3);
    const pictures = stage.standIn.messages(one.channelId).map(({ attachments }) => attachments.length);
    expect(pictures).toEqual([0, 0, 0, 0, 1]);
    stage.standIn.setPermissions(one.channelId, INVITED_WITH & ~AttachFiles);
    await days(stage, 4, 5);
    expect(told(stage, one.channelId)).toHaveLength(2);
  });

  test("a fall to plain text: told once", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe();
    for (let day = 0; day < 3; day += 1) {
      stage.standIn.inject({ method: "POST", action: { kind: "answer", status: 400, code: 50_035 } });
      await days(stage, day, day);
    }
    expect(stage.texts(one.channelId)).toEqual([
      "plain daily 2026-06-25",
      "fault: plain-only",
      "plain daily 2026-06-26",
      "plain daily 2026-06-27",
    ]);
  });

  test("a channel that refuses day after day: once where /setup was used, and at no command after that", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe({}, { permissions: 0n });
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    await days(stage, 0, 9);
    expect(stage.texts(office)).toEqual(["fault: no-access"]);
    expect(await stage.store.guilds.notices(one.guildId)).toEqual([]);
  });

  test("a new /setup of the channel forgets what was told: should it refuse again, that is told again", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe({}, { permissions: 0n });
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    await days(stage, 0, 1);
    await stage.store.subscriptions.subscribe(one, stage.clock.now());
    await days(stage, 2, 3);
    expect(stage.texts(office)).toEqual(["fault: no-access", "fault: no-access"]);
  });
});

describe("how it is told", () => {
  test("while Discord takes no messages it waits, and is told once Discord is back", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const one = await stage.subscribe({}, { permissions: 0n });
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    const away = stage.standIn.inject({
      path: new RegExp(office),
      times: Number.POSITIVE_INFINITY,
      action: { kind: "answer", status: 503 },
    });
    await days(stage, 0, 0);
    expect(stage.texts(office)).toEqual([]);
    away.remove();
    await stage.at("2026-06-25T07:03Z");
    expect(stage.texts(office)).toEqual(["fault: no-access"]);
  });

  test("many that cannot be told just now keep nobody else waiting, and are told once they can", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const slow: string[] = [];
    for (let count = 0; count < 25; count += 1) {
      const { id, guildId, channelId } = await stage.subscribe({ postAt: "23:00" });
      if (count < 22) slow.push(channelId);
      await stage.store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "automod", at: count });
    }
    const path = new RegExp(slow.join("|"));
    const action = { kind: "answer", status: 400, code: 20_016 } as const;
    const slowness = stage.standIn.inject({ path, times: Number.POSITIVE_INFINITY, action });
    for (const minute of ["06:01", "06:02"]) await stage.at(`2026-06-25T${minute}Z`);
    const tellings = () => stage.standIn.requests.filter(({ status }) => status === 200).length;
    expect(tellings()).toBe(3);
    slowness.remove();
    for (const minute of ["06:03", "06:04"]) await stage.at(`2026-06-25T${minute}Z`);
    expect(tellings()).toBe(25);
    expect(slow.map((channelId) => stage.texts(channelId))).toEqual(slow.map(() => ["fault: automod"]));
  });

  test("a forum takes no messages: told where /setup was used, and nothing is tried in the forum", async () => {
    const { stage, one, begin } = await trouble(
      ({ channelId }) => new RegExp(channelId),
      { kind: "answer", status: 403, code: 200_000 },
      { channelKind: "forum" },
      { type: ChannelType.GuildForum },
    );
    const office = stage.standIn.addChannel(one.guildId);
    await stage.store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    begin();
    await days(stage, 0, 0);
    expect(stage.texts(office)).toEqual(["fault: automod"]);
    expect(stage.standIn.requests.filter(({ path }) => path === `/channels/${one.channelId}/messages`)).toEqual([]);
  });
});

test("a server that the bot has left is asked to show nothing; back, it is told", async () => {
  const { at, subscribe, delivery, standIn, texts } = await scene("2026-06-25T06:00Z");
  const roleId = "700000000000000001";
  const { guildId, channelId } = await subscribe({ mention: { roleId, tiers: [25] } });
  await delivery.hear({ kind: "role-deleted", guildId, roleId });
  await delivery.hear({ kind: "guild-removed", guildId });
  await at("2026-06-25T06:10Z");
  expect(standIn.requests).toEqual([]);
  await delivery.hear(joined(guildId));
  await at("2026-06-25T06:12Z");
  expect(texts(channelId)).toEqual(["fault: role-gone"]);
});

test("nobody is told within the first minute, in which it may turn out to be Discord's trouble", async () => {
  const { at, subscribe, delivery, standIn, texts } = await scene("2026-06-25T06:00Z");
  const roleId = "700000000000000001";
  const { guildId, channelId } = await subscribe({ mention: { roleId, tiers: [25] } });
  await delivery.hear({ kind: "role-deleted", guildId, roleId });
  await at("2026-06-25T06:00:59Z");
  expect(standIn.requests).toEqual([]);
  await at("2026-06-25T06:01:00Z");
  expect(texts(channelId)).toEqual(["fault: role-gone"]);
});
