import type { Random } from "./random.ts";

/** What people type who mean well. */
const HONEST = [
  "Belgium",
  "BE",
  "be, kz",
  "Ceylon",
  "🇧🇪",
  "Korean Empire",
  "European Union",
  "NATO",
  "Бельгия",
  "日本",
  "대한민국",
  "25 June",
  "2026-06-25",
  "tomorrow",
  "29 February",
  "31.12.",
  "09:00",
  "9",
  "Europe/Brussels",
  "UTC",
  "Kathmandu",
  "visits",
  "relations",
  "treaty",
  "Elysee Treaty",
  "Gorbachev 1989",
  "be-kz-1992-08-25-relations-established",
  "1984~1x9f3k",
  "Czechia",
  "Slovakia",
  "Soviet Union",
  "Russia",
  "US",
  "Iran",
] as const satisfies readonly string[];

/** What must come out escaped, if at all; PWN marks it. */
const MARKDOWN = [
  "**PWN**",
  "[PWN](https://evil.example)",
  "<@123456789012345678>",
  "<@&123456789012345678>",
  "@everyone",
  "@here",
  "# PWN",
  "> PWN",
  "- PWN",
  "||PWN||",
  "`PWN`",
  "```PWN```",
  "<https://evil.example>",
  "https://evil.example/PWN",
  "<t:0:R>",
  "<#123456789012345678>",
  "</setup:1>",
  "<:PWN:123456789012345678>",
  "__PWN__",
  "~~PWN~~",
  "\\**PWN\\**",
] as const satisfies readonly string[];

const STRANGE = [
  "",
  " ",
  "\n",
  "\0",
  "\u202E",
  "\u200B\u200D\u2060",
  "\uD800",
  "\uDC00\uD800",
  "a\u0300\u0301\u0302\u0303\u0304\u0305",
  "👨‍👩‍👧‍👦",
  "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
  "\u0661\u0662",
  "ﷺ",
  "عربى",
  "\u{10FFFF}",
  "%",
  "%%%",
  "%E0%A4%A",
  ":",
  "::::",
  ",,,,",
  "__proto__",
  "constructor",
  "toString",
  "hasOwnProperty",
  "NaN",
  "Infinity",
  "-0",
  "1e308",
  "9999999999999999999999",
  "-1",
  "0",
  "null",
  "undefined",
  "{parties}",
  "{count, plural, one {#}}",
  "'{",
  "<script>",
  "'; DROP TABLE guild; --",
  "../../etc/passwd",
  "a".repeat(99),
] as const satisfies readonly string[];

/** A text as a person, or a program that imitates one, may send it: up to Discord's 6,000 characters. */
export function hostileText(random: Random): string {
  const part = (): string => {
    const kind = random.below(10);
    if (kind < 4) return random.oneOf(HONEST);
    if (kind < 7) return random.oneOf(MARKDOWN);
    if (kind < 9) return random.oneOf(STRANGE);
    return String.fromCharCode(...Array.from({ length: 1 + random.below(12) }, () => random.below(0x10000)));
  };
  if (random.chance(0.01)) return part().repeat(600).slice(0, 6_000);
  return Array.from({ length: 1 + random.below(3) }, part).join(random.oneOf(["", " ", ", ", "\n"]));
}

/** A number, or what stands where one is expected. */
export function hostileNumber(random: Random): number | string | boolean {
  return random.oneOf<number | string | boolean>([
    1,
    30,
    366,
    367,
    0,
    -1,
    1.5,
    2026,
    9_999,
    10_000,
    2 ** 53,
    -(2 ** 53),
    1e300,
    25,
    100,
    "30",
    "x",
    true,
  ]);
}
