import { expect, test } from "vitest";
import { changesOf, judge, minutesAround, TIMES, zoneOf } from "../delivery/year.ts";

const FROM = Date.parse("2024-01-01T00:00Z");
const TO = Date.parse("2031-01-01T00:00Z");
/** Days on which nothing happens to the clocks, in every season, with the ends of months and years and a leap day. */
const ODD_DAYS = ["2024-02-29", "2025-12-31", "2028-06-30"].map((date) => Date.parse(`${date}T12:00Z`));

test("every zone, every half hour, every change of the clocks from 2024 to 2030: one post a local date that exists", () => {
  let posts = 0;
  const faults: string[] = [];
  for (const zone of Intl.supportedValuesOf("timeZone").map(zoneOf))
    for (const around of [...changesOf(zone, FROM, TO), ...ODD_DAYS]) {
      const verdict = judge(zone, TIMES, minutesAround(around));
      posts += verdict.posts;
      faults.push(...verdict.faults);
    }
  expect(faults).toEqual([]);
  expect(posts).toBeGreaterThan(300_000);
});
