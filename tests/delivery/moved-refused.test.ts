import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import type { Store } from "../../src/ports.ts";
import { must } from "../support/must.ts";
import { scene } from "./support.ts";

const DATE = "2026-06-25";
const POST = `daily ${DATE}`;

async function move({ subscriptions }: Store, { id }: Subscription, channelId: string, at: number): Promise<void> {
  const now = must(await subscriptions.find(id));
  expect(await subscriptions.revise(id, now.revision, { ...now, channelId }, at)).toMatchObject({ outcome: "changed" });
}

describe("what a channel answers that its calendar has left meanwhile", () => {
  test.each([
    ["first", []],
    ["second", ["2026-06-24T07:00Z"]],
  ])(
    "refused a %s time by the channel that it has left: nothing is held against it, today's post goes out",
    async (_, before) => {
      const all = await scene("2026-06-24T06:00Z");
      const { standIn, clock, delivery, store, at, until, texts, history } = all;
      const one = await all.subscribe({}, { permissions: before.length > 0 ? 0n : INVITED_WITH });
      const elsewhere = standIn.addChannel(one.guildId);
      await at("2026-06-24T07:00Z");
      standIn.setPermissions(one.channelId, 0n);
      const held = standIn.inject({
        method: "POST",
        path: new RegExp(one.channelId),
        times: 1,
        action: { kind: "hold" },
      });
      clock.set(`${DATE}T07:00Z`);
      await delivery.tick();
      await held.struck;
      const now = must(await store.subscriptions.find(one.id));
      expect(now.standing).toMatchObject({
        state: "active",
        refused: before.length > 0 ? { fault: "no-access" } : undefined,
      });
      await move(store, one, elsewhere, clock.now());
      held.release();
      await delivery.idle();
      expect((await store.subscriptions.find(one.id))?.standing).toEqual({ state: "active", refused: undefined });
      expect(await store.guilds.notices(one.guildId)).toEqual([]);
      await until(`${DATE}T07:05Z`);
      await at("2026-06-26T07:00Z");
      expect(texts(elsewhere)).toEqual([POST, "daily 2026-06-26"]);
      expect((await history(one)).map(({ state }) => state).slice(0, 2)).toEqual(["sent", "sent"]);
    },
  );

  test("it goes through there, while the new one is deleted: it stays suspended, and its admins are told", async () => {
    const all = await scene("2026-06-24T06:00Z");
    const { standIn, clock, delivery, store, at, until, texts } = all;
    const one = await all.subscribe({}, { permissions: 0n });
    const elsewhere = standIn.addChannel(one.guildId);
    await at("2026-06-24T07:00Z");
    standIn.setPermissions(one.channelId, INVITED_WITH);
    const held = standIn.inject({ method: "POST", path: new RegExp(one.channelId), action: { kind: "hold" } });
    clock.set(`${DATE}T07:00Z`);
    await delivery.tick();
    await held.struck;
    await move(store, one, elsewhere, clock.now());
    standIn.deleteChannel(elsewhere);
    await delivery.hear({ kind: "channel-deleted", guildId: one.guildId, channelId: elsewhere });
    held.release();
    await delivery.idle();
    const gone = { state: "suspended", fault: "channel-gone" };
    expect((await store.subscriptions.find(one.id))?.standing).toMatchObject(gone);
    await until(`${DATE}T07:05Z`);
    expect((await store.subscriptions.find(one.id))?.standing).toMatchObject(gone);
    expect(await store.guilds.notices(one.guildId)).toMatchObject([{ fault: "channel-gone", channelId: elsewhere }]);
    expect(texts(one.channelId)).toEqual([POST]);
  });

  test("found to be a forum's, the channel that it has left: the new one stays one of text", async () => {
    const all = await scene(`${DATE}T06:00Z`);
    const { standIn, clock, delivery, store, at, texts } = all;
    const one = await all.subscribe({}, { type: ChannelType.GuildForum });
    const text = standIn.addChannel(one.guildId);
    const held = standIn.inject({ method: "POST", path: /messages$/, times: 1, action: { kind: "hold" } });
    clock.set(`${DATE}T07:00Z`);
    await delivery.tick();
    await held.struck;
    await move(store, one, text, clock.now());
    held.release();
    await delivery.idle();
    expect(await store.subscriptions.find(one.id)).toMatchObject({ channelId: text, channelKind: "text" });
    await at("2026-06-26T07:00Z");
    expect(texts(text)).toEqual(["daily 2026-06-26"]);
  });
});
