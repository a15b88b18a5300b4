import { ChannelType } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { backoff } from "../../src/delivery/backoff.ts";
import { REMEDY_OF_CODE, remedyOf } from "../../src/delivery/failures.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import { silentLog } from "../support/log.ts";
import { simpleComposer } from "./composer.ts";
import { DOCUMENTED, type Documented } from "./documented.ts";
import { scene } from "./support.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const NINE = Date.parse("2026-06-25T07:00Z"); // 09:00 in Brussels

/** A post answered by that code each time it is sent, and the posts of other servers: one due with it, one a minute later. */
async function afterCode(code: number, status: number) {
  let alerts = 0;
  const log = { ...silentLog, error: () => (alerts += 1) };
  const stage = await scene("2026-06-25T06:59Z", { concurrency: 1, log: log as never });
  const one = await stage.subscribe();
  const [other, next] = [await stage.subscribe(), await stage.subscribe({ postAt: "09:01" })];
  const action = { kind: "answer", status, code } as const;
  stage.standIn.inject({ method: "POST", path: new RegExp(one.channelId), times: Number.POSITIVE_INFINITY, action });
  if (code === 10_004) stage.standIn.removeGuild(one.guildId);
  await stage.until(NINE);
  const row = (await stage.history(one))[0];
  const bodies = stage.standIn.requests
    .filter(({ method, path }) => method === "POST" && path.includes(one.channelId))
    .map(({ body }) => body as { readonly content?: string; readonly flags?: number });
  const notices = (await stage.store.guilds.notices(one.guildId)).map(({ fault }) => fault);
  await stage.until(NINE + MINUTE);
  const sent = (id: string) => stage.texts(id).length;
  const posts = new Set([one, other, next].map(({ channelId }) => `POST /channels/${channelId}/messages`));
  const elsewhere = stage.standIn.requests
    .map(({ method, path }) => `${method} ${path}`)
    .filter((to) => !posts.has(to));
  const seen = { one, row, bodies, notices, alerts, elsewhere };
  return { ...stage, ...seen, others: [sent(other.channelId), sent(next.channelId)] };
}

type Aftermath = Awaited<ReturnType<typeof afterCode>>;

/** What each documented action looks like from outside, to the channel itself. */
const SEEN: {
  readonly [What in Documented["means"]]: (seen: Aftermath, what: Documented & { means: What }) => unknown;
} = {
  posted: ({ row, bodies, notices }) => expect([row?.state, bodies.length, notices]).toEqual(["sent", 1, []]),
  drop: ({ row, bodies, notices }) => expect([row?.state, bodies.length, notices]).toEqual(["skipped", 1, []]),
  retry: ({ row, bodies, notices }, { minutes, fault }) => {
    expect([row?.state, row?.fault, bodies.length, notices]).toEqual(["failed", fault, 1, fault ? [fault] : []]);
    expect(row?.wakeAt).toBeGreaterThanOrEqual(NINE + Math.max(minutes * MINUTE, 5_000));
    expect(row?.wakeAt).toBeLessThanOrEqual(NINE + Math.max(minutes * 1.5 * MINUTE, 6_250));
  },
  pause: ({ row, bodies, notices }, { minutes }) => {
    expect([row?.state, bodies.length, notices]).toEqual(["failed", 1, []]);
    expect(row?.wakeAt).toBeGreaterThanOrEqual(NINE + minutes * MINUTE);
  },
  suspend: async ({ row, bodies, notices, at, one, store }, { fault }) => {
    expect([row?.state, row?.fault, bodies.length, notices]).toEqual(["rejected", fault, 1, [fault]]);
    expect((await store.subscriptions.find(one.id))?.standing.state).toBe("active");
    await at(NINE + DAY);
    expect((await store.subscriptions.find(one.id))?.standing).toMatchObject({ state: "suspended", fault });
  },
  tell: async ({ row, bodies, notices, at, one, store }, { fault }) => {
    expect([row?.state, row?.fault, bodies.length, notices]).toEqual(["rejected", fault, 1, [fault]]);
    await at(NINE + DAY);
    expect((await store.subscriptions.find(one.id))?.standing).toEqual({ state: "active" });
  },
  plain: ({ row, bodies, notices }) => {
    expect([row?.state, bodies.length, notices]).toEqual(["rejected", 2, ["message-refused"]]);
    expect(bodies.map(({ content }) => content)).toEqual([undefined, "plain daily 2026-06-25"]);
  },
  linkless: ({ row, bodies, notices }) => {
    expect([row?.state, bodies.length, notices]).toEqual(["rejected", 3, ["message-refused"]]);
    expect(bodies.map(({ content }) => content)).toEqual([undefined, undefined, "plain daily 2026-06-25"]);
  },
  end: async ({ row, bodies, notices, one, store }) => {
    expect([row?.state, row?.fault, bodies.length, notices]).toEqual(["rejected", "direct-messages-closed", 1, []]);
    expect(await store.guilds.all()).toContainEqual({ guildId: one.guildId, left: false });
  },
  offboard: async ({ row, bodies, at, one, store }) => {
    expect([row?.state, bodies.length]).toEqual(["rejected", 1]);
    expect(await store.guilds.all()).toContainEqual({ guildId: one.guildId, left: false });
    await at(NINE + DAY);
    expect(await store.guilds.all()).toContainEqual({ guildId: one.guildId, left: true });
    expect((await store.subscriptions.find(one.id))?.nextDue).toBeUndefined();
  },
  stop: ({ row, fatal, bodies, notices }) => {
    expect([row?.state, bodies.length, notices]).toEqual(["failed", 1, []]);
    expect(fatal).toHaveLength(1);
  },
};

describe("each code: the documented action, and only that", () => {
  test.for(DOCUMENTED)("%i", async ([code, status, what, alert]) => {
    const seen = await afterCode(code, status);
    await (SEEN[what.means] as (aftermath: Aftermath, documented: Documented) => unknown)(seen, what);
    expect(seen.alerts).toBe(alert === undefined ? 0 : 1);
    expect(seen.elsewhere).toEqual(what.means === "offboard" ? ["GET /users/@me/guilds"] : []);
    if (what.means !== "stop") expect(seen.fatal).toEqual([]);
    if (what.means === "pause") expect(seen.others[1]).toBe(0);
    else if (what.means !== "stop") expect(seen.others).toEqual([1, 1]);
  });

  test("40058: the channel is a forum by now, and the post goes there as in a forum", async () => {
    const { subscribe, at, standIn, history, store, fatal } = await scene("2026-06-25T06:00Z");
    const one = await subscribe({}, { type: ChannelType.GuildForum });
    await at(NINE);
    expect((await history(one))[0]).toMatchObject({ state: "sent" });
    expect(standIn.requests.map(({ path, code }) => [path.split("/").at(-1), code])).toEqual([
      ["messages", 40_058],
      ["threads", undefined],
    ]);
    expect((await store.subscriptions.find(one.id))?.channelKind).toBe("forum");
    expect(fatal).toEqual([]);
  });

  test("every code of the table in the code is documented here, and no other", () => {
    const here = [...DOCUMENTED.map(([code]) => code), 40_058].toSorted((one, other) => one - other);
    expect(Object.keys(REMEDY_OF_CODE).map(Number)).toEqual(here);
    expect(here.length).toBeGreaterThanOrEqual(50);
  });

  test("an unknown code goes by its status", () => {
    const by = (status: number) => remedyOf({ outcome: "refused", status, code: 999_999, message: "" });
    expect(by(403)).toMatchObject({ do: "suspend" });
    expect(by(404)).toMatchObject({ do: "degrade", orElse: "reject-unexplained" }); // the channel may well be there
    expect(by(401)).toMatchObject({ do: "stop" });
    expect(by(400)).toMatchObject({ do: "degrade" });
    for (const status of [500, 504, 520, 524]) expect(by(status)).toMatchObject({ do: "retry", uncertain: true });
    for (const status of [502, 503, 522]) expect(by(status)).toMatchObject({ do: "retry", uncertain: false });
  });
});

describe("an answer that asks for more than giving up", () => {
  test("10004, but the bot is in the server: its channel is taken to refuse", async () => {
    const { subscribe, at, standIn, store } = await scene("2026-06-25T06:00Z");
    const one = await subscribe();
    standIn.inject({ method: "POST", action: { kind: "answer", status: 404, code: 10_004 }, times: 2 });
    await at(NINE);
    expect(await store.guilds.all()).toEqual([{ guildId: one.guildId, left: false }]);
    await at(NINE + DAY);
    expect((await store.subscriptions.find(one.id))?.standing).toMatchObject({
      state: "suspended",
      fault: "no-access",
    });
  });

  test("240000: from the first refusal on, everybody gets that post without links, and nobody is asked twice", async () => {
    const { subscribe, at, standIn, texts } = await scene("2026-06-25T06:00Z", {
      concurrency: 1,
      composer: simpleComposer([25], [], " [Treaty \\[text\\]](https://bad.example/a?b=1) https://bad.example"),
    });
    const all: Subscription[] = [];
    for (let count = 0; count < 5; count += 1) all.push(await subscribe());
    standIn.inject({ method: "POST", action: { kind: "answer", status: 400, code: 240_000 } });
    await at(NINE);
    expect(standIn.requests.length).toBe(6);
    for (const { channelId } of all) expect(texts(channelId)).toEqual(["daily 2026-06-25 Treaty \\\\[text\\\\]"]);
  });

  test("20029: what else goes to that server waits as well, and then goes out one after the other", async () => {
    const { subscribe, until, standIn, texts } = await scene("2026-06-25T06:59Z", { concurrency: 1 });
    const one = await subscribe();
    const same: Subscription[] = [one];
    for (let count = 0; count < 4; count += 1) same.push(await subscribe({ guildId: one.guildId }));
    const other = await subscribe();
    standIn.inject({
      method: "POST",
      path: new RegExp(same.map(({ channelId }) => channelId).join("|")),
      action: { kind: "answer", status: 400, code: 20_029 },
    });
    await until("2026-06-25T07:00:30Z");
    expect(texts(other.channelId)).toHaveLength(1);
    await until("2026-06-25T07:03Z");
    const instants = same.map(({ channelId }) => {
      const requests = standIn.requests.filter(({ path }) => path.includes(channelId));
      return requests.at(-1)?.at ?? 0;
    });
    expect(same.map(({ channelId }) => texts(channelId).length)).toEqual(same.map(() => 1));
    expect(Math.min(...instants)).toBeGreaterThanOrEqual(NINE + MINUTE);
    expect(new Set(instants.map((instant) => Math.floor(instant / 1_000))).size).toBe(same.length);
  });
});

/** One post, answered by the fault. */
async function afterAnswer(action: FaultAction, times: number) {
  const stage = await scene("2026-06-25T06:00Z");
  const one = await stage.subscribe();
  stage.standIn.inject({ method: "POST", times, action });
  await stage.at(NINE);
  return { ...stage, one };
}

describe("trouble that passes", () => {
  test.each([
    ["500, carried out or not", { kind: "answer", status: 500 }],
    ["502", { kind: "answer", status: 502 }],
    ["the connection cut before it was carried out", { kind: "drop", stored: false }],
    ["the connection cut after it was carried out", { kind: "drop", stored: true }],
    ["the answer twice", { kind: "duplicate" }],
    ["429 of the route", { kind: "limited", retryAfter: 20, scope: "user" }],
    ["429 of everything", { kind: "limited", retryAfter: 20, scope: "global" }],
    ["429 of the resource", { kind: "limited", retryAfter: 20, scope: "shared" }],
  ] satisfies [string, FaultAction][])("%s: one post, a little later", async (_, action) => {
    const { until, one, standIn, history } = await afterAnswer(action, 1);
    await until("2026-06-25T07:05:00Z");
    expect(standIn.messages(one.channelId).length).toBe(1);
    expect((await history(one))[0]).toMatchObject({ state: "sent", messageId: standIn.messages(one.channelId)[0]?.id });
  });

  test.each([
    [
      "an HTML page with 429",
      { kind: "answer", status: 429, html: "<h1>blocked</h1>", headers: { "Retry-After": "30" } },
    ],
    ["an HTML page with 403", { kind: "answer", status: 403, html: "<h1>blocked</h1>" }],
    ["429 without Retry-After", { kind: "limited", retryAfter: null, scope: "user" }],
  ] satisfies [string, FaultAction][])(
    "%s: nothing more is sent to anybody for a while, and then all of it",
    async (_, action) => {
      const { until, subscribe, standIn } = await scene("2026-06-25T06:59Z", { concurrency: 1 });
      const channels = [];
      for (let count = 0; count < 30; count += 1) channels.push((await subscribe()).channelId);
      standIn.inject({ method: "POST", action });
      await until("2026-06-25T07:00:45Z");
      expect(standIn.requests.length).toBe(1);
      await until("2026-06-25T07:20Z");
      expect(channels.map((channelId) => standIn.messages(channelId).length)).toEqual(channels.map(() => 1));
    },
  );

  test("retries wait longer each time, are jittered by the row, and know a bound", () => {
    const waits = [1, 2, 3, 4, 5, 20, 400].map((attempts) => backoff("row", attempts));
    expect(waits.slice(0, 5).every((wait, index) => wait >= 5_000 * 2 ** index && wait <= 6_250 * 2 ** index)).toBe(
      true,
    );
    expect(Math.max(...waits)).toBeLessThanOrEqual(750_000);
    expect(backoff("row", 1)).toBe(backoff("row", 1));
    expect(new Set(["a", "b", "c", "d"].map((row) => backoff(row, 1))).size).toBe(4);
  });
});
