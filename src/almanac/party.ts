import type { PartialDate } from "./date.ts";

/**
 * Who an event is about: a state (ISO 3166-1 alpha-2, upper case), a former state (ISO 3166-3 alpha-4, upper case,
 * else a slug) or an organisation (slug). Unique over all three.
 */
export type PartyCode = string;

/** How a party continues a former one; "government": as a part of it, where its government went on. */
export const SUCCESSIONS = ["continuation", "split", "government", "merger", "succession"] as const;
export type Succession = (typeof SUCCESSIONS)[number];

/** A party that another had annexed for years, and that came back as the same state. */
export interface Annexation {
  readonly party: PartyCode;
  readonly by: PartyCode;
  readonly from: PartialDate;
  readonly until: PartialDate;
}

export interface Lineage {
  readonly former: PartyCode;
  readonly successor: PartyCode;
  readonly how: Succession;
}

/** Whether it is on record of all members of an organisation when they joined and left, of some or none, or whether it has none. */
export const MEMBERS = ["complete", "partial", "none"] as const;

export interface Party {
  readonly code: PartyCode;
  readonly type: "state" | "former-state" | "organisation";
  /** When it came into being, and when it ended, as precisely as data/ knows. */
  readonly from?: PartialDate;
  readonly until?: PartialDate;
  /** When the treaty that founds an organisation was signed: states join from then on. */
  readonly agreed?: PartialDate;
  /** ISO 3166-1 alpha-3, of present states that have one. */
  readonly alpha3?: string;
  /** When a present state became independent or was founded, where that is one date. */
  readonly independence?: PartialDate;
  /** When a present state joined the United Nations. */
  readonly unMemberSince?: PartialDate;
  /** NATO, UN: in Latin letters, of organisations. */
  readonly acronym?: string;
  /** Of organisations: how much of their membership the archive knows. */
  readonly members?: (typeof MEMBERS)[number];
  /** The file of its flag in the library of round flags (circle-flags), without .svg; absent where it has none. */
  readonly flagImage?: string;
}
