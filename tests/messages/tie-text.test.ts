import { expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import { tieText } from "../../src/messages/lookup/tie-text.ts";
import { readerOf } from "../../src/messages/sentence.ts";
import { event, tie } from "../almanac/tie-events.ts";
import { english } from "./language.ts";

test("a doubtful break is told behind the relations that last, and ends no years", () => {
  const broken: Event = { ...event(1970, "relations-severed", "GB", "FR"), confidence: "low" };
  const found = tie([event(1960, "relations-established", "GB", "FR"), broken], "GB", "FR");
  const today = { precision: "day", year: 2026, month: 6, day: 25 } as const;
  const relations = { tie: found, standing: "lasting", traces: undefined } as const;
  const { text } = tieText(relations, ["GB", "FR"], today, readerOf(english, []), undefined);
  expect(text).toMatch(
    /^Diplomatic relations since 1960: 6\d years; .*\. Only doubtful sources tell of a break since: broken off 1970 \(doubtful\)\.$/,
  );
});
