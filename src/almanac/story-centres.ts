import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";

/** From how many on events of a kind between two parties are told together around the party that they share. */
const ENOUGH: Partial<Record<Kind, number>> = {
  "relations-established": 2,
  "relations-restored": 2,
  "relations-upgraded": 2,
  "relations-severed": 2,
  "relations-suspended": 2,
  expulsion: 2,
  "embassy-opened": 2,
  "embassy-closed": 2,
  "consulate-opened": 2,
  "consulate-closed": 2,
  "ambassador-recalled": 2,
  "mission-opened": 2,
  "mission-closed": 2,
  joined: 2,
  left: 2,
  "troops-deployed": 2,
  "troops-withdrawn": 2,
  "war-declared": 2,
  "war-began": 2,
  "war-entered": 2,
  incident: 2,
  visit: 3,
};

/** Kinds in which doing and suffering are two stories: who received guests on a day when its minister was abroad tells two. */
const DIRECTED: ReadonlySet<Kind> = new Set<Kind>([
  ...(["war-declared", "war-entered", "expulsion", "visit", "joined", "left"] as const),
  ...(["ambassador-recalled", "troops-deployed", "troops-withdrawn"] as const),
]);

/** What is told together around a party: the kind, the party and, where it matters, on which side it stands. */
export type CentreOf = (event: Event) => string | undefined;

/** Each event goes to the busier of its parties, so that stories do not run together through a shared neighbour. */
export function centresOf(events: readonly Event[]): CentreOf {
  const bilateral = events.filter(isTold);
  const degree = new Map<string, number>();
  for (const event of bilateral)
    for (const party of event.parties) degree.set(around(event, party), (degree.get(around(event, party)) ?? 0) + 1);
  const busier = new Map(
    bilateral.map((event) => {
      const [one = event.parties[0], other = one] = event.parties.toSorted();
      const more = (degree.get(around(event, one)) ?? 0) >= (degree.get(around(event, other)) ?? 0);
      return [event, around(event, more ? one : other)] as const;
    }),
  );
  const stars = Map.groupBy(bilateral, (event) => busier.get(event));
  return (event) => {
    const story = busier.get(event);
    const star = story === undefined ? [] : (stars.get(story) ?? []);
    return star.length < (ENOUGH[event.kind] ?? Number.POSITIVE_INFINITY) ? undefined : story;
  };
}

function isTold({ kind, parties }: Event): boolean {
  return kind in ENOUGH && parties.length === 2;
}

function around(event: Event, party: PartyCode): string {
  if (!DIRECTED.has(event.kind)) return `${event.kind} ${party}`;
  const side = event.parties.indexOf(party);
  return `${event.kind} ${side} ${party} ${side === 0 ? travellers(event) : ""}`;
}

/** Whose journey a visit is; no other kind tells of one. */
function travellers({ kind, people }: Event): string {
  return kind === "visit"
    ? people
        .map(({ name }) => name)
        .toSorted()
        .join("; ")
    : "";
}

/** Beyond so many partners their pairs say nothing: everybody meets everybody. */
const MANY = 30;

/**
 * Keys for what several did alike with the same several: where two parties stood to the same two others in events of one kind,
 * these events share a key. Two who visit the same hosts on a day need not meet.
 */
export function blocksOf(events: readonly Event[]): ReadonlyMap<Event, readonly string[]> {
  const bilateral = events.filter((event) => isTold(event) && event.kind !== "visit");
  const ends = bilateral.flatMap((event) =>
    event.parties.map((party) => ({ event, party, end: around(event, party) })),
  );
  const owners = new Map<string, (readonly Event[])[]>();
  for (const own of Map.groupBy(ends, ({ end }) => end).values())
    for (const [pair, both] of own.length > 1 && own.length <= MANY ? pairsOf(own) : [])
      owners.set(pair, [...(owners.get(pair) ?? []), both]);
  const keys = new Map<Event, string[]>();
  for (const [pair, shared] of owners)
    if (shared.length > 1) for (const event of shared.flat()) keys.set(event, [...(keys.get(event) ?? []), pair]);
  return keys;
}

/** What one party did with each two of its partners, by the kind, its side and these two. */
function pairsOf(own: readonly { readonly event: Event; readonly party: PartyCode }[]): ReadonlyMap<string, Event[]> {
  const partnerOf = ({ event, party }: (typeof own)[number]): PartyCode =>
    event.parties[1 - event.parties.indexOf(party)] ?? party;
  const pairs = new Map<string, Event[]>();
  own.forEach((one, index) => {
    for (const other of own.slice(index + 1)) {
      const [first = "", second = ""] = [partnerOf(one), partnerOf(other)].toSorted();
      if (first === second) continue;
      const { kind, parties } = one.event;
      const pair = `${kind} ${DIRECTED.has(kind) ? parties.indexOf(one.party) : ""} with ${first} ${second}`;
      pairs.set(pair, [...(pairs.get(pair) ?? []), one.event, other.event]);
    }
  });
  return pairs;
}
