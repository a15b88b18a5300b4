import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FAMILY_OF_KIND } from "../../src/almanac/kind.ts";
import { openCatalogue } from "../../src/messages/catalogue.ts";
import { translationFaults } from "../../src/messages/check.ts";
import { dateStyle } from "../../src/messages/dates.ts";
import type { Language } from "../../src/messages/language.ts";
import { type Parameters, TEXTS } from "../../src/messages/texts/texts.ts";
import { catalogue, english, parties, TRANSLATIONS } from "./language.ts";

/** Any key with its parameters filled in, past the types: what the loops below need. */
function fill(language: Language, key: string, parameters: Parameters, count: number): string {
  const values = Object.fromEntries(
    Object.entries(parameters).map(([k, type]) => [k, type === "text" ? `<${k}>` : count]),
  );
  return (language.text as (key: string, values: unknown) => string)(key, values);
}

describe("the texts of data/translations", () => {
  test("have no fault", () => expect(translationFaults(TRANSLATIONS)).toEqual([]));

  test.each(catalogue.locales)("of %s format with every count", (locale) => {
    const language = catalogue.language(locale);
    for (const [key, parameters] of TEXTS) {
      for (const count of [0, 1, 2, 3, 5, 11, 21, 22, 101]) {
        const text = fill(language, key, parameters, count);
        expect(text.trim(), key).not.toBe("");
        expect(text, key).not.toMatch(/[{}]/u);
      }
    }
  });

  test("word every kind, naming every party", () => {
    for (const kind of Object.keys(FAMILY_OF_KIND)) {
      const parameters = TEXTS.get(`kinds.${kind}`);
      expect(parameters, kind).toBeDefined();
      const text = fill(english, `kinds.${kind}`, parameters ?? {}, 2);
      expect(text.includes("<parties>") || (text.includes("<first>") && text.includes("<second>")), kind).toBe(true);
    }
  });

  test("never celebrate", () => {
    for (const [key, parameters] of TEXTS)
      expect(fill(english, key, parameters, 2)).not.toMatch(/happy|celebrat|congrat/iu);
  });

  test("speak with one voice: the bot says I", () => {
    for (const [key, parameters] of TEXTS)
      if (!/^(kinds|parties|former-names)\./.test(key))
        expect(fill(english, key, parameters, 2), key).not.toMatch(/\b(we|us|ours?|the bot)\b/iu);
  });

  test("promise a post of every day only where there is anything to tell", () => {
    const promising = [...TEXTS]
      .map(([key, parameters]) => fill(english, key, parameters, 2))
      .filter((text) => /gets (a|its) post|It also posts|every day|each day/u.test(text));
    expect(promising.length).toBeGreaterThanOrEqual(4);
    for (const text of promising) expect(text).toMatch(/something to tell|anything to tell/u);
  });
});

describe("a language", () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "attache-texts-"));
    const files = {
      en: { heading: "{date}", source: "source", late: "late" },
      zh: { source: "zh" },
      "zh-Hant": { late: "hant" },
      nb: { source: "kilde" },
    };
    for (const [locale, texts] of Object.entries(files)) {
      mkdirSync(join(directory, locale));
      writeFileSync(join(directory, locale, "post.json"), JSON.stringify(texts));
    }
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  test("takes what it lacks from its script, its base language, then English", () => {
    const language = openCatalogue(directory, parties, () => 0).language("zh-TW");
    expect(language.text("post.late")).toBe("hant");
    expect(language.text("post.source")).toBe("zh");
    expect(language.text("post.heading", { date: "d" })).toBe("d");
    expect(
      openCatalogue(directory, parties, () => 0)
        .language("zh-CN")
        .text("post.late"),
    ).toBe("late");
  });

  test("is nb where Discord says no", () => {
    const norwegian = openCatalogue(directory, parties, () => 0).language("no");
    expect(norwegian.text("post.source")).toBe("kilde");
    expect(norwegian.date({ precision: "day", year: 2026, month: 6, day: 25 })).toBe("25. juni 2026");
  });

  test("writes its dates in English where its texts are English", () => {
    const welsh = openCatalogue(directory, parties, () => 0).language("cy");
    expect(welsh.date({ precision: "month", year: 1993, month: 12 })).toBe("December 1993");
  });

  test("names the file that cannot be read", () => {
    writeFileSync(join(directory, "nb", "post.json"), "{");
    expect(() => openCatalogue(directory, parties, () => 0)).toThrow(/nb.post\.json/u);
  });

  test("names unknown texts, unknown values and missing texts", () => {
    writeFileSync(
      join(directory, "nb", "post.json"),
      JSON.stringify({ heading: "{dato}", sourse: "kilde", years: "{", others: "{names}, {others}" }),
    );
    const faults = translationFaults(directory).filter((fault) => fault.startsWith("nb: "));
    expect(faults).toContain("nb: post.heading has no value {dato}: use {date}");
    expect(faults).toContain("nb: no text is called post.sourse: remove it, or correct its name");
    expect(faults).toContain("nb: post.others shows the number {others} as it is: write {others, number}");
    expect(faults).toContain("nb: post.source is missing: translate it");
    expect(faults.some((fault) => fault.includes("post.years is not an ICU message"))).toBe(true);
  });
});

describe("dates", () => {
  test("are no more precise than what is known", () => {
    expect(english.date({ precision: "day", year: 1935, month: 6, day: 12 })).toBe("12 June 1935");
    expect(english.date({ precision: "month", year: 1993, month: 12 })).toBe("December 1993");
    expect(english.date({ precision: "year", year: 2014 })).toBe("2014");
  });
  test("are proleptic Gregorian, also early and in Thai", () => {
    expect(english.weekday({ precision: "day", year: 1066, month: 10, day: 14 })).toBe("Sunday, 14 October 1066");
    expect(english.date({ precision: "day", year: 301, month: 9, day: 3 })).toBe("3 September 301");
    expect(dateStyle("th").date({ precision: "year", year: 1952 })).toContain("1952");
  });
  test("have ranges", () => {
    const on = (month: number, day: number) => ({ precision: "day", year: 1992, month, day }) as const;
    expect(english.range(on(3, 8), on(3, 11))).toMatch(/^8\s?–\s?11 March 1992$/u);
    expect(english.range(on(9, 30), on(10, 1))).toMatch(/^30 September\s?–\s?1 October 1992$/u);
    expect(english.range(on(9, 30), { precision: "year", year: 1993 })).toBe("30 September 1992 – 1993");
  });
  test("put the month first for those who do", () => {
    const american = catalogue.language("en-US");
    expect(american.weekday({ precision: "day", year: 2026, month: 6, day: 25 })).toBe("Thursday, June 25, 2026");
  });
});
