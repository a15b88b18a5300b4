import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../../src/almanac/event.ts";
import type { Digest, DigestLine } from "../../src/digest/digest.ts";
import { parseCustomId } from "../../src/messages/custom-id.ts";
import { dailyPost } from "../../src/messages/daily-post.ts";
import { parseDayView } from "../../src/messages/day-view.ts";
import type { Post } from "../../src/messages/post.ts";
import { buttonsOf, expectDiscordTakes, textOf } from "./discord.ts";
import { event, occasion } from "./events.ts";
import { english, knowsAll } from "./language.ts";
import { longText, monster } from "./monster.ts";

const date = { precision: "day", year: 2026, month: 6, day: 25 } as const;
const everything = { following: [], late: false };

function digest(lines: readonly Event[], omitted = 0): Digest {
  const line = (each: Event): DigestLine => ({
    ...occasion(2026, each),
    sequel: { lineage: [], next: { years: 40, year: 2032 } },
  });
  return { date, lines: lines.map(line), omitted };
}

describe("a daily post", () => {
  const belarus = event("1992-06-25", "relations-established", "BY RU");
  const mozambique = event("1976-06-25", "independence", "MZ PT");

  test("sets the best line apart where it is a milestone, then says the rest in a line each", () => {
    const { message } = dailyPost(digest([mozambique, belarus], 12), english, everything);
    expect(textOf(message)).toBe(
      [
        "## Thursday, 25 June 2026",
        "### 🇲🇿 🇵🇹 50 years",
        "Mozambique became independent from Portugal (1976) [source](https://example.org/relations)",
        "🇧🇾 🇷🇺 **34 years**: Belarus and Russia established diplomatic relations (1992) [source](https://example.org/relations)",
        "-# 12 more events of this day: press “Whole day”, or use /today.",
      ].join("\n"),
    );
    expectDiscordTakes(message);
  });

  test("keeps the best line first, even where a lesser one is a milestone", () => {
    const { message } = dailyPost(digest([belarus, mozambique]), english, everything);
    expect(textOf(message).indexOf("34 years")).toBeLessThan(textOf(message).indexOf("50 years"));
    expect(textOf(message)).not.toContain("### ");
  });

  test("has a plain form for channels that take no components V2", () => {
    const { plain } = dailyPost(digest([belarus]), english, { following: [], late: true });
    expect(textOf(plain)).toBe(
      [
        "**Thursday, 25 June 2026**",
        "🇧🇾 🇷🇺 **34 years**: Belarus and Russia established diplomatic relations (1992) [source](https://example.org/relations)",
        "-# This post is late: it was due earlier today.",
      ].join("\n"),
    );
    expectDiscordTakes(plain);
  });

  test("leads to the whole day for whom it follows, with room for delivery's mark", () => {
    const { message } = dailyPost(digest([belarus]), english, { following: ["BY"], late: false });
    const [button] = buttonsOf(message);
    expect(button?.label).toBe("Whole day");
    const route = parseCustomId(button?.custom_id ?? "");
    expect(route).toMatchObject({ command: "on", action: "day" });
    expect(parseDayView(route?.args ?? [], knowsAll)).toEqual({ date, page: 1, following: ["BY"] });
    expect(`${button?.custom_id}:${"k".repeat(22)}`.length).toBeLessThanOrEqual(100);
  });

  test("names a title and the tiers for delivery", () => {
    const post = dailyPost(digest([belarus, mozambique]), english, everything);
    expect(post.title).toBe("Thursday, 25 June 2026");
    expect(post.tiers).toEqual([1, 50]);
  });

  test("shows no flag for a former state", () => {
    const { message } = dailyPost(
      digest([event("1935-06-12", "relations-established", "BE SUHH")]),
      english,
      everything,
    );
    expect(textOf(message)).toContain("🇧🇪 **91 years**");
  });

  test("names the source where its address cannot be a link", () => {
    const sources = [{ id: "s", name: "A *book*", url: "not an address", publisher: "" }] as const;
    const { message } = dailyPost(digest([{ ...belarus, sources }]), english, everything);
    expect(textOf(message)).toContain(String.raw`(1992) (A \*book\*)`);
  });
});

describe("any daily post", () => {
  const posts = fc
    .tuple(fc.array(monster, { maxLength: 20 }), fc.nat(999), fc.array(longText, { maxLength: 40 }), fc.boolean())
    .map(([events, omitted, following, late]): [Digest, Post] => {
      const given = digest(events, omitted);
      return [given, dailyPost(given, english, { following, late })];
    });

  test("is one that Discord takes, in both forms", () => {
    fc.assert(
      fc.property(posts, ([, post]) => {
        expectDiscordTakes(post.message);
        expectDiscordTakes(post.plain);
        expect(post.title.length).toBeLessThanOrEqual(100);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("counts every line that it leaves out", () => {
    fc.assert(
      fc.property(posts, ([given, { plain, message }]) => {
        for (const form of [plain, message]) {
          const shown = textOf(form)
            .split("\n")
            .filter((line) => /\d years?\*{0,2}|National day of/u.test(line) && !line.startsWith("-#")).length;
          const [, told = "0"] = /-# (\d+) more event/u.exec(textOf(form).replaceAll(",", "")) ?? [];
          expect(shown + Number(told)).toBeGreaterThanOrEqual(given.lines.length + given.omitted);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });
});
