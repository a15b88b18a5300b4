import { expect, test } from "vitest";
import { importLines } from "./lines.ts";

const visit = { file: "us-visits-in", kind: "visit", parties: ["SUHH", "US"], first: true } as const;

test.each([
  ["after another the same way", { ...visit, first: false, date: "1987-12-07" }, false],
  ["after one the other way", { ...visit, parties: ["US", "SUHH"], date: "1972-05-22" }, true],
  ["before another", { ...visit, first: false, date: "1990-05-30" }, true],
  ["in a year of which another is known to the year alone", { ...visit, first: false, date: "1988" }, true],
] as const)("a visit that its list calls the first is that unless it was made %s", (_, other, isFirst) => {
  const { events } = importLines([other, { ...visit, date: "1988-12-07" }]);
  expect(events.find(({ draft }) => draft.date === "1988-12-07")?.draft.first).toBe(isFirst);
});
