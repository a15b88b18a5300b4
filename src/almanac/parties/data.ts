import type { PartialDate } from "../date.ts";
import type { Annexation, Lineage, Party, PartyCode } from "../party.ts";

/** What else a party is called: never shown as its name, but found by search. */
export const ALIAS_TYPES = ["short", "official", "old", "adjective", "common"] as const;
export type AliasType = (typeof ALIAS_TYPES)[number];

export interface Alias {
  readonly code: PartyCode;
  /** The language it is in; empty where it is used in many. */
  readonly locale: string;
  readonly alias: string;
  readonly type: AliasType;
}

/** A row of states.csv, former-states.csv or organisations.csv. */
export interface RegisteredParty extends Party {
  /** Where CLDR has a name for it: the region code, and the style that we prefer. */
  readonly cldr?: { readonly region: string; readonly style: "long" | "short" };
}

/** A code that collections use for a party that has another code here; within the dates, both included. */
export interface MergedCode {
  readonly code: PartyCode;
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  readonly party: PartyCode;
  /** The name the party bore then. */
  readonly nameThen?: string;
}

/** Who held a member's seat in an organisation, both days included, where lineage does not say: nobody where there is no holder. */
export interface Seat {
  readonly organisation: PartyCode;
  /** The party that joined. */
  readonly seat: PartyCode;
  readonly holder?: PartyCode;
  readonly from: PartialDate;
  readonly until?: PartialDate;
}

/** data/translations/<locale>/parties.json. */
export interface PartyNames {
  /** Names of former states and organisations, and exceptions to CLDR. */
  readonly names: Readonly<Record<PartyCode, string>>;
  /**
   * Forms for use in a sentence, by name of the form, then by code. `otherwise: "name"` says that every other party's
   * plain name is that form (English articles); without it a missing form is missing (Slavic cases).
   */
  readonly forms: Readonly<Record<string, Readonly<Record<PartyCode, string>>>>;
}

/** All that data/ says about parties. */
export interface PartyData {
  readonly parties: readonly RegisteredParty[];
  readonly lineage: readonly Lineage[];
  readonly aliases: readonly Alias[];
  readonly merged: readonly MergedCode[];
  readonly seats: readonly Seat[];
  readonly annexed: readonly Annexation[];
  /** By locale, as the folders of data/translations are named. */
  readonly translations: ReadonlyMap<string, PartyNames>;
}
