import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readHour, suggestHours } from "../../../commands/typed/hour.ts";

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
])("%j is %s", (typed, hour) => {
  expect(readHour(typed)).toBe(hour);
});

test.each(["", "24:00", "25", "9:60", "13 pm", "0 am", "noon", "9:5", "-1", "９"])("%j is no time of day", (typed) => {
  expect(readHour(typed)).toBeUndefined();
});

test("nothing typed offers the full hours; what is offered can be read", () => {
  expect(suggestHours("")).toHaveLength(24);
  expect(suggestHours("7:2")).toEqual([]);
  expect(suggestHours("7")).toEqual(["07:00", "07:30"]);
  expect(suggestHours("18:45")).toEqual(["18:45"]);
  fc.assert(
    fc.property(fc.string(), (typed) => {
      for (const hour of suggestHours(typed)) expect(readHour(hour)).toBe(hour);
    }),
  );
});
