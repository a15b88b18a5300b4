import { dateNumber } from "../../almanac/calendar.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { lastingSince } from "../../almanac/ties.ts";
import { tiesOf } from "../../almanac/ties-of.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import type { CountryView } from "./country-view.ts";
import type { Inquiry } from "./inquiry.ts";
import type { Listing } from "./listing.ts";
import { type Paged, pageNote, pageOf } from "./paging.ts";

/** These lines are short. */
const PAGE = 20;

/** A partner and the beginning of the relations that last. */
export interface Partner {
  readonly code: PartyCode;
  readonly since: Event;
}

export interface Partners {
  /** The longest relations first. */
  readonly lasting: readonly Partner[];
  /** Relations that were broken off, with no restoration on record nor a sign of one. */
  readonly ended: readonly PartyCode[];
  /** Members of the United Nations with which none are on record. */
  readonly without: readonly PartyCode[];
}

/** With whom a state has relations on record, since when, and with whom not. */
export function partnersOf(code: PartyCode, { almanac }: Pick<Inquiry, "almanac">): Partners {
  const ties = [...tiesOf(code, almanac)].filter(([, { stretches }]) => stretches.length > 0);
  const lasting = ties.flatMap(([partner, tie]) => {
    const since = lastingSince(tie);
    return since === undefined ? [] : [{ code: partner, since }];
  });
  const known = new Set(ties.map(([partner]) => partner));
  return {
    lasting: lasting.toSorted((a, b) => dateNumber(a.since.date) - dateNumber(b.since.date)),
    ended: ties.flatMap(([partner, tie]) =>
      lastingSince(tie) === undefined && tie.signs.length === 0 ? [partner] : [],
    ),
    without: almanac.parties.all.flatMap((party) =>
      party.unMemberSince !== undefined && party.code !== code && !known.has(party.code) ? [party.code] : [],
    ),
  };
}

/** Since when with whom, a page of it. */
export function relationsPage(
  view: CountryView,
  inquiry: Inquiry,
): Pick<Listing, "summary" | "entries" | "notes" | "selects"> & { readonly paged: Paged<unknown> } {
  const { language } = inquiry;
  const { lasting } = partnersOf(view.code, inquiry);
  const find = (offset: number, limit: number) => ({
    items: lasting.slice(offset, offset + limit),
    total: lasting.length,
  });
  const paged = pageOf(view.page, find, PAGE);
  return {
    summary: [],
    entries: paged.items.map(({ code, since }) => {
      const text = (name: string) => language.text("lookup.country.since", { name, date: language.date(since.date) });
      const name = [language.flag(code) ?? "", language.name(code)].join(" ").trim();
      return { markdown: text(bold(escapeMarkdown(name))), plain: text(name) };
    }),
    notes: [paged.total > 0 ? pageNote(paged, language) : language.text("lookup.nothing")],
    selects: [],
    paged,
  };
}
