import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { deliveryKey } from "../../src/delivery/ledger.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { DATE, FROM_ANOTHER, MOVED, POST, stage } from "./moving.ts";

describe("a calendar that has moved on the day", () => {
  test("takes the key of what was not posted along: a new one in the old channel gets its post, and either once", async () => {
    const { one, elsewhere, move, make, fail, row, at, texts } = await stage();
    fail(one.channelId);
    await at(`${DATE}T07:00Z`);
    await move(one, elsewhere);
    await at(`${DATE}T07:03Z`);
    expect(await row(one)).toMatchObject({ state: "sent", key: deliveryKey(elsewhere, "daily", DATE) });
    const next = await make(one.channelId);
    await at(`${DATE}T10:00Z`);
    expect(await row(next)).toMatchObject({ state: "sent", key: deliveryKey(one.channelId, "daily", DATE) });
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], [POST]]);
  });

  test("leaves the key of what was posted: a new one in the old channel is skipped, and says why", async () => {
    const { one, elsewhere, move, make, row, at, texts } = await stage();
    await at(`${DATE}T07:00Z`);
    await move(one, elsewhere);
    const next = await make(one.channelId);
    await at(`${DATE}T10:00Z`);
    expect(await row(next)).toMatchObject({ state: "skipped", reason: FROM_ANOTHER });
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], []]);
    await at("2026-06-26T10:00Z");
    expect([texts(one.channelId), texts(elsewhere)].map((posts) => posts.length)).toEqual([2, 1]);
  });

  test("brings nothing to a channel that got it from another which has moved on, and says why", async () => {
    const { one, elsewhere, move, make, fail, row, at, texts, standIn } = await stage();
    const third = standIn.addChannel(one.guildId, {});
    const other = await make(elsewhere, one.postAt);
    fail(one.channelId);
    await at(`${DATE}T07:00Z`);
    await move(other, third);
    await move(one, elsewhere);
    expect(await row(one)).toMatchObject({ state: "skipped", reason: FROM_ANOTHER });
    await at(`${DATE}T07:10Z`);
    expect([one.channelId, elsewhere, third].map(texts)).toEqual([[], [POST], []]);
  });
});

describe("a calendar that moves while its post is under way", () => {
  test("its request not answered yet: not sent to the new channel", async () => {
    const { one, elsewhere, move, row, at, until, standIn, clock, delivery, texts } = await stage();
    const held = standIn.inject({ method: "POST", action: { kind: "hold" } });
    clock.set(`${DATE}T07:00Z`);
    await delivery.tick();
    await held.struck;
    await move(one, elsewhere);
    expect(await row(one)).toMatchObject({ state: "failed", detail: MOVED, leftChannel: one.channelId });
    held.release();
    await delivery.idle();
    await until(`${DATE}T07:05Z`);
    await at(`${DATE}T08:00Z`);
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], []]);
    const messageId = standIn.messages(one.channelId)[0]?.id;
    expect(await row(one)).toMatchObject({ state: "sent", messageId, key: deliveryKey(one.channelId, "daily", DATE) });
  });

  test("its request turned away only then: the new channel gets it, once, and a new one in the old channel its own", async () => {
    const { one, elsewhere, move, make, row, at, until, standIn, clock, delivery, texts } = await stage();
    const action = { kind: "delay", milliseconds: 5_000, effect: "late" } as const;
    const slow = standIn.inject({ method: "POST", path: new RegExp(one.channelId), action });
    standIn.setPermissions(one.channelId, 0n);
    clock.set(`${DATE}T07:00Z`);
    await delivery.tick();
    await slow.struck;
    await move(one, elsewhere);
    expect(await row(one)).toMatchObject({ state: "failed", detail: MOVED, leftChannel: one.channelId });
    clock.advance(5_000);
    await delivery.idle();
    await until(`${DATE}T07:05Z`);
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[], [POST]]);
    expect(await row(one)).toMatchObject({ state: "sent", key: deliveryKey(elsewhere, "daily", DATE) });
    standIn.setPermissions(one.channelId, INVITED_WITH);
    const next = await make(one.channelId);
    await at(`${DATE}T10:00Z`);
    expect(await row(next)).toMatchObject({ state: "sent", key: deliveryKey(one.channelId, "daily", DATE) });
  });

  test("in doubt, looked for, and turned away only then: not sent to the new channel, for it may be out in the old", async () => {
    const { one, elsewhere, move, row, at, until, standIn, clock, delivery, texts } = await stage();
    standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored: true } });
    await at(`${DATE}T07:00Z`);
    const path = new RegExp(one.channelId);
    const slow = standIn.inject({
      method: "POST",
      path,
      action: { kind: "delay", milliseconds: 5_000, effect: "late" },
    });
    standIn.setPermissions(one.channelId, 0n);
    clock.set(`${DATE}T07:00:30Z`);
    await delivery.tick();
    await slow.struck;
    await move(one, elsewhere);
    clock.advance(5_000);
    await delivery.idle();
    await until(`${DATE}T07:05Z`);
    expect(await row(one)).toMatchObject({ state: "unknown", leftChannel: one.channelId });
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], []]);
  });

  test("out, and still to be published: sent, and nothing more is asked for in either channel", async () => {
    const announces = { type: ChannelType.GuildAnnouncement };
    const { one, elsewhere, move, row, standIn, clock, delivery, afterRestart, texts } = await stage(
      { channelKind: "announcement", crosspost: true },
      announces,
    );
    const held = standIn.inject({ method: "POST", path: /messages$/, action: { kind: "hold" } });
    clock.set(`${DATE}T07:00Z`);
    await delivery.tick();
    await held.struck;
    const stopped = delivery.stop();
    held.release();
    await stopped;
    const messageId = standIn.messages(one.channelId)[0]?.id;
    expect(await row(one)).toMatchObject({ state: "failed", messageId });
    await move(one, elsewhere);
    expect(await row(one)).toMatchObject({ state: "sent", messageId, detail: MOVED, wakeAt: undefined });
    await afterRestart(`${DATE}T07:10Z`);
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], []]);
    expect(standIn.requests.filter(({ path }) => path.endsWith("crosspost"))).toEqual([]);
  });

  test.each([
    ["published", "crosspost", { crosspost: true }],
    ["given its thread", "threads", { thread: true }],
  ])(
    "out, and being %s, which is then put off: out with its id, and not sent to the new channel",
    async (_, end, settings) => {
      const { one, elsewhere, move, row, at, until, standIn, clock, delivery, texts } = await stage(
        { channelKind: "announcement", ...settings },
        {
          type: ChannelType.GuildAnnouncement,
          permissions: INVITED_WITH | PermissionFlagsBits.CreatePublicThreads,
        },
      );
      const path = new RegExp(`${one.channelId}.*${end}$`);
      const limited = (retryAfter: number) => ({ kind: "limited", retryAfter, scope: "shared" }) as const;
      const first = standIn.inject({ path, times: 1, action: limited(5) });
      standIn.inject({ path, action: limited(1_200) });
      clock.set(`${DATE}T07:00Z`);
      await delivery.tick();
      await first.struck;
      await move(one, elsewhere);
      expect(await row(one)).toMatchObject({
        state: "failed",
        detail: MOVED,
        leftChannel: one.channelId,
        messageId: undefined,
      });
      await until(`${DATE}T07:02Z`);
      const messageId = standIn.messages(one.channelId)[0]?.id;
      expect(await row(one)).toMatchObject({ state: "sent", messageId, detail: MOVED, wakeAt: undefined });
      await at(`${DATE}T07:40Z`);
      expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], []]);
    },
  );
});
