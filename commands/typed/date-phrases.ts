import type { Language } from "../../src/messages/language.ts";
import { type DateWords, dateWords } from "./date-words.ts";
import { wordsOf } from "./words.ts";

/** What people write of a date by its distance: texts dates.<phrase>, lists of ways to write it. */
const PHRASES = {
  ahead: "dates.ahead",
  ago: "dates.ago",
  "two-days-ahead": "dates.two-days-ahead",
  "two-days-ago": "dates.two-days-ago",
  "weekday-on": "dates.weekday-on",
  "weekday-coming": "dates.weekday-coming",
  "weekday-next": "dates.weekday-next",
  "weekday-last": "dates.weekday-last",
  "weekday-of-next-week": "dates.weekday-of-next-week",
  "weekday-of-last-week": "dates.weekday-of-last-week",
  weekend: "dates.weekend",
  "weekend-next": "dates.weekend-next",
  "weekend-last": "dates.weekend-last",
  "month-next": "dates.month-next",
  "month-last": "dates.month-last",
  "month-this": "dates.month-this",
  "today-in": "dates.today-in",
} as const;
export type Phrase = keyof typeof PHRASES;
const ALL = Object.keys(PHRASES).filter((name): name is Phrase => Object.hasOwn(PHRASES, name));

/** A unit of time, as so many days or months. */
export interface Unit {
  readonly of: "day" | "month";
  readonly times: number;
}

const UNITS = {
  "dates.unit-day": { of: "day", times: 1 },
  "dates.unit-week": { of: "day", times: 7 },
  "dates.unit-fortnight": { of: "day", times: 14 },
  "dates.unit-month": { of: "month", times: 1 },
  "dates.unit-year": { of: "month", times: 12 },
  "dates.unit-decade": { of: "month", times: 120 },
  "dates.unit-century": { of: "month", times: 1_200 },
} as const satisfies Readonly<Record<string, Unit>>;
const UNIT_KEYS = Object.keys(UNITS).filter((key): key is keyof typeof UNITS => Object.hasOwn(UNITS, key));

/** What was filled into a phrase. */
export interface Filled {
  readonly phrase: Phrase;
  readonly count?: number;
  readonly unit?: Unit;
  readonly weekday?: number;
  readonly month?: number;
  readonly year?: string;
}

type Slot = Exclude<keyof Filled, "phrase">;

/** What a language and English write of dates by their distance, in folded words. */
export interface DatePhrases {
  readonly meant: (text: string) => readonly Filled[];
  /** Phrases that begin with a text, or that it has begun, their numbers as it has them. */
  readonly begunBy: (text: string) => readonly string[];
  /** First, second, twenty first. */
  readonly ordinals: ReadonlyMap<string, number>;
  /** Every word of them. */
  readonly words: ReadonlySet<string>;
}

const known = new WeakMap<Language, DatePhrases>();

/** Those of a language, from its texts and from Intl. */
export function datePhrases(language: Language): DatePhrases {
  const phrases = known.get(language) ?? read(language);
  known.set(language, phrases);
  return phrases;
}

function read(language: Language): DatePhrases {
  const counts = numbered(language.written("dates.counts"));
  const ordinals = numbered(language.written("dates.ordinals"));
  const both = [dateWords(language.readerLocale), dateWords("en")];
  const forms = { counts, units: unitsOf(language), ...monthsAndWeekdays(both) };
  const templates = ALL.flatMap((phrase) =>
    language.written(PHRASES[phrase]).map((text) => ({ phrase, tokens: tokensOf(text) })),
  ).filter(({ tokens }) => tokens.length > 0);
  const patterns = templates.map(({ phrase, tokens }) => ({ phrase, pattern: patternOf(tokens, forms) }));
  const literals = templates.flatMap(({ tokens }) => tokens.filter((token) => slotOf(token) === undefined));
  const names = [counts, ordinals, forms.units, forms.months, forms.weekdays].flatMap((map) => [...map.keys()]);
  return {
    meant: (text) =>
      patterns.flatMap(({ phrase, pattern }) => {
        const match = pattern.exec(text);
        return match === null ? [] : [{ phrase, ...filled(match.groups ?? {}, forms) }];
      }),
    begunBy: (text) => templates.flatMap(({ tokens }) => (isBegun(tokens, text) ? fill(tokens, text, forms) : [])),
    ordinals,
    words: new Set([...literals, ...names].flatMap((each) => each.split(" "))),
  };
}

/** "two = 2" by its words. */
function numbered(entries: readonly string[]): ReadonlyMap<string, number> {
  return new Map(
    entries.map((entry) => {
      const [words = "", number = ""] = entry.split("=");
      return [wordsOf(words).join(" "), Number(number)] as const;
    }),
  );
}

interface Forms {
  readonly counts: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, Unit>;
  readonly months: ReadonlyMap<string, number>;
  readonly weekdays: ReadonlyMap<string, number>;
}

function unitsOf(language: Language): Forms["units"] {
  return new Map(
    UNIT_KEYS.flatMap((key) => language.written(key).map((form) => [wordsOf(form).join(" "), UNITS[key]] as const)),
  );
}

function monthsAndWeekdays(both: readonly DateWords[]): Pick<Forms, "months" | "weekdays"> {
  return {
    months: new Map(both.flatMap(({ months }) => months)),
    weekdays: new Map(both.flatMap(({ weekdays }) => [...weekdays])),
  };
}

const SLOTS: readonly Slot[] = ["count", "unit", "weekday", "month", "year"];

function slotOf(token: string): Slot | undefined {
  return SLOTS.find((slot) => token === `{${slot}}`);
}

function tokensOf(template: string): readonly string[] {
  return template.split(/\s+/u).flatMap((token) => (slotOf(token) === undefined ? wordsOf(token) : [token]));
}

/** What stands for a slot: the longest first, as a pattern takes the first that fits. */
function alternatives(names: Iterable<string>): string {
  return [...names].toSorted((one, other) => other.length - one.length).join("|");
}

/** Folded words have no sign of a pattern in them. */
function patternOf(tokens: readonly string[], { counts, units, months, weekdays }: Forms): RegExp {
  const slots: Readonly<Record<Slot, string>> = {
    count: `\\d{1,3}|${alternatives(counts.keys())}`,
    unit: alternatives(units.keys()),
    weekday: alternatives(weekdays.keys()),
    month: alternatives(months.keys()),
    year: "[1-9]\\d{3}",
  };
  const parts = tokens.map((token) => {
    const slot = slotOf(token);
    return slot === undefined ? token : `(?<${slot}>${slots[slot]})`;
  });
  return new RegExp(`^${parts.join(" ")}$`, "u");
}

function filled(groups: Readonly<Record<string, string>>, forms: Forms): Omit<Filled, "phrase"> {
  const { count = "", unit = "", weekday = "", month = "", year } = groups;
  const [number, of, day, inMonth] = [
    /^\d+$/.test(count) ? Number(count) : forms.counts.get(count),
    forms.units.get(unit),
    forms.weekdays.get(weekday),
    forms.months.get(month),
  ];
  return {
    ...(number !== undefined && { count: number }),
    ...(of !== undefined && { unit: of }),
    ...(day !== undefined && { weekday: day }),
    ...(inMonth !== undefined && { month: inMonth }),
    ...(year !== undefined && { year }),
  };
}

/** Of what has something to fill in the first word must be there: one letter begins too many. */
function isBegun([first = "", ...others]: readonly string[], text: string): boolean {
  if (![first, ...others].some((token) => slotOf(token) !== undefined)) return true;
  if (slotOf(first) === undefined) return text === first || text.startsWith(`${first} `);
  return others.length === 0 || text.includes(" ");
}

/** A phrase with all that may be filled in where the text says nothing else. */
function fill([token, ...rest]: readonly string[], text: string, forms: Forms, done = ""): readonly string[] {
  if (token === undefined) return done.startsWith(text) ? [done] : [];
  const slot = slotOf(token);
  return (slot === undefined ? [token] : valuesOf(slot, text, forms))
    .map((value) => (done === "" ? value : `${done} ${value}`))
    .filter((each) => text.startsWith(`${each} `) || (each.startsWith(text) && (slot !== "count" || each === text)))
    .flatMap((each) => fill(rest, text, forms, each));
}

function valuesOf(slot: Slot, text: string, { counts, units, months, weekdays }: Forms): readonly string[] {
  switch (slot) {
    case "count":
      return [...text.matchAll(/\d{1,3}/gu)].map(([number]) => number).concat([...counts.keys()]);
    case "unit":
      return [...units.keys()];
    case "weekday":
      return [...weekdays.keys()];
    case "month":
      return [...months.keys()];
    case "year":
      return [...text.matchAll(/[1-9]\d{3}/gu)].map(([year]) => year);
  }
}
