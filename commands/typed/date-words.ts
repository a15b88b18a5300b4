import { wordsOf } from "./words.ts";

/** How a language writes dates, in folded words. */
export interface DateWords {
  /** Each form of a month's name, and its number (1 to 12). */
  readonly months: readonly (readonly [form: string, month: number])[];
  /** "tomorrow" and its like, and how many days ahead they are. */
  readonly relative: ReadonlyMap<string, number>;
  /** "Last week", "this week", "next week", and how many weeks ahead they are; the same of months and years. */
  readonly weeks: ReadonlyMap<string, number>;
  readonly monthsAhead: ReadonlyMap<string, number>;
  readonly yearsAhead: ReadonlyMap<string, number>;
  /** "In 3 days", "2 weeks ago", in folded words; for numbers below a thousand. */
  readonly countOf: (count: number, unit: "day" | "week" | "month" | "year") => string;
  /** Each form of a weekday's name that is one word, and its number (1 is Monday). */
  readonly weekdays: ReadonlyMap<string, number>;
  /** Every word that belongs to a written date: months, weekdays, eras, what stands between them. */
  readonly all: ReadonlySet<string>;
  /** What stands beside the number of a month where the language numbers its months: 月, tháng. */
  readonly monthSigns: ReadonlySet<string>;
  /** What else stands beside the numbers of a month and a year: năm, de. */
  readonly between: ReadonlySet<string>;
  /** The order in which the language writes day (d), month (m) and year (y) as numbers. */
  readonly order: string;
}

/** What also stands in dates beside what Intl writes: "on the 25th of June", 25日 in any language. */
export const BESIDE: ReadonlySet<string> = new Set("on the of 年 月 日 년 월 일".split(" ").flatMap(wordsOf));

const known = new Map<string, DateWords>();

/** Those of a CLDR locale, from Intl. */
export function dateWords(locale: string): DateWords {
  const words = known.get(locale) ?? read(locale);
  known.set(locale, words);
  return words;
}

function read(locale: string): DateWords {
  const days = new Intl.RelativeTimeFormat(locale, { numeric: "auto" });
  const counts = new Intl.RelativeTimeFormat(locale);
  return {
    months: Array.from({ length: 12 }, (_, index) => formsOfMonth(locale, index + 1)).flat(),
    relative: named(days, "day", [-2, -1, 0, 1, 2]),
    weeks: named(days, "week", NEXT),
    monthsAhead: named(days, "month", NEXT),
    yearsAhead: named(days, "year", NEXT),
    countOf: (count, unit) => wordsOf(counts.format(count, unit)).join(" "),
    weekdays: new Map(Array.from({ length: 7 }, (_, index) => formsOfWeekday(locale, index + 1)).flat()),
    all: new Set(wordsOfDates(locale)),
    ...besideNumbers(locale),
    order: orderOf(locale),
  };
}

const NEXT = [-1, 0, 1];

/** What is called by words of its own: "tomorrow", and not "in 7 days". */
function named(
  format: Intl.RelativeTimeFormat,
  unit: Parameters<DateWords["countOf"]>[1],
  ahead: readonly number[],
): ReadonlyMap<string, number> {
  return new Map(ahead.map((each) => [wordsOf(format.format(each, unit)).join(" "), each]));
}

/** 15 January 2001 and 30 days, in milliseconds: so many months of 30 days later it is still the middle of a month. */
const JANUARY = 979_516_800_000;
const THIRTY_DAYS = 2_592_000_000;

/** A month alone, beside a year and beside a day, long and short: June, Jun; июнь, июня. */
function formsOfMonth(locale: string, month: number): readonly (readonly [string, number])[] {
  const day = JANUARY + (month - 1) * THIRTY_DAYS;
  const styles = (["long", "short"] as const).flatMap((style) => [
    { month: style },
    { month: style, year: "numeric" } as const,
    { month: style, day: "numeric", year: "numeric" } as const,
  ]);
  const forms = styles.flatMap((style) =>
    new Intl.DateTimeFormat(locale, { ...style, calendar: "gregory", timeZone: "UTC" })
      .formatToParts(day)
      .flatMap(({ type, value }) => (type === "month" ? [wordsOf(value).join("")] : [])),
  );
  return [...new Set(forms)].filter((form) => /^\D+$/.test(form)).map((form) => [form, month] as const);
}

/** 1 January 2001 was a Monday; a day in milliseconds. */
const MONDAY = 978_350_400_000;
const DAY = 86_400_000;

function formsOfWeekday(locale: string, number: number): readonly (readonly [string, number])[] {
  const forms = (["long", "short"] as const).map((weekday) =>
    wordsOf(new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(MONDAY + (number - 1) * DAY)),
  );
  return forms.flatMap(([form, ...more]) => (form === undefined || more.length > 0 ? [] : [[form, number] as const]));
}

/** Those of twelve dates, of every month and every weekday, in each style; by the language's own calendar as well. */
function wordsOfDates(locale: string): readonly string[] {
  const styles = [
    ...(["full", "long", "medium"] as const).map((dateStyle) => ({ dateStyle, calendar: "gregory" })),
    { era: "short", year: "numeric", month: "short", day: "numeric", calendar: "gregory" } as const,
    { dateStyle: "full" } as const,
  ];
  return styles.flatMap((style) => {
    const format = new Intl.DateTimeFormat(locale, { ...style, timeZone: "UTC" });
    return Array.from({ length: 12 }, (_, index) => wordsOf(format.format(JANUARY + index * THIRTY_DAYS))).flat();
  });
}

function besideNumbers(locale: string): Pick<DateWords, "monthSigns" | "between"> {
  const style = { month: "long", calendar: "gregory", timeZone: "UTC" } as const;
  const month = new Intl.DateTimeFormat(locale, style).format(JANUARY);
  const inYear = new Intl.DateTimeFormat(locale, { ...style, year: "numeric" }).formatToParts(JANUARY);
  const inWords = (text: string) => wordsOf(text).filter((word) => /^\D+$/.test(word));
  return {
    monthSigns: new Set(/\d/.test(month) ? inWords(month) : []),
    between: new Set(inYear.flatMap(({ type, value }) => (type === "month" ? [] : inWords(value)))),
  };
}

function orderOf(locale: string): string {
  const parts = new Intl.DateTimeFormat(locale, { dateStyle: "short", calendar: "gregory", timeZone: "UTC" });
  return parts
    .formatToParts(0)
    .flatMap(({ type }) => (type === "day" || type === "month" || type === "year" ? [type.charAt(0)] : []))
    .join("");
}
