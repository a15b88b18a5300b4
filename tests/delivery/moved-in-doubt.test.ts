import { PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { deliveryKey } from "../../src/delivery/ledger.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { DATE, FROM_ANOTHER, MOVED, POST, stage } from "./moving.ts";

describe("a calendar that moves while nobody knows whether its post is out", () => {
  test.each([
    [true, [[POST], []]],
    [false, [[], [POST]]],
  ])(
    "in doubt (out: %s): looked for in the channel that it has left, and out in one of the two",
    async (stored, posts) => {
      const { one, elsewhere, move, row, at, until, standIn, texts } = await stage();
      standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored } });
      await at(`${DATE}T07:00Z`);
      expect(await row(one)).toMatchObject({ state: "failed", uncertainSince: Date.parse(`${DATE}T07:00Z`) });
      await move(one, elsewhere);
      expect(await row(one)).toMatchObject({ state: "failed", detail: MOVED, leftChannel: one.channelId });
      await until(`${DATE}T07:05Z`);
      await at(`${DATE}T08:00Z`);
      expect([texts(one.channelId), texts(elsewhere)]).toEqual(posts);
      const key = deliveryKey(stored ? one.channelId : elsewhere, "daily", DATE);
      expect(await row(one)).toMatchObject({ state: "sent", key });
    },
  );

  test.each([
    [true, FROM_ANOTHER],
    [false, undefined],
  ])(
    "in doubt (out: %s), and another takes its old channel: that gets its own only where it is not out",
    async (stored, reason) => {
      const { one, elsewhere, move, make, row, at, until, standIn, texts } = await stage();
      standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored } });
      await at(`${DATE}T07:00Z`);
      await move(one, elsewhere);
      const next = await make(one.channelId);
      await until(`${DATE}T07:05Z`);
      await at(`${DATE}T10:00Z`);
      expect((await row(next))?.reason).toBe(reason);
      expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], stored ? [] : [POST]]);
    },
  );

  test("in doubt in a channel that cannot be read: unknown, sent to neither, and looked for once it can be", async () => {
    const { one, elsewhere, move, row, at, until, standIn, texts, delivery } = await stage();
    standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored: false } });
    await at(`${DATE}T07:00Z`);
    standIn.write(one.channelId, standIn.addPerson(), "Good morning");
    standIn.setPermissions(one.channelId, INVITED_WITH & ~PermissionFlagsBits.ReadMessageHistory);
    await move(one, elsewhere);
    await until(`${DATE}T07:10Z`);
    expect(await row(one)).toMatchObject({ state: "unknown", leftChannel: one.channelId });
    standIn.setPermissions(one.channelId, INVITED_WITH);
    await until(`${DATE}T07:20Z`);
    await delivery.hear({ kind: "access-changed", guildId: one.guildId });
    await until(`${DATE}T07:22Z`);
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([["Good morning"], [`${POST} (late)`]]);
  });

  test("in doubt, moved to a channel that has got the date already: not sent there, whatever the old one shows", async () => {
    const { one, elsewhere, move, make, row, at, until, standIn, store, clock, texts } = await stage();
    const other = await make(elsewhere, one.postAt);
    standIn.inject({
      method: "POST",
      path: new RegExp(one.channelId),
      times: 1,
      action: { kind: "drop", stored: false },
    });
    await at(`${DATE}T07:00Z`);
    await store.subscriptions.end(other.id, clock.now());
    await move(one, elsewhere);
    await until(`${DATE}T07:10Z`);
    expect(await row(one)).toMatchObject({ state: "unknown" });
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[], [POST]]);
  });

  test("in doubt, moved away and back: sent again with the same nonce, or found", async () => {
    const { one, elsewhere, move, row, at, until, standIn, texts } = await stage();
    standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored: true } });
    await at(`${DATE}T07:00Z`);
    await move(one, elsewhere);
    await move(one, one.channelId);
    expect(await row(one)).toMatchObject({ leftChannel: undefined });
    await until(`${DATE}T07:10Z`);
    expect(await row(one)).toMatchObject({ state: "sent", key: deliveryKey(one.channelId, "daily", DATE) });
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([[POST], []]);
  });

  test("claimed by a process that dies: looked for in the channel that it has left", async () => {
    const { one, elsewhere, move, row, afterRestart, standIn, clock, delivery, store, texts } = await stage();
    await delivery.stop();
    clock.set(`${DATE}T07:00Z`);
    await store.ledger.claim([{ id: one.id, seen: true, since: clock.now() }], clock.now(), clock.now() + 60_000);
    standIn.write(one.channelId, standIn.addPerson(), "Good morning");
    await move(one, elsewhere);
    await afterRestart(`${DATE}T07:02Z`);
    await afterRestart(`${DATE}T07:04Z`);
    expect([texts(one.channelId), texts(elsewhere)]).toEqual([["Good morning"], [POST]]);
    expect(await row(one)).toMatchObject({ state: "sent", key: deliveryKey(elsewhere, "daily", DATE) });
  });
});
