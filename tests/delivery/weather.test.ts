import { expect, test } from "vitest";
import { createPacer } from "../../src/delivery/pacer.ts";
import { createWeather } from "../../src/delivery/weather.ts";
import type { FaultAction } from "../../src/playground/api.ts";
import type { Answer } from "../../src/ports.ts";
import { FakeClock } from "../support/clock.ts";
import { recordingLog, scene as world } from "./support.ts";

const AWAY: Answer<unknown> = { outcome: "unanswered", reason: "no answer" };

function scene() {
  const clock = new FakeClock("2026-06-25T07:00Z");
  const pacer = createPacer(clock, 40);
  const { log, lines } = recordingLog(clock);
  return { clock, weather: createWeather(clock, pacer, log), lines, paused: () => pacer.pausedUntil() - clock.now() };
}

test("four servers that go on failing keeps nobody else waiting", () => {
  const { weather, paused, lines } = scene();
  for (let tries = 0; tries < 50; tries += 1) weather.note(AWAY, `${tries % 4}`);
  expect(paused()).toBeLessThanOrEqual(0);
  expect(lines()).toEqual([]);
});

test("five in a row: everything waits, longer each time, until one is answered", () => {
  const { clock, weather, paused, lines } = scene();
  const pauses = Array.from({ length: 10 }, (_, server) => {
    weather.note(AWAY, `${server % 5}`);
    return paused();
  });
  expect(pauses.slice(4)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(pauses[3]).toBeLessThanOrEqual(0);
  weather.note({ outcome: "done", value: "1" }, "1"); // something was read
  expect(weather.awaySince()).toBe(clock.now());
  expect(lines()).toHaveLength(1);
  weather.taken();
  expect(weather.awaySince()).toBeUndefined();
  expect(lines()).toHaveLength(2);
});

test("a quarter of an hour without trouble, in which nobody posted either: nothing is said of Discord any more", () => {
  const { weather, clock, lines, paused } = scene();
  const since = clock.now();
  for (let server = 0; server < 5; server += 1) weather.note(AWAY, `${server}`);
  clock.advance(14 * 60_000);
  weather.note(AWAY, "0");
  clock.advance(15 * 60_000 - 1);
  expect(weather.awaySince()).toBe(since);
  clock.advance(1);
  expect(weather.awaySince()).toBeUndefined();
  for (let server = 0; server < 4; server += 1) weather.note(AWAY, `${server}`);
  expect(paused()).toBeLessThanOrEqual(0);
  expect(lines()).toHaveLength(1);
});

test.each<[string, FaultAction]>([
  ["answered with 500", { kind: "answer", status: 500 }],
  ["answered with 504", { kind: "answer", status: 504 }],
  ["carried out and answered with nothing", { kind: "drop", stored: true }],
  ["answered with nothing", { kind: "drop", stored: false }],
])(
  "while posts alone are %s, what can be read ends nothing: one line and one alarm until a post is taken",
  async (_, action) => {
    const { log, lines } = recordingLog(new FakeClock(0));
    const stage = await world("2026-06-25T06:59Z", { log, standIn: { nonceWindow: 2 * 60_000 } });
    for (let count = 0; count < 12; count += 1) await stage.subscribe();
    const away = stage.standIn.inject({ method: "POST", times: Number.POSITIVE_INFINITY, action });
    await stage.until("2026-06-25T07:01:10Z");
    expect(stage.delivery.state().awaySince).toBeDefined();
    const since = stage.delivery.state().awaySince;
    for (let minute = 2; minute <= 12; minute += 1) {
      await stage.until(Date.parse("2026-06-25T07:00Z") + minute * 60_000);
      expect(stage.delivery.state().awaySince).toBe(since);
    }
    expect(stage.standIn.requests.some(({ method, status }) => method === "GET" && status === 200)).toBe(true);
    expect(lines()).toEqual(["Discord does not take posts: they wait, and go out once it does"]);
    away.remove();
    await stage.until("2026-06-25T07:40Z");
    expect(stage.delivery.state().awaySince).toBeUndefined();
    expect(lines().filter((line) => line.startsWith("Discord"))).toHaveLength(
      action.kind === "drop" && action.stored ? 1 : 2,
    );
  },
);
