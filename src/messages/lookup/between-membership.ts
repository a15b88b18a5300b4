import type { Event } from "../../almanac/event.ts";
import type { Kind } from "../../almanac/kind.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import { eventLine } from "../line.ts";
import { escapeMarkdown } from "../markdown.ts";
import type { Reader } from "../sentence.ts";
import type { Summary } from "./between-summary.ts";
import { membersOf, unknownMembers } from "./country-partners.ts";
import { fewNames } from "./few-names.ts";
import type { Inquiry } from "./inquiry.ts";
import { historyOfMembership } from "./membership-history.ts";
import { choiceSelect, MOST_OPTIONS, type SelectRow } from "./selects.ts";

const MEMBERSHIP: readonly Kind[] = ["joined", "left", "observer"];

type Pair = readonly [PartyCode, PartyCode];

/** Of two organisations who belongs to both; of a state and one, when it was a member, or that it is none, and with which members it has most. */
export function membershipSummary(pair: Pair, inquiry: Inquiry, reader: Reader): readonly Summary[] {
  const { almanac } = inquiry;
  const { items } = almanac.find({ parties: pair, match: "all", kinds: MEMBERSHIP }, { order: "date" });
  const last = items.at(-1);
  const beside = outsideOf(pair, inquiry);
  const told = historyOfMembership(pair, items, inquiry, reader);
  const line = told ?? (last === undefined ? [] : [{ markdown: eventLine(last, reader), about: [last] }]);
  const said = beside === undefined ? inBothText(pair, inquiry) : outsideText(beside, last, inquiry);
  return [...line, ...said.map((text) => ({ markdown: escapeMarkdown(text), about: [] }))];
}

/** A select of those members of an organisation with which a state that is no member has most; nothing where there are none. */
export function membersToAskFor(pair: Pair, inquiry: Inquiry): readonly SelectRow[] {
  const { language } = inquiry;
  const { state, partners } = outsideOf(pair, inquiry) ?? { partners: [] };
  if (state === undefined || partners.length === 0) return [];
  const options = partners.slice(0, MOST_OPTIONS).map((code) => ({ label: language.name(code), value: code }));
  return [choiceSelect(customId("between", "with", state), language.text("lookup.country.with"), options)];
}

/** A state outside an organisation: its members, and those of them with which the state has something on record, most first. */
interface Outside {
  readonly state: PartyCode;
  readonly organisation: PartyCode;
  readonly members: readonly PartyCode[];
  readonly partners: readonly PartyCode[];
}

function outsideOf(pair: Pair, inquiry: Inquiry): Outside | undefined {
  const { almanac } = inquiry;
  const partyOf = (code: PartyCode) => almanac.parties.party(code);
  const [organisation, second] = pair.filter((code) => partyOf(code)?.type === "organisation");
  const state = pair.find((code) => code !== organisation);
  if (organisation === undefined || second !== undefined || state === undefined) return undefined;
  const members = membersOf(organisation, inquiry).map(({ code }) => code);
  if (members.length === 0 || members.includes(state) || partyOf(state)?.until !== undefined) return undefined;
  const countWith = (member: PartyCode): number => almanac.pairCount(state, member);
  const partners = members.filter((member) => countWith(member) > 0);
  const most = partners.toSorted((one, other) => countWith(other) - countWith(one));
  return { state, organisation, members, partners: most };
}

/** So many members are named with which a state has most. */
const PARTNERS = 3;

/** That a state is no member today; of one that left the last change has said so. */
function outsideText({ state, organisation, members, partners }: Outside, last: Event | undefined, inquiry: Inquiry) {
  const { language } = inquiry;
  const names = { state: language.nameInText(state), organisation: language.nameInText(organisation) };
  const said = language.text("lookup.between.outside", { ...names, count: members.length });
  const most = language.list(partners.slice(0, PARTNERS).map(language.nameInText));
  return [
    [
      ...(last?.kind === "left" ? [] : [said, ...unknownMembers(organisation, inquiry)]),
      ...(partners.length === 0 ? [] : [language.text("lookup.between.with-members", { ...names, names: most })]),
    ].join(" "),
  ].filter((text) => text !== "");
}

/** Of two organisations, who belongs to both today. */
function inBothText([one, other]: Pair, inquiry: Inquiry): readonly string[] {
  const { language } = inquiry;
  const theirs = new Set(membersOf(other, inquiry).map(({ code }) => code));
  const both = membersOf(one, inquiry).flatMap(({ code }) => (theirs.has(code) ? [code] : []));
  if (both.length === 0) return [];
  return [language.text("lookup.between.in-both", { count: both.length, names: fewNames(both, language) })];
}
