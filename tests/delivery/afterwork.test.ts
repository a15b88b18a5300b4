import { ChannelType, MessageFlags, PermissionFlagsBits } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import type { Settlement } from "../../src/delivery/ledger.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { scene } from "./support.ts";

test("an announcement that is found in the channel after a crash is published too", async () => {
  const { subscribe, standIn, delivery, clock, another, history } = await scene("2026-06-25T06:00Z");
  const news = await subscribe(
    { channelKind: "announcement", crosspost: true },
    { type: ChannelType.GuildAnnouncement },
  );
  standIn.inject({ method: "POST", action: { kind: "drop", stored: true } });
  clock.set("2026-06-25T07:00Z");
  await delivery.tick();
  await delivery.idle();
  await delivery.stop();
  clock.set("2026-06-25T07:20Z");
  const again = another();
  await again.tick();
  await again.idle();
  expect((await history(news))[0]).toMatchObject({ state: "sent", detail: "found in the channel" });
  expect(standIn.messages(news.channelId).map(({ flags = 0 }) => flags & MessageFlags.Crossposted)).toEqual([
    MessageFlags.Crossposted,
  ]);
});

test.each([
  ["on its date", "2026-06-25T12:20Z", MessageFlags.Crossposted, undefined],
  [
    "after its date: not published on another day",
    "2026-06-25T22:10Z",
    0,
    /^not published to followers.*its date ended/,
  ],
  ["after its window: not published", "2026-06-25T19:10Z", 0, /^not published to followers.*its window/],
])(
  "a stop before the publishing leaves that for the next process, %s; nobody is told of a refusal",
  async (_, back, flag, detail) => {
    const { subscribe, standIn, delivery, clock, another, history, store } = await scene("2026-06-25T06:00Z");
    const news = await subscribe(
      { channelKind: "announcement", crosspost: true },
      { type: ChannelType.GuildAnnouncement },
    );
    const posting = standIn.inject({ method: "POST", path: /messages$/, action: { kind: "hold" } });
    clock.set("2026-06-25T07:00Z");
    await delivery.tick();
    await posting.struck;
    const stopped = delivery.stop();
    posting.release();
    await stopped;
    expect((await history(news))[0]).toMatchObject({ state: "failed" });
    clock.set(back);
    const again = another();
    await again.tick();
    await again.idle();
    const row = (await history(news)).find(({ localDate }) => localDate === "2026-06-25");
    expect(row).toMatchObject({ state: "sent", detail, messageId: standIn.messages(news.channelId)[0]?.id });
    expect(standIn.messages(news.channelId).map(({ flags = 0 }) => flags & MessageFlags.Crossposted)).toEqual([flag]);
    expect(await store.guilds.notices(news.guildId)).toEqual([]);
  },
);

const WITH_THREADS = INVITED_WITH | PermissionFlagsBits.CreatePublicThreads;

test("a thread is opened under the day's post, by its title, and under no other post", async () => {
  const { subscribe, standIn, at, history } = await scene("2026-06-30T00:00Z");
  const one = await subscribe({ thread: true }, { permissions: WITH_THREADS });
  const news = await subscribe(
    { thread: true, crosspost: true, channelKind: "announcement" },
    { type: ChannelType.GuildAnnouncement, permissions: WITH_THREADS },
  );
  const voice = await subscribe(
    { thread: true, channelKind: "voice" },
    { type: ChannelType.GuildVoice, permissions: WITH_THREADS | PermissionFlagsBits.Connect },
  );
  await at("2026-07-01T07:00Z");
  for (const { channelId } of [one, news]) {
    const messages = standIn.messages(channelId);
    expect(messages).toHaveLength(2);
    expect(standIn.posts(channelId)).toEqual([
      messages.find(({ components }) => JSON.stringify(components).includes("daily"))?.id,
    ]);
  }
  expect(standIn.posts(voice.channelId)).toEqual([]);
  expect(
    (await history(one)).filter(({ state }) => state === "sent").map(({ slot, detail }) => [slot, detail]),
  ).toEqual([
    ["daily", undefined],
    ["month", undefined],
  ]);
});

test("where the thread is refused the post stands, the admins are told once, and not any more once it works", async () => {
  const { subscribe, standIn, at, history, store } = await scene("2026-06-25T06:00Z");
  const one = await subscribe({ thread: true });
  const told = async () => (await store.guilds.notices(one.guildId)).map(({ fault }) => fault);
  await at("2026-06-25T07:00Z");
  expect((await history(one))[0]).toMatchObject({ state: "sent", detail: /^no thread opened under it: .*50013/ });
  expect(standIn.messages(one.channelId)).toHaveLength(1);
  expect(await told()).toEqual(["thread-refused"]);
  expect((await store.subscriptions.find(one.id))?.standing).toEqual({ state: "active", refused: undefined });
  standIn.setPermissions(one.channelId, WITH_THREADS);
  await at("2026-06-26T07:00Z");
  expect(standIn.posts(one.channelId)).toHaveLength(1);
  expect((await history(one))[0]).toMatchObject({ state: "sent", detail: undefined });
  await at("2026-06-26T07:05Z");
  expect(await told()).toEqual([]);
});

test("a crash after the thread was opened opens no second one, and a stop before it leaves it for the next process", async () => {
  for (const action of [
    { kind: "drop", stored: true },
    { kind: "answer", status: 503 },
  ] as const) {
    const { subscribe, standIn, delivery, clock, afterRestart, history } = await scene("2026-06-25T06:00Z");
    const one = await subscribe({ thread: true }, { permissions: WITH_THREADS });
    const opening = standIn.inject({ method: "POST", path: /threads$/, action });
    clock.set("2026-06-25T07:00Z");
    await delivery.tick();
    await opening.struck;
    await delivery.stop();
    await afterRestart("2026-06-25T07:20Z");
    expect(standIn.messages(one.channelId)).toHaveLength(1);
    expect(standIn.posts(one.channelId)).toEqual([standIn.messages(one.channelId)[0]?.id]);
    expect((await history(one))[0]?.state).toBe("sent");
  }
});

describe("what is out, and still to be published when everything pauses", () => {
  /** On the 1st the day's post fails, the month's is out, and Discord's global limit comes before its publishing. */
  async function stage() {
    const all = await scene("2026-07-01T06:59Z", { standIn: { nonceWindow: 120_000 } });
    const { subscribe, standIn, history, clock, delivery } = all;
    const news = await subscribe(
      { channelKind: "announcement", crosspost: true },
      { type: ChannelType.GuildAnnouncement },
    );
    const other = await subscribe();
    const path = new RegExp(news.channelId);
    standIn.inject({ method: "POST", path, times: 1, action: { kind: "answer", status: 503 } });
    const held = standIn.inject({ method: "POST", path, action: { kind: "hold" } });
    const limit = standIn.inject({
      path: new RegExp(other.channelId),
      times: 1,
      action: { kind: "limited", retryAfter: 300, scope: "global" },
    });
    clock.set("2026-07-01T07:00Z");
    await delivery.tick();
    await Promise.all([held.struck, limit.struck]);
    await expect.poll(async () => (await history(other)).some(({ state }) => state === "failed")).toBe(true);
    held.release();
    await expect.poll(async () => (await history(news)).every(({ state }) => state === "failed")).toBe(true);
    const row = async (slot: string) => (await history(news)).find((each) => each.slot === slot);
    const messageId = standIn.messages(news.channelId)[0]?.id;
    expect(await row("month")).toMatchObject({ messageId, detail: /still to be published/ });
    const forbid = () => standIn.setPermissions(news.channelId, INVITED_WITH & ~PermissionFlagsBits.SendMessages);
    const allow = () => standIn.setPermissions(news.channelId, INVITED_WITH);
    return { ...all, news, row, messageId, forbid, allow };
  }

  test("is sent, and not sent again, where its channel refuses the post before it and is mended later", async () => {
    const { news, row, messageId, forbid, allow, until, texts, store, clock } = await stage();
    forbid();
    await until("2026-07-01T07:07Z");
    expect(await row("daily")).toMatchObject({ state: "rejected" });
    expect(await row("month")).toMatchObject({ state: "sent", messageId, detail: /its channel refuses/ });
    allow();
    await store.subscriptions.resume(news.id, clock.now());
    await until("2026-07-01T07:25Z");
    expect(texts(news.channelId)).toEqual(["month 2026-07-01", "daily 2026-07-01"]);
  });

  test("is sent, and not sent again, where its calendar is suspended meanwhile and resumed", async () => {
    const { news, row, messageId, until, texts, store, clock } = await stage();
    await store.subscriptions.suspend(news.id, "no-access", clock.now(), "2026-07-02T09:00:00");
    expect(await row("month")).toMatchObject({ state: "sent", messageId, fault: undefined });
    await store.subscriptions.resume(news.id, clock.now());
    await until("2026-07-01T07:25Z");
    expect(texts(news.channelId)).toEqual(["month 2026-07-01", "daily 2026-07-01"]);
  });

  test.each<Settlement>([
    { state: "failed", wakeAt: Date.parse("2026-07-01T07:06Z"), uncertainSince: undefined, detail: "taken back" },
    { state: "rejected", fault: "no-access", detail: "refused" },
    { state: "unknown", fault: undefined, detail: "nobody can tell" },
    { state: "sent", messageId: undefined },
  ])("stays known through a settlement that does not name it: $state", async (settlement) => {
    const { news, messageId, until, texts, store, clock } = await stage();
    const taken = await store.ledger.reopen(news.id, ["2026-07-01"], clock.now(), clock.now() + 60_000);
    for (const delivery of taken.filter(({ slot }) => slot === "month"))
      await store.ledger.settle(delivery, settlement, clock.now());
    const row = (await store.ledger.history(news.id, 9)).find(({ slot }) => slot === "month");
    expect(row).toMatchObject({ state: settlement.state, messageId });
    await store.subscriptions.resume(news.id, clock.now());
    await until("2026-07-01T07:25Z");
    expect(texts(news.channelId).filter((text) => text.startsWith("month"))).toHaveLength(1);
  });
});
