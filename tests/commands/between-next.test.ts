import { expect, test } from "vitest";
import { LEAP_DAY } from "../../src/almanac/anniversary.ts";
import { localDate, YEAR_AHEAD } from "../../src/almanac/calendar.ts";
import { ofPair } from "../../src/digest/of-pair.ts";
import { between } from "../../src/digest/reminders.ts";
import { realAlmanac } from "../digest/real-almanac.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test.each([
  [
    "US",
    "Libya",
    /75 years\*\*: [^(]*(?:United States|Libya)[^(]*(?:United States|Libya)[^(]*diplomatic relations \(1951/u,
  ],
  ["US", "India", /India/u],
  ["UK", "Cuba", /Cuba/u],
  ["Germany", "Ireland", /Ireland/u],
])(
  "/between %s %s marks next what the two did with each other, not what others did on that day",
  async (a, b, told) => {
    await withBot(NOW, async (running) => {
      const { text } = await ask(running, "between", { a, b });
      const lines = text
        .split("\n")
        .filter((line) => /^(?:Next to mark|Biggest anniversary in the coming year): /u.test(line));
      expect(lines.length).toBeGreaterThan(0);
      for (const line of lines) expect(line).not.toMatch(/became independent|Türkiye/u);
      expect(lines.join("\n")).toMatch(told);
    });
  },
);

test("what is told of a pair has both in each of its events, whoever else did something that day", () => {
  const almanac = realAlmanac();
  const codes = ["US", "GB", "FR", "DE", "IN", "LY", "CU", "IE", "EE", "nato"];
  for (const [at, one] of codes.entries())
    for (const other of codes.slice(at + 1)) {
      const pair = [one, other] as const;
      const { items } = almanac.upcoming(localDate(2026, 6, 25), YEAR_AHEAD, LEAP_DAY, between(pair), {
        order: "date",
      });
      for (const { occasion } of items.map(ofPair(pair, almanac)))
        for (const { event } of [occasion.lead, ...occasion.others])
          for (const code of pair)
            expect(
              event.parties.some((party) => almanac.parties.lineageOf(code).has(party)),
              `${one} ${other} ${event.id}`,
            ).toBe(true);
    }
});

test("relations of less than a year are said to be so, not to last 0 years", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "Andorra", b: "Grenada" });
    expect(text).toMatch(/since 23 September 2025[^:]*: less than a year; no break is known to the archive/u);
    expect(text).not.toContain("0 years,");
  });
});
