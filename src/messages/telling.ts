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
  if (shape === "tie") return star(event, alike);
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

/** Ties: one party and each of several others. */
function star(event: Event, alike: readonly Event[]): Telling {
  const around = (hub: PartyCode): readonly Event[] => alike.filter(({ parties }) => parties.includes(hub));
  const [hub = event.parties[0]] = event.parties.toSorted((one, other) => around(other).length - around(one).length);
  const told = around(hub);
  if (told.length === 1) return { event, firsts: event.parties, seconds: [], told };
  return { event, firsts: [hub], seconds: without(hub, told), told };
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

/** Acts of one toward another: several did it to the same, or one to several. */
function toward(event: Event, alike: readonly Event[]): Telling {
  const [first, ...seconds] = event.parties;
  const key = seconds.join(" ");
  const toSame = alike.filter(({ parties }) => parties.slice(1).join(" ") === key);
  const bySame = alike.filter(({ parties }) => parties[0] === first);
  return toSame.length >= bySame.length
    ? { event, firsts: union(toSame.map(({ parties }) => parties[0])), seconds, told: toSame }
    : { event, firsts: [first], seconds: without(first, bySame), told: bySame };
}

function without(party: PartyCode, events: readonly Event[]): readonly PartyCode[] {
  return union(events.flatMap(({ parties }) => parties)).filter((code) => code !== party);
}

function union(codes: readonly PartyCode[]): readonly PartyCode[] {
  return [...new Set(codes)];
}
