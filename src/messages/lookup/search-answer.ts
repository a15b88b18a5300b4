import type { APIButtonComponent } from "discord-api-types/v10";
import type { Almanac } from "../../almanac/almanac.ts";
import type { Family } from "../../almanac/kind.ts";
import { partsOf, telling } from "../../almanac/lookup/question.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { words } from "../../almanac/words.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import { button, LIMITS, type MessagePayload } from "../payload.ts";
import { clean, shorten } from "../plain.ts";
import { readerOf } from "../sentence.ts";
import { pairButton } from "../timeline-button.ts";
import { eventEntry } from "./event-entry.ts";
import type { Inquiry } from "./inquiry.ts";
import { listingMessage, narrowed } from "./listing.ts";
import { pageNote, pageOf, readPage, turns } from "./paging.ts";
import { eventSelect, familyOfValue, familySelect, familyText } from "./selects.ts";

/** What /search shows. */
export interface SearchView {
  readonly text: string;
  readonly family?: Family;
  /** From 1. */
  readonly page: number;
}

/** Longer questions do not fit into the buttons that turn their pages. */
export const LONGEST_SEARCH = 64;

/** A question as it is searched for: one line, without what a custom_id writes at length. */
export function searchText(typed: string): string {
  return shorten(clean(typed.replaceAll(/[:%]\/*/g, " ")), LONGEST_SEARCH);
}

/** Whether a question has no word that says anything: signs alone, or "of the". */
export function saysNothing(text: string): boolean {
  return telling(words(text)).length === 0;
}

/** A mention, an emoji of a server or an id, as Discord writes them: digits that are in no fact. */
const OF_DISCORD = /^\s*(?:<(?:@[!&]?|#|a?:\w+:|\/[^>]*:|id:)[^>]*>|\d{15,})\s*$/;

/** Whether somebody typed a member, role, channel, emoji or id of Discord, of which the archive knows nothing. */
export function isOfDiscord(typed: string): boolean {
  return OF_DISCORD.test(typed);
}

function searchId(action: "page" | "family", { text, family, page }: SearchView): string {
  return customId("search", action, text, family ?? "", String(page));
}

/** The view of a custom_id's arguments; undefined without a text. */
export function parseSearchView([written = "", family, page]: readonly string[]): SearchView | undefined {
  const text = searchText(written);
  if (text === "") return undefined;
  const chosen = familyOfValue(family);
  return { text, ...(chosen === undefined ? {} : { family: chosen }), page: readPage(page) };
}

/** The events in which every word of a text is found, those that bear it as their name first, then those that matter most, in pages. */
export function searchAnswer(
  view: SearchView,
  { almanac, language }: Inquiry,
  more: readonly APIButtonComponent[] = [],
): MessagePayload {
  const { text, family } = view;
  const reader = readerOf(language, []);
  const filter = { text, ...(family === undefined ? {} : { families: [family] }) };
  const paged = pageOf(view.page, (offset, limit) => almanac.find(filter, { order: "significance", offset, limit }));
  const to = turns(paged, language, (page) => searchId("page", { ...view, page }));
  const instead = paged.total > 0 ? [] : [almanac.respelled(text), withFewerWords(view, almanac)];
  return listingMessage({
    heading: narrowed(language.text("lookup.search.heading", { text }), familyText(family, language), language),
    summary: [],
    entries: paged.items.map((event) => eventEntry(event, reader)),
    notes: [paged.total > 0 ? pageNote(paged, language) : language.text("lookup.search.nothing")],
    selects: [
      ...(family === undefined && paged.total === 0
        ? []
        : [familySelect(searchId("family", view), family ?? "all", language)]),
      ...eventSelect(paged.items, reader),
      ...to.selects,
    ],
    buttons: [
      ...to.buttons,
      ...pairNamed(text, almanac).map((pair) => pairButton(pair, language)),
      ...instead.flatMap((other) => (other === undefined ? [] : [insteadButton({ ...view, text: other }, language)])),
      ...more,
    ],
  });
}

/** The two parties whose names a text has, if it has just two: who writes them may mean all that is between them. */
function pairNamed(text: string, { parties }: Pick<Almanac, "parties">): readonly (readonly [PartyCode, PartyCode])[] {
  const named = (name: string): readonly PartyCode[] => {
    const { found } = parties.resolve(name, "en-US");
    return found === undefined ? [] : [found.code];
  };
  const [one, other, ...more] = new Set(partsOf(text, named).flatMap((part) => part.parties));
  return one === undefined || other === undefined || more.length > 0 ? [] : [[one, other]];
}

/** Of a longer question not every choice of words is tried. */
const MOST_LEFT_OUT_OF = 8;

/** The question without one word, or else two, where something is found so: people write "broke off" where the facts say "severed". */
function withFewerWords({ text, family }: SearchView, almanac: Pick<Almanac, "find">): string | undefined {
  const asked = telling(words(text)).slice(0, MOST_LEFT_OUT_OF);
  const without = (left: ReadonlySet<number>): string => asked.filter((_, at) => !left.has(at)).join(" ");
  const one = asked.map((_, at) => without(new Set([at])));
  const two = asked.flatMap((_, at) => asked.slice(at + 1).map((__, next) => without(new Set([at, at + 1 + next]))));
  const families = family === undefined ? {} : { families: [family] };
  const isFound = (fewer: string): boolean =>
    fewer !== "" && almanac.find({ text: fewer, ...families }, { order: "date", limit: 1 }).total > 0;
  return [...one, ...two].find(isFound);
}

function insteadButton(view: SearchView, language: Language): APIButtonComponent {
  const label = language.text("lookup.search.respelled", { text: view.text });
  return button(shorten(label, LIMITS.label), searchId("page", { ...view, text: searchText(view.text), page: 1 }));
}
