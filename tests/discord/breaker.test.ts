import { expect, onTestFinished, test } from "vitest";
import { BreakerOpen, createBreaker, type MakeRequest, TurnedAway } from "../../src/discord/breaker.ts";
import { withoutWaiting } from "../../src/discord/make-request.ts";
import type { Log } from "../../src/log.ts";
import type { StandIn } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { recordingLog } from "../delivery/support.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";

function edge(answers: Response[]): MakeRequest {
  return () => Promise.resolve(answers.shift() as unknown as Awaited<ReturnType<MakeRequest>>);
}
const page = (status: number, headers = {}) =>
  new Response("<html>", { status, headers: { "Content-Type": "text/html", ...headers } });
const json = (status: number, headers = {}) => Response.json({}, { status, headers });

const turnAway = { kind: "answer", status: 429, html: "<html>" } as const;

/** Requests through a breaker to a stand-in for Discord, each to a path of its own that is not there. */
async function withEdge(
  clock: FakeClock,
  play: (request: (place: number) => ReturnType<MakeRequest>, discord: StandIn) => Promise<void>,
  log: Log = silentLog,
): Promise<void> {
  const discord = await startStandIn({ clock });
  onTestFinished(() => discord.close());
  const throughBreaker = createBreaker(clock, log).makeRequest;
  await play((place) => throughBreaker(`${discord.url}/v10/nowhere/${place}`, {}), discord);
}

test("the pause doubles with every refusal in a row, and starts anew after a success", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  const request = createBreaker(
    clock,
    silentLog,
    edge([page(403), page(429), page(403), json(200), page(403)]),
  ).makeRequest;
  const refused = () => request("https://discord.test", {});
  await expect(refused()).rejects.toMatchObject({ retryAfter: 60_000 });
  await expect(refused()).rejects.toBeInstanceOf(BreakerOpen);
  clock.advance(59_999);
  await expect(refused()).rejects.toBeInstanceOf(BreakerOpen);
  clock.advance(1);
  await expect(refused()).rejects.toMatchObject({ retryAfter: 120_000 });
  clock.advance(120_000);
  await expect(refused()).rejects.toMatchObject({ retryAfter: 240_000 });
  clock.advance(240_000);
  await expect(refused()).resolves.toMatchObject({ status: 200 });
  await expect(refused()).rejects.toMatchObject({ retryAfter: 60_000 });
});

test.each([
  ["1800", 1_800_000],
  ["3600", 3_600_000],
  ["7200", 3_600_000],
  ["86400000", 3_600_000],
])("the edge's own Retry-After of %s s counts where it is longer, up to an hour", async (asked, pause) => {
  const request = createBreaker(
    new FakeClock("2026-06-25T09:00:00Z"),
    silentLog,
    edge([page(429, { "Retry-After": asked })]),
  ).makeRequest;
  await expect(request("https://discord.test", {})).rejects.toMatchObject({ retryAfter: pause });
});

test.each([
  ["JSON 403", json(403), false],
  ["JSON 429 with Retry-After", json(429, { "Retry-After": "1" }), false],
  ["JSON 429 without Retry-After", json(429), true],
  ["JSON 404", json(404), false],
  ["a page with 404", page(404), false],
  ["a page with 502", page(502), false],
  ["a page with 403", page(403), true],
])("%s", async (_, answer, opens) => {
  const request = createBreaker(new FakeClock("2026-06-25T09:00:00Z"), silentLog, edge([answer])).makeRequest;
  const outcome = await request("https://discord.test", {}).catch((error: unknown) => error);
  expect(outcome instanceof TurnedAway).toBe(opens);
});

test.each([
  ["Thu, 25 Jun 2026 09:30:00 GMT", 1_800_000],
  ["Thu, 25 Jun 2026 08:30:00 GMT", 60_000],
  ["", 60_000],
  ["soon", 60_000],
  ["-5", 60_000],
  ["1e999", 60_000],
])("Retry-After %j pauses for a time that ends", async (header, pause) => {
  for (const answer of [page(429, { "Retry-After": header }), page(403, { "Retry-After": header })]) {
    const request = createBreaker(new FakeClock("2026-06-25T09:00:00Z"), silentLog, edge([answer])).makeRequest;
    await expect(request("https://discord.test", {})).rejects.toMatchObject({ retryAfter: pause });
    await expect(request("https://discord.test", {})).rejects.toBeInstanceOf(BreakerOpen);
  }
});

test("a route's limit with a date for its Retry-After is over at that date", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  const date = json(429, { "Retry-After": "Thu, 25 Jun 2026 09:02:00 GMT" });
  const request = withoutWaiting(createBreaker(clock, silentLog, edge([date])).makeRequest, clock);
  await expect(request("https://discord.test", {})).rejects.toMatchObject({ retryAfter: 120_000 });
});

test("of requests under way together that are turned away one alone counts and is one line, and the next pause is two minutes", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  const { log, lines } = recordingLog(clock);
  const play: Parameters<typeof withEdge>[1] = async (request, discord) => {
    const together = Array.from({ length: 8 }, (_, place) => {
      discord.inject({ path: new RegExp(`/${place}$`), action: turnAway });
      return request(place);
    });
    for (const one of await Promise.allSettled(together))
      expect(one).toMatchObject({ status: "rejected", reason: { retryAfter: 60_000 } });
    await expect(request(9)).rejects.toMatchObject({ until: clock.now() + 60_000 });
    expect(lines()).toEqual(["Discord's edge answered 429: all requests pause for 60 s"]);
    clock.advance(60_000);
    discord.inject({ action: turnAway });
    await expect(request(9)).rejects.toMatchObject({ retryAfter: 120_000 });
    expect(lines()).toHaveLength(2);
  };
  await withEdge(clock, play, log);
});

test("a success of a request from before the pause does not make the next pause short again", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  await withEdge(clock, async (request, discord) => {
    const held = discord.inject({ path: /\/1$/, action: { kind: "hold" } });
    const slow = request(1);
    await held.struck;
    discord.inject({ action: turnAway });
    await expect(request(2)).rejects.toBeInstanceOf(TurnedAway);
    held.release();
    await slow;
    clock.advance(60_000);
    discord.inject({ action: turnAway });
    await expect(request(2)).rejects.toMatchObject({ retryAfter: 120_000 });
  });
});

test("a clock set back during the pause makes it no longer than it was to be", async () => {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  await withEdge(clock, async (request, discord) => {
    discord.inject({ action: turnAway });
    await expect(request(1)).rejects.toBeInstanceOf(TurnedAway);
    clock.set("2026-06-24T09:00:00Z");
    await expect(request(1)).rejects.toBeInstanceOf(BreakerOpen);
    clock.advance(59_999);
    await expect(request(1)).rejects.toBeInstanceOf(BreakerOpen);
    clock.advance(1);
    await expect(request(1)).resolves.toMatchObject({ status: 404 });
  });
});
