import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeMarkdown, link, linkTarget } from "../../src/messages/markdown.ts";
import { clean, shorten } from "../../src/messages/plain.ts";

/** What Discord shows of text in which every special character is behind a backslash. */
function rendered(markdown: string): string {
  return markdown.replace(/\\([^0-9A-Za-z\s])/gu, "$1");
}

/** Anything left that would be formatting: special characters without a backslash before them. */
function unescaped(markdown: string): string {
  return markdown.replace(/\\[^0-9A-Za-z\s]/gu, "x");
}

const hostile = fc
  .array(
    fc.constantFrom(
      "**",
      "_",
      "__",
      "~~",
      "`",
      "```",
      "||",
      "> ",
      ">>> ",
      "# ",
      "### ",
      "-# ",
      "- ",
      "* ",
      "+ ",
      "1. ",
      "12) ",
      "[a](https://b.c)",
      "https://x.y",
      "<https://x.y>",
      "<@123>",
      "<@&5>",
      "<#5>",
      "</day:5>",
      "<t:1:R>",
      "<:x:1>",
      "@everyone",
      "@here",
      "\\",
      "\n",
      " ",
      "a",
      "É",
      "日本",
    ),
  )
  .map((parts) => parts.join(""));

describe("escaping", () => {
  test("keeps the text exactly", () => {
    fc.assert(
      fc.property(
        fc.oneof(hostile, fc.string({ unit: "grapheme" })),
        (text) => rendered(escapeMarkdown(text)) === text,
      ),
    );
  });

  test("leaves nothing that formats, links or pings", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const rest = unescaped(escapeMarkdown(text));
        expect(rest).not.toMatch(/[*_~`|[\]<>\\]|:\/\/|@(?:everyone|here)/iu);
        expect(rest).not.toMatch(/^\s*(?:[#>+-]|\d+[.)])/mu);
      }),
    );
  });

  test.each([
    ["-# small", String.raw`\-# small`],
    ["1. one", String.raw`1\. one`],
    ["<t:1:R>", String.raw`\<t:1:R\>`],
    ["see https://a.b", String.raw`see https\://a.b`],
    ["Guinea-Bissau (1974)", "Guinea-Bissau (1974)"],
  ])("%s", (text, escaped) => expect(escapeMarkdown(text)).toBe(escaped));
});

describe("the playground's renderer of Discord's markdown", async () => {
  const page = new URL("../../src/playground/page/inline.js", import.meta.url).href;
  const { inline } = (await import(page)) as { inline: (text: string, names: object) => readonly unknown[] };

  /** It has no document here: whatever it would make an element of fails. */
  test("shows escaped text as that text and makes nothing of it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(inline(escapeMarkdown(text), {}).join("")).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("cleaning", () => {
  test("takes away what hides, reorders and piles up", () => {
    expect(clean("a\u202Eb\u200Bc\u2066d\u{E0041}")).toBe("abcd");
    expect(clean(" two\r\nlines\t ")).toBe("two lines");
    expect(clean("\u0301".repeat(90)).length).toBeLessThanOrEqual(4);
    expect(clean("lone \uD800 surrogate")).toBe("lone \uFFFD surrogate");
  });
  test("leaves words alone", () => {
    const words = "Côte d’Ivoire, Việt Nam, क्‍ष, ایران‌زمین, 日本, São Tomé & Príncipe";
    expect(clean(words)).toBe(words);
  });
  test("is done once", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => clean(clean(text)) === clean(text)));
  });
});

describe("shortening", () => {
  test("stays inside the limit and begins as the text does", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 1, max: 40 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(short.length).toBeLessThanOrEqual(limit);
        expect(text.startsWith(short.replace(/…$/u, "").trimEnd()) || text === short).toBe(true);
        expect(short.isWellFormed()).toBe(text.isWellFormed());
      }),
    );
  });
});

describe("links", () => {
  test.each([
    ["https://en.wikipedia.org/wiki/Treaty_(1901)", "https://en.wikipedia.org/wiki/Treaty_%281901%29"],
    [
      "http://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=VII-8",
      "http://treaties.un.org/pages/ViewDetails.aspx?src=TREATY&mtdsg_no=VII-8",
    ],
    ["https://a.b/with space", "https://a.b/with%20space"],
    ["javascript:alert(1)", undefined],
    ["https://user:password@a.b/", undefined],
    ["no address", undefined],
    [`https://a.b/${"x".repeat(600)}`, undefined],
  ])("%s", (url, target) => expect(linkTarget(url)).toBe(target));

  test("have nothing inside that ends them", () => {
    fc.assert(
      fc.property(fc.webUrl({ withFragments: true, withQueryParameters: true }), (url) => {
        expect(linkTarget(url) ?? "").not.toMatch(/[\s()<>\\]/u);
      }),
    );
    expect(link("a]b", "https://a.b/")).toBe(String.raw`[a\]b](https://a.b/)`);
  });
});
