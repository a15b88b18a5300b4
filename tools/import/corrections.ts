import type { Kind } from "../../src/almanac/kind.ts";
import type { Fact } from "./fact.ts";
import { OLD_STYLE } from "./old-style.ts";
import { REGIMES } from "./regimes.ts";

export interface Correction {
  readonly file: string;
  readonly date: string;
  readonly kind: string;
  /** Every code that the fact names, in any order, so that no other fact is meant. */
  readonly parties: string;
  /** The parties as they should be; undefined leaves the fact out. */
  readonly right: readonly string[] | undefined;
  /** The name and the date as they should be, where they are not right. */
  readonly name?: string;
  readonly rightDate?: string;
  readonly rightKind?: Kind;
  readonly note?: string;
  readonly why: string;
}

/** Facts that name a party before or after its time, or say a name wrong, read one by one. */
const CORRECTIONS: readonly Correction[] = [
  {
    file: "treaties-gb",
    date: "1871-03-13",
    kind: "treaty-signed",
    parties: "GB hist:austria-hungary FR DE IT hist:prussia RU hist:ottoman-empire",
    right: ["GB", "hist:austria-hungary", "FR", "DE", "IT", "RU", "hist:ottoman-empire"],
    why: "Prussia signed as part of Germany",
  },
  {
    file: "treaties-gb",
    date: "1872-05-14",
    kind: "treaty-ended",
    parties: "GB hist:prussia",
    right: ["GB", "DE"],
    why: "Prussia was part of Germany",
  },
  {
    file: "us-relations",
    date: "1921-07-02",
    kind: "other",
    parties: "US hist:austria-hungary",
    right: ["US", "AT", "HU"],
    why: "Austria-Hungary had split",
  },
  {
    file: "diplomatic-incidents",
    date: "1869",
    kind: "consulate-opened",
    parties: "US CSHH",
    right: ["US", "hist:austria-hungary"],
    why: "Prague was in Austria-Hungary",
  },
  {
    file: "diplomatic-incidents",
    date: "1842-03",
    kind: "embassy-closed",
    parties: "US hist:central-america",
    right: undefined,
    why: "after the end of the federation",
  },
  {
    file: "treaties-environment-trade",
    date: "1925-06-17",
    kind: "treaty-signed",
    parties:
      "AT BE BG BR CA CH CL CSHH DE DK EG ES EE ET FI FR GB GR IN IT JP LT LU LV NI NL NO PK PL PT RO SV YUCS SE TH TR UY US VE",
    right:
      "AT BE BG BR CA CH CL CSHH DE DK EG ES EE ET FI FR GB GR IN IT JP LT LU LV NI NL NO PL PT RO SV YUCS SE TH TR UY US VE".split(
        " ",
      ),
    why: "Pakistan, a party by succession, did not exist",
  },
  {
    file: "independence",
    date: "1908-09-22",
    kind: "independence",
    parties: "BG hist:ottoman-empire",
    right: ["BG", "hist:ottoman-empire"],
    rightDate: "1908-10-05",
    note: "Old Style 1908-09-22",
    why: "22 September is the Old Style day",
  },
  {
    file: "independence",
    date: "1867-07-01",
    kind: "unification",
    parties: "CA",
    right: undefined,
    why: "the founding of that day, told twice",
  },
  {
    file: "independence",
    date: "2022-08-15",
    kind: "national-day",
    parties: "AF",
    right: ["AF"],
    name: "Islamic Emirate Victory Day",
    why: "the source names the government, not the day",
  },
  {
    file: "wp-relations",
    date: "1947-08-01",
    kind: "relations-established",
    parties: "MM PK",
    right: undefined,
    why: "before Pakistan",
  },
  {
    file: "wp-relations",
    date: "1943-04-21",
    kind: "relations-established",
    parties: "ER SUHH",
    right: undefined,
    why: "the day of Ethiopia, not of Eritrea",
  },
  {
    file: "wp-relations",
    date: "1972",
    kind: "relations-established",
    parties: "MX TW",
    right: undefined,
    why: "the year of the People's Republic, not of Taiwan",
  },
  {
    file: "relations-wti",
    date: "1972-02-16",
    kind: "relations-established",
    parties: "AR TW",
    right: undefined,
    why: "the day of the People's Republic, not of Taiwan",
  },
  {
    file: "wars",
    date: "1962-11-21",
    kind: "armistice",
    parties: "CN IN",
    right: ["CN"],
    rightKind: "declaration",
    name: "Chinese ceasefire, Sino-Indian War",
    why: "China alone declared it",
  },
  {
    file: "treaties",
    date: "1997-05-08",
    kind: "joint-statement",
    parties: "MD RU",
    right: ["RU", "UA"],
    name: "Joint Statement on the memorandum between Moldova and Transdniestria",
    why: "the presidents of Russia and Ukraine made it",
  },
];

const ALL: readonly Correction[] = [...CORRECTIONS, ...OLD_STYLE, ...REGIMES];

/** The fact with its parties put right, or the reason why it is left out. */
export function correct(fact: Fact): Fact | string {
  const found = ALL.find(
    ({ file, date, kind, parties }) =>
      file === fact.file && date === fact.date && kind === fact.kind && parties === fact.parties.join(" "),
  );
  if (found === undefined) return fact;
  if (found.right === undefined) return found.why;
  return {
    ...fact,
    parties: [...found.right],
    kind: found.rightKind ?? fact.kind,
    name: found.name ?? fact.name,
    date: found.rightDate ?? fact.date,
    note: found.note ?? fact.note,
  };
}
