import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { localDate } from "../../src/almanac/calendar.ts";
import { OWN_LIMITS, type OwnEvent } from "../../src/almanac/own-event.ts";
import type { OwnAnniversary } from "../../src/digest/own.ts";
import { dailyPost } from "../../src/messages/daily-post.ts";
import { headsUpPost } from "../../src/messages/heads-up-post.ts";
import { ownLine } from "../../src/messages/own/own-line.ts";
import { weekPost } from "../../src/messages/week-post.ts";
import { expectDiscordTakes, textOf } from "./discord.ts";
import { event, occasion } from "./events.ts";
import { english } from "./language.ts";

const on = localDate(2026, 8, 25);
const options = { following: [], late: false };

function own(changes: Partial<OwnEvent> = {}, years: number | "none" = 34): OwnAnniversary {
  const given = { text: "Twinning of Ghent and Gwangju", kind: undefined, parties: [], link: undefined };
  const date =
    years === "none" ? ({ precision: "every-year", month: 8, day: 25 } as const) : localDate(2026 - years, 8, 25);
  return { event: { id: "0", date, ...given, ...changes }, on, years: years === "none" ? undefined : years };
}

const lines = [
  {
    ...occasion(2026, event("1976-08-25", "independence", "MZ PT")),
    sequel: { lineage: [], next: { years: 60, year: 2036 } },
  },
];

describe("the line of an own date", () => {
  test.each([
    [own(), "**34 years**: Twinning of Ghent and Gwangju (1992)"],
    [own({ kind: "twin towns" }), "**34 years**: Twinning of Ghent and Gwangju (1992; twin towns)"],
    [
      own({ kind: "treaty-signed", parties: ["BE", "KR"] }),
      "🇧🇪 🇰🇷 **34 years**: Twinning of Ghent and Gwangju (1992; Treaty signed)",
    ],
    [own({ parties: ["SUHH"] }), "**34 years**: Twinning of Ghent and Gwangju (1992; Soviet Union)"],
    [own({ text: "Anna", kind: "name day" }, "none"), "Anna (name day)"],
    [own({ text: "Anna" }, "none"), "Anna"],
    [own({ text: "Reception" }, 0), "Reception"],
    [own({ text: "Reception", kind: "visit" }, 0), "Reception (Visit)"],
    [own({ text: "Anna", link: "https://example.org/a" }, "none"), "Anna [example.org](https://example.org/a)"],
  ])("%#", (given, markdown) => {
    expect(ownLine(given, english).markdown).toBe(markdown);
  });

  test("shows what was typed as it was typed, whatever it would be as markdown, and the host of its link", () => {
    const text = "@everyone **x** [a](https://evil.example) <@123456789012345678> # h `c` ||s|| <t:0:R>";
    const { markdown } = ownLine(own({ text, kind: "*k*", link: "https://evil.example/a_b" }), english);
    expect(markdown).toBe(
      "**34 years**: \\@everyone \\*\\*x\\*\\* \\[a\\](https\\://evil.example) \\<@123456789012345678\\> # h \\`c\\` \\|\\|s\\|\\| \\<t:0:R\\> (1992; \\*k\\*) [evil.example](https://evil.example/a_b)",
    );
    expect(ownLine(own({ text: "# h" }, "none"), english).markdown).toBe("\\# h");
    expect(ownLine(own({ text: "> q" }, "none"), english).markdown).toBe("\\> q");
  });
});

describe("own dates in posts", () => {
  test("a daily post has them first, under a heading of their own; one with nothing else is a post as well", () => {
    const both = [own({}, 50), own({ text: "Anna" }, "none")];
    const post = dailyPost({ date: on, lines, omitted: 3 }, english, options, both);
    expect(textOf(post.message)).toBe(
      [
        "## Tuesday, 25 August 2026",
        "### This server’s own dates",
        "**50 years**: Twinning of Ghent and Gwangju (1976)",
        "Anna",
        "### 🇲🇿 🇵🇹 50 years",
        "Mozambique became independent from Portugal (1976) [source](https://example.org/relations)",
        "-# 3 more events of this day: press “Whole day”, or use /today.",
      ].join("\n"),
    );
    expect(textOf(post.plain)).toContain("**This server’s own dates**\n**50 years**: Twinning");
    expect(post.tiers).toEqual([50, 50]);
    const alone = dailyPost({ date: on, lines: [], omitted: 0 }, english, options, [own({ text: "Anna" }, "none")]);
    expect(textOf(alone.message)).toBe("## Tuesday, 25 August 2026\n### This server’s own dates\nAnna");
    expectDiscordTakes(post.message);
    expectDiscordTakes(alone.message);
  });

  test("of one day five are shown, and the others counted", () => {
    const many = Array.from({ length: 8 }, (_, index) => own({ text: `Ours ${index}` }, "none"));
    const text = textOf(dailyPost({ date: on, lines, omitted: 0 }, english, options, many).message);
    expect(text).toContain("Ours 4\n-# 3 more of this server’s own dates: press “Whole day”.");
    expect(text).not.toContain("Ours 5");
    expect(text).toContain("Mozambique");
  });

  test("a week has them first, each with its day and its day's button, also where it has nothing else", () => {
    const preview = { first: localDate(2026, 8, 24), last: localDate(2026, 8, 30), lines: [], omitted: 0 };
    const text = textOf(weekPost(preview, english, options, [own({ text: "Anna" }, "none")]).message);
    expect(text).toContain("### This server’s own dates\n**Tuesday 25 August**: Anna");
    const { message } = weekPost(preview, english, options, [own({ text: "Anna" }, "none")]);
    expect(JSON.stringify(message.components)).toContain("v1:on:day:2026-08-25:1:");
  });

  test("days before tell of them as well", () => {
    const post = headsUpPost({ date: on, lines: [], omitted: 0 }, localDate(2026, 8, 18), english, options, [
      own({}, 50),
    ]);
    expect(textOf(post.message)).toContain("### This server’s own dates\n**50 years**: Twinning");
    expect(post.tiers).toEqual([]);
  });

  test("the longest that a server can type fits into every post, and never hides that there is more", () => {
    const character = fc.constantFrom("*", "_", "a", "\\", "|", "é", "👩‍👩‍👧", "中");
    const typed = (most: number) =>
      fc
        .array(character, { minLength: 1, maxLength: most })
        .map((parts) => parts.join("").slice(0, most).toWellFormed());
    const any = fc.record({ text: typed(OWN_LIMITS.text), kind: typed(OWN_LIMITS.kind) });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (typedOnes) => {
        const link = `https://example.org/${"x".repeat(280)}`;
        const parties = ["BE", "KR", "SUHH", "nato", "un", "US", "NL", "GB", "CSHH", "korean-empire"];
        const all = typedOnes.map((each) => own({ ...each, link, parties }));
        const { message, plain } = dailyPost({ date: on, lines, omitted: 0 }, english, options, all);
        const preview = { first: on, last: on, lines: [], omitted: 0 };
        for (const form of [message, plain, weekPost(preview, english, options, all).message]) expectDiscordTakes(form);
        const shown = textOf(message).split("**34 years**").length - 1;
        const { length } = all;
        expect(shown).toBeGreaterThan(0);
        if (shown < length) expect(textOf(message)).toMatch(/\d+ more of this server’s own dates/);
      }),
      { numRuns: 50 },
    );
  });
});
