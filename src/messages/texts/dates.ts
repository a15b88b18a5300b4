const COUNTED = { count: "text", unit: "text" } as const;
const WEEKDAY = { weekday: "text" } as const;
const MONTH = { month: "text" } as const;

/**
 * What people type where a date is asked for, beside what Intl knows of their language: data/translations/<locale>/dates.json. Not shown
 * to anybody: each is a list with semicolons between ways to write the same, and of words for numbers with "= 2" behind each.
 */
export const DATE_TEXTS = {
  "dates.ahead": COUNTED,
  "dates.ago": COUNTED,
  "dates.two-days-ahead": {},
  "dates.two-days-ago": {},
  "dates.weekday-on": WEEKDAY,
  "dates.weekday-coming": WEEKDAY,
  "dates.weekday-next": WEEKDAY,
  "dates.weekday-last": WEEKDAY,
  "dates.weekday-of-next-week": WEEKDAY,
  "dates.weekday-of-last-week": WEEKDAY,
  "dates.weekend": {},
  "dates.weekend-next": {},
  "dates.weekend-last": {},
  "dates.month-next": MONTH,
  "dates.month-last": MONTH,
  "dates.month-this": MONTH,
  "dates.today-in": { year: "text" },
  "dates.unit-day": {},
  "dates.unit-week": {},
  "dates.unit-fortnight": {},
  "dates.unit-month": {},
  "dates.unit-year": {},
  "dates.unit-decade": {},
  "dates.unit-century": {},
  "dates.counts": {},
  "dates.ordinals": {},
} as const;

/** A list of what people type. */
export type WrittenKey = keyof typeof DATE_TEXTS;
