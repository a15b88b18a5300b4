import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readHour, suggestHours } from "../../../commands/typed/hour.ts";
import { english } from "../../messages/language.ts";

test.each([
  ["9", "09:00"],
  ["9h", "09:00"],
  ["09:00", "09:00"],
  ["9.30", "09:30"],
  ["21h15", "21:15"],
  ["9am", "09:00"],
  ["12 am", "00:00"],
  ["12 p.m.", "12:00"],
  ["9:30 PM", "21:30"],
  [" 0:05 ", "00:05"],
  ["Noon", "12:00"],
  ["12 noon", "12:00"],
  ["midday", "12:00"],
  [" Midnight", "00:00"],
])("%j is %s", (typed, hour) => {
  expect(readHour(typed, english)).toBe(hour);
});

test.each(["", "24:00", "25", "9:60", "13 pm", "0 am", "noo", "13 noon", "afternoon", "9:5", "-1", "９"])(
  "%j is no time of day",
  (typed) => {
    expect(readHour(typed, english)).toBeUndefined();
  },
);

test("nothing typed offers the full hours; what is offered can be read", () => {
  expect(suggestHours("", english)).toHaveLength(24);
  expect(suggestHours("7:2", english)).toEqual([]);
  expect(suggestHours("7", english)).toEqual(["07:00", "07:30"]);
  expect(suggestHours("18:45", english)).toEqual(["18:45"]);
  for (const [typed, hour] of [
    ["No", "12:00"],
    ["midn", "00:00"],
    ["noon", "12:00"],
  ] as const)
    expect(suggestHours(typed, english)).toEqual([hour]);
  expect(suggestHours("mid", english)).toEqual(["12:00", "00:00"]);
  fc.assert(
    fc.property(fc.string(), (typed) => {
      for (const hour of suggestHours(typed, english)) expect(readHour(hour, english)).toBe(hour);
    }),
  );
});
