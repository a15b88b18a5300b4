import { expect, test } from "vitest";
import { few } from "../../src/messages/lookup/tie-history.ts";
import { english } from "./language.ts";

type Steps = Parameters<typeof few>[0];

const steps = (wars: number, others: number): Steps => [
  ...Array.from({ length: wars }, (_, at) => ({ date: year(1700 + at), text: `war ${at}`, isWar: true }) as const),
  ...Array.from({ length: others }, (_, at) => ({ date: year(1900 + at), text: `step ${at}` })),
];

function year(value: number): Steps[number]["date"] {
  return { precision: "year", year: value };
}

test("twelve steps of a history are told; of more, wars are left out before beginnings and ends, and their number is said", () => {
  expect(few(steps(6, 6), english)).not.toContain("more step");
  const told = few(steps(7, 7), english).split("; ");
  expect(told.slice(0, 2)).toEqual(["war 0", "3 more steps"]);
  expect(told.filter((text) => text.startsWith("step"))).toHaveLength(7);
  expect(told).toHaveLength(12);
  expect(few(steps(0, 14), english)).toMatch(/^step 0; 3 more steps; step 4; .*step 13$/u);
});
