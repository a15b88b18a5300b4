import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import { lastingSince, type Tie } from "../../src/almanac/ties.ts";
import { warsSince } from "../../src/almanac/ties-standing.ts";
import { event, isContinuous, tie } from "./tie-events.ts";

test("a second beginning after a war of the years before it shows a break; an older war shows none", () => {
  const start = event(1825, "relations-established", "AR", "GB");
  const war = event(1982, "war-began", "AR", "GB");
  const after = (year: number): Tie => tie([start, war, event(year, "relations-established", "AR", "GB")], "AR", "GB");
  expect(after(2002).stretches).toMatchObject([{ ended: { how: "unknown" } }, { began: { date: { year: 2002 } } }]);
  expect(after(2003).stretches).toMatchObject([{ began: start, anew: [{ date: { year: 2003 } }] }]);
});

test("a war that was declared ends relations, whether a break is on record or not, until they begin again", () => {
  const start = event(1858, "relations-established", "JP", "US");
  const war = [event(1941, "war-declared", "US", "JP"), event(1945, "fighting-ended", "JP", "US")];
  const fought = tie([start, ...war], "JP", "US");
  expect(lastingSince(fought)).toBeUndefined();
  expect(fought.stretches).toMatchObject([
    { began: start, ended: { how: "war", by: { ended: { date: { year: 1945 } } } } },
  ]);
  const again = tie([start, ...war, event(1952, "relations-restored", "JP", "US")], "JP", "US");
  expect(lastingSince(again)?.date.year).toBe(1952);
  expect(again.stretches).toHaveLength(2);
  const broken = event(1941, "relations-severed", "US", "JP");
  expect(tie([start, war[0] ?? start, broken], "JP", "US").stretches[0]?.ended).toEqual({ how: "broken", by: broken });
});

test("who breaks off years after a war that ended relations had taken them up meanwhile", () => {
  const war = event(1879, "war-declared", "CL", "BO");
  const broken = event(1962, "relations-severed", "BO", "CL");
  const found = tie([event(1831, "relations-established", "BO", "CL"), war, broken], "BO", "CL");
  expect(found.stretches.map(({ ended }) => ended?.how)).toEqual(["war", "broken"]);
  expect(found.stretches[1]).toEqual({ ended: { how: "broken", by: broken } });
});

test("of a war that nobody declared it is not known whether relations lasted, unless they began again", () => {
  const start = event(1825, "relations-established", "AR", "GB");
  const war = [event(1982, "war-began", "AR", "GB"), event(1982, "fighting-ended", "GB", "AR")];
  const found = tie([start, ...war], "AR", "GB");
  expect(lastingSince(found)).toBe(start);
  expect(warsSince(found)).toHaveLength(1);
  expect(isContinuous(found)).toBe(false);
  const sign = event(1990, "embassy-opened", "GB", "AR");
  expect(tie([start, ...war, sign], "AR", "GB").signs).toEqual([sign]);
  expect(warsSince(tie([start, ...war, event(1990, "relations-restored", "AR", "GB")], "AR", "GB"))).toEqual([]);
});

test("what begins while a war lasts, or bears its name, is that war; what begins after it is another", () => {
  const named = (name: string, each: Event): Event => ({ ...each, name });
  const great = [
    named("World War II", event(1941, "war-began", "US", "JP")),
    named("World War II", event(1942, "war-declared", "JP", "US")),
    event(1945, "fighting-ended", "JP", "US"),
  ];
  const { wars } = tie(
    [...great, event(1951, "peace-treaty", "JP", "US"), event(1960, "war-began", "JP", "US")],
    "JP",
    "US",
  );
  expect(wars).toMatchObject([
    {
      began: { date: { year: 1941 } },
      declared: true,
      ended: { date: { year: 1945 } },
      peace: { date: { year: 1951 } },
    },
    { began: { date: { year: 1960 } }, declared: false },
  ]);
  expect(wars[1]).not.toHaveProperty("ended");
});
