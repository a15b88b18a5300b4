import { expect, test } from "vitest";
import { createPacer } from "../../src/delivery/pacer.ts";
import { createWeather } from "../../src/delivery/weather.ts";
import type { Answer } from "../../src/ports.ts";
import { FakeClock } from "../support/clock.ts";
import { recordingLog } from "./support.ts";

const AWAY: Answer<unknown> = { outcome: "unanswered", reason: "no answer" };

function scene() {
  const clock = new FakeClock("2026-06-25T07:00Z");
  const pacer = createPacer(clock, 40);
  const { log, lines } = recordingLog(clock);
  return { weather: createWeather(clock, pacer, log), lines, paused: () => pacer.pausedUntil() - clock.now() };
}

test("four servers that go on failing keeps nobody else waiting", () => {
  const { weather, paused, lines } = scene();
  for (let tries = 0; tries < 50; tries += 1) weather.note(AWAY, `${tries % 4}`);
  expect(paused()).toBeLessThanOrEqual(0);
  expect(lines()).toEqual([]);
});

test("five in a row: everything waits, longer each time, until one is answered", () => {
  const { weather, paused, lines } = scene();
  const pauses = Array.from({ length: 10 }, (_, server) => {
    weather.note(AWAY, `${server % 5}`);
    return paused();
  });
  expect(pauses.slice(4)).toEqual([5_000, 10_000, 20_000, 40_000, 60_000, 60_000]);
  expect(pauses[3]).toBeLessThanOrEqual(0);
  weather.note({ outcome: "done", value: "1" }, "1");
  expect(lines()).toHaveLength(2);
});
