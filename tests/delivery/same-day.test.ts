import { describe, expect, test } from "vitest";
import { settingsWith } from "../store/support.ts";
import { joined, type Scene, scene } from "./support.ts";

type Settings = Parameters<typeof settingsWith>[0];

/** A channel set up in the morning; /setup again there, and /subscriptions remove. */
async function channelOf(stage: Scene, settings: Settings) {
  const { guildId, channelId, id } = await stage.subscribe(settings);
  const again = async (changes: Settings) => {
    const { subscription } = await stage.store.subscriptions.subscribe(
      settingsWith({ ...settings, guildId, channelId, ...changes }),
      stage.clock.now(),
    );
    return subscription;
  };
  const rows = async (of: { readonly id: string }) =>
    (await stage.history(of)).map(({ localDate, state, reason, detail = "" }) =>
      [localDate, state, reason ?? detail].join(" ").trim(),
    );
  return { guildId, channelId, id, again, rows };
}

describe("/setup again on the day", () => {
  test("to an hour that has passed long ago: today's post goes out at once, is not late, and tomorrow's comes at the new hour", async () => {
    const stage = await scene("2026-06-25T04:00Z");
    const { channelId, again, rows } = await channelOf(stage, { postAt: "23:00" });
    await stage.at("2026-06-25T20:00Z"); // 22:00 in Brussels: 17 hours after the new hour, and the window is 12
    const changed = await again({ postAt: "05:00" });
    await stage.at("2026-06-25T20:01Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
    expect(await rows(changed)).toEqual(["2026-06-25 sent"]);
    await stage.at("2026-06-25T21:00Z");
    await stage.at("2026-06-26T03:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-26"]);
  });

  test("to a later hour while today's post is tried again: it stays as late as it is, and comes once", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const { channelId, again } = await channelOf(stage, { postAt: "09:00" });
    stage.standIn.inject({ method: "POST", action: { kind: "answer", status: 503 } });
    await stage.at("2026-06-25T07:00Z");
    await again({ postAt: "18:00" });
    await stage.at("2026-06-25T07:20Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25 (late)"]);
    await stage.at("2026-06-25T16:00Z");
    await stage.at("2026-06-26T16:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25 (late)", "daily 2026-06-26"]);
  });

  test("in a zone in which the date is over: the day given up is on record, with why", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const { channelId, again, rows } = await channelOf(stage, { postAt: "18:00" });
    await stage.at("2026-06-25T15:00Z"); // 03:00 on the 26th in Auckland
    const changed = await again({ postAt: "09:00", zone: "Pacific/Auckland" });
    await stage.at("2026-06-25T21:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-26"]);
    expect(await rows(changed)).toEqual(["2026-06-26 sent", "2026-06-25 skipped settings-changed"]);
  });
});

describe("/subscriptions remove, and /setup again in the same channel", () => {
  test("does not bring the same day's post a second time, at whatever hour", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const { channelId, id, again } = await channelOf(stage, { postAt: "09:00" });
    await stage.at("2026-06-25T07:00Z");
    await stage.store.subscriptions.end(id, stage.clock.now());
    await stage.at("2026-06-25T07:30Z");
    const anew = await again({ postAt: "12:00" });
    expect(anew.id).not.toBe(id);
    expect(anew.nextDue?.slice(0, 16)).toBe("2026-06-26T12:00");
    await stage.at("2026-06-25T10:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
    await stage.at("2026-06-26T10:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-26"]);
  });

  test("brings the day's post that had not come before", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const { channelId, id, again } = await channelOf(stage, { postAt: "09:00" });
    await stage.store.subscriptions.end(id, stage.clock.now());
    await stage.at("2026-06-25T07:00Z");
    expect(stage.texts(channelId)).toEqual([]);
    await again({ postAt: "12:00" });
    await stage.at("2026-06-25T10:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
  });

  test("does not repeat a post whose answer was lost before that", async () => {
    const stage = await scene("2026-06-25T06:00Z", { standIn: { nonceWindow: 2 * 60_000 } });
    const { channelId, id, again, rows } = await channelOf(stage, { postAt: "09:00" });
    stage.standIn.inject({ method: "POST", action: { kind: "drop", stored: true } });
    await stage.at("2026-06-25T07:00Z");
    await stage.store.subscriptions.end(id, stage.clock.now());
    await stage.at("2026-06-25T07:30Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
    expect((await stage.history({ id }))[0]).toMatchObject({ state: "failed", attempts: 1 }); // nobody takes it up
    const anew = await again({ postAt: "12:00" });
    await stage.at("2026-06-25T07:31Z");
    await stage.at("2026-06-25T10:00Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
    expect(await rows(anew)).toEqual(["2026-06-25 sent found in the channel"]);
  });
});

describe("a server that the bot was removed from, and is back in on the day", () => {
  async function away(from: string, to: string, settings: Settings = {}) {
    const stage = await scene("2026-06-24T12:00Z");
    const channel = await channelOf(stage, { postAt: "09:00", ...settings });
    const { guildId } = channel;
    stage.clock.set(from);
    await stage.delivery.hear({ kind: "guild-removed", guildId });
    stage.clock.set(to);
    await stage.delivery.hear(joined(guildId));
    await stage.at(Date.parse(to) + 60_000);
    return { ...stage, ...channel };
  }

  test("after its hour, inside the window: the post comes late, and the days without are on record", async () => {
    const { texts, channelId, rows, id, at } = await away("2026-06-24T13:00Z", "2026-06-26T09:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-26 (late)"]);
    expect(await rows({ id })).toEqual(["2026-06-26 sent", "2026-06-25 skipped away"]);
    await at("2026-06-27T07:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-26 (late)", "daily 2026-06-27"]);
  });

  test("after its window: recorded as skipped, with the true reason", async () => {
    const { texts, channelId, rows, id, at } = await away("2026-06-25T06:00Z", "2026-06-25T09:00Z", { lateWindow: 60 });
    expect(texts(channelId)).toEqual([]);
    expect(await rows({ id })).toEqual(["2026-06-25 skipped away-too-late"]);
    await at("2026-06-26T07:00Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-26"]);
  });

  test("that went in the minute of its hour: the post comes once it is back", async () => {
    const { texts, channelId, rows, id } = await away("2026-06-25T07:00:59Z", "2026-06-25T07:05Z");
    expect(texts(channelId)).toEqual(["daily 2026-06-25 (late)"]);
    expect(await rows({ id })).toEqual(["2026-06-25 sent"]);
  });

  test("does not get a second post where it had today's", async () => {
    const stage = await scene("2026-06-25T06:00Z");
    const { guildId, channelId } = await channelOf(stage, {});
    await stage.at("2026-06-25T07:00Z");
    await stage.delivery.hear({ kind: "guild-removed", guildId });
    stage.clock.set("2026-06-25T09:00Z");
    await stage.delivery.hear(joined(guildId));
    await stage.at("2026-06-25T09:01Z");
    expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
  });
});
