import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { ChannelSeed } from "../../src/playground/api.ts";
import { interrupted, NO_HISTORY, WITH_HISTORY } from "./interrupted.ts";
import { discordOf, scene } from "./support.ts";

describe("a post that may or may not be out", () => {
  test("soon after: the same nonce again, and Discord gives back the one it has", async () => {
    const { one, later, standIn } = await interrupted(true, NO_HISTORY);
    expect(await later("2026-06-25T07:01:30Z")).toMatchObject({
      state: "sent",
      messageId: standIn.messages(one.channelId)[0]?.id,
    });
    expect(standIn.messages(one.channelId).length).toBe(1);
  });

  test("soon after, but its turn comes only when the nonce is forgotten: not sent again", async () => {
    const { one, standIn, clock, another, still, history } = await interrupted(true, NO_HISTORY);
    clock.set("2026-06-25T07:01:50Z");
    const held = standIn.inject({ method: "GET", action: { kind: "hold" } });
    const again = another();
    await again.tick();
    await held.struck;
    clock.set("2026-06-25T07:02:10Z");
    held.release();
    await still();
    await again.stop();
    expect((await history(one))[0]).toMatchObject({ uncertainSince: Date.parse("2026-06-25T07:00Z") });
    expect(standIn.messages(one.channelId)).toHaveLength(1);
  });

  test.each([
    ["with Read Message History: sent", WITH_HISTORY, "sent", ["daily 2026-06-25 (late)"]],
    ["without it: nobody can tell", NO_HISTORY, "unknown", []],
  ])("later, somebody's newer message was deleted, and older ones are there; %s", async (_, channel, state, posts) => {
    const { one, later, standIn, clock, texts } = await interrupted(false, channel);
    const person = standIn.addPerson();
    clock.set("2026-06-25T06:30Z");
    standIn.write(one.channelId, person, "an older one");
    clock.set("2026-06-25T07:01Z");
    standIn.deleteMessage(one.channelId, standIn.write(one.channelId, person, "a newer one"));
    expect(await later("2026-06-25T07:20Z")).toMatchObject({ state });
    expect(texts(one.channelId).filter((text) => text.startsWith("daily"))).toEqual(posts);
  });

  test("later, it is there: found in the channel by its key, not sent again", async () => {
    const { one, later, standIn, posts } = await interrupted(true, WITH_HISTORY);
    expect(await later("2026-06-25T07:20Z")).toMatchObject({
      state: "sent",
      messageId: standIn.messages(one.channelId)[0]?.id,
      detail: "found in the channel",
    });
    expect(posts()).toBe(1);
  });

  test("later, it is not there: sent, once", async () => {
    const { one, later, texts, posts } = await interrupted(false, WITH_HISTORY);
    expect(await later("2026-06-25T07:20Z")).toMatchObject({ state: "sent" });
    expect(texts(one.channelId)).toEqual(["daily 2026-06-25 (late)"]);
    expect(posts()).toBe(2);
  });

  test("without Read Message History, but nothing was written since: sent, for it cannot be there", async () => {
    const { one, later, texts } = await interrupted(false, NO_HISTORY);
    expect(await later("2026-06-25T07:20Z")).toMatchObject({ state: "sent" });
    expect(texts(one.channelId)).toEqual(["daily 2026-06-25 (late)"]);
  });

  test("without Read Message History, and something was: unknown, never sent again, and the admin can see it", async () => {
    const { one, later, standIn, posts, store } = await interrupted(true, NO_HISTORY);
    expect(await later("2026-06-25T07:20Z")).toMatchObject({ state: "unknown", fault: "history-needed" });
    expect(await later("2026-06-25T09:20Z")).toMatchObject({ state: "unknown" });
    expect(standIn.messages(one.channelId).filter(({ components }) => (components?.length ?? 0) > 0).length).toBe(1);
    const told = standIn.messages(one.channelId).map(({ content }) => content);
    expect([...told, ...(await store.guilds.notices(one.guildId)).map(({ fault }) => `fault: ${fault}`)]).toContain(
      "fault: history-needed",
    );
    expect(posts()).toBeLessThanOrEqual(2); // the second tells of the doubt
    expect(await later("2026-06-26T07:00Z")).toMatchObject({ state: "sent", localDate: "2026-06-26" });
  });

  test.each([true, false])(
    "unknown, and Read Message History is given later: looked for, and sent only where it is not out (out: %s)",
    async (stored) => {
      const { one, later, standIn, clock, delivery, posts, texts, store } = await interrupted(stored, NO_HISTORY);
      const { guildId, channelId } = one;
      const talk = { body: { content: "something else", allowed_mentions: { parse: [] } }, files: [] };
      await discordOf(standIn, clock).createMessage(channelId, talk, "another");
      expect(await later("2026-06-25T07:20Z")).toMatchObject({ state: "unknown" });
      await later("2026-06-25T07:22Z"); // by now it is told
      const before = posts();
      const told = texts(channelId).filter((text) => text.startsWith("fault")).length;
      expect(told).toBe(1);
      await delivery.hear({ kind: "access-changed", guildId, channelId });
      expect(await later("2026-06-25T07:30Z")).toMatchObject({ state: "unknown" }); // it was something else
      expect(texts(channelId).filter((text) => text.startsWith("fault"))).toHaveLength(told);
      standIn.setPermissions(channelId, WITH_HISTORY.permissions);
      await delivery.hear({ kind: "access-changed", guildId, channelId });
      expect(await later("2026-06-25T07:40Z")).toMatchObject({ state: "sent" });
      expect(texts(channelId).filter((text) => text.startsWith("daily"))).toHaveLength(1);
      expect(posts() - before).toBeLessThanOrEqual(stored ? 0 : 1);
      expect(await store.guilds.notices(guildId)).toEqual([]);
    },
  );

  test("on the next day: never sent, but looked for, so that the ledger is right", async () => {
    const there = await interrupted(true, WITH_HISTORY);
    await there.later("2026-06-26T05:00Z");
    expect((await there.history(there.one)).find(({ localDate }) => localDate === "2026-06-25")).toMatchObject({
      state: "sent",
    });
    const lost = await interrupted(false, WITH_HISTORY);
    await lost.later("2026-06-26T05:00Z");
    expect((await lost.history(lost.one)).find(({ localDate }) => localDate === "2026-06-25")).toMatchObject({
      state: "skipped",
    });
    expect(lost.texts(lost.one.channelId)).toEqual([]);
  });

  test("deleted by a moderator meanwhile: it was posted, and is not posted again", async () => {
    const { one, later, standIn } = await interrupted(true, NO_HISTORY);
    standIn.deleteMessage(one.channelId, standIn.messages(one.channelId)[0]?.id ?? "");
    expect(await later("2026-06-25T07:01:30Z")).toMatchObject({ state: "sent", messageId: undefined });
    expect(standIn.messages(one.channelId)).toEqual([]);
  });

  test.each([true, false])(
    "in a forum, which knows no nonce (stored: %s): looked for by its key before anything is sent",
    async (stored) => {
      const { later, posts, standIn, one } = await interrupted(
        stored,
        { type: ChannelType.GuildForum },
        { channelKind: "forum" },
      );
      expect(await later("2026-06-25T07:00:20Z")).toMatchObject({ state: "failed" });
      expect(await later("2026-06-25T07:01:30Z")).toMatchObject({
        state: "sent",
        ...(stored && { detail: "found in the channel" }),
      });
      expect(posts()).toBe(stored ? 1 : 2);
      const made = standIn.requests.filter(({ path }) => path === `/channels/${one.channelId}/threads`);
      expect(made.length).toBe(stored ? 1 : 2);
    },
  );
});

describe("a forum's post that may or may not be out", () => {
  const FORUM = { type: ChannelType.GuildForum };
  const forum = (channel: ChannelSeed = {}) => interrupted(true, { ...FORUM, ...channel }, { channelKind: "forum" });
  const threadOf = ({ standIn, one }: Awaited<ReturnType<typeof forum>>) =>
    standIn.posts(one.channelId)[0] ?? expect.fail("no post");
  const found = { state: "sent", detail: "found in the channel" };

  test("is known by its key, though its name would be another by now, and others opened posts of the same name", async () => {
    const stage = await forum();
    stage.composer.named = "another name";
    expect(await stage.later("2026-06-25T07:20Z")).toMatchObject({ ...found, messageId: threadOf(stage) });
    expect(stage.standIn.posts(stage.one.channelId)).toHaveLength(1);
    const lost = await interrupted(false, FORUM, { channelKind: "forum" });
    lost.standIn.openPost(lost.one.channelId, "daily 2026-06-25");
    expect(await lost.later("2026-06-25T07:20Z")).toMatchObject({ state: "sent", detail: undefined });
    expect(lost.standIn.posts(lost.one.channelId)).toHaveLength(2);
  });

  test("is found in the archive as well", async () => {
    const stage = await forum();
    stage.standIn.setThread(threadOf(stage), { archived: true });
    expect(await stage.later("2026-06-25T09:00Z")).toMatchObject({ ...found, messageId: threadOf(stage) });
    expect(stage.standIn.posts(stage.one.channelId)).toHaveLength(1);
  });

  test("is found in the archive behind any number of others archived since", async () => {
    const stage = await forum();
    stage.clock.set("2026-06-25T07:10Z");
    stage.standIn.setThread(threadOf(stage), { archived: true });
    for (let count = 0; count < 130; count += 1) {
      stage.clock.advance(1_000);
      stage.standIn.setThread(stage.standIn.openPost(stage.one.channelId, `post ${count}`), { archived: true });
    }
    const ours = threadOf(stage);
    expect(await stage.later("2026-06-25T09:00Z")).toMatchObject({ ...found, messageId: ours });
    expect(stage.standIn.posts(stage.one.channelId)).toHaveLength(131);
  });

  test("whose first message was deleted is known by its name", async () => {
    const stage = await forum();
    stage.standIn.deleteMessage(threadOf(stage), threadOf(stage));
    expect(await stage.later("2026-06-25T07:20Z")).toMatchObject(found);
    expect(stage.standIn.posts(stage.one.channelId)).toHaveLength(1);
  });

  test("without Read Message History stays unknown where its name does not tell, and is sent where nothing was opened since", async () => {
    const stage = await forum(NO_HISTORY);
    stage.composer.named = "another name";
    expect(await stage.later("2026-06-25T07:20Z")).toMatchObject({ state: "unknown", fault: "history-needed" });
    expect(stage.standIn.posts(stage.one.channelId)).toHaveLength(1);
    const lost = await interrupted(false, { ...FORUM, ...NO_HISTORY }, { channelKind: "forum" });
    expect(await lost.later("2026-06-25T07:20Z")).toMatchObject({ state: "sent" });
    expect(lost.standIn.posts(lost.one.channelId)).toHaveLength(1);
  });
});

describe("stopping", () => {
  test("lets what is under way end, and frees what is only claimed", async () => {
    const { subscribe, standIn, delivery, clock, store, another } = await scene("2026-06-25T06:00Z", {
      concurrency: 3,
    });
    const all = [];
    for (let count = 0; count < 10; count += 1) all.push(await subscribe());
    const held = standIn.inject({ method: "POST", times: 3, action: { kind: "hold" } });
    clock.set("2026-06-25T07:00Z");
    await delivery.tick();
    await held.struck;
    const stopped = delivery.stop();
    held.release();
    await stopped;
    const rows = await Promise.all(all.map(async ({ id }) => (await store.ledger.history(id, 1))[0]?.state));
    expect(rows.filter((state) => state === "claimed")).toEqual([]);
    const next = another();
    await next.tick();
    await next.idle();
    expect(all.map(({ channelId }) => standIn.messages(channelId).length)).toEqual(all.map(() => 1));
  });
});
