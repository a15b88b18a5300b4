import { describe, expect, test } from "vitest";
import { backoff } from "../../src/delivery/backoff.ts";
import { REMEDY_OF_CODE, type Remedy, remedyOf } from "../../src/delivery/failures.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import { simpleComposer } from "./composer.ts";
import { scene } from "./support.ts";

const PICTURE = { name: "card.png", contentType: "image/png", data: new Uint8Array([137, 80, 78, 71]) };

/** One post, answered by the fault; what became of the row, the subscription and the channel an hour later, and the requests. */
async function afterAnswer(action: FaultAction, times = Number.POSITIVE_INFINITY, files: (typeof PICTURE)[] = []) {
  const stage = await scene("2026-06-25T06:00Z", { composer: simpleComposer([25], files) });
  const one = await stage.subscribe();
  const fault = stage.standIn.inject({ method: "POST", times, action });
  await stage.at("2026-06-25T07:00Z");
  const posts = () =>
    stage.standIn.requests.filter(({ method, path }) => method === "POST" && path.endsWith("/messages"));
  const first = { row: (await stage.history(one))[0], requests: posts().length };
  const subscription = await stage.store.subscriptions.find(one.id);
  return { ...stage, one, fault, first, posts, subscription };
}

type Seen = { readonly state: string; readonly requests: number; readonly standing: string };

/** What each remedy looks like from outside, for a post without a picture in a text channel, refused again and again. */
const SEEN: Readonly<Record<Remedy["do"], Seen>> = {
  accept: { state: "sent", requests: 1, standing: "active" },
  retry: { state: "failed", requests: 1, standing: "active" },
  pause: { state: "failed", requests: 1, standing: "active" },
  degrade: { state: "rejected", requests: 2, standing: "active" },
  end: { state: "rejected", requests: 1, standing: "active" },
  reject: { state: "rejected", requests: 1, standing: "active" },
  suspend: { state: "rejected", requests: 1, standing: "suspended" },
  "post-as-forum": { state: "failed", requests: 1, standing: "active" },
  stop: { state: "failed", requests: 1, standing: "active" },
};

/** HTTP status by code where it is not 400: what Discord sends with it (platform: opcodes and status codes). */
const STATUS: Readonly<Record<number, number>> = {
  50001: 403,
  50013: 403,
  10003: 404,
  10004: 404,
  10008: 404,
  40001: 401,
  40333: 403,
  50014: 403,
  200000: 403,
  130000: 503,
  10062: 404,
  40005: 413,
  40002: 403,
};

describe("each code of the table", () => {
  const codes = Object.entries(REMEDY_OF_CODE).map(([code, remedy]) => ({ code: Number(code), ...remedy }));
  test.for(codes.filter(({ do: what }) => what !== "post-as-forum"))(
    "$code: $do, and only that",
    async ({ code, ...remedy }) => {
      const status = STATUS[code] ?? 400;
      const { first, subscription, fatal } = await afterAnswer({ kind: "answer", status, code });
      const alone = remedy.do === "degrade" && remedy.fault === "no-permission";
      const expected = alone
        ? { state: "rejected", requests: 1, standing: remedy.orElse === "suspend" ? "suspended" : "active" }
        : SEEN[remedy.do];
      expect({ state: first.row?.state, requests: first.requests, standing: subscription?.standing.state }).toEqual(
        expected,
      );
      expect(fatal.length).toBe(remedy.do === "stop" ? 1 : 0);
    },
  );

  test("has about fifty of them, and an unknown code goes by its status", () => {
    expect(codes.length).toBeGreaterThanOrEqual(50);
    const by = (status: number) => remedyOf({ outcome: "refused", status, code: 999_999, message: "" });
    expect(by(403)).toMatchObject({ do: "suspend" });
    expect(by(404)).toMatchObject({ do: "suspend" });
    expect(by(401)).toMatchObject({ do: "stop" });
    expect(by(400)).toMatchObject({ do: "degrade" });
    for (const status of [500, 504, 520, 524]) expect(by(status)).toMatchObject({ do: "retry", uncertain: true });
    for (const status of [502, 503, 522]) expect(by(status)).toMatchObject({ do: "retry", uncertain: false });
  });
});

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
