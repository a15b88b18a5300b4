import { RateLimitError, REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import { describe, expect, test } from "vitest";
import { FakeClock } from "../support/clock.ts";
import { inDiscord, refusalOf } from "./harness.ts";

/** What discord.js adds to every wait. */
const CLIENT_MARGIN = 50;
const stopwatch = new FakeClock("2026-06-25T09:00:00Z");
const setting = inDiscord({ limits: { clock: stopwatch, globalPerSecond: 20 } });

/** A bare request, to see headers that a client keeps to itself. */
function bare(path: string, init: RequestInit = {}): Promise<Response> {
  const { discord } = setting();
  const headers = { Authorization: `Bot ${discord.token}`, "Content-Type": "application/json" };
  return fetch(`${discord.url}/v10${path}`, { headers, ...init });
}

const send = (content = "x") =>
  bare(Routes.channelMessages(setting().channelId), { method: "POST", body: JSON.stringify({ content }) });
const limited = (answer: Response) => [
  answer.status,
  answer.headers.get("retry-after"),
  answer.headers.get("x-ratelimit-scope"),
];

describe("limits", () => {
  test("five messages in five seconds, a bucket a channel, with what is left in the headers", async () => {
    stopwatch.advance(60_000);
    const { discord, guildId } = setting();
    const answers = [];
    for (let n = 0; n < 5; n += 1) answers.push(await send());
    expect(answers.map(({ headers }) => headers.get("x-ratelimit-remaining"))).toEqual(["4", "3", "2", "1", "0"]);
    stopwatch.advance(2_000);
    const sixth = await send();
    expect(limited(sixth)).toEqual([429, "3", "user"]);
    expect(await sixth.json()).toMatchObject({ retry_after: 3, global: false });
    const other = discord.addChannel(guildId);
    const elsewhere = await bare(Routes.channelMessages(other), { method: "POST", body: '{"content":"x"}' });
    expect(elsewhere.headers.get("x-ratelimit-bucket")).toBe(sixth.headers.get("x-ratelimit-bucket"));
    expect(elsewhere.status).toBe(200);
    stopwatch.advance(3_000);
    expect((await send()).status).toBe(200);
    expect(discord.messages(setting().channelId)).toHaveLength(6);
  });

  test("a second's worth of requests over all routes, interactions apart", async () => {
    stopwatch.advance(60_000);
    for (let n = 0; n < 20; n += 1) expect((await bare("/users/@me")).status).toBe(200);
    const over = await bare(Routes.gatewayBot());
    expect([...limited(over), over.headers.get("x-ratelimit-global")]).toEqual([429, "1", "global", "true"]);
    const callback = await bare("/interactions/123456789012345678/none/callback", { method: "POST", body: "{}" });
    expect(callback.status).toBe(404);
    stopwatch.advance(1_000);
    expect((await bare(Routes.gatewayBot())).status).toBe(200);
  });
});

describe("faults", () => {
  const path = /\/messages$/u;

  test("an answer with any code, once or as often as asked", async () => {
    const { discord, post } = setting();
    discord.inject({ path, times: 2, action: { kind: "answer", status: 403, code: 200_000, message: "Blocked" } });
    expect(await refusalOf(post({ content: "x" }))).toMatchObject({ status: 403, code: 200_000 });
    expect(await refusalOf(post({ content: "x" }))).toMatchObject({ status: 403 });
    await post({ content: "x" });
    expect(discord.requests.map(({ status, code }) => [status, code])).toEqual([
      [403, 200_000],
      [403, 200_000],
      [200, undefined],
    ]);
  });

  test("a page of HTML, as Discord's edge sends", async () => {
    const { discord } = setting();
    discord.inject({
      path,
      action: { kind: "answer", status: 429, html: "<h1>Banned</h1>", headers: { "Retry-After": "60" } },
    });
    const answer = await send();
    expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
      429,
      "text/html",
      "<h1>Banned</h1>",
    ]);
  });

  test("429 with or without Retry-After", async () => {
    const { discord, channelId } = setting();
    discord.inject({ path, action: { kind: "limited", retryAfter: 7.5, scope: "shared" } });
    const strict = new REST({ api: discord.url, rejectOnRateLimit: () => true }).setToken(discord.token);
    const refused = await strict
      .post(Routes.channelMessages(channelId), { body: { content: "x" } })
      .catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(RateLimitError);
    expect(refused).toMatchObject({ scope: "shared", retryAfter: 7_500 + CLIENT_MARGIN });
    discord.inject({ path, action: { kind: "limited", retryAfter: null, scope: "user" } });
    expect(limited(await send())).toEqual([429, null, "user"]);
  });

  test.each([true, false])("a connection cut, stored: %s", async (stored) => {
    const { discord, channelId, post } = setting();
    const fault = discord.inject({ path, action: { kind: "drop", stored } });
    await expect(post({ content: "x" })).rejects.toThrow();
    await fault.struck;
    expect(discord.messages(channelId)).toHaveLength(stored ? 1 : 0);
  });

  test("no answer at all", async () => {
    const { discord, channelId, rest } = setting();
    const fault = discord.inject({ path, action: { kind: "hang", stored: true } });
    const abort = new AbortController();
    const request = rest.post(Routes.channelMessages(channelId), { body: { content: "x" }, signal: abort.signal });
    await fault.struck;
    expect(discord.messages(channelId)).toHaveLength(1);
    abort.abort();
    await expect(request).rejects.toThrow();
  });

  test("an answer held back until it is released, and one late by the clock", async () => {
    const { discord, channelId, post, clock } = setting();
    const fault = discord.inject({ path, action: { kind: "hold" } });
    const order: string[] = [];
    const held = post({ content: "x" }).then(() => order.push("answered"));
    await fault.struck;
    expect(discord.messages(channelId)).toHaveLength(1);
    order.push("released");
    fault.release();
    await held;
    expect(order).toEqual(["released", "answered"]);
    const late = discord.inject({ path, action: { kind: "delay", milliseconds: 9_000 } });
    const delayed = post({ content: "y" });
    await late.struck;
    clock.advance(9_000);
    expect(await delayed).toMatchObject({ content: "y" });
  });

  test("an answer sent twice is one message, and the client takes the first", async () => {
    const { discord, channelId, post } = setting();
    discord.inject({ path, action: { kind: "duplicate" } });
    expect(await post({ content: "x" })).toMatchObject({ content: "x" });
    await post({ content: "y" }).catch(() => post({ content: "y" }));
    expect(discord.messages(channelId).length).toBeGreaterThanOrEqual(2);
  });
});

test("a request without the token is 401, an unknown route 404, broken JSON 50109", async () => {
  const { discord, channelId } = setting();
  const headers = { Authorization: "Bot wrong" };
  expect((await bare("/users/@me", { headers })).status).toBe(401);
  expect((await bare("/users/@you")).status).toBe(404);
  const broken = await bare(Routes.channelMessages(channelId), { method: "POST", body: "{" });
  expect([broken.status, await broken.json()]).toMatchObject([400, { code: 50_109 }]);
  expect(discord.requests.map(({ status }) => status)).toEqual([401, 404, 400]);
});
