import { isDeclared } from "../almanac/declared.ts";
import type { Event, Person } from "../almanac/event.ts";
import { isHosted } from "../almanac/hosted.ts";
import { familyOf } from "../almanac/kind.ts";
import type { PartyCode } from "../almanac/party.ts";
import type { Language } from "./language.ts";
import { clean, shorten } from "./plain.ts";
import type { Telling } from "./telling.ts";
import { SHAPE_OF_KIND, type Shape } from "./texts/kinds.ts";
import { isKindKey, type KindKey } from "./texts/texts.ts";

/** Who a sentence is for: it names the parties that they follow before others. */
export interface Reader {
  readonly language: Language;
  readonly following: ReadonlySet<PartyCode>;
}

/** A reader who follows these parties and what they continue. */
export function readerOf(language: Language, following: readonly PartyCode[]): Reader {
  return { language, following: new Set(following.flatMap((code) => [...language.lineageOf(code)])) };
}

/** So many parties are named one by one; of more, one fewer and how many others. */
export const NAMED = 4;
const LONGEST = { name: 160, place: 60, person: 60, office: 80, sentence: 500 } as const;

/**
 * The parties that are named, of a list: once there are too many, the first of those whom the event is about, so that a
 * peace never hides with whom it was made; then those that the reader follows, the rest of the former, the most present ones.
 */
export function namedParties(
  codes: readonly PartyCode[],
  { principals = [] }: Pick<Event, "principals">,
  { following, language }: Reader,
): readonly PartyCode[] {
  if (codes.length <= NAMED) return codes;
  const rank = (code: PartyCode): number => {
    if (code === principals[0]) return 0;
    if (following.has(code)) return 1;
    return principals.includes(code) ? 2 : 3;
  };
  return codes
    .map((code) => ({ code, rank: rank(code), presence: language.presence(code) }))
    .sort((one, other) => one.rank - other.rank || other.presence - one.presence)
    .slice(0, NAMED - 1)
    .map(({ code }) => code);
}

/** What happened, in one plain sentence without its date: "Germany and Indonesia established diplomatic relations". */
export function sentence(telling: Telling, reader: Reader): string {
  return capitalised(clause(telling, reader), reader.language);
}

/** The same as it stands within a sentence: "the United Kingdom and Iraq made peace". */
export function clause(telling: Telling, reader: Reader): string {
  const { language } = reader;
  const { event, firsts, seconds } = telling;
  const [person] = event.people;
  const { name, topic } = nameAndTopic(telling);
  const first = partyList(firsts, telling, reader);
  const text = language.text(keyOf(telling, language), {
    parties: first,
    count: firsts.length,
    first,
    firsts: firsts.length,
    second: partyList(seconds, telling, reader),
    rank: (event.rank ?? "other").replaceAll("-", "_"),
    firstVisit: event.first && telling.told.every((each) => each.first) ? "yes" : "no",
    name,
    note: bounded(event.note, LONGEST.name),
    place: bounded(event.place, LONGEST.place),
    people: people(event.people, language),
    person: bounded(person?.name, LONGEST.person),
    office: bounded(person?.office, LONGEST.office),
  });
  const whole = topic === undefined ? text : language.text("post.topic", { what: text, topic });
  return shorten(whole, LONGEST.sentence);
}

/** The text with a capital first letter: names come with a small article. */
export function capitalised(text: string, { locale }: Language): string {
  const [initial = ""] = text;
  return initial.toLocaleUpperCase(locale) + text.slice(initial.length);
}

function keyOf(telling: Telling, language: Language): KindKey {
  const { kind } = telling.event;
  const key = `kinds.${kind}${SUFFIX_OF_SHAPE[SHAPE_OF_KIND[kind]](telling, language)}`;
  if (!isKindKey(key)) throw new Error(`No wording is declared as ${key}`);
  return key;
}

/** Which wording of its kind a telling takes; the wordings of each shape are in texts/kinds.ts. */
const SUFFIX_OF_SHAPE: Record<Shape, (telling: Telling, language: Language) => string> = {
  among: () => "",
  tie: ({ seconds }) => (seconds.length > 0 ? ".with" : ""),
  named: (telling) => (isNamed(telling) ? ".named" : ""),
  treaty: (telling, language) =>
    telling.seconds.length > 0 ? ".with" : isNamed(telling) ? treatySuffix(telling, language) : "",
  sided: (telling) => `${telling.seconds.length > 0 ? ".sides" : ""}${sidedName(telling)}`,
  toward: ({ seconds }) => (seconds.length > 0 ? "" : ".alone"),
  "toward-named": (telling) => withSecond(telling, isNamed(telling) ? ".named" : ""),
  "toward-noted": (telling) => withSecond(telling, isNoted(telling) ? ".noted" : ""),
  placed: (telling) =>
    withSecond(telling, telling.event.place === undefined || telling.told.length > 1 ? "" : ".placed"),
  birth: ({ told, seconds }) => {
    if (told.every(isDeclared)) return seconds.length > 0 ? ".declared" : ".declared-alone";
    return seconds.length > 0 ? "" : ".alone";
  },
  visit: (telling) => withSecond(telling, visitSuffix(telling)),
};

function treatySuffix({ event: { kind, name = "", note }, firsts }: Telling, language: Language): TreatySuffix {
  if (isHosted({ kind, parties: firsts, note })) return ".hosted";
  const tellsAll = firsts.length > 1 && firsts.every((code) => name.includes(language.name(code)));
  return tellsAll && name.length <= LONGEST.name && !INSTRUMENT.test(name) ? ".between" : ".named";
}

type TreatySuffix = ".hosted" | ".between" | ".named";

function sidedName(telling: Telling): "" | ".named" | "-named" {
  if (!isNamed(telling)) return "";
  return telling.seconds.length > 0 ? "-named" : ".named";
}

function withSecond({ seconds }: Telling, suffix: string): string {
  return seconds.length > 0 ? suffix : ".alone";
}

/** All the told events have the note of the first. */
function isNoted({ event: { note }, told }: Pick<Telling, "event" | "told">): boolean {
  return note !== undefined && told.every((each) => each.note === note);
}

function isNamed({ event, told }: Pick<Telling, "event" | "told">): boolean {
  return event.name !== undefined && told.every(({ name }) => name === event.name);
}

/** The proper name that all the told events bear, cleaned and bounded, without the year that the line says anyway. */
export function properName({ event, told }: Telling): string | undefined {
  if (event.name === undefined || !isNamed({ event, told })) return undefined;
  const name = event.name.replace(` (${event.date.year})`, "");
  return bounded(name.length > LONGEST.name ? name.replace(BETWEEN_WHOM, "$1") : name, LONGEST.name);
}

/** What a long name says before it says between whom, where that is enough to know it by: the sentence tells the parties. */
const BETWEEN_WHOM = /^(.{40,}?),? between (?:the )?\S.*$/su;

/** "Agreement: Cultural cooperation", as data/events writes a treaty without a name of its own. */
const INSTRUMENT = /^([A-Z][a-z]+(?: [a-z]+){0,3}): (\S.*)$/s;

/** The name, and what a treaty without a name of its own is about or several came to one place for. */
function nameAndTopic(telling: Telling): { readonly name: string; readonly topic?: string } {
  const name = properName(telling) ?? "";
  if (telling.event.kind === "visit" && name !== "" && telling.told.length > 1) return { name, topic: name };
  const [, instrument, topic] = (familyOf(telling.event.kind) === "treaties" && INSTRUMENT.exec(name)) || [];
  return instrument === undefined || topic === undefined ? { name } : { name: instrument, topic };
}

/** Who came is named where it was one visit, or the same person's to several. */
function visitSuffix({ event, firsts, seconds, told }: Telling): string {
  const [visitor] = event.people;
  const isOne =
    firsts.length + seconds.length <= 2 || told.every(({ people: [other] }) => other?.name === visitor?.name);
  if (visitor === undefined || !isOne) return "";
  return event.people.length === 1 && visitor.office !== undefined ? ".person" : ".people";
}

function people(who: readonly Person[], language: Language): string {
  const names = who.slice(0, NAMED - 1).map(({ name, office }) =>
    office === undefined
      ? bounded(name, LONGEST.person)
      : language.text("post.person", {
          name: bounded(name, LONGEST.person),
          office: bounded(office, LONGEST.office),
        }),
  );
  return listWithOthers(names, who.length - names.length, language);
}

function partyList(codes: readonly PartyCode[], telling: Telling, reader: Reader): string {
  const { language } = reader;
  const { event, told } = telling;
  const named = namedParties(inOrder(codes, telling, language), event, reader);
  const names = named.map((code) => partyName(code, told, language));
  return listWithOthers(names, codes.length - named.length, language);
}

/** Allies in a war stand as they weigh; the parties of everything else as their kind has them. */
function inOrder(codes: readonly PartyCode[], { event, seconds }: Telling, language: Language): readonly PartyCode[] {
  if (SHAPE_OF_KIND[event.kind] !== "sided" || seconds.length === 0) return codes;
  return codes.toSorted((one, other) => language.presence(other) - language.presence(one));
}

function listWithOthers(names: readonly string[], others: number, language: Language): string {
  if (others === 0) return language.list(names);
  return language.text("post.others", { names: names.join(", "), others });
}

/** The party's name in the sentence: the one it bore then, with today's where they have nothing in common. */
function partyName(code: PartyCode, told: readonly Event[], language: Language): string {
  const then = told
    .map(({ namesThen }) => (Object.hasOwn(namesThen, code) ? namesThen[code] : undefined))
    .find(Boolean);
  const now = language.nameInText(code);
  if (then === undefined) return now;
  const former = bounded(language.formerName(then), LONGEST.place);
  return alike(former, language.name(code))
    ? former
    : language.text("post.name-then", { former, since: sinceThen(code, now, language) });
}

/** "today Sri Lanka"; of a party that is no more, "later Yugoslavia". */
export function sinceThen(code: PartyCode, now: string, language: Language): string {
  return language.text(language.isFormer(code) ? "post.name-later" : "post.name-today", { now });
}

/** Whether one name tells the other: "Russian Empire" needs no "today Russia", "Ceylon" does. */
function alike(one: string, other: string): boolean {
  const stems = words(one).map((word) => word.slice(0, 4));
  return words(other).some((word) => word.length > 3 && stems.includes(word.slice(0, 4)));
}

function words(name: string): readonly string[] {
  return name.toLocaleLowerCase("en").split(/[^\p{L}\p{M}]+/u);
}

function bounded(text: string | undefined, limit: number): string {
  return shorten(clean(text ?? ""), limit);
}
