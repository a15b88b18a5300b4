import { dateNumber } from "../../almanac/calendar.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { lastingSince } from "../../almanac/ties.ts";
import { tiesOf } from "../../almanac/ties-of.ts";
import { type Standing, standingOf } from "../../almanac/ties-standing.ts";
import type { Inquiry } from "./inquiry.ts";

/** A partner and the beginning of the relations that last. */
export interface Partner {
  readonly code: PartyCode;
  readonly since: Event;
}

/** The partners of a state by how relations with each stand (standingOf). */
export interface Partners {
  /** The longest relations first. */
  readonly lasting: readonly Partner[];
  /** Relations that only doubtful sources say to have begun, or begun again. */
  readonly doubtful: readonly Partner[];
  readonly resumed: readonly PartyCode[];
  readonly perhaps: readonly PartyCode[];
  readonly over: readonly PartyCode[];
  /** Members of the United Nations with which none are on record. */
  readonly without: readonly PartyCode[];
}

/** With whom a state has relations on record, since when, and with whom not. Of a former state, with those of its time. */
export function partnersOf(code: PartyCode, { almanac }: Pick<Inquiry, "almanac">): Partners {
  const ties = [...tiesOf(code, almanac)].map(([partner, tie]) => ({
    code: partner,
    since: lastingSince(tie) ?? tie.doubtful[0],
    standing: standingOf(tie, [code, partner], almanac),
  }));
  const dated = (standing: Standing): readonly Partner[] =>
    ties
      .flatMap((each) => (each.standing === standing && each.since ? [{ code: each.code, since: each.since }] : []))
      .toSorted((a, b) => dateNumber(a.since.date) - dateNumber(b.since.date));
  const codesOf = (standing: Standing): readonly PartyCode[] =>
    ties.flatMap((each) => (each.standing === standing ? [each.code] : []));
  const known = new Set(ties.flatMap((each) => (each.standing === "unknown" ? [] : [each.code])));
  const isPresent = almanac.parties.party(code)?.type === "state";
  return {
    lasting: dated("lasting"),
    doubtful: dated("doubtful"),
    resumed: codesOf("resumed"),
    perhaps: codesOf("perhaps"),
    over: codesOf("over"),
    without: almanac.parties.all.flatMap((party) =>
      isPresent && party.unMemberSince !== undefined && party.code !== code && !known.has(party.code)
        ? [party.code]
        : [],
    ),
  };
}
