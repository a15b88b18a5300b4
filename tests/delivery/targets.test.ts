import { ChannelType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { simpleComposer } from "./composer.ts";
import { scene } from "./support.ts";

const PICTURE = { name: "card.png", contentType: "image/png", data: new Uint8Array([137, 80, 78, 71]) };
const ALL = PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages | PermissionFlagsBits.AttachFiles;
const DAY = 86_400_000;

describe("a channel that refuses", () => {
  test("is asked once that day, its admins are told once, and it is probed daily for a week, then weekly", async () => {
    const { at, subscribe, standIn, store, history } = await scene("2026-06-25T06:00Z");
    const one = await subscribe({}, { permissions: 0n });
    const asked = () => standIn.requests.filter(({ path }) => path === `/channels/${one.channelId}/messages`).length;
    const days: number[] = [];
    for (let day = 0; day < 24; day += 1) {
      await at(Date.parse("2026-06-25T07:00Z") + day * DAY);
      await at(Date.parse("2026-06-25T07:01Z") + day * DAY);
      await at(Date.parse("2026-06-25T15:00Z") + day * DAY);
      if (asked() > days.length) days.push(day);
      expect(asked()).toBe(days.length);
    }
    expect(days).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 14, 21]);
    expect((await history(one))[0]).toMatchObject({ state: "rejected", fault: "no-access" });
    expect((await store.guilds.notices(one.guildId)).map(({ fault }) => fault)).toEqual(["no-access"]);
  });

  test("is told about where /setup was last used, a minute later, with what to do", async () => {
    const { at, subscribe, standIn, store, texts } = await scene("2026-06-25T06:00Z");
    const one = await subscribe({}, { permissions: PermissionFlagsBits.ViewChannel });
    const office = standIn.addChannel(one.guildId);
    await store.guilds.setupUsedIn(one.guildId, office, "en-GB");
    await at("2026-06-25T07:00Z");
    expect(texts(office)).toEqual([]);
    await at("2026-06-25T07:01Z");
    await at("2026-06-25T07:02Z");
    expect(texts(office)).toEqual(["fault: no-permission"]);
    expect(await store.guilds.notices(one.guildId)).toEqual([]);
  });

  test("gets today's post as soon as its permissions are mended, and goes on the next day", async () => {
    const { at, subscribe, standIn, store, delivery, texts } = await scene("2026-06-25T06:00Z");
    const { id, guildId, channelId } = await subscribe({}, { permissions: 0n });
    await at("2026-06-25T07:00Z");
    await delivery.hear({ kind: "access-changed", guildId });
    await at("2026-06-25T07:30Z");
    expect(texts(channelId)).toEqual([]);
    standIn.setPermissions(channelId, ALL);
    await delivery.hear({ kind: "access-changed", guildId, channelId });
    await at("2026-06-25T08:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-25 (late)"]);
    expect((await store.subscriptions.find(id))?.standing).toEqual({ state: "active" });
    expect(await store.guilds.notices(guildId)).toEqual([]);
    await at("2026-06-26T07:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-25 (late)", "daily 2026-06-26"]);
  });

  test("without Attach Files gets the post without its picture; refused by the text itself, the plain one", async () => {
    const { at, subscribe, standIn, history } = await scene("2026-06-25T06:00Z", {
      composer: simpleComposer([25], [PICTURE]),
    });
    const one = await subscribe({}, { permissions: ALL & ~PermissionFlagsBits.AttachFiles });
    const two = await subscribe({}, { permissions: ALL });
    standIn.inject({
      path: new RegExp(two.channelId),
      times: 2,
      action: { kind: "answer", status: 400, code: 50_035, message: "Invalid Form Body" },
    });
    await at("2026-06-25T07:00Z");
    expect(standIn.messages(one.channelId).map(({ attachments }) => attachments.length)).toEqual([0]);
    expect((await history(one))[0]).toMatchObject({
      state: "sent",
      detail: expect.stringContaining("50013") as string,
    });
    expect(standIn.messages(two.channelId).map(({ content }) => content)).toEqual(["plain daily 2026-06-25"]);
  });

  test("does not keep the others waiting, nor does one that never answers", async () => {
    const { subscribe, standIn, delivery, clock } = await scene("2026-06-25T06:00Z");
    const [dead, hanging] = [await subscribe({}, { permissions: 0n }), await subscribe()];
    const others: Subscription[] = [];
    for (let count = 0; count < 20; count += 1) others.push(await subscribe());
    const fault = standIn.inject({ path: new RegExp(hanging.channelId), action: { kind: "hold" } });
    clock.set("2026-06-25T07:00Z");
    await delivery.tick();
    await fault.struck;
    await expect
      .poll(() => others.map(({ channelId }) => standIn.messages(channelId).length))
      .toEqual(others.map(() => 1));
    expect(standIn.messages(dead.channelId)).toEqual([]);
    fault.release();
    await delivery.idle();
  });
});

describe("channels of every kind", () => {
  test("a thread that is archived wakes for the post; a locked one is told about, and gets its posts once unlocked", async () => {
    const { at, subscribe, standIn, texts, store, delivery } = await scene("2026-06-25T06:00Z");
    const parent = await subscribe({ postAt: "23:00" });
    const inParent = { type: ChannelType.PublicThread, parentId: parent.channelId };
    const { guildId } = parent;
    const archived = await subscribe({ guildId, channelKind: "thread" }, inParent);
    const locked = await subscribe({ guildId, channelKind: "thread" }, inParent);
    standIn.setThread(archived.channelId, { archived: true });
    standIn.setThread(locked.channelId, { archived: true, locked: true });
    await at("2026-06-25T07:00Z");
    expect(texts(archived.channelId)).toEqual(["daily 2026-06-25"]);
    expect(texts(locked.channelId)).toEqual([]);
    expect((await store.guilds.notices(guildId)).map(({ fault }) => fault)).toEqual(["thread-locked"]);
    standIn.setThread(locked.channelId, { locked: false });
    await delivery.hear({ kind: "access-changed", guildId, channelId: locked.channelId });
    await at("2026-06-25T07:05Z");
    expect(texts(locked.channelId)).toEqual(["daily 2026-06-25"]);
    expect(await store.guilds.notices(guildId)).toEqual([]);
  });

  test("what is posted may mention nobody but the role of the setting, in every kind of channel and in a notice", async () => {
    const { at, subscribe, standIn, store } = await scene("2026-06-25T06:00Z");
    const roleId = "700000000000000001";
    await subscribe({ mention: { roleId, tiers: [25] } });
    await subscribe({ channelKind: "forum" }, { type: ChannelType.GuildForum });
    const { id, guildId, channelId } = await subscribe();
    await store.guilds.notify({ guildId, subscriptionId: id, channelId, fault: "automod", at: 0 });
    await at("2026-06-25T07:00Z");
    const bodies = standIn.requests.map(({ body }) => body as { allowed_mentions?: object; message?: object });
    const allowed = bodies.map((body) => JSON.stringify((body.message ?? body) as { allowed_mentions?: object }));
    expect(allowed).toHaveLength(4);
    for (const text of allowed)
      expect(text).toMatch(
        text.includes(roleId)
          ? /"allowed_mentions":\{"parse":\[\],"roles":\["700000000000000001"\]\}/
          : /"allowed_mentions":\{"parse":\[\]\}/,
      );
    expect(allowed.filter((text) => text.includes(roleId))).toHaveLength(1);
  });

  test("text, announcement, thread, voice: a message; forum and media: a post with the date in its name", async () => {
    const { at, subscribe, standIn, texts, store } = await scene("2026-06-25T06:00Z");
    const parent = await subscribe();
    const thread = await subscribe(
      { guildId: parent.guildId, channelKind: "thread" },
      { type: ChannelType.PublicThread, parentId: parent.channelId },
    );
    const voice = await subscribe(
      { channelKind: "voice" },
      { type: ChannelType.GuildVoice, permissions: INVITED_WITH | PermissionFlagsBits.Connect },
    );
    const forum = await subscribe(
      { channelKind: "forum", forumTags: ["900000000000000001"] },
      { type: ChannelType.GuildForum, tags: [{ id: "900000000000000001", name: "daily" }], tagRequired: true },
    );
    const media = await subscribe({ channelKind: "media" }, { type: ChannelType.GuildMedia });
    const turned = await subscribe({ channelKind: "text" }, { type: ChannelType.GuildForum });
    await at("2026-06-25T07:00Z");
    for (const { channelId } of [parent, thread, voice]) expect(texts(channelId)).toEqual(["daily 2026-06-25"]);
    const threadsMade = standIn.requests.filter(({ path, status }) => path.endsWith("/threads") && status === 201);
    expect(new Set(threadsMade.map(({ path }) => path.split("/")[2]))).toEqual(
      new Set([forum.channelId, media.channelId, turned.channelId]),
    );
    for (const { body } of threadsMade) expect(body).toMatchObject({ name: "daily 2026-06-25" });
    expect((await store.subscriptions.find(turned.id))?.channelKind).toBe("forum");
  });

  test("a pause between the post and its publishing makes no second post, and puts off the publishing alone", async () => {
    const { subscribe, standIn, clock, delivery, until, history, texts } = await scene("2026-06-25T06:59Z");
    const news = await subscribe(
      { channelKind: "announcement", crosspost: true },
      { type: ChannelType.GuildAnnouncement },
    );
    const other = await subscribe();
    const held = standIn.inject({ path: new RegExp(news.channelId), action: { kind: "hold" } });
    standIn.inject({
      path: new RegExp(other.channelId),
      action: { kind: "limited", retryAfter: 300, scope: "global" },
    });
    clock.set("2026-06-25T07:00Z");
    await delivery.tick();
    await held.struck;
    await expect.poll(async () => (await history(other))[0]?.state).toBe("failed");
    held.release();
    await expect.poll(async () => (await history(news))[0]?.state).toBe("failed");
    await until("2026-06-25T07:20Z");
    expect(texts(news.channelId)).toEqual(["daily 2026-06-25"]);
    expect(texts(other.channelId)).toEqual(["daily 2026-06-25"]);
    expect((await history(news))[0]).toMatchObject({ state: "sent", attempts: 2 });
    expect((standIn.messages(news.channelId)[0]?.flags ?? 0) & MessageFlags.Crossposted).toBe(MessageFlags.Crossposted);
  });

  test("announcements are published where the setting says so, once, and a refusal is told", async () => {
    const { at, subscribe, standIn, history, store } = await scene("2026-06-25T06:00Z");
    const announcement = { type: ChannelType.GuildAnnouncement };
    const yes = await subscribe({ channelKind: "announcement", crosspost: true }, announcement);
    const no = await subscribe({ channelKind: "announcement" }, announcement);
    const refused = await subscribe({ channelKind: "announcement", crosspost: true }, announcement);
    standIn.inject({
      path: new RegExp(`${refused.channelId}.*crosspost`),
      action: { kind: "answer", status: 403, code: 50_013 },
    });
    await at("2026-06-25T07:00Z");
    const crossposts = standIn.requests
      .filter(({ path }) => path.endsWith("/crosspost"))
      .map(({ path }) => path.split("/")[2]);
    expect(new Set(crossposts)).toEqual(new Set([yes.channelId, refused.channelId]));
    expect(standIn.messages(no.channelId).length).toBe(1);
    expect((await history(refused))[0]).toMatchObject({
      state: "sent",
      detail: expect.stringContaining("not published") as string,
    });
    expect((await store.guilds.notices(refused.guildId))[0]?.fault).toBe("crosspost-refused");
  });
});

describe("a channel of text that has become one of announcements", () => {
  const DAY_ONE = "2026-06-25T07:00Z";

  test.each([
    [
      "is known by the news of its change",
      (guildId: string, channelId: string) =>
        ({ kind: "access-changed", guildId, channelId, channelKind: "announcement" }) as const,
    ],
    [
      "is known by its server's, where that happened while the bot was down",
      (guildId: string, channelId: string) =>
        ({
          kind: "guild-present",
          guildId,
          roleIds: [guildId],
          channels: [{ channelId, channelKind: "announcement" }],
        }) as const,
    ],
  ])("%s: its posts are published where that is chosen", async (_, news) => {
    const { subscribe, at, delivery, standIn, store } = await scene("2026-06-25T06:00Z");
    const one = await subscribe({ crosspost: true, channelKind: "text" }, { type: ChannelType.GuildAnnouncement });
    await delivery.hear(news(one.guildId, one.channelId));
    expect((await store.subscriptions.find(one.id))?.channelKind).toBe("announcement");
    await at(DAY_ONE);
    expect(standIn.requests.map(({ path }) => path.split("/").at(-1))).toEqual(["messages", "crosspost"]);
  });
});
