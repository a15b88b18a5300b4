import type { Almanac } from "../../almanac/almanac.ts";
import type { Occasion } from "../../almanac/anniversary.ts";
import { dateNumber } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import { successionOf } from "../../almanac/parties/lines.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { lastingSince, TIE_KINDS, tieOf } from "../../almanac/ties.ts";
import { pastFor } from "../../almanac/ties-past.ts";
import { standingOf } from "../../almanac/ties-standing.ts";
import { tracesOf } from "../../almanac/ties-traces.ts";
import { sourceLink } from "../line.ts";
import { escapeMarkdown } from "../markdown.ts";
import { capitalised, type Reader } from "../sentence.ts";
import { membershipSummary } from "./between-membership.ts";
import type { BetweenView } from "./between-view.ts";
import type { Inquiry } from "./inquiry.ts";
import { type Gone, tieText } from "./tie-text.ts";

/** A line above the timeline, and what it is about. */
export interface Summary {
  readonly markdown: string;
  readonly about: readonly (Event | Occasion)[];
}

/** How the one came after the other; then of states their relations, of an organisation who belongs to it. */
export function summaryOf({ pair }: BetweenView, inquiry: Inquiry, reader: Reader): readonly Summary[] {
  const isOrganisation = (code: PartyCode): boolean => inquiry.almanac.parties.party(code)?.type === "organisation";
  const kin = kinText(pair, inquiry.almanac, reader).map((markdown) => ({ markdown, about: [] }));
  const theirs = pair.some(isOrganisation)
    ? membershipSummary(pair, inquiry, reader)
    : [relationsSummary(pair, inquiry, reader)];
  return [...kin, ...theirs];
}

function relationsSummary(pair: readonly [PartyCode, PartyCode], { almanac, today }: Inquiry, reader: Reader): Summary {
  const { items } = almanac.find({ parties: pair, match: "all", kinds: TIE_KINDS }, { order: "date" });
  const tie = tieOf(items, ...pair, pastFor(pair, almanac.parties));
  const traces = lastingSince(tie) === undefined ? tracesOf(tie, pair, almanac) : undefined;
  const relations = { tie, standing: standingOf(tie, pair, almanac), traces };
  const { text, restsOn } = tieText(relations, pair, today, reader, goneOf(pair, today, almanac));
  if (restsOn === undefined) return { markdown: escapeMarkdown(text), about: [] };
  return { markdown: `${escapeMarkdown(text)} ${sourceLink(restsOn, reader)}`, about: [restsOn] };
}

/** Which of the two came after the other, and how: their history has an end, or a beginning, that others do not have. */
function kinText(
  [one, other]: readonly [PartyCode, PartyCode],
  { parties }: Pick<Almanac, "parties">,
  { language }: Reader,
): readonly string[] {
  const after = (former: PartyCode, now: PartyCode): readonly string[] => {
    const how = successionOf(former, now, parties);
    if (how === undefined || how === "continuation") return [];
    const names = { former: language.nameInText(former), now: language.nameInText(now) };
    return [escapeMarkdown(capitalised(language.text(`lookup.between.${how}`, names), language))];
  };
  return [...after(one, other), ...after(other, one)];
}

/** Of two that are both no more, the one that ended first. */
function goneOf(
  pair: readonly [PartyCode, PartyCode],
  today: LocalDate,
  { parties }: Pick<Almanac, "parties">,
): Gone | undefined {
  const hasMoved = (code: PartyCode): boolean => parties.successorsOf(code).some(({ how }) => how === "government");
  const ends = pair.flatMap((code): readonly Gone[] => {
    const until = parties.party(code)?.until;
    return until === undefined || dateNumber(until) > dateNumber(today)
      ? []
      : [{ code, until, how: hasMoved(code) ? "moved" : "ended" }];
  });
  return ends.toSorted((one, other) => dateNumber(one.until) - dateNumber(other.until))[0];
}
