import type { Almanac } from "./almanac.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";
import { actOf, SIGNS, type Tie } from "./ties.ts";
import { pastFor } from "./ties-past.ts";

/** What two do that deal with each other, what says most first: missions and what becomes of them, then who meets, then what they agree. */
const TRACES: readonly (readonly Kind[])[] = [
  [...SIGNS, "mission-opened"],
  ["recognition", "alliance-formed", "peace-treaty", "summit", "visit", "consultations"],
  ["consulate-opened", "joint-statement", "treaty-signed", "treaty-in-force"],
];

/** What only those do that have envoys with each other: after a break it leaves open whether there are relations, and proves none. */
const QUARRELS: readonly Kind[] = ["embassy-closed", "ambassador-recalled", "expulsion"];

/** What two did with each other since the last that is on record of their relations, of which no beginning is. */
export interface Traces {
  readonly earliest: Event;
  /** The earliest of those that say most. */
  readonly best: Event;
  readonly latest: Event;
}

/** The traces of two parties, by themselves or by those whose relations they carry on; undefined where there are none. */
export function tracesOf(
  tie: Pick<Tie, "stretches">,
  pair: readonly [PartyCode, PartyCode],
  almanac: Pick<Almanac, "find" | "parties">,
): Traces | undefined {
  const found = dealings(tie, pair, almanac, { order: "date" });
  const [earliest, latest] = [found[0], found.at(-1)];
  const best = [...TRACES, QUARRELS]
    .map((kinds) => found.find(({ kind }) => kinds.includes(kind)))
    .find((each) => each !== undefined);
  return earliest && latest && best && { earliest, best, latest };
}

/** Whether there are traces; the latest few nearly always show it, without all treaties of two being read. */
export function haveTraces(...[tie, pair, almanac]: Parameters<typeof tracesOf>): boolean {
  return (
    dealings(tie, pair, almanac, { order: "latest", limit: FEW }).length > 0 ||
    tracesOf(tie, pair, almanac) !== undefined
  );
}

const FEW = 5;
const LAST_YEAR = 9_999;

function dealings(
  tie: Pick<Tie, "stretches">,
  pair: readonly [PartyCode, PartyCode],
  almanac: Pick<Almanac, "find" | "parties">,
  page: Parameters<Almanac["find"]>[1],
): readonly Event[] {
  const from = yearAfter(tie);
  const years = from === undefined ? {} : { years: [from, LAST_YEAR] as const };
  const isBroken = tie.stretches.at(-1)?.ended?.how === "broken";
  const kinds = [...TRACES.flat(), ...(isBroken ? QUARRELS : [])];
  const { items } = almanac.find({ parties: pair, match: "all", mostParties: 2, kinds, ...years }, page);
  const pastOf = pastFor(pair, almanac.parties);
  return items.filter(
    (event) => event.confidence !== "low" && event.parties.every((party) => pastOf(party).isCarriedOn),
  );
}

/** From when on what two did shows more than the end of relations that is on record: the year after a break or a war, that of a party's end. */
function yearAfter({ stretches }: Pick<Tie, "stretches">): number | undefined {
  const ended = stretches.at(-1)?.ended;
  if (ended?.how === "lapsed") return ended.until.year;
  if (ended?.how === "war") return (ended.by.ended ?? ended.by.began).date.year + 1;
  const act = ended && actOf(ended);
  return act && act.date.year + 1;
}
