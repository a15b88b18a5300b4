import { FAMILIES, type Family } from "../../almanac/kind.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import { type Known, readCode } from "./few.ts";
import { readPage } from "./paging.ts";

/**
 * What /country shows of a party: the outline, its events, since when it has relations with whom, with whom none are on record, or
 * its members.
 */
export const TABS = ["outline", "events", "relations", "without", "members"] as const;
export type Tab = (typeof TABS)[number];

export interface CountryView {
  readonly code: PartyCode;
  readonly tab: Tab;
  /** Of the events; all families where it is absent. */
  readonly family?: Family;
  /** From 1. */
  readonly page: number;
}

export type CountryAction = "page" | "family";

/** At most 100 characters with the longest code we hold. */
export function countryId(action: CountryAction, { code, tab, family, page }: CountryView): string {
  return customId("country", action, code, tab, family ?? "", String(page));
}

/** The inverse, from the custom_id's arguments; undefined for an unknown party or tab. */
export function parseCountryView(args: readonly string[], known: Known): CountryView | undefined {
  const [written, tabText, familyText, page] = args;
  const code = readCode(written, known);
  const tab = TABS.find((each) => each === tabText);
  if (code === undefined || tab === undefined) return undefined;
  const family = FAMILIES.find((each) => each === familyText);
  return { code, tab, ...(family === undefined ? {} : { family }), page: readPage(page) };
}
