import type { Event } from "../../almanac/event.ts";
import { membersOn } from "../../almanac/parties/membership.ts";
import type { Party, PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import { sourceLink } from "../line.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import { readerOf } from "../sentence.ts";
import { type Parted, partnersOf } from "./country-relations.ts";
import { type CountryView, countryId } from "./country-view.ts";
import { byName } from "./few-names.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Entry, Listing } from "./listing.ts";
import { pageNote, pageOf, turns } from "./paging.ts";
import { choiceSelect } from "./selects.ts";
import { stepOf, warStep, withRemarks } from "./tie-history.ts";

/** These lines are short, and the sources of all of them fit into one answer of "Sources". */
const PAGE = 15;

/** Another party, and the event with which what the two have in common began, or with which it ended, where that is on record. */
interface Beside {
  readonly code: PartyCode;
  readonly since?: Event;
  /** The last break or war, where nothing after it is certain. */
  readonly ended?: Parted["ended"];
  /** Whether relations were taken up again, when is not on record. */
  readonly isResumed?: boolean;
}

/** With whom a state has or had relations, with whom none are on record, or who the members of an organisation are: a page of it. */
export function partnersPage(view: CountryView, inquiry: Inquiry): Omit<Listing, "heading"> {
  const { language } = inquiry;
  const found = besideOf(view, inquiry);
  const find = (offset: number, limit: number) => ({
    items: found.slice(offset, offset + limit),
    total: found.length,
  });
  const paged = pageOf(view.page, find, PAGE);
  const to = turns(paged, language, (page) => countryId("page", { ...view, page }));
  const options = paged.items.map(({ code, since }) => ({
    label: language.name(code),
    value: code,
    ...(since === undefined ? {} : { description: language.date(since.date) }),
  }));
  return {
    summary: [],
    entries: paged.items.map((each) => entryOf(each, view.code, inquiry)),
    notes: [
      paged.total > 0 ? pageNote(paged, language) : language.text("lookup.nothing"),
      ...(view.tab === "members" ? unknownMembers(view.code, inquiry) : []),
      ...endOf(view, inquiry),
    ],
    selects: [
      ...(options.length === 0
        ? []
        : [choiceSelect(customId("between", "with", view.code), language.text("lookup.country.with"), options)]),
      ...to.selects,
    ],
    buttons: to.buttons,
  };
}

function besideOf({ code, tab }: CountryView, inquiry: Inquiry): readonly Beside[] {
  if (tab === "members") return membersOf(code, inquiry);
  const { lasting, doubtful, resumed, perhaps, over, without } = partnersOf(code, inquiry);
  if (tab === "relations")
    return [
      ...lasting,
      ...doubtful,
      ...byName(resumed, inquiry.language).map((each) => ({ code: each, isResumed: true })),
    ];
  const ended = new Map(partedOf([...over, ...perhaps]).map((each) => [each.code, each]));
  return [
    ...byName([...ended.keys()], inquiry.language).flatMap((each) => ended.get(each) ?? []),
    ...byName(without, inquiry.language).map((each) => ({ code: each })),
  ];
}

/** All that a list of partners or members shows with a date, and so with a source. */
export function datedPartnersOf(code: PartyCode, inquiry: Inquiry): readonly Beside[] {
  const party = inquiry.almanac.parties.party(code);
  if (party !== undefined && hasMembers(party)) return membersOf(code, inquiry);
  const { lasting, doubtful, over, perhaps } = partnersOf(code, inquiry);
  return [...lasting, ...doubtful, ...partedOf([...over, ...perhaps])];
}

/** With the break, or the beginning of the war, for its date and its source. */
function partedOf(parted: readonly Parted[]): readonly Beside[] {
  return parted.map(({ code, ended }) => ({ code, ended, since: ended.how === "war" ? ended.by.began : ended.by }));
}

/** Whether states join it. An order that nobody joins has relations with them instead. */
export function hasMembers({ type, members }: Party): boolean {
  return type === "organisation" && members !== "none";
}

/** The members of an organisation by name, each with its last entry on record. */
export function membersOf(code: PartyCode, inquiry: Inquiry): readonly Beside[] {
  const { almanac, today } = inquiry;
  const { items } = almanac.find({ parties: [code], kinds: ["joined", "left"] }, { order: "date" });
  const members = membersOn(almanac.parties, code, today, items);
  return byName([...members], inquiry.language).map((member) => {
    const since = items.findLast(({ kind, parties }) => kind === "joined" && parties[0] === member);
    return { code: member, ...(since === undefined ? {} : { since }) };
  });
}

/** Where it was a former party that began or ended it, that one is named; what is not certain is marked. */
function entryOf({ code, since, ended, isResumed }: Beside, of: PartyCode, { language, today }: Inquiry): Entry {
  const name = [language.flag(code) ?? "", language.name(code)].join(" ").trim();
  if (isResumed) {
    const text = language.text("lookup.country.since", { name, date: language.text("lookup.tie.resumed-unknown") });
    return { markdown: escapeMarkdown(text), plain: () => text };
  }
  if (since === undefined) return { markdown: escapeMarkdown(name), plain: () => name };
  const date =
    ended === undefined
      ? withRemarks(language.date(since.date), since, [code, of], language)
      : (ended.how === "war" ? warStep(ended.by, [code, of], today, language) : stepOf(ended.by, [code, of], language))
          .text;
  const text = (each: string) => language.text("lookup.country.since", { name: each, date });
  const source = sourceLink(since, readerOf(language, []));
  return { markdown: `${text(bold(escapeMarkdown(name)))} ${source}`, plain: () => text(name), source };
}

/** Of a party that is no more, that this is how it ended. */
function endOf({ code }: CountryView, { almanac, language }: Inquiry): readonly string[] {
  const until = almanac.parties.party(code)?.until;
  return until === undefined ? [] : [language.text("lookup.country.until", { date: language.date(until) })];
}

/** That an organisation has members, or days of joining, of which the archive does not know. */
export function unknownMembers(code: PartyCode, { almanac, language }: Inquiry): readonly string[] {
  const isPartial = almanac.parties.party(code)?.members === "partial";
  return isPartial ? [language.text("lookup.country.members-partial")] : [];
}
