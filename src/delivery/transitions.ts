import type { DeliveryState } from "./ledger.ts";

/**
 * How a row of the ledger may change its state, by name: nothing else changes one. Rows begin as claimed, or as skipped; one that was skipped
 * by mistake (a clock that was ahead, a server that is back the same day, a pause that ended) is deleted, and its date due again.
 */
export const TRANSITIONS = {
  // by its settlement
  sent: { from: ["claimed"], to: "sent" },
  empty: { from: ["claimed"], to: "empty" },
  skipped: { from: ["claimed"], to: "skipped" },
  failed: { from: ["claimed"], to: "failed" },
  rejected: { from: ["claimed"], to: "rejected" },
  unknown: { from: ["claimed"], to: "unknown" },
  /** Its next try has come, or the lease of a claim has run out. */
  "taken-up": { from: ["failed", "claimed"], to: "claimed" },
  /** What refused it was not believed: it is taken back. */
  "taken-back": { from: ["rejected", "failed"], to: "claimed" },
  /** What refused it may allow it now. */
  "asked-again": { from: ["rejected"], to: "failed" },
  /** Its server had removed the bot while it was still to be tried, and was back too late for it. */
  "away-too-long": { from: ["failed"], to: "skipped" },
  /** Its channel refuses, and is not asked twice on a day. */
  "given-up": { from: ["failed"], to: "rejected" },
  /** The channel may be read now. */
  "looked-for-again": { from: ["unknown"], to: "failed" },
  /** It is out, and what was still to be done about it is left: its channel refuses, or its calendar has moved to another. */
  "left-behind": { from: ["claimed", "failed"], to: "sent" },
  /** Its calendar moved to another channel while it was under way: it is looked for in the old one. */
  "left-to-look-for": { from: ["claimed", "failed", "rejected"], to: "failed" },
  /** Its request has ended since: it is out in the old one. */
  "learned-out": { from: ["failed"], to: "sent" },
  /** It is not out there: the new one gets it. */
  "learned-not-out": { from: ["failed"], to: "failed" },
  /** The channel to which its calendar has moved got it from another. */
  withheld: { from: ["failed", "rejected"], to: "skipped" },
  /** It may be out in the one that it has left, and the other has got its date already. */
  "left-in-doubt": { from: ["claimed", "failed", "rejected", "unknown"], to: "unknown" },
} as const satisfies Readonly<Record<string, { readonly from: readonly DeliveryState[]; readonly to: DeliveryState }>>;

export type Transition = keyof typeof TRANSITIONS;
