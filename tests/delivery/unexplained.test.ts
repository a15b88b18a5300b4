import { describe, expect, test } from "vitest";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { settingsWith } from "../store/support.ts";
import { must } from "../support/must.ts";
import { scene } from "./support.ts";

const at = (time: string) => Date.parse(`2026-06-25T${time}Z`);
const answers = (status: number, code: number) =>
  ({ method: "POST", times: 9_999, action: { kind: "answer", status, code } }) as const;

describe.each([400, 405, 418])("a refusal of every form without a code (HTTP %i)", (status) => {
  test("of many servers at once is Discord's trouble: all wait and get the post, nobody is told to mend anything", async () => {
    const { subscribe, until, standIn, texts, store } = await scene("2026-06-25T06:59Z", { concurrency: 4 });
    const all: Subscription[] = [];
    for (let count = 0; count < 60; count += 1) all.push(await subscribe());
    const fault = standIn.inject(answers(status, 0));
    await until(at("07:05"));
    expect(standIn.requests.length).toBeLessThan(60);
    fault.remove();
    await until(at("07:25"));
    expect(all.map(({ channelId }) => texts(channelId))).toEqual(all.map(() => ["daily 2026-06-25"]));
    for (const { id, guildId } of all) {
      expect(await store.guilds.notices(guildId)).toEqual([]);
      expect((await store.subscriptions.find(id))?.standing).toEqual({ state: "active", refused: undefined });
    }
  });

  test("of one server among many is of that post: given up for the day, its admins told", async () => {
    const { subscribe, until, standIn, texts, store, history } = await scene("2026-06-25T06:59Z", { concurrency: 1 });
    const one = await subscribe();
    for (let count = 0; count < 3; count += 1) await subscribe();
    const path = new RegExp(one.channelId);
    standIn.inject({ ...answers(status, 0), path });
    await until(at("07:00"));
    expect((await history(one))[0]).toMatchObject({ state: "rejected", fault: "message-refused" });
    expect((await store.guilds.notices(one.guildId)).map((notice) => notice.fault)).toEqual(["message-refused"]);
    expect(texts(one.channelId)).toEqual([]);
    expect((await store.subscriptions.find(one.id))?.standing).toEqual({ state: "active", refused: undefined });
  });
});

test("in a mass, of a suspended calendar's probe: suspended it stays, and the post is asked for again with the others", async () => {
  const { subscribe, at: reach, until, standIn, store, history } = await scene("2026-06-23T06:50Z", { concurrency: 4 });
  const one = await subscribe({ postAt: "08:56" }, { permissions: 0n });
  for (const day of [23, 24, 25]) await reach(`2026-06-${day}T06:56Z`);
  const standing = async () => (await store.subscriptions.find(one.id))?.standing;
  const before = await standing();
  expect(before).toMatchObject({ state: "suspended", fault: "no-access" });
  for (let count = 0; count < 30; count += 1) await subscribe();
  standIn.inject(answers(400, 0));
  await reach("2026-06-26T06:56Z");
  expect((await history(one))[0]).toMatchObject({ localDate: "2026-06-26", state: "rejected" });
  await until("2026-06-26T07:02Z");
  expect(await standing()).toEqual(before);
  expect((await history(one))[0]).toMatchObject({ localDate: "2026-06-26", state: "failed", fault: undefined });
  expect(await store.guilds.notices(one.guildId)).toMatchObject([{ fault: "no-access" }]);
});

test("direct messages opened too fast: all others wait ten minutes as well, and then go out one by one; servers' posts do not wait", async () => {
  const { subscribe, until, standIn, store, clock, texts } = await scene("2026-06-25T06:58Z", { concurrency: 1 });
  const direct: string[] = [];
  for (let count = 0; count < 20; count += 1) {
    const { id: guildId } = standIn.addPerson();
    const channelId = standIn.directMessages(guildId);
    const settings = settingsWith({ guildId, channelId, channelKind: "direct" });
    must(await store.reminders.change(guildId, () => settings, clock.now()));
    direct.push(channelId);
  }
  const server = await subscribe({ postAt: "09:01" });
  const fault = standIn.inject({ ...answers(400, 40_003), path: new RegExp(direct.join("|")) });
  await until(at("07:02"));
  fault.remove();
  const posts = () => standIn.requests.filter(({ method }) => method === "POST");
  expect(posts()).toHaveLength(2); // one person's, and the server's
  expect(texts(server.channelId)).toEqual(["daily 2026-06-25"]);
  await until(at("07:09"));
  expect(posts()).toHaveLength(2);
  await until(at("07:20"));
  const sent = posts().slice(2);
  expect(sent).toHaveLength(20);
  for (const [number, { at: instant }] of sent.entries())
    expect(instant - (sent[number - 1]?.at ?? 0)).toBeGreaterThanOrEqual(1_000);
});
