import { rmSync, writeFileSync } from "node:fs";
import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { ChannelSeed } from "../../src/playground/api.ts";
import type { Store } from "../../src/ports.ts";
import { settingsWith } from "../store/support.ts";
import { putBack, stage } from "./backup.ts";
import { discordOf, type Scene } from "./support.ts";

const NO_HISTORY = { permissions: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages };
const FORUM = { type: ChannelType.GuildForum };
const FOUND = "2026-06-25 sent found in the channel";

/** A process on that store, for so many rounds as there are instants. */
async function lives({ clock, another }: Pick<Scene, "clock" | "another">, store: Store, ...instants: string[]) {
  const process = another(store);
  for (const instant of instants) {
    clock.set(instant);
    await process.tick();
    await process.idle();
  }
  await process.stop();
}

async function rowsOf(store: Store, { id }: { readonly id: string }) {
  return (await store.ledger.history(id, 10)).map(({ localDate, state, detail }) =>
    [localDate, state, detail ?? ""].join(" ").trim(),
  );
}

/** So many posts, in whatever kind of channel. */
function posts({ standIn }: Pick<Scene, "standIn">, channelId: string): number {
  const places = [channelId, ...standIn.posts(channelId)];
  return places
    .flatMap((place) => standIn.messages(place))
    .filter((message) => JSON.stringify(message).includes("daily 2026-06-25")).length;
}

describe("a backup from before its hour was moved is put back after the post", () => {
  async function moved(settings: Parameters<Scene["subscribe"]>[0] = {}, channel: ChannelSeed = {}) {
    const all = await stage();
    const one = await all.subscribe({ postAt: "12:00", ...settings }, channel);
    await all.at("2026-06-25T05:02Z");
    all.backUp();
    await all.at("2026-06-25T05:03Z");
    await all.at("2026-06-25T05:04Z");
    const { subscription } = await all.store.subscriptions.subscribe(
      { ...one, ...settingsWith({ ...settings, guildId: one.guildId, channelId: one.channelId }) },
      all.clock.now(),
    );
    expect(subscription.postAt).toBe("09:00");
    await all.at("2026-06-25T07:00Z");
    expect(posts(all, one.channelId)).toBe(1);
    const store = await all.reopened(putBack);
    await lives(all, store, "2026-06-25T08:00Z", "2026-06-25T10:00Z");
    return { ...all, one, rows: await rowsOf(store, one), restored: store };
  }

  test("at its old hour it is found, not sent again", async () => {
    const { one, rows, ...all } = await moved();
    expect(rows).toEqual([FOUND]);
    expect(posts(all, one.channelId)).toBe(1);
  });

  test("so in a forum", async () => {
    const { one, rows, ...all } = await moved({ channelKind: "forum" }, FORUM);
    expect(rows).toEqual([FOUND]);
    expect(posts(all, one.channelId)).toBe(1);
  });

  test("without Read Message History it is unknown, and never sent twice; the next day's comes as ever", async () => {
    const { one, rows, restored, ...all } = await moved({}, NO_HISTORY);
    expect(rows).toEqual(["2026-06-25 unknown the channel's messages cannot be read: Read Message History is missing"]);
    expect((await restored.guilds.notices(one.guildId)).map(({ fault }) => fault)).toEqual(["history-needed"]);
    expect(posts(all, one.channelId)).toBe(1);
    await lives(all, restored, "2026-06-26T10:00Z", "2026-06-27T10:00Z");
    expect(all.texts(one.channelId).filter((text) => text.startsWith("daily"))).toEqual([
      "daily 2026-06-25",
      "daily 2026-06-26",
      "daily 2026-06-27",
    ]);
  });

  test("and the right to read is given later that day: found", async () => {
    const { one, restored, ...all } = await moved({}, NO_HISTORY);
    all.standIn.setPermissions(one.channelId, NO_HISTORY.permissions | PermissionFlagsBits.ReadMessageHistory);
    const again = all.another(restored);
    await again.hear({ kind: "access-changed", guildId: one.guildId, channelId: one.channelId });
    await again.idle();
    expect(await rowsOf(restored, one)).toEqual([FOUND]);
    expect(posts(all, one.channelId)).toBe(1);
  });
});

describe("a record that ends before the post, on the same date", () => {
  const again = (one: { guildId: string; channelId: string }) =>
    settingsWith({ guildId: one.guildId, channelId: one.channelId, postAt: "12:00" });

  test("/data delete, and /setup at a later hour: found, not sent again", async () => {
    const all = await stage();
    const one = await all.subscribe();
    await all.at("2026-06-25T07:00Z");
    await all.store.guilds.forget(one.guildId);
    await all.at("2026-06-25T07:30Z");
    const { subscription } = await all.store.subscriptions.subscribe(again(one), all.clock.now());
    await all.at("2026-06-25T10:00Z");
    expect(await rowsOf(all.store, subscription)).toEqual([FOUND]);
    expect(posts(all, one.channelId)).toBe(1);
  });

  test.each([
    ["is put back", putBack, {}, [FOUND]],
    [
      "is put back, where the channel cannot be read",
      putBack,
      NO_HISTORY,
      ["2026-06-25 unknown the channel's messages cannot be read: Read Message History is missing"],
    ],
    [
      "was lost, and a new one is begun",
      (folder: string) => {
        for (const rest of ["", "-wal", "-shm"]) rmSync(`${folder}/now/attache.sqlite${rest}`, { force: true });
        writeFileSync(`${folder}/now/attache.sqlite-mark`, "");
      },
      {},
      [FOUND],
    ],
  ])("a database of before /setup %s, and /setup again: not sent again", async (_, by, channel, rows) => {
    const all = await stage();
    all.backUp();
    await all.at("2026-06-25T05:02Z");
    await all.at("2026-06-25T05:03Z");
    const one = await all.subscribe({}, channel);
    await all.at("2026-06-25T07:00Z");
    expect(posts(all, one.channelId)).toBe(1);
    const store = await all.reopened(by);
    await lives(all, store, "2026-06-25T08:00Z");
    const { subscription } = await store.subscriptions.subscribe(again(one), all.clock.now());
    await lives(all, store, "2026-06-25T10:00Z");
    expect(await rowsOf(store, subscription)).toEqual(rows);
    expect(posts(all, one.channelId)).toBe(1);
  });

  test("a new calendar in a channel that others write in and that cannot be read gets its first post", async () => {
    const all = await stage();
    const guildId = all.standIn.addGuild();
    const channelId = all.standIn.addChannel(guildId, NO_HISTORY);
    const { subscription } = await all.store.subscriptions.subscribe(again({ guildId, channelId }), all.clock.now());
    const talk = { body: { content: "hello", allowed_mentions: { parse: [] } }, files: [] };
    await discordOf(all.standIn, all.clock).createMessage(channelId, talk, "another");
    await all.at("2026-06-25T10:00Z");
    expect(await rowsOf(all.store, subscription)).toEqual(["2026-06-25 sent"]);
  });
});
