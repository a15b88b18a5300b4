import { describe, expect, test } from "vitest";
import { deliveryKey } from "../../src/delivery/ledger.ts";
import { scene } from "./support.ts";

describe("the round", () => {
  test("posts once, at the server's own hour, and settles with the message's id", async () => {
    const { at, subscribe, texts, history, standIn } = await scene("2026-06-25T06:00Z");
    const one = await subscribe();
    const two = await subscribe({ zone: "Asia/Kathmandu", postAt: "12:45" });
    await at("2026-06-25T06:59:59Z");
    expect([texts(one.channelId), texts(two.channelId)]).toEqual([[], []]);
    await at("2026-06-25T07:00:00Z");
    await at("2026-06-25T07:01:00Z");
    await at("2026-06-25T07:02:00Z");
    expect([texts(one.channelId), texts(two.channelId)]).toEqual([["daily 2026-06-25"], ["daily 2026-06-25"]]);
    const [row] = await history(one);
    expect(row).toMatchObject({ state: "sent", messageId: standIn.messages(one.channelId)[0]?.id, attempts: 1 });
    expect(standIn.requests.filter(({ method }) => method === "POST")[0]?.body).toMatchObject({
      nonce: expect.any(String) as string,
      enforce_nonce: true,
      allowed_mentions: { parse: [] },
    });
  });

  test("marks every custom_id with the delivery's key", async () => {
    const { at, subscribe, standIn } = await scene("2026-06-25T06:00Z");
    const { channelId } = await subscribe();
    await at("2026-06-25T07:00Z");
    const key = deliveryKey(channelId, "daily", "2026-06-25");
    expect(JSON.stringify(standIn.messages(channelId)[0]?.components)).toContain(`"v1:today:all:~${key}"`);
  });

  test("composes once for all that get the same, and records that there is nothing to say", async () => {
    const { at, subscribe, history, composer, standIn } = await scene("2026-06-25T06:00Z");
    for (let count = 0; count < 30; count += 1) await subscribe();
    const { selection } = await subscribe({ locale: "fr" });
    const quiet = await subscribe({ selection: { ...selection, parties: ["nobody"] } });
    await at("2026-06-25T07:00Z");
    expect(composer.composed).toBe(3);
    expect((await history(quiet))[0]).toMatchObject({ state: "empty" });
    expect(standIn.messages(quiet.channelId)).toEqual([]);
    expect(standIn.requests.length).toBe(31);
  });

  test("a late post says so, and one later than its window is recorded as skipped", async () => {
    const { at, subscribe, texts, history } = await scene("2026-06-25T06:00Z");
    const patient = await subscribe();
    const strict = await subscribe({ lateWindow: 60 });
    await at("2026-06-25T09:00Z");
    expect(texts(patient.channelId)).toEqual(["daily 2026-06-25 (late)"]);
    expect(texts(strict.channelId)).toEqual([]);
    expect((await history(strict))[0]).toMatchObject({ state: "skipped", localDate: "2026-06-25" });
    await at("2026-06-26T07:00Z");
    expect(texts(strict.channelId)).toEqual(["daily 2026-06-26"]);
  });

  test("days on which the process was down are on record, and never posted on another day", async () => {
    const { at, subscribe, texts, history } = await scene("2026-06-25T06:00Z");
    const one = await subscribe();
    await at("2026-06-28T08:00Z");
    expect(texts(one.channelId)).toEqual(["daily 2026-06-28 (late)"]);
    expect((await history(one)).map(({ localDate, state }) => `${localDate} ${state}`)).toEqual([
      "2026-06-28 sent",
      "2026-06-27 skipped",
      "2026-06-26 skipped",
      "2026-06-25 skipped",
    ]);
  });

  test("a post missed shortly before midnight is not made up for after it, however long its window", async () => {
    const { at, subscribe, texts, history } = await scene("2026-06-25T06:00Z");
    const one = await subscribe({ postAt: "23:00", lateWindow: 1_439 });
    await at("2026-06-25T22:01Z"); // 00:01 on the 26th in Brussels
    expect(texts(one.channelId)).toEqual([]);
    expect((await history(one)).map(({ localDate, state }) => `${localDate} ${state}`)).toEqual(["2026-06-25 skipped"]);
    await at("2026-06-26T21:00Z");
    expect(texts(one.channelId)).toEqual(["daily 2026-06-26"]);
  });

  test("each further slot has its own row and its own post", async () => {
    const { at, subscribe, texts, history } = await scene("2026-12-31T23:30Z");
    const one = await subscribe({ headsUpDays: 7, weekly: 5, overviews: { month: true, year: true } });
    await at("2027-01-01T08:00Z");
    expect(texts(one.channelId)).toEqual([
      "daily 2027-01-01",
      "heads-up 2027-01-01",
      "weekly 2027-01-01",
      "month 2027-01-01",
      "year 2027-01-01",
    ]);
    expect((await history(one)).every(({ state }) => state === "sent")).toBe(true);
    await at("2027-01-02T08:00Z");
    expect(texts(one.channelId).slice(5)).toEqual(["daily 2027-01-02", "heads-up 2027-01-02"]);
  });

  test("mentions the role a setting names, only with a line of its tiers, and nobody else", async () => {
    const { at, subscribe, standIn } = await scene("2026-06-25T06:00Z");
    const roleId = "700000000000000001";
    const loud = await subscribe({ mention: { roleId, tiers: [25] } });
    const silent = await subscribe({ mention: { roleId, tiers: [100] } });
    await at("2026-06-25T07:00Z");
    const bodyFor = (channelId: string) =>
      standIn.requests.find(({ path }) => path === `/channels/${channelId}/messages`)?.body;
    expect(bodyFor(loud.channelId)).toMatchObject({
      allowed_mentions: { parse: [], roles: [roleId] },
      components: [{ type: 10, content: `<@&${roleId}>` }, {}, {}],
    });
    expect(bodyFor(silent.channelId)).toMatchObject({ allowed_mentions: { parse: [] } });
    expect(JSON.stringify(bodyFor(silent.channelId))).not.toContain(roleId);
  });
});
