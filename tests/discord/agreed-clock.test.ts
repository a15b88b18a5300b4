import { expect, onTestFinished, test } from "vitest";
import { createAgreedClock } from "../../src/discord/agreed-clock.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { recordingLog } from "../delivery/support.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";

const TRUTH = Date.parse("2026-06-25T07:00:00Z");
const [SECOND, MINUTE, HOUR] = [1_000, 60_000, 3_600_000];

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
  "%i ms apart: Discord's is followed from the first answer on, whichever client got it, and the log says so once an hour",
  async (ahead) => {
    const { own, truth, agreed, ask, post, lines } = await machine(ahead);
    expect(agreed.ahead()).toBeUndefined();
    await post();
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
  await ask();
  own.set(TRUTH);
  await ask();
  expect(agreed.now()).toBe(TRUTH);
  expect(lines().at(-1)).toBe("the machine's clock agrees with Discord's again");
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
