import * as fc from "fast-check";
import { expect, test } from "vitest";
import { TIERS } from "../../src/almanac/anniversary.ts";
import { FAMILIES } from "../../src/almanac/kind.ts";
import { PRESETS } from "../../src/almanac/parties/presets.ts";
import { changesBetween } from "../../src/delivery/settings-text.ts";
import { before } from "../../src/delivery/settings-undo.ts";
import {
  LONGEST_LATE_WINDOW,
  parsePostAt,
  parseZone,
  type SubscriptionSettings,
  WEEKDAYS,
} from "../../src/delivery/subscription.ts";
import type { Together } from "../../src/digest/digest.ts";
import { settingsWith } from "../store/support.ts";

const some = <T>(values: readonly T[]) => fc.subarray([...values]);
const one = <T>(values: readonly T[]) => fc.constantFrom(...values);
const snowflake = fc.constantFrom("400000000000000001", "400000000000000002");
const must = <T>(value: T | undefined): T => value ?? expect.fail("a value of the test does not parse");

const settings: fc.Arbitrary<SubscriptionSettings> = fc
  .record({
    postAt: one(["00:00", "09:00", "23:59"].map((text) => must(parsePostAt(text)))),
    zone: one(["UTC", "Europe/Kyiv", "Asia/Tokyo"].map((text) => must(parseZone(text)))),
    locale: one(["en-GB", "fr"]),
    presets: some(PRESETS).chain((all) =>
      fc.tuple(...all.map((preset) => some(["BE", "KR", "SUHH"]).map((members) => ({ preset, members })))),
    ),
    mention: fc.option(fc.record({ roleId: snowflake, tiers: some(TIERS) }), { nil: undefined }),
    lateWindow: fc.integer({ min: 0, max: LONGEST_LATE_WINDOW }),
    crosspost: fc.boolean(),
    thread: fc.boolean(),
    forumTags: fc.uniqueArray(snowflake),
    overviews: fc.record({ month: fc.boolean(), year: fc.boolean() }),
    headsUpDays: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
    weekly: fc.option(one(WEEKDAYS), { nil: undefined }),
    selection: fc.record({
      parties: some(["BE", "KR", "SUHH", "nato"]),
      together: fc.uniqueArray(
        one<Together>([
          ["BE", "KR"],
          ["nato", "RU"],
          ["BE", "LU", "NL"],
        ]),
      ),
      families: some(FAMILIES),
      tier: one(TIERS),
      lines: fc.integer({ min: 1, max: 20 }),
      leapDay: one(["02-28", "03-01"] as const),
      routine: one(["when-empty", "never"] as const),
    }),
  })
  .map((chosen) => ({ ...settingsWith(), ...chosen }));

test("what a change's record says is enough to take it back, whatever was changed", () => {
  fc.assert(
    fc.property(settings, settings, (was, is) => {
      expect(before(is, changesBetween(was, is))).toEqual(was);
    }),
  );
});

test("a move is taken back; what this version cannot read is not", () => {
  const moved = settingsWith({ channelId: "200000000000000002", channelKind: "forum" });
  expect(before(moved, changesBetween(settingsWith(), moved))).toEqual(settingsWith());
  expect(before(moved, [{ setting: "channel-kind", from: "category", to: "text" }])).toBeUndefined();
  expect(before(moved, [{ setting: "tier", from: "7", to: "25" }])).toBeUndefined();
  expect(before(moved, [{ setting: "late-window", from: "1440", to: "60" }])).toBeUndefined();
});
