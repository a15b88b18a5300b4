import { describe, expect, test } from "vitest";
import { parseLocalDate } from "../../src/almanac/date.ts";
import { expectDiscordTakes, textOf } from "./discord.ts";
import { postOf, YEAR } from "./real-posts.ts";

/** What people read of the post of a date, without the addresses of its links. */
function read(date: string, ...parties: readonly string[]): string {
  const parsed = parseLocalDate(date);
  if (parsed === undefined) throw new Error(date);
  return textOf(postOf(parsed, parties).message).replaceAll(/\[(source(?: \d)?)\]\(https?:[^)\s]+\)/gu, "[$1]");
}

describe("posts that the project was started for", () => {
  test("Belarus, 25 June 2026", () => {
    expect(read("2026-06-25", "BY")).toContain(
      "🇧🇾 🇷🇺 **34 years**: Belarus and Russia established diplomatic relations (1992) [source]",
    );
  });

  test("Belgium, 25 August 2027", () => {
    expect(read("2027-08-25", "BE")).toMatch(
      /^🇧🇪 🇰🇿 \*\*35 years\*\*: Belgium and Kazakhstan established diplomatic relations \(1992.*18 August 1992\) \[source\] \[source 2\] \[source 3\]$/mu,
    );
  });

  test("South Korea, 23 March 2026: the Korean Empire, and who continues it", () => {
    const post = read("2026-03-23", "KR");
    expect(post).toMatch(
      /^### 🇧🇪 125 years\nBelgium and the Korean Empire established diplomatic relations \(1901.*\) \[source\]$/mu,
    );
    expect(post).toContain("-# The Korean Empire: continued by South Korea");
  });

  test("Russia, 12 June 2026: the Soviet Union under its own name, with the other date", () => {
    const post = read("2026-06-12", "RU");
    expect(post).toContain(
      "🇧🇪 **91 years**: Belgium and the Soviet Union established diplomatic relations (1935; other sources give 12 July 1935) [source] [source 2]",
    );
    expect(post).toContain("The Soviet Union: continued by Russia");
  });
});

describe("a day of every month", () => {
  test.each([[[]], [["BE"]], [["US", "GB", "FR"]]])("is a post that Discord takes, following %j", (parties) => {
    for (const date of YEAR.filter(({ month, day }) => day === month * 2)) {
      for (const lines of [5, 20]) {
        const post = postOf(date, parties, lines);
        expectDiscordTakes(post.message);
        expectDiscordTakes(post.plain);
      }
    }
  });
});
