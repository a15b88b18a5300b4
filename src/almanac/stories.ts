import type { Event } from "./event.ts";
import { familyOf, type Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";
import { MANY } from "./routine.ts";
import { blocksOf, centresOf } from "./story-centres.ts";

/** What the events of one date say together: what a single event cannot know of the stories that it is part of. */
export interface Stories {
  /** A name by which events of different wording are the same: lower case, without what is said before it or in brackets. */
  nameOf(event: Event): string | undefined;
  /** Names of the day that an event of one party or of more than two bears. */
  readonly sharedNames: ReadonlySet<string>;
  /** The act of many by whose short name this event of some of them is called: Montreal Protocol, and "on Substances that ...". */
  shortNameOf(event: Event): string | undefined;
  /** The name of the one convention that many states signed alone that day, if there is but one. */
  readonly openedName: string | undefined;
  /** Names of the day that more than one event bears. */
  readonly repeatedNames: ReadonlySet<string>;
  readonly foundings: readonly { readonly organisation: PartyCode; readonly by: (event: Event) => boolean }[];
  /** How many joined each organisation. */
  readonly joiners: ReadonlyMap<PartyCode, number>;
  /** States that came into being or ceased to be. */
  readonly born: ReadonlySet<PartyCode>;
  /** States that others became independent of. */
  readonly parents: ReadonlySet<PartyCode>;
  /** States that another recognised. */
  readonly recognised: ReadonlySet<PartyCode>;
  /** States that broke with another. */
  readonly leaving: ReadonlySet<PartyCode>;
  /** The party around which events of one kind are told together, where there are enough of them: the kind, the party and, where it matters, on which side it stands. */
  centreOf(event: Event): string | undefined;
  /** Keys that what several did alike with the same several shares. */
  readonly blocks: ReadonlyMap<Event, readonly string[]>;
  /** Keys that events of nearly the same three parties or more share. */
  readonly nearlySame: ReadonlyMap<Event, readonly string[]>;
}

/** Reads the events of one date, in an order that does not depend on the input. */
export function storiesOf(events: readonly Event[]): Stories {
  const partiesOf = (kind: Kind, place: number): PartyCode[] =>
    events.flatMap((event) => (event.kind === kind ? (event.parties[place] ?? []) : []));
  const names = new Map(events.map((event) => [event, nameOf(event)]));
  return {
    nameOf: (event) => names.get(event),
    sharedNames: new Set(events.flatMap((event) => (event.parties.length === 2 ? [] : (names.get(event) ?? [])))),
    shortNameOf: shortNamesOf(events, names),
    openedName: openedName(events, names),
    repeatedNames: new Set(repeated(events.flatMap((event) => names.get(event) ?? []))),
    foundings: foundingsOf(events),
    joiners: counts(partiesOf("joined", 1)),
    born: new Set([
      ...partiesOf("independence", 0),
      ...partiesOf("state-founded", 0),
      ...partiesOf("state-dissolved", 0),
      ...events.flatMap((event) => (event.kind === "unification" ? event.parties : [])),
    ]),
    parents: new Set(partiesOf("independence", 1)),
    recognised: new Set(partiesOf("recognition", 1)),
    leaving: new Set([...partiesOf("relations-severed", 0), ...partiesOf("relations-severed", 1)]),
    centreOf: centresOf(events),
    blocks: blocksOf(events),
    nearlySame: nearlySame(events),
  };
}

function nameOf({ name, kind }: Event): string | undefined {
  const family = familyOf(kind);
  if (name === undefined || family === "visits" || family === "relations" || kind === "joined") return undefined;
  const plain = (name.includes("(") ? name.replace(/\(.*?\)/g, "") : name).replace(BETWEEN, "");
  return (family === "conflict" ? plain.replace(/^.*: /, "") : plain).trim().toLowerCase();
}

/** Whose treaty it is, before three words at least of what it is: Sino-British New Equal Treaty, and Sino-American. */
const BETWEEN = /^\p{Lu}\p{L}+[-–]\p{Lu}\p{L}+ (?=\S+ \S+ \S)/u;

function shortNamesOf(events: readonly Event[], names: ReadonlyMap<Event, string | undefined>): Stories["shortNameOf"] {
  const acts = events.filter((event) => event.kind === "treaty-signed" && event.parties.length > FEW);
  return (event) => {
    const name = event.kind === "treaty-signed" ? names.get(event) : undefined;
    if (name === undefined) return undefined;
    const whole = acts.find(
      (act) => name.startsWith(`${names.get(act)} `) && event.parties.every((party) => act.parties.includes(party)),
    );
    return whole && names.get(whole);
  };
}

/** An act of more parties than this has its name to itself on its day. */
const FEW = 6;

function openedName(events: readonly Event[], names: ReadonlyMap<Event, string | undefined>): string | undefined {
  const alone = events.filter(({ kind, parties }) => kind === "treaty-signed" && parties.length === 1);
  const signed = counts(alone.flatMap((event) => names.get(event) ?? []));
  const [opened, ...others] = [...signed].filter(([, signatures]) => signatures >= MANY).map(([name]) => name);
  return others.length === 0 ? opened : undefined;
}

/** A treaty founds an organisation if those who join that day sign it, if it names it, or if it is the only one of many parties. */
function foundingsOf(events: readonly Event[]): Stories["foundings"] {
  const foundings = events.filter((event) => event.kind === "organisation-founded");
  if (foundings.length === 0) return [];
  const treaties = events.filter((event) => familyOf(event.kind) === "treaties" && event.parties.length > 2);
  return foundings.map((founding) => {
    const [organisation] = founding.parties;
    const members = new Set(
      events.flatMap((event) => (event.kind === "joined" && event.parties[1] === organisation ? event.parties[0] : [])),
    );
    const words = (nameOf(founding) ?? "").split(/\W+/).filter((word) => word.length > 4);
    const by = (event: Event): boolean =>
      treaties.includes(event) &&
      (isActOf(members, event) ||
        words.filter((word) => nameOf(event)?.includes(word)).length > 1 ||
        (members.size === 0 && new Set(treaties.map(({ parties }) => parties.toSorted().join())).size === 1));
    return { organisation, by };
  });
}

/** At least half of the members, and not one alone, are among the parties. */
function isActOf(members: ReadonlySet<PartyCode>, { parties }: Event): boolean {
  const shared = parties.filter((party) => members.has(party)).length;
  return shared > 1 && 2 * shared >= members.size;
}

/** Lists of signatories differ a little between sources: three in four parties in common are the same act. */
const IN_COMMON = 0.75;
/** Only so many acts of many parties are compared with each other; no day has more. */
const COMPARED = 100;

function nearlySame(events: readonly Event[]): Stories["nearlySame"] {
  const keys = new Map<Event, string[]>();
  const acts = events.filter((event) => event.parties.length > 2).slice(0, COMPARED);
  const sets = acts.map((event) => new Set(event.parties));
  acts.forEach((one, index) => {
    acts.slice(index + 1).forEach((other) => {
      const shared = other.parties.filter((party) => sets[index]?.has(party)).length;
      if (shared < IN_COMMON * (one.parties.length + other.parties.length - shared)) return;
      const key = `nearly ${one.id}`;
      for (const event of [one, other]) keys.set(event, [...(keys.get(event) ?? []), key]);
    });
  });
  return keys;
}

function repeated(names: Iterable<string>): readonly string[] {
  return [...counts(names)].filter(([, count]) => count > 1).map(([name]) => name);
}

function counts<T>(items: Iterable<T>): ReadonlyMap<T, number> {
  const count = new Map<T, number>();
  for (const item of items) count.set(item, (count.get(item) ?? 0) + 1);
  return count;
}
