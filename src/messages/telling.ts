import type { Event } from "../almanac/event.ts";
import type { PartyCode } from "../almanac/party.ts";
import { SHAPE_OF_KIND } from "./texts/kinds.ts";

/** One sentence's worth of events: of one kind, told of the parties that they have between them. */
export interface Telling {
  /** The event whose kind, name and people the sentence takes. */
  readonly event: Event;
  /** Who acted; all of them where they acted together. */
  readonly firsts: readonly PartyCode[];
  /** Toward whom; empty where they acted together. */
  readonly seconds: readonly PartyCode[];
  /** The events that the sentence covers. */
  readonly told: readonly Event[];
}

/** Tells an event together with those others that say the same of other parties: many expel diplomats of one, many join one. */
export function tell(event: Event, others: readonly Event[]): Telling {
  const alike = [event, ...others.filter(({ kind }) => kind === event.kind)];
  const shape = SHAPE_OF_KIND[event.kind];
  if (shape === "tie") return tied(event, alike);
  if (shape === "sided") return sided(event, alike);
  return shape === "among" || shape === "named" || shape === "treaty" ? together(event, alike) : toward(event, alike);
}

/** Equals: those who did the same thing, known by its name, did it together. */
function together(event: Event, alike: readonly Event[]): Telling {
  const told =
    event.kind === "state-founded"
      ? alike
      : event.name === undefined
        ? [event]
        : alike.filter(({ name }) => name === event.name);
  return (
    pairsAround(event, told) ?? { event, firsts: union(told.flatMap(({ parties }) => parties)), seconds: [], told }
  );
}

/** Treaties of one name that one party concluded with each of several others: those others agreed on nothing with one another. */
function pairsAround(event: Event, told: readonly Event[]): Telling | undefined {
  if (SHAPE_OF_KIND[event.kind] !== "treaty" || told.some(({ parties }) => parties.length !== 2)) return undefined;
  const [hub] = event.parties.filter((party) => told.every(({ parties }) => parties.includes(party)));
  const seconds = hub === undefined ? [] : without(hub, told);
  return hub === undefined || seconds.length < 2 ? undefined : { event, firsts: [hub], seconds, told };
}

/** Ties: one party, or several that had the same partners, and each of several others. */
function tied(event: Event, alike: readonly Event[]): Telling {
  const [one, other = one] = event.parties;
  const turned = alike.flatMap(actOf).flatMap((act) => [act, { ...act, first: act.second, second: act.first }]);
  const [block] = [...blocks(one, other, turned), ...blocks(other, one, turned)].toSorted(
    (a, b) => sizeOf(b) - sizeOf(a) || a.firsts.length - b.firsts.length,
  );
  if (block === undefined || sizeOf(block) < 2) return { event, firsts: event.parties, seconds: [], told: [event] };
  return { event, ...block };
}

interface Act {
  readonly each: Event;
  readonly first: PartyCode;
  readonly second: PartyCode;
}

type Block = Omit<Telling, "event">;

/** All who did something to the same several, to each of them: every such block with these two, first that toward the second alone. */
function blocks(one: PartyCode, other: PartyCode, acts: readonly Act[]): readonly Block[] {
  const seconds = new Map([...Map.groupBy(acts, ({ first }) => first)].map(([first, own]) => [first, partners(own)]));
  const ours = [...(seconds.get(one) ?? [])];
  const shared = [...seconds.values()]
    .filter((theirs) => theirs.has(other))
    .map((theirs) => ours.filter((each) => theirs.has(each)));
  return [[other], ...shared].map((block) => {
    const firsts = [...seconds].filter(([, theirs]) => block.every((each) => theirs.has(each))).map(([first]) => first);
    const told = acts.filter(({ first, second }) => firsts.includes(first) && block.includes(second));
    return { firsts, seconds: block, told: told.map(({ each }) => each) };
  });
}

function sizeOf({ firsts, seconds }: Block): number {
  return firsts.length * seconds.length;
}

function partners(acts: readonly Act[]): ReadonlySet<PartyCode> {
  return new Set(acts.map(({ second }) => second));
}

/** A war: all who had the same enemies that day stand on one side of it; who had others is not told with them. */
function sided(event: Event, alike: readonly Event[]): Telling {
  const war = alike.filter(({ name, parties }) => name === event.name && parties.length === 2);
  const enemiesOf = (party: PartyCode): readonly PartyCode[] =>
    without(
      party,
      war.filter(({ parties }) => parties.includes(party)),
    );
  const [one = event.parties[0]] = event.parties.toSorted((a, b) => enemiesOf(b).length - enemiesOf(a).length);
  const seconds = enemiesOf(one);
  if (event.parties.length !== 2 || seconds.length === 1)
    return { event, firsts: event.parties, seconds: [], told: [event] };
  const firsts = union(seconds.flatMap(enemiesOf)).filter(
    (party) => !seconds.includes(party) && sameParties(enemiesOf(party), seconds),
  );
  const told = war.filter(({ parties }) => parties.some((party) => firsts.includes(party)));
  return firsts.includes(event.parties[0])
    ? { event, firsts, seconds, told }
    : { event, firsts: seconds, seconds: firsts, told };
}

function sameParties(some: readonly PartyCode[], others: readonly PartyCode[]): boolean {
  return some.length === others.length && some.every((party) => others.includes(party));
}

/** Acts of one toward another: several did it to the same, or to each of the same several, or one to several. Of visits each is told with who came. */
function toward(event: Event, alike: readonly Event[]): Telling {
  const [first, ...seconds] = event.parties;
  const [second] = seconds;
  if (event.kind !== "visit" && second !== undefined && seconds.length === 1) {
    const [block] = blocks(first, second, alike.flatMap(actOf)).toSorted((a, b) => sizeOf(b) - sizeOf(a));
    if (block !== undefined) return { event, ...block };
  }
  const key = seconds.join(" ");
  const toSame = alike.filter(({ parties }) => parties.slice(1).join(" ") === key);
  const bySame = alike.filter(({ parties }) => parties[0] === first);
  return toSame.length >= bySame.length
    ? { event, firsts: union(toSame.map(({ parties }) => parties[0])), seconds, told: toSame }
    : { event, firsts: [first], seconds: without(first, bySame), told: bySame };
}

function actOf(each: Event): readonly Act[] {
  const [first, second, ...more] = each.parties;
  return second === undefined || more.length > 0 ? [] : [{ each, first, second }];
}

function without(party: PartyCode, events: readonly Event[]): readonly PartyCode[] {
  return union(events.flatMap(({ parties }) => parties)).filter((code) => code !== party);
}

function union(codes: readonly PartyCode[]): readonly PartyCode[] {
  return [...new Set(codes)];
}
