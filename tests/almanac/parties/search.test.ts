import * as fc from "fast-check";
import { expect, test } from "vitest";
import { benchPartySearch } from "../../../bench/parties.ts";
import { editDistance } from "../../../src/almanac/nearest.ts";
import { errorsToPrefix } from "../../../src/almanac/parties/distance.ts";
import { fold } from "../../../src/almanac/parties/fold.ts";
import { DISCORD_LOCALES } from "../../../src/almanac/parties/locales.ts";
import { codes, DATA, data, register } from "./the-register.ts";

const first = (typed: string, locale = "en-GB"): string | undefined => codes(register.search(typed, locale, 25))[0];

test.each([
  ["BE", "BE"],
  ["be", "BE"],
  ["BEL", "BE"],
  ["belgium", "BE"],
  ["Belgian", "BE"],
  ["🇧🇪", "BE"],
  ["Burma", "MM"],
  ["Ceylon", "LK"],
  ["Czechia", "CZ"],
  ["czech rep", "CZ"],
  ["Holland", "NL"],
  ["USSR", "SUHH"],
  ["U.S.S.R.", "SUHH"],
  ["СССР", "SUHH"],
  ["UdSSR", "SUHH"],
  ["soviet", "SUHH"],
  ["UK", "GB"],
  ["uae", "AE"],
  ["america", "US"],
  ["polnd", "PL"],
  ["grmany", "DE"],
  ["swizerland", "CH"],
  ["gexmany", "DE"],
  ["swizzxrland", "CH"],
  ["eblgium", "BE"],
  ["kyrgistan", "KG"],
  ["kazahkstan", "KZ"],
  ["日本", "JP"],
  ["대한", "KR"],
  ["対", undefined],
  ["中国", "CN"],
  ["भारत", "IN"],
  ["Ελλάδα", "GR"],
  ["ΕΛΛΑΔΑ", "GR"],
  ["Україна", "UA"],
  ["ไทย", "TH"],
  ["cote d'ivoire", "CI"],
  ["cote d’ivoire", "CI"],
  ["Côte d", "CI"],
  ["ivory coast", "CI"],
  ["sao tome", "ST"],
  ["Espana", "ES"],
  ["österreich", "AT"],
  ["Osterreich", "AT"],
  ["korea north", "KP"],
  ["north kor", "KP"],
  ["republic of korea", "KR"],
  ["dprk", "KP"],
  ["east germany", "DDDE"],
  ["ddr", "DDDE"],
  ["nato", "nato"],
  ["otan", "nato"],
  ["african un", "african-union"],
  ["AU", "AU"],
  ["EC", "EC"],
  ["siam", "TH"],
  ["swaziland", "SZ"],
  ["macedonia", "MK"],
  ["turkey", "TR"],
  ["prussia", "prussia"],
  ["malta-order", "sovereign-military-order-of-malta"],
  ["order of malta", "sovereign-military-order-of-malta"],
  ["qqqq", undefined],
  ["<@123>", undefined],
])("typing %s offers %s first", (typed, code) => {
  expect(first(typed)).toBe(code);
});

test("a hit says which other name was met, and nothing where its own name shows it", () => {
  expect(register.search("Ceylon", "fr", 1)).toMatchObject([{ name: "Sri Lanka", matched: "Ceylon" }]);
  expect(register.search("Ceylon", "en-GB", 1)).toMatchObject([{ name: "Sri Lanka", matched: "Ceylon" }]);
  for (const typed of ["sri", "LK", "lanka"])
    expect(register.search(typed, "en-GB", 1)[0]).not.toHaveProperty("matched");
});

test("the asker's own language comes first", () => {
  expect(first("ind", "en-GB")).toBe("IN");
  expect(first("autr", "fr")).toBe("AT");
  expect(first("австр", "ru")).toBe("AT");
  expect(first("granada", "es-ES")).toBe("GD");
  expect(first("áo", "vi")).toBe("AT");
  expect(register.search("allemagne", "fr", 1)[0]?.name).toBe("Allemagne");
});

test("where nothing is typed yet the members of the United Nations are offered in the asker's alphabet", () => {
  expect(codes(register.search("", "en-GB", 3))).toEqual(["AF", "AL", "DZ"]);
  expect(codes(register.search("  ", "de", 2))).toEqual(["AF", "EG"]);
});

test("every party is found by its own name in every language: first, or after those that share the name", () => {
  for (const locale of DISCORD_LOCALES) {
    const sharing = Map.groupBy(data.parties, ({ code }) => fold(register.name(code, locale)));
    for (const [folded, parties] of sharing)
      for (const { code } of parties) {
        const name = register.name(code, locale);
        const place = codes(register.search(name, locale, 25)).indexOf(code);
        expect(place, `${code} as ${name} (${folded}) in ${locale}`).toBeGreaterThanOrEqual(0);
        expect(place, `${code} as ${name} (${folded}) in ${locale}`).toBeLessThan(parties.length);
      }
  }
});

test("every party is found by its alpha-3 code, its flag and each of its aliases", () => {
  for (const { code, alpha3 } of data.parties) {
    if (alpha3) expect(first(alpha3), alpha3).toBe(code);
    const flag = register.flag(code);
    if (flag) expect(first(flag), flag).toBe(code);
  }
  for (const { code, alias } of data.aliases) expect(codes(register.search(alias, "en-GB", 25)), alias).toContain(code);
});

test("every member of the United Nations is found with one letter left out of a long name", () => {
  for (const { code, unMemberSince } of data.parties) {
    const name = register.name(code, "en-GB");
    if (unMemberSince === undefined || name.length < 6) continue;
    for (let at = 1; at < name.length; at++) {
      if (name[at] === " " || name[at - 1] === " ") continue;
      const typed = name.slice(0, at) + name.slice(at + 1);
      expect(codes(register.search(typed, "en-GB", 25)), typed).toContain(code);
    }
  }
});

const anything = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: "grapheme", maxLength: 200 }),
  fc.constantFrom(...data.aliases.map(({ alias }) => alias)).map((alias) => alias.slice(0, 5)),
);

test("search answers any text with at most as many parties as asked for, each once", () => {
  fc.assert(
    fc.property(anything, fc.constantFrom(...DISCORD_LOCALES), fc.nat(30), (typed, locale, limit) => {
      const found = codes(register.search(typed, locale, limit));
      expect(found.length).toBeLessThanOrEqual(limit);
      expect(new Set(found).size).toBe(found.length);
      const resolution = register.resolve(typed, locale);
      if (!resolution.found) expect(resolution.suggestions.length).toBeLessThanOrEqual(5);
    }),
    { numRuns: 500 },
  );
});

test("folding twice is folding once", () => {
  fc.assert(
    fc.property(anything, (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
    { numRuns: 2000 },
  );
});

test("errors to a prefix are the least edit distance to any beginning of the name", () => {
  const letters = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 7 });
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 2 }), (typed, name, limit) => {
      const beginnings = Array.from({ length: name.length + 1 }, (_, length) => name.slice(0, length));
      const least = Math.min(...beginnings.map((beginning) => editDistance(typed, beginning)));
      expect(errorsToPrefix(typed, name, limit)).toBe(Math.min(least, limit + 1));
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["Korea", undefined],
  ["Congo", undefined],
  ["be", "BE"],
  ["KOR", "KR"],
  ["Guinea", "GN"],
  ["Burma", "MM"],
  ["Dutch", "NL"],
  ["🇰🇪", "KE"],
  ["Georgia", "GE"],
  ["Yemen", "YE"],
  ["NATO", "nato"],
  ["polnd", undefined],
  ["", undefined],
])("%s means %s for sure", (text, code) => {
  expect(register.resolve(text, "en-GB").found?.code).toBe(code);
});

test("a name that one party alone has in the asker's language means it, whatever it is elsewhere", () => {
  for (const locale of DISCORD_LOCALES)
    for (const [folded, [party, other]] of Map.groupBy(data.parties, ({ code }) => fold(register.name(code, locale))))
      if (other === undefined) expect(register.resolve(folded, locale).found, `${folded} in ${locale}`).toBe(party);
  expect(register.resolve("NGA", "en-GB").found?.code).toBe("NG");
  expect(register.resolve("Nga", "vi").found?.code).toBe("RU");
});

test("what has two meanings, or a typing error, is answered with suggestions", () => {
  const korea = register.resolve("Korea", "en-GB");
  expect(korea.found ? [] : codes(korea.suggestions).slice(0, 2).sort()).toEqual(["KP", "KR"]);
  const poland = register.resolve("polnd", "en-GB");
  expect(poland.found ? [] : codes(poland.suggestions)[0]).toEqual("PL");
  expect(register.resolve("qqqq", "en-GB")).toEqual({ found: undefined, suggestions: [] });
});

test("a keystroke is answered in a millisecond", () => {
  const { questions, p50, p99OfFastest } = benchPartySearch(DATA, 5);
  expect(questions).toBeGreaterThan(1000);
  expect(p50).toBeLessThan(1);
  expect(p99OfFastest).toBeLessThan(1);
});
