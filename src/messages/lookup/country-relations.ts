import { dateNumber } from "../../almanac/calendar.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { isBrokenByFormer, lastingSince } from "../../almanac/ties.ts";
import { tiesOf } from "../../almanac/ties-of.ts";
import type { Inquiry } from "./inquiry.ts";

/** A partner and the beginning of the relations that last. */
export interface Partner {
  readonly code: PartyCode;
  readonly since: Event;
}

export interface Partners {
  /** The longest relations first. */
  readonly lasting: readonly Partner[];
  /** Relations that only doubtful sources say to have begun, or begun again. */
  readonly doubtful: readonly Partner[];
  /** Relations that were broken off, with no restoration on record nor a sign of one. */
  readonly ended: readonly PartyCode[];
  /** Relations that were broken off and, by a sign of them, restored, or by a government that is no more, or that a war ended: when they were taken up again is not on record. */
  readonly unsure: readonly PartyCode[];
  /** Members of the United Nations with which none are on record. */
  readonly without: readonly PartyCode[];
}

/** With whom a state has relations on record, since when, and with whom not. Of a former state, with those of its time. */
export function partnersOf(code: PartyCode, { almanac }: Pick<Inquiry, "almanac">): Partners {
  const ties = [...tiesOf(code, almanac)];
  const lasting = ties.flatMap(([partner, tie]) => {
    const since = lastingSince(tie);
    return since === undefined ? [] : [{ code: partner, since }];
  });
  const doubtful = ties.flatMap(([partner, tie]) =>
    tie.doubtful.slice(0, 1).map((since) => ({ code: partner, since })),
  );
  const endedBy = (how: "broken" | "war"): typeof ties =>
    ties.filter(([, tie]) => tie.stretches.at(-1)?.ended?.how === how && tie.doubtful.length === 0);
  const [restored, ended] = apart(endedBy("broken"), ([, tie]) => tie.signs.length > 0 || isBrokenByFormer(tie));
  const codesOf = (some: typeof ties): readonly PartyCode[] => some.map(([partner]) => partner);
  const unsure = codesOf([...restored, ...endedBy("war")]);
  const begun = [...lasting, ...doubtful].map((partner) => partner.code);
  const known = new Set([...begun, ...codesOf(ended), ...unsure, code]);
  const isPresent = almanac.parties.party(code)?.type === "state";
  return {
    lasting: lasting.toSorted((a, b) => dateNumber(a.since.date) - dateNumber(b.since.date)),
    doubtful: doubtful.toSorted((a, b) => dateNumber(a.since.date) - dateNumber(b.since.date)),
    ended: codesOf(ended),
    unsure,
    without: almanac.parties.all.flatMap((party) =>
      isPresent && party.unMemberSince !== undefined && !known.has(party.code) ? [party.code] : [],
    ),
  };
}

function apart<Item>(items: readonly Item[], isFirst: (item: Item) => boolean): [first: Item[], second: Item[]] {
  return [items.filter(isFirst), items.filter((item) => !isFirst(item))];
}
