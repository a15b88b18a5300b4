/**
 * The fact files, the most trusted first: where two files say the same thing, the wording of the earlier one stands.
 * Order: read by hand (great-events and memberships are tables beside the import, not collected files), then official records, then encyclopedia and day pages, then machine-read tables.
 */
export const FACT_FILES = [
  "seeds",
  "great-events",
  "memberships",
  "us-relations",
  "un-membership",
  "us-visits-in",
  "us-visits-out",
  "treaties",
  "org-memberships",
  "independence",
  "wars",
  "diplomatic-incidents",
  "wp-relations",
  "alliances",
  "treaties-gb",
  "un-treaties",
  "treaties-environment-trade",
  "treaties-paris",
  "relations-wti",
  "treaties-wti",
  "treaties-wti-minor",
] as const;
export type FactFile = (typeof FACT_FILES)[number];
