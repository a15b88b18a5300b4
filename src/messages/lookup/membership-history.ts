import { wholeYears } from "../../almanac/calendar.ts";
import type { LocalDate } from "../../almanac/date.ts";
import type { Event } from "../../almanac/event.ts";
import { firstDay, type MembershipStretch, membershipStretches } from "../../almanac/parties/membership-stretches.ts";
import type { PartyCode } from "../../almanac/party.ts";
import type { Language } from "../language.ts";
import { sourceLink } from "../line.ts";
import { escapeMarkdown } from "../markdown.ts";
import type { Reader } from "../sentence.ts";
import type { Summary } from "./between-summary.ts";
import type { Inquiry } from "./inquiry.ts";
import { few, withRemarks } from "./tie-history.ts";

type Pair = readonly [PartyCode, PartyCode];

/** Since when, or from when until when, a state was a member, for how long, and when before; undefined where no time of it is on record. */
export function historyOfMembership(
  pair: Pair,
  changes: readonly Event[],
  { almanac, today }: Inquiry,
  reader: Reader,
): readonly Summary[] | undefined {
  const { parties } = almanac;
  const { language } = reader;
  const organisation = pair.find((code) => parties.party(code)?.type === "organisation");
  const state = pair.find((code) => code !== organisation);
  if (organisation === undefined || state === undefined) return undefined;
  const stretches = membershipStretches(state, organisation, changes, parties, today);
  const last = stretches.at(-1);
  if (last === undefined) return undefined;
  const before = few(
    stretches.slice(0, -1).map((stretch) => ({ date: stretch.from, text: stepOf(stretch, pair, language) })),
    language,
  );
  const said = [
    lastText(last, pair, today, language),
    ...(before === "" ? [] : [language.text("lookup.membership.before", { history: before })]),
  ];
  const restsOn = last.left ?? last.joined ?? changes.at(-1);
  const source = restsOn === undefined ? "" : ` ${sourceLink(restsOn, reader)}`;
  return [{ markdown: `${escapeMarkdown(said.join(" "))}${source}`, about: restsOn === undefined ? [] : [restsOn] }];
}

function lastText(last: MembershipStretch, pair: Pair, today: LocalDate, language: Language): string {
  const { from, until, joined, left } = last;
  const date = remarked(language.date(from), joined, pair, language);
  if (until === undefined) return language.text("lookup.membership.since", { date, years: wholeYears(from, today) });
  const end = remarked(language.date(until), left, pair, language);
  return language.text("lookup.membership.until", { date, end, years: wholeYears(from, firstDay(until)) });
}

function stepOf({ from, until, joined }: MembershipStretch, pair: Pair, language: Language): string {
  const range = until === undefined ? language.date(from) : language.range(from, until);
  return remarked(range, joined, pair, language);
}

function remarked(step: string, event: Event | undefined, pair: Pair, language: Language): string {
  return event === undefined ? step : withRemarks(step, event, pair, language);
}
