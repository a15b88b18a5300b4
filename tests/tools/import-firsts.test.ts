import { expect, test } from "vitest";
import { importLines } from "./lines.ts";

const visit = { file: "us-visits-in", kind: "visit", parties: ["KE", "BE"], first: true } as const;

test.each([
  ["after another the same way", { ...visit, first: false, date: "1977-12-07" }, false],
  ["after one the other way", { ...visit, parties: ["BE", "KE"], date: "1972-05-22" }, true],
  ["before another", { ...visit, first: false, date: "1980-05-30" }, true],
  ["in a year of which another is known to the year alone", { ...visit, first: false, date: "1978" }, true],
] as const)("a visit that its list calls the first is that unless it was made %s", (_, other, isFirst) => {
  const { events } = importLines([other, { ...visit, date: "1978-12-07" }]);
  expect(events.find(({ draft }) => draft.date === "1978-12-07")?.draft.first).toBe(isFirst);
});
