import { Locale } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { readDates } from "../../../commands/typed/date.ts";
import { formatDate, type LocalDate, type PartialDate } from "../../../src/almanac/date.ts";
import { cldrLocale } from "../../../src/almanac/parties/locales.ts";
import { dateStyle } from "../../../src/messages/dates.ts";
import { catalogue, english } from "../../messages/language.ts";

const today: LocalDate = { precision: "day", year: 2026, month: 6, day: 25 };

/** Dates as they are written, so that a line says one. */
function withDates(_: string, value: unknown): unknown {
  const isDate = typeof value === "object" && value !== null && "precision" in value;
  return isDate ? formatDate(value as PartialDate) : value;
}

test.each([
  ["25 June Belarus", { kind: "more-than-a-date", more: "belarus" }],
  ["25/6 BY", { kind: "more-than-a-date", more: "by" }],
  ["25 June MA", { kind: "more-than-a-date", more: "ma" }],
  ["25 June TH", { kind: "more-than-a-date", more: "th" }],
  ["31 June", { kind: "no-such-day", month: 6, days: 30, near: ["2026-06-30", "2026-07-01"] }],
  [
    "2026-02-30",
    { kind: "no-such-day", month: 2, year: 2026, days: 28, near: ["2026-02-28", "2026-03-01", "2028-02-29"] },
  ],
  ["32 May", { kind: "no-such-day", month: 5, days: 31, near: ["2027-05-31", "2027-06-01"] }],
  ["May 32, 2026", { kind: "no-such-day", month: 5, year: 2026, days: 31, near: ["2026-05-31", "2026-06-01"] }],
  ["32nd of June", { kind: "no-such-day", month: 6, days: 30, near: ["2026-06-30", "2026-07-01"] }],
  ["32/5", { kind: "no-such-day", month: 5, days: 31, near: ["2027-05-31", "2027-06-01"] }],
  ["2026-05-32", { kind: "no-such-day", month: 5, year: 2026, days: 31, near: ["2026-05-31", "2026-06-01"] }],
  ["31.12.9999x", { kind: "more-than-a-date", more: "x" }],
  ["9999-12-32", { kind: "no-such-day", month: 12, year: 9999, days: 31, near: ["9999-12-31"] }],
  ["May 63", { kind: "whole", date: "1963-05" }],
  ["5/63", { kind: "unreadable" }],
  ["13/14", { kind: "no-such-month", month: 14 }],
  ["13.14.2026", { kind: "no-such-month", month: 14 }],
  ["2026-13-05", { kind: "no-such-month", month: 13 }],
  ["30 February", { kind: "no-such-day", month: 2, days: 29, near: ["2027-02-28", "2027-03-01", "2028-02-29"] }],
  ["29.2.2000x", { kind: "more-than-a-date", more: "x" }],
  ["30.2.2028", { kind: "no-such-day", month: 2, year: 2028, days: 29, near: ["2028-02-29", "2028-03-01"] }],
  ["Friday Belarus", { kind: "unreadable" }],
  [
    "29 Feb 2027",
    { kind: "no-such-day", month: 2, year: 2027, days: 28, near: ["2027-02-28", "2027-03-01", "2028-02-29"] },
  ],
  ["13/2026", { kind: "no-such-month", month: 13 }],
  ["2026-13", { kind: "no-such-month", month: 13 }],
  ["1963", { kind: "whole", date: "1963" }],
  ["the year 1963", { kind: "unreadable" }],
  ["2569", { kind: "whole", date: "2026" }],
  ["2026-06", { kind: "whole", date: "2026-06" }],
  ["6/2026", { kind: "whole", date: "2026-06" }],
  ["June of 1963", { kind: "whole", date: "1963-06" }],
  ["2026年6月", { kind: "whole", date: "2026-06" }],
  ["June", { kind: "month-of-any-year", month: 6 }],
  ["sept", { kind: "month-of-any-year", month: 9 }],
  ["ju", { kind: "unreadable" }],
  ["June 1963 Belgium", { kind: "more-than-a-date", more: "belgium" }],
  ["0005", { kind: "unreadable" }],
  ["2026-00", { kind: "unreadable" }],
  ["-1963", { kind: "unreadable" }],
  ["soon", { kind: "unreadable" }],
  ["99", { kind: "unreadable" }],
  ["-5", { kind: "unreadable" }],
])("%j is no date, and why", (typed, why) => {
  expect(JSON.parse(JSON.stringify(readDates(typed, english, today), withDates))).toEqual({ ok: false, why });
});

test.each(Object.values(Locale))("a month or a year as %s writes it is read as the whole of it", (locale) => {
  const cldr = cldrLocale(locale);
  const language = catalogue.language(locale);
  const style = dateStyle(cldr);
  const whole = (date: PartialDate) => ({ ok: false, why: { kind: "whole", date } });
  for (const month of Array.from({ length: 12 }, (_, index) => index + 1)) {
    const date = { precision: "month", year: 1_900 + 7 * month, month } as const;
    for (const typed of [style.date(date), formatDate(date), `${month}/${date.year}`])
      expect(readDates(typed, language, today), typed).toEqual(whole(date));
    const alone = { ok: false, why: { kind: "month-of-any-year", month } };
    expect(readDates(style.month(month), language, today), String(month)).toEqual(alone);
  }
  const year = { precision: "year", year: 1963 } as const;
  expect(readDates(style.date(year), language, today)).toEqual(whole(year));
});
