import type { Event } from "../../src/almanac/event.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import { lastingSince, type Tie, tieOf } from "../../src/almanac/ties.ts";
import { warsSince } from "../../src/almanac/ties-standing.ts";

const ENDED: Readonly<Record<string, number>> = { "korean-empire": 1910, DDDE: 1990, SUHH: 1991, YUCS: 1992 };

/** The tie of two; the former parties ended in the years above, Ukraine is independent since 1991. */
export function tie(events: readonly Event[], one: PartyCode, other: PartyCode): Tie {
  return tieOf(events, one, other, (code) => {
    const year = ENDED[code];
    if (code === "UA") return { since: { precision: "year", year: 1991 }, isCarriedOn: true };
    return { isCarriedOn: code === "SUHH", ...(year === undefined ? {} : { until: { precision: "year", year } }) };
  });
}

/** Whether the lasting relations are the only ones on record, and no war may have broken them. */
export function isContinuous(found: Tie): boolean {
  return lastingSince(found) !== undefined && found.stretches.length === 1 && warsSince(found).length === 0;
}

/** An event of a year, in one source. */
export function event(year: number, kind: Kind, ...parties: [string, ...string[]]): Event {
  return {
    id: `${parties.join("-")}-${year}-${kind}`.toLowerCase(),
    date: { precision: "year", year },
    kind,
    parties,
    namesThen: {},
    people: [],
    first: false,
    otherDates: [],
    sources: [{ id: "source", name: "A source", url: "https://example.org/", publisher: "example.org" }],
    confidence: "high",
  };
}
