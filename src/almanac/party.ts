import type { PartialDate } from "./date.ts";

/**
 * Who an event is about: a state (ISO 3166-1 alpha-2, upper case), a former state (ISO 3166-3 alpha-4, upper case,
 * else a slug) or an organisation (slug). Unique over all three.
 */
export type PartyCode = string;

/** How a present party continues a former one. */
export type Succession = "continuation" | "split" | "merger";

export interface Lineage {
  readonly former: PartyCode;
  readonly successor: PartyCode;
  readonly how: Succession;
}

export interface Party {
  readonly code: PartyCode;
  readonly type: "state" | "former-state" | "organisation";
  /** When it came into being, and when it ended, as precisely as data/ knows. */
  readonly from?: PartialDate;
  readonly until?: PartialDate;
}
