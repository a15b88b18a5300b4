import { once } from "node:events";
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from "node:http";
import { DefaultRestOptions } from "@discordjs/rest";
import { expect, onTestFinished, test } from "vitest";
import { createAgreedClock } from "../../src/discord/agreed-clock.ts";
import { connectDiscord } from "../../src/discord/connection.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { recordingLog } from "../delivery/support.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";

const TRUTH = Date.parse("2026-06-25T07:00:00Z");
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

/** A right clock, and requests to a server that is not Discord. */
async function proxied(listener: RequestListener) {
  const own = new FakeClock(TRUTH);
  const { log, lines } = recordingLog(own);
  const agreed = createAgreedClock(own, log);
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/`;
  const request = agreed.watch(DefaultRestOptions.makeRequest);
  return { agreed, lines, watched: async () => (await request(url, { method: "GET" })).arrayBuffer() };
}

/** A machine whose clock is ahead of Discord's by so much, and a request that Discord answers. */
async function machine(ahead: number) {
  const truth = new FakeClock(TRUTH);
  const own = new FakeClock(TRUTH + ahead);
  const standIn = await startStandIn({ clock: truth });
  const { log, lines } = recordingLog(own);
  const agreed = createAgreedClock(own, log);
  const { answers, posting } = createRestClients({
    api: standIn.url,
    token: standIn.token,
    clock: own,
    agreed,
    log: silentLog,
    tokenRefused: () => undefined,
  });
  onTestFinished(async () => {
    for (const rest of [answers, posting]) rest.clearHandlerSweeper();
    await standIn.close();
  });
  return {
    truth,
    own,
    standIn,
    agreed,
    lines,
    ask: () => answers.get("/gateway"),
    post: () => posting.get("/gateway"),
  };
}

test.each([0, 59 * SECOND, -59 * SECOND])("%i ms apart: the machine's clock is followed", async (ahead) => {
  const { agreed, ask, lines } = await machine(ahead);
  await ask();
  expect(agreed.now()).toBe(TRUTH + ahead);
  expect(lines()).toEqual([]);
});

test.each([62 * SECOND, -62 * SECOND, 13 * HOUR, -400 * 24 * HOUR])(
  "%i ms apart: Discord's is followed from the second answer on, whichever client got it, and the log says so once an hour",
  async (ahead) => {
    const { own, truth, agreed, ask, post, lines } = await machine(ahead);
    expect(agreed.ahead()).toBeUndefined();
    await post();
    expect(agreed.now()).toBe(TRUTH + ahead);
    expect(agreed.isFresh()).toBe(false);
    await ask();
    expect(agreed.isFresh()).toBe(true);
    expect(Math.abs(agreed.now() - TRUTH)).toBeLessThanOrEqual(SECOND);
    expect(Math.abs((agreed.ahead() ?? 0) - ahead)).toBeLessThanOrEqual(SECOND);
    for (let minute = 1; minute < 60; minute += 1) {
      for (const clock of [own, truth]) clock.advance(MINUTE);
      await ask();
    }
    expect(lines()).toHaveLength(1);
    for (const clock of [own, truth]) clock.advance(MINUTE);
    await ask();
    expect(lines()).toHaveLength(2);
    expect(Math.abs(agreed.now() - truth.now())).toBeLessThanOrEqual(SECOND);
  },
);

test("set right again it is followed again", async () => {
  const { own, agreed, ask, lines } = await machine(2 * HOUR);
  for (let asked = 0; asked < 2; asked += 1) await ask();
  own.set(TRUTH);
  await ask();
  expect(agreed.now()).toBe(TRUTH - 2 * HOUR);
  await ask();
  expect(agreed.now()).toBe(TRUTH);
  expect(lines().at(-1)).toBe("the machine's clock agrees with Discord's again");
});

const TOMORROW = new Date(TRUTH + 24 * HOUR).toUTCString();

/** An answer that bears tomorrow's date to the next request. */
function answerOf(status: number, contentType: string) {
  return (_: IncomingMessage, response: ServerResponse) =>
    void response.writeHead(status, { Date: TOMORROW, "Content-Type": contentType }).end("{}");
}

test.each([
  ["a page in the place of an answer", 200, "text/html"],
  ["an error of the edge", 502, "text/html"],
  ["an error of a server", 503, "application/json"],
])("%s with another date says nothing of the time, however often it comes", async (_, status, contentType) => {
  const { agreed, lines, watched } = await proxied(answerOf(status, contentType));
  for (let asked = 0; asked < 3; asked += 1) await watched();
  expect(agreed.now()).toBe(TRUTH);
  expect(agreed.isFresh()).toBe(false);
  expect(lines()).toEqual([]);
});

test("one answer alone with another date moves nothing, nor do two that are not in a row, nor two that differ", async () => {
  let date = TRUTH;
  const { agreed, lines, watched } = await proxied((_, response) => {
    response.writeHead(200, { Date: new Date(date).toUTCString(), "Content-Type": "application/json" }).end("{}");
  });
  for (const hours of [0, 24, 0, 24, 48, 0]) {
    date = TRUTH + hours * HOUR;
    await watched();
    expect(agreed.now()).toBe(TRUTH);
    expect(agreed.isFresh()).toBe(hours === 0);
  }
  expect(lines()).toEqual([]);
});

test("before a round Discord is asked a second time where it says something new, and not where it says what is known", async () => {
  const [truth, own] = [new FakeClock(TRUTH), new FakeClock(TRUTH)];
  const standIn = await startStandIn({ clock: truth });
  const { log } = recordingLog(own);
  const agreed = createAgreedClock(own, log);
  const connection = await connectDiscord({
    api: standIn.url,
    token: standIn.token,
    clock: own,
    agreed,
    log: silentLog,
    signal: new AbortController().signal,
    fatal: (why) => expect.fail(why.message),
  });
  onTestFinished(async () => {
    await connection.close();
    for (const client of [connection.rest.answers, connection.rest.posting]) client.clearHandlerSweeper();
    await standIn.close();
  });
  const asked = () => standIn.requests.filter(({ path }) => path === "/gateway").length;
  await connection.agree();
  expect(asked()).toBe(0); // the connecting has said it
  for (const clock of [truth, own]) clock.advance(5 * MINUTE);
  await connection.agree();
  expect(asked()).toBe(1);
  for (const clock of [truth, own]) clock.advance(5 * MINUTE);
  own.advance(3 * HOUR);
  await connection.agree();
  expect(asked()).toBe(3);
  expect(Math.abs(agreed.now() - truth.now())).toBeLessThanOrEqual(SECOND);
  await connection.agree();
  expect(asked()).toBe(3);
});

test("an answer that took long, or during which the clock was set, says nothing of the time", async () => {
  const { own, standIn, agreed, ask } = await machine(0);
  for (const step of [31 * SECOND, 5 * HOUR, -5 * HOUR]) {
    const held = standIn.inject({ action: { kind: "hold" } });
    const answer = ask();
    await held.struck;
    own.advance(step);
    held.release();
    await answer;
    expect(agreed.isFresh()).toBe(false);
    expect(agreed.now()).toBe(own.now());
  }
});

test("what Discord said is believed for five minutes, and not after the clock was set back", async () => {
  const { own, agreed, ask } = await machine(0);
  expect(agreed.isFresh()).toBe(false);
  await ask();
  own.advance(5 * MINUTE - 1);
  expect(agreed.isFresh()).toBe(true);
  own.advance(1);
  expect(agreed.isFresh()).toBe(false);
  await ask();
  own.advance(-1);
  expect(agreed.isFresh()).toBe(false);
});
