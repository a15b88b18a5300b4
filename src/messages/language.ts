import { IntlMessageFormat } from "intl-messageformat";
import { successionOf } from "../almanac/parties/lines.ts";
import type { Lineage, PartyCode } from "../almanac/party.ts";
import { remembering } from "../almanac/remembering.ts";
import { type DateStyle, dateStyle } from "./dates.ts";
import type { WrittenKey } from "./texts/dates.ts";
import type { TextKey, ValuesOf } from "./texts/texts.ts";

/** What a message needs of the register of parties (almanac/parties). */
export interface PartyWords {
  /** A party's name in a locale; with the form "article" as in a sentence: "the United States". */
  name(code: PartyCode, locale: string, form?: string): string;
  /** Its flag as an emoji; former states have none. */
  flag(code: PartyCode): string | undefined;
  /** Itself and the former parties that it continues. */
  lineageOf(code: PartyCode): ReadonlySet<PartyCode>;
  /** Who came directly after a former party, and how. */
  successorsOf(code: PartyCode): readonly Lineage[];
}

/** How present a party is in the archive, by which the first of many are named: how many events name it. */
export type Presence = (code: PartyCode) => number;

/** All that a message needs of one language. Everything is plain text: the layout escapes it for Discord. */
export interface Language extends DateStyle {
  /** The CLDR locale of its dates, numbers and lists. */
  readonly locale: string;
  /** The CLDR locale of whom it is for, also where the texts are in another: in it they write dates. */
  readonly readerLocale: string;
  readonly text: <K extends TextKey>(key: K, ...values: keyof ValuesOf<K> extends never ? [] : [ValuesOf<K>]) => string;
  /** The ways in which people type something, in this language and in English; what stands for what they fill in, in braces. */
  readonly written: (key: WrittenKey) => readonly string[];
  /** 75 years. */
  readonly years: (years: number) => string;
  /** One, two and three. */
  readonly list: (items: readonly string[]) => string;
  /** A party by itself: "United States". */
  readonly name: (code: PartyCode) => string;
  /** A party in a sentence: "the United States". */
  readonly nameInText: (code: PartyCode) => string;
  /** A name a party bore then (English, as in data/events), in a sentence: "the Russian Empire". */
  readonly formerName: (name: string) => string;
  readonly flag: (code: PartyCode) => string | undefined;
  readonly lineageOf: (code: PartyCode) => ReadonlySet<PartyCode>;
  /** Whether others came after a party. */
  readonly isFormer: (code: PartyCode) => boolean;
  /** Whether a party is a former one under another name: no part of it, nor who took it in. */
  readonly isContinuation: (former: PartyCode, now: PartyCode) => boolean;
  readonly presence: Presence;
}

interface Parts {
  readonly locale: string;
  readonly readerLocale: string;
  /** ICU messages by key, complete: texts.ts says which. */
  readonly texts: ReadonlyMap<string, string>;
  readonly english: ReadonlyMap<string, string>;
  readonly parties: PartyWords;
  readonly presence: Presence;
  /** Former names in this language, as written in a sentence, by the English ones of data/events. */
  readonly formerNames: ReadonlyMap<string, string>;
}

/** A language with its texts, names and ways of writing dates, numbers and lists. */
export function languageOf({ locale, readerLocale, texts, english, parties, presence, formerNames }: Parts): Language {
  const lists = new Intl.ListFormat(locale, { type: "conjunction" });
  const formatters = formattersOf(locale);
  const formats = new Map<string, IntlMessageFormat>();
  const formatOf = (key: string): IntlMessageFormat => {
    const known = formats.get(key);
    if (known !== undefined) return known;
    const message = texts.get(key);
    if (message === undefined) throw new Error(`No text ${key} in ${locale} nor in English`);
    const format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true, formatters });
    formats.set(key, format);
    return format;
  };
  const text: Language["text"] = (key, ...[values]) => String(formatOf(key).format(values ?? {}));
  return {
    ...dateStyle(locale),
    locale,
    readerLocale,
    text,
    written: (key) => [...new Set([texts, english].flatMap((each) => (each.get(key) ?? "").split(";")))],
    // nearly every line says them, and there are few
    years: remembering((years) => text("post.years", { years })),
    list: (items) => (items.length < 2 ? (items[0] ?? "") : lists.format(items)),
    name: remembering((code) => parties.name(code, locale)),
    nameInText: remembering((code) => parties.name(code, locale, "article")),
    formerName: (name) => formerNames.get(name) ?? name,
    flag: (code) => parties.flag(code),
    lineageOf: (code) => parties.lineageOf(code),
    isFormer: (code) => parties.successorsOf(code).length > 0,
    isContinuation: (former, now) => successionOf(former, now, parties) === "continuation",
    presence: remembering(presence),
  };
}

type Formatters = NonNullable<NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>["formatters"]>;

/** One formatter of each sort for all messages of a locale: each would make its own, and look for it by its options as JSON. */
function formattersOf(locale: string): Formatters {
  const plain = new Intl.NumberFormat(locale);
  const plurals = {
    cardinal: new Intl.PluralRules(locale, { type: "cardinal" }),
    ordinal: new Intl.PluralRules(locale, { type: "ordinal" }),
  };
  return {
    getNumberFormat: (locales, options) => (options === undefined ? plain : new Intl.NumberFormat(locales, options)),
    getDateTimeFormat: (locales, options) => new Intl.DateTimeFormat(locales, options),
    getPluralRules: (_, options) => plurals[options?.type ?? "cardinal"],
  };
}
