import SQLite from "better-sqlite3";
import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { ChannelSeed, FaultAction } from "../../src/playground/api.ts";
import type { Store } from "../../src/ports.ts";
import { temporaryStore } from "../store/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { type Scene, scene } from "./support.ts";

const NO_HISTORY = { permissions: PermissionFlagsBits.ViewChannel | PermissionFlagsBits.SendMessages };

describe("a database restored from a backup of yesterday", () => {
  /** Yesterday's database in the place of the one that knows what was sent today, and a process on it. */
  async function restored(
    instant: string,
    settings: Parameters<Scene["subscribe"]>[0] = {},
    channel: ChannelSeed = {},
  ) {
    const folder = temporaryFolder();
    const stage = await scene("2026-06-24T06:00Z", {
      store: await temporaryStore(`${folder}/now.sqlite`),
      standIn: { nonceWindow: 2 * 60_000 },
    });
    const one = await stage.subscribe(settings, channel);
    const database = new SQLite(`${folder}/now.sqlite`);
    database.exec(`vacuum into '${folder}/backup.sqlite'`);
    database.close();
    await stage.at("2026-06-24T07:00Z");
    await stage.at("2026-06-25T07:00Z");
    await stage.delivery.stop();
    const store = await temporaryStore(`${folder}/backup.sqlite`);
    stage.clock.set(instant);
    const again = stage.another(store);
    await again.tick();
    await again.idle();
    const rows = await store.ledger.history(one.id, 10);
    return {
      ...stage,
      again,
      rows: rows.map(({ localDate, state, detail, reason }) => [localDate, state, reason ?? detail ?? ""]),
      one,
    };
  }
  const YESTERDAY = ["2026-06-24", "skipped", "not-running"];

  test.each(["2026-06-25T07:04Z", "2026-06-25T07:14Z", "2026-06-25T15:00Z"])(
    "at %s: today's post is found",
    async (instant) => {
      const { texts, one, rows } = await restored(instant);
      expect(texts(one.channelId)).toEqual(["daily 2026-06-24", "daily 2026-06-25"]);
      expect(rows).toEqual([["2026-06-25", "sent", "found in the channel"], YESTERDAY]);
    },
  );

  test("in a forum too", async () => {
    const { standIn, one, rows } = await restored(
      "2026-06-25T15:00Z",
      { channelKind: "forum" },
      { type: ChannelType.GuildForum },
    );
    expect(standIn.posts(one.channelId)).toHaveLength(2);
    expect(rows[0]).toEqual(["2026-06-25", "sent", "found in the channel"]);
  });

  test("whatever refuses to be read is asked again, before anything is sent", async () => {
    const folder = temporaryFolder();
    const stage = await scene("2026-06-25T06:00Z", { store: await temporaryStore(`${folder}/now.sqlite`) });
    const one = await stage.subscribe();
    stage.standIn.inject({ method: "GET", times: 3, action: { kind: "answer", status: 503 } });
    await stage.until("2026-06-25T06:01Z");
    stage.clock.set("2026-06-25T09:00Z");
    await stage.until("2026-06-25T09:05Z");
    const methods = stage.standIn.requests.map(({ method, status }) => `${method} ${status}`);
    expect(methods).toEqual(["GET 503", "GET 503", "GET 503", "GET 200", "POST 200"]);
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-06-25 (late)"]);
  });
});

describe("a database restored from a backup of a moment ago", () => {
  /** The post of 07:00 is refused in that way and backed up so; it goes out at the next try, and then the backup is put in place. */
  async function restored(refusal: FaultAction, mend: (stage: Scene, store: Store, id: string) => Promise<void>) {
    const folder = temporaryFolder();
    const stage = await scene("2026-06-25T06:00Z", {
      store: await temporaryStore(`${folder}/now.sqlite`),
      standIn: { nonceWindow: 2 * 60_000 },
    });
    const one = await stage.subscribe();
    stage.standIn.inject({ method: "POST", action: refusal });
    await stage.at("2026-06-25T07:00Z");
    const database = new SQLite(`${folder}/now.sqlite`);
    database.exec(`vacuum into '${folder}/backup.sqlite'`);
    database.close();
    await mend(stage, stage.store, one.id);
    await stage.at("2026-06-25T07:05Z");
    expect(stage.texts(one.channelId)).toEqual(["daily 2026-06-25"]);
    await stage.delivery.stop();
    stage.clock.set("2026-06-25T07:20Z");
    const store = await temporaryStore(`${folder}/backup.sqlite`);
    await mend(stage, store, one.id);
    const again = stage.another(store);
    await again.tick();
    await again.idle();
    return { texts: stage.texts(one.channelId), row: (await store.ledger.history(one.id, 1))[0] };
  }
  const found = { texts: ["daily 2026-06-25"], row: { state: "sent", detail: "found in the channel" } };

  test("while the post was to be tried again: found", async () => {
    expect(await restored({ kind: "answer", status: 503 }, async () => undefined)).toMatchObject(found);
  });

  test("while the post was refused until an admin resumes: found", async () => {
    const refusal = { kind: "answer", status: 403, code: 50_013 } as const;
    expect(
      await restored(refusal, async (stage, store, id) => {
        expect(await store.subscriptions.resume(id, stage.clock.now())).toBe(true);
      }),
    ).toMatchObject(found);
  });
});

test("a late post to a channel that can be neither read nor written is one refused request", async () => {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe({}, { permissions: 0n });
  await stage.at("2026-06-25T09:00Z");
  expect((await stage.history(one))[0]).toMatchObject({ state: "rejected", fault: "no-access" });
  expect(stage.standIn.requests).toHaveLength(1);
});

test("a late post to a channel whose messages may not be read goes out", async () => {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe({}, NO_HISTORY);
  await stage.at("2026-06-25T07:00Z");
  await stage.delivery.stop();
  stage.clock.set("2026-06-26T09:00Z"); // yesterday's post is in the channel, and this one was never tried
  const again = stage.another();
  await again.tick();
  await again.idle();
  expect(stage.texts(one.channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-26 (late)"]);
});
