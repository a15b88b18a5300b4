import { Locale } from "discord-api-types/v10";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { readDates } from "../../../commands/typed/date.ts";
import { suggestDates } from "../../../commands/typed/date-choices.ts";
import { addDays, daysBetween, localDate } from "../../../src/almanac/calendar.ts";
import { daysInMonth, formatDate, type LocalDate } from "../../../src/almanac/date.ts";
import { cldrLocale } from "../../../src/almanac/parties/locales.ts";
import { catalogue, english } from "../../messages/language.ts";

const today: LocalDate = { precision: "day", year: 2026, month: 6, day: 25 };
const datesOf = (typed: string, locale: string) => {
  const read = readDates(typed, catalogue.language(locale), today);
  return read.ok ? read.dates : [];
};
const read = (typed: string, locale = "en-GB") => datesOf(typed, locale).map(formatDate);

test.each([
  ["2026-06-25", "en-US", "2026-06-25"],
  ["20271231", "en-US", "2027-12-31"],
  ["25/6", "en-GB", "2026-06-25"],
  ["6/25", "en-US", "2026-06-25"],
  ["25/6", "en-US", "2026-06-25"],
  ["25.8.27", "de", "2027-08-25"],
  ["25 June", "en-GB", "2026-06-25"],
  ["June 25th, 1992", "en-US", "1992-06-25"],
  ["25 jun", "en-GB", "2026-06-25"],
  ["25 August 2027", "de", "2027-08-25"],
  ["25 de junio de 1992", "es-ES", "1992-06-25"],
  ["25 июня", "ru", "2026-06-25"],
  ["6월 25일", "ko", "2026-06-25"],
  ["1992年6月25日", "ja", "1992-06-25"],
  ["25 tháng 6", "vi", "2026-06-25"],
  ["25 มิ.ย. 2569", "th", "2026-06-25"],
  ["२५ जून", "hi", "2026-06-25"],
  ["2026. június 25.", "hu", "2026-06-25"],
  ["tomorrow", "fr", "2026-06-26"],
  ["übermorgen", "de", "2026-06-27"],
  ["hier", "fr", "2026-06-24"],
  ["29 February", "en-GB", "2028-02-29"],
  ["7", "en-GB", "2026-07-07"],
  ["31", "en-GB", "2026-07-31"],
  ["23 March", "en-GB", "2027-03-23"],
  ["22.1.63", "de", "1963-01-22"],
  ["22.1.34", "de", "2034-01-22"],
  ["22.1.35", "de", "1935-01-22"],
  ["Thursday", "en-GB", "2026-06-25"],
  ["fri", "en-GB", "2026-06-26"],
  ["on Wednesday", "en-GB", "2026-07-01"],
  ["next Thursday", "en-GB", "2026-07-02"],
  ["last Thursday", "en-GB", "2026-06-18"],
  ["Freitag", "de", "2026-06-26"],
  ["in 3 days", "en-GB", "2026-06-28"],
  ["3 days ago", "fr", "2026-06-22"],
  ["in 2 Wochen", "de", "2026-07-09"],
  ["il y a 4 mois", "fr", "2026-02-25"],
  ["8日後", "ja", "2026-07-03"],
])("%s in %s is %s", (typed, locale, expected) => {
  expect(read(typed, locale)[0]).toBe(expected);
});

test("what can be read both ways is offered both ways, that of the language first", () => {
  expect(read("3/4", "en-GB")).toEqual(["2027-04-03", "2026-04-03", "2027-03-04", "2026-03-04"]);
  expect(read("3.4.", "en-US")).toEqual(["2027-04-03", "2026-04-03", "2027-03-04", "2026-03-04"]);
  expect(read("3.4.2027", "en-US")[0]).toBe("2027-04-03");
  expect(read("3.4.", "ko")[0]).toBe("2027-03-04");
  expect(read("3/4", "en-US")).toEqual(["2027-03-04", "2026-03-04", "2027-04-03", "2026-04-03"]);
});

test("a month half typed offers all that it may become", () => {
  expect(read("25 ju")).toEqual(["2026-06-25", "2026-07-25"]);
});

test.each(["", "soon", "31 June", "2026-02-30", "0000-01-01", "June", "June 2026", "1/2/3/4", "99", "123456"])(
  "%j is no date",
  (typed) => {
    expect(read(typed)).toEqual([]);
  },
);

test.each(["Thursday, the 25th of June 2026", "25 June 2026 AD", "2026年6月25日"])("%j is all of a date", (typed) => {
  expect(read(typed)).toEqual(["2026-06-25"]);
});

const anyDate = fc
  .record({
    year: fc.integer({ min: 1000, max: 2399 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .filter(({ year, month, day }) => day <= daysInMonth(year, month));
const anyLocale = fc.constantFrom(...Object.values(Locale));

test("a date as any of Discord's languages writes it is read back as that date", () => {
  fc.assert(
    fc.property(
      anyDate,
      anyLocale,
      fc.constantFrom("long" as const, "medium" as const),
      ({ year, month, day }, locale, style) => {
        const cldr = cldrLocale(locale);
        const instant =
          Date.parse(`${formatDate({ precision: "month", year, month })}-15T00:00Z`) + (day - 15) * 86_400_000;
        const format = new Intl.DateTimeFormat(cldr, { dateStyle: style, calendar: "gregory", timeZone: "UTC" });
        const written = format.format(instant).replace(/\bAD\b|n\. ?e\.|г\.|к\. ?с\.|ค\.ศ\.|西元|公元/giu, "");
        expect(datesOf(written, cldr)[0], `${written} (${locale})`).toMatchObject({ year, month, day });
      },
    ),
    { numRuns: 2_000 },
  );
});

test("whatever is typed is read without a crash, and what is read exists", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(..."0123456789 /.-年月june".split("")) }),
  );
  fc.assert(
    fc.property(text, anyLocale, (typed, locale) => {
      for (const { year, month, day } of datesOf(typed, cldrLocale(locale))) {
        expect(year).toBeGreaterThan(0);
        expect(day).toBeLessThanOrEqual(daysInMonth(year, month));
      }
    }),
    { numRuns: 2_000 },
  );
});

test("a day without a year is the next one that there is, today included", () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, { month, day }) => {
      const now: LocalDate = { precision: "day", ...from };
      const said = readDates(`${day}/${month}`, english, now);
      if (!said.ok) throw new Error(`${day}/${month} is not read`);
      const [first] = said.dates;
      expect(first).toMatchObject({ month, day });
      expect(said.hasYear).toBe(false);
      expect(daysBetween(now, first)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(now, first)).toBeLessThan(month === 2 && day === 29 ? 8 * 366 : 366);
    }),
  );
});

test("what Intl says of a date so many days away, in any language, is that date", () => {
  fc.assert(
    fc.property(anyLocale, fc.integer({ min: -999, max: 999 }), (locale, ahead) => {
      const cldr = cldrLocale(locale);
      const typed = new Intl.RelativeTimeFormat(cldr).format(ahead, "day");
      if (ahead !== 0) expect(read(typed, cldr)[0], `${typed} (${locale})`).toBe(formatDate(addDays(today, ahead)));
    }),
  );
});

test("every day of a month can be chosen: those that the month alone does not offer, by their first digit", () => {
  const offered = (typed: string) => suggestDates(typed, today, english).map(({ value }) => value.slice(5));
  for (const [month, name] of [
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "june",
    "july",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
  ].entries())
    for (let day = 1; day <= daysInMonth(2026, month + 1); day++) {
      const wanted = formatDate(localDate(2026, month + 1, day)).slice(5);
      expect([...offered(name), ...offered(`${name} ${String(day).charAt(0)}`)], `${name} ${day}`).toContain(wanted);
    }
});

test.each(["mar", "nov", "june", "friday", "3/1", "25 ju", "next fri"])(
  "what is offered for %j begins with what it is read as, if it is a date",
  (typed) => {
    const [first] = suggestDates(typed, today, english);
    expect(first).toBeDefined();
    expect(read(typed)[0] ?? first?.value).toBe(first?.value);
  },
);
