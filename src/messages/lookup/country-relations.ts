import { compareDates } from "../../almanac/calendar.ts";
import type { PartialDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { type End, lastingSince, type Tie } from "../../almanac/ties.ts";
import { tiesOf } from "../../almanac/ties-of.ts";
import { pastFor } from "../../almanac/ties-past.ts";
import { type Standing, standingOf } from "../../almanac/ties-standing.ts";
import type { Inquiry } from "./inquiry.ts";

/** A partner and a beginning of relations: of those that last, where nothing else is said. */
export interface Partner {
  readonly code: PartyCode;
  readonly since: Event;
}

/** A former partner, and the break or the war after which nothing more is on record for certain. */
export interface Parted {
  readonly code: PartyCode;
  readonly ended: Extract<End, { readonly how: "broken" | "war" }>;
}

/** The partners of a state by how relations with each stand (standingOf). */
export interface Partners {
  /** The longest relations first. */
  readonly lasting: readonly Partner[];
  /** With whom relations that last, or were resumed, began first of all, whatever breaks came later. */
  readonly first?: Partner;
  /** Relations that only doubtful sources say to have begun, or begun again. */
  readonly doubtful: readonly Partner[];
  readonly resumed: readonly PartyCode[];
  readonly perhaps: readonly Parted[];
  readonly over: readonly Parted[];
  /** Members of the United Nations with which none are on record. */
  readonly without: readonly PartyCode[];
}

/** With whom a state has relations on record, since when, and with whom not. Of a former state, with those of its time. */
export function partnersOf(code: PartyCode, { almanac }: Pick<Inquiry, "almanac">): Partners {
  const ties = [...tiesOf(code, almanac)].map(([partner, tie]) => ({
    code: partner,
    since: lastingSince(tie) ?? tie.doubtful[0],
    first: firstOf(tie, [code, partner], almanac),
    ended: tie.stretches.at(-1)?.ended,
    standing: standingOf(tie, [code, partner], almanac),
  }));
  const dated = (standing: Standing): readonly Partner[] =>
    inOrder(
      ties.flatMap((each) =>
        each.standing === standing && each.since ? [{ code: each.code, since: each.since }] : [],
      ),
    );
  const [first] = inOrder(
    ties.flatMap((each) =>
      (each.standing === "lasting" || each.standing === "resumed") && each.first
        ? [{ code: each.code, since: each.first }]
        : [],
    ),
  );
  const codesOf = (standing: Standing): readonly PartyCode[] =>
    ties.flatMap((each) => (each.standing === standing ? [each.code] : []));
  const parted = (standing: Standing): readonly Parted[] =>
    ties.flatMap(({ code: partner, ended, standing: theirs }) =>
      theirs === standing && (ended?.how === "broken" || ended?.how === "war") ? [{ code: partner, ended }] : [],
    );
  const known = new Set(ties.flatMap((each) => (each.standing === "unknown" ? [] : [each.code])));
  const isPresent = almanac.parties.party(code)?.type === "state";
  return {
    lasting: dated("lasting"),
    ...(first && { first }),
    doubtful: dated("doubtful"),
    resumed: codesOf("resumed"),
    perhaps: parted("perhaps"),
    over: parted("over"),
    without: almanac.parties.all.flatMap((party) =>
      isPresent && party.unMemberSince !== undefined && party.code !== code && !known.has(party.code)
        ? [party.code]
        : [],
    ),
  };
}

/** In order of time; a year or a month comes after the days in it: it may be later than they are. */
function inOrder(partners: readonly Partner[]): readonly Partner[] {
  return partners.toSorted((a, b) => atLatest(a.since.date) - atLatest(b.since.date));
}

function atLatest(date: PartialDate): number {
  const month = date.precision === "year" ? AFTER_ALL : date.month;
  return (date.year * 100 + month) * 100 + (date.precision === "day" ? date.day : AFTER_ALL);
}

/** After every month of a year, and every day of a month. */
const AFTER_ALL = 99;

/** With whom relations that last began latest; a day rather than the month or the year it is in. */
export function latestOf({ lasting }: Partners): Partner | undefined {
  return lasting.toSorted((a, b) => compareDates(a.since.date, b.since.date)).at(-1);
}

/** The first beginning on record, but of a former party's relations that ended with it, or that neither of the two carries on. */
function firstOf(
  { stretches }: Tie,
  pair: readonly [PartyCode, PartyCode],
  { parties }: Pick<Inquiry["almanac"], "parties">,
): Event | undefined {
  const pastOf = pastFor(pair, parties);
  return stretches.find(
    ({ began, ended }) =>
      ended?.how !== "lapsed" && began?.parties.every((party) => pastOf(party).isCarriedOn) === true,
  )?.began;
}
