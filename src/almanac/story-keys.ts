import type { Event } from "./event.ts";
import { isHosted } from "./hosted.ts";
import type { Judgement } from "./judgement.ts";
import { familyOf, type Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";
import { type Stories, storiesOf } from "./stories.ts";

/** Names the stories that an event of a date belongs to; events of that date that share a name tell one story. */
export function storyKeys(events: readonly Event[], { words }: Judgement): (event: Event) => readonly string[] {
  const stories = storiesOf(events);
  const endsAWar: IsEvent = ({ kind, name = "" }) => kind === "treaty-signed" && words.endsWar.test(name);
  return (event) => [
    ...sameParties(event, stories),
    ...sameName(event, stories),
    ...shortName(event, stories),
    ...sameOrganisation(event, stories),
    ...sameBirth(event, stories, endsAWar),
    ...sameRecognition(event, stories),
    ...sameCentre(event, stories),
    ...sameWar(event, endsAWar),
    ...(stories.nearlySame.get(event) ?? []),
  ];
}

type IsEvent = (event: Event) => boolean;

/**
 * Relations established and the treaty that did it; a visit and what was signed at it; what one state signed that day, but
 * for what many signed.
 */
function sameParties(event: Event, stories: Stories): readonly string[] {
  const [one] = event.parties;
  if (event.parties.length === 1)
    return stories.repeatedNames.has(stories.nameOf(event) ?? "") ? [] : [`parties ${one}`];
  return [`parties ${event.parties.toSorted().join(" ")}`];
}

/** Many states sign or ratify one treaty; many acts of one war, but who declared it on whom is a story of its own. Bilateral treaties of a common name must share a party. */
function sameName(event: Event, stories: Stories): readonly string[] {
  const name = stories.nameOf(event);
  if (name === undefined || (event.kind === "war-declared" && event.parties.length === 2)) return [];
  if (event.parties.length !== 2 || stories.sharedNames.has(name)) return [`name ${name}`];
  return event.parties.map((party) => `name ${name} ${party}`);
}

/** What many signed under its short name, or, where only its host is known, what many signed alone that day. */
function shortName(event: Event, stories: Stories): readonly string[] {
  const name = isHosted(event) ? stories.openedName : stories.shortNameOf(event);
  return name === undefined ? [] : [`name ${name}`];
}

/** Founded, joined by many, and the treaty that did both. */
function sameOrganisation(event: Event, { foundings }: Stories): readonly string[] {
  if (event.kind === "organisation-founded") return [`into ${event.parties[0]}`];
  if (event.kind === "joined" || event.kind === "observer") return [`into ${event.parties[1] ?? event.parties[0]}`];
  if (event.kind === "left") return [`out of ${event.parties[1] ?? event.parties[0]}`];
  return foundings.filter((founding) => founding.by(event)).map(({ organisation }) => `into ${organisation}`);
}

const WITH_A_NEW_STATE: ReadonlySet<Kind> = new Set<Kind>([
  ...(["independence", "state-founded", "unification", "state-dissolved", "national-day", "recognition"] as const),
  ...([
    "relations-established",
    "relations-restored",
    "relations-upgraded",
    "embassy-opened",
    "consulate-opened",
  ] as const),
  ...(["treaty-signed", "treaty-in-force", "alliance-formed", "alliance-ended", "joined", "left"] as const),
]);

/** Independence, national day and everybody who recognised it or sent an ambassador that day; two states that left a third, and the peace that freed them. */
function sameBirth(event: Event, { born, joiners, parents }: Stories, endsAWar: IsEvent): readonly string[] {
  if (event.kind === "peace-treaty" || (event.kind === "treaty-signed" && event.parties.length > 3 && !endsAWar(event)))
    return freedBy(event)
      .filter((party) => parents.has(party))
      .map((party) => `from ${party}`);
  if (!WITH_A_NEW_STATE.has(event.kind) || event.parties.length > 3) return [];
  if (event.kind === "joined" && (joiners.get(event.parties[1] ?? "") ?? 0) > 2) return [];
  const [, parent] = event.parties;
  return [
    ...(event.kind === "independence" && parent !== undefined ? [`from ${parent}`] : []),
    ...event.parties.filter((party) => born.has(party)).map((party) => `born ${party}`),
  ];
}

/** Who gave a state up by this treaty: any party to a peace, but of another treaty of many only those whom it is about. */
function freedBy({ kind, parties, principals = [] }: Event): readonly PartyCode[] {
  return kind === "peace-treaty" ? parties : principals;
}

/** One state recognised by many, many by one; and the relations that came with it. */
function sameRecognition(event: Event, { recognised }: Stories): readonly string[] {
  const [by, of = by] = event.parties;
  if (event.kind === "recognition") return [`recognised by ${by}`, `recognised ${of}`];
  if (event.kind !== "relations-established") return [];
  return event.parties.filter((party) => recognised.has(party)).map((party) => `recognised ${party}`);
}

/**
 * One state does the same with several others on one day, or several to one, or another state with two of the same others;
 * it leaves one partner for another.
 */
function sameCentre(event: Event, stories: Stories): readonly string[] {
  const centre = stories.centreOf(event);
  const keys = [...(centre === undefined ? [] : [`around ${centre}`]), ...(stories.blocks.get(event) ?? [])];
  if (event.kind === "relations-severed") keys.push(...event.parties.map((party) => `change by ${party}`));
  if (event.kind === "relations-established" || event.kind === "relations-restored" || event.kind === "recognition") {
    keys.push(...event.parties.filter((party) => stories.leaving.has(party)).map((party) => `change by ${party}`));
  }
  return keys;
}

/** Acts of war of one day between the same two parties, and what they signed to end it. */
function sameWar(event: Event, endsAWar: IsEvent): readonly string[] {
  return (endsAWar(event) || familyOf(event.kind) === "conflict") && event.parties.length <= MANY
    ? pairs(event.parties).map((pair) => `war ${pair}`)
    : [];
}

/** Beyond so many parties their pairs say nothing: everybody meets everybody. */
const MANY = 30;

function pairs(parties: readonly PartyCode[]): readonly string[] {
  const sorted = parties.toSorted();
  return sorted.flatMap((one, index) => sorted.slice(index + 1).map((other) => `${one} ${other}`));
}
