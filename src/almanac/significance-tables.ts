import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";

/** How much an event of a kind matters, all else equal: establishing relations is 10. */
export const KIND_WEIGHT: Readonly<Record<Kind, number>> = {
  "organisation-founded": 45,
  "peace-treaty": 30,
  unification: 40,
  independence: 28,
  "state-founded": 28,
  "state-dissolved": 20,
  armistice: 22,
  "war-declared": 18,
  "war-began": 18,
  "national-day": 12,
  "relations-restored": 12,
  "relations-severed": 12,
  "relations-established": 10,
  recognition: 7,
  "relations-suspended": 7,
  expulsion: 7,
  summit: 8,
  "joint-statement": 7,
  "alliance-formed": 8,
  "treaty-signed": 8,
  "treaty-in-force": 4,
  "treaty-ended": 4,
  joined: 8,
  left: 9,
  observer: 6,
  "mission-closed": 3,
  "troops-deployed": 5,
  "troops-withdrawn": 6,
  other: 5,
  visit: 4,
  consultations: 1,
  "alliance-ended": 1,
  "relations-upgraded": 2,
  "embassy-opened": 1,
  "embassy-closed": 1.5,
  "consulate-opened": 0.5,
  "consulate-closed": 0.5,
  "treaty-ratified": 0.5,
};

/** Which event of an occasion its line is about: the lowest number. */
export const LEAD_ORDER: Readonly<Record<Kind, number>> = {
  unification: 1,
  "organisation-founded": 2,
  "peace-treaty": 3,
  armistice: 4,
  independence: 5,
  "state-founded": 6,
  "state-dissolved": 7,
  "war-declared": 8,
  "war-began": 9,
  "relations-established": 10,
  "relations-restored": 11,
  "relations-severed": 12,
  "relations-suspended": 13,
  recognition: 14,
  "treaty-signed": 15,
  "alliance-formed": 16,
  summit: 17,
  "joint-statement": 18,
  "treaty-in-force": 19,
  joined: 20,
  left: 21,
  observer: 22,
  expulsion: 23,
  "troops-withdrawn": 24,
  "troops-deployed": 25,
  "treaty-ended": 26,
  "mission-closed": 27,
  visit: 28,
  "relations-upgraded": 29,
  other: 30,
  "national-day": 31,
  consultations: 32,
  "embassy-closed": 33,
  "embassy-opened": 34,
  "alliance-ended": 35,
  "consulate-closed": 36,
  "consulate-opened": 37,
  "treaty-ratified": 38,
};

/** Kinds of which a reader needs none while anything else exists. */
export const DULL_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...(["treaty-ratified", "consulate-opened", "consulate-closed", "embassy-opened", "embassy-closed"] as const),
  ...(["relations-upgraded", "alliance-ended", "consultations"] as const),
]);

/** Organisations that people know by name: joining, leaving or founding one is news; of others it is routine. */
export const ORGANISATION_WEIGHT: Readonly<Record<PartyCode, number>> = {
  un: 2.2,
  nato: 2.2,
  eu: 2.2,
  ec: 2,
  asean: 1.6,
  au: 1.6,
  oau: 1.5,
  "arab-league": 1.5,
  "league-of-nations": 1.4,
  cis: 1.4,
  commonwealth: 1.3,
  coe: 1.3,
  osce: 1.2,
  oas: 1.2,
  wto: 1.1,
  sco: 1.1,
  brics: 1.1,
  mercosur: 1.1,
  schengen: 1,
  eurozone: 1,
  eaeu: 1,
  opec: 1,
  ecowas: 1,
  caricom: 0.9,
  apec: 0.9,
  icc: 0.8,
  oecd: 1,
  imf: 1,
  who: 1,
};

/** Bodies of experts, which nearly every state joins: who did so, and when, is for lookups. */
export const TECHNICAL: ReadonlySet<PartyCode> = new Set([
  ...["fao", "who", "ifad", "imo", "unido", "irena", "iho", "itu", "upu", "wipo", "imf", "afdb", "adb", "cern"],
  ...["energy-charter", "icc", "spc"],
]);

/** How much rounder counts weigh: 125 is a 25. */
export const TIER_WEIGHT = { 100: 6, 50: 4, 25: 3, 10: 2, 5: 1.5, 1: 1 } as const;

/** Counts that are marked in practice a little above their tier. */
export const MARKED: Readonly<Record<number, number>> = { 1: 1.2, 60: 1.2, 70: 1.2, 75: 1.2, 125: 1.2, 150: 1.2 };

/** What sort of visit is worth a line; the rest is routine. */
export const VISIT_WEIGHT: Readonly<Record<string, number>> = { "state-visit": 1.5, official: 1 };

/** Pages that list what their editors hold memorable: the encyclopedia's days of the year. */
export const MEMORABLE =
  /^wp-(?:january|february|march|april|may|june|july|august|september|october|november|december)-\d+$/;

/** Registers that list everything that was ever signed. */
export const REGISTER = /^(?:world-treaty-index|uk-treaty|ggo|un-treaty|paris-agreement)/;

/** What treaties that no reader asks about are called, in English as in data/. */
export const DULL_NAME =
  /\b(?:exchanges? of (?:notes|letters)|agreed minute|loans?|grants?|air (?:services?|transport)|aviation|postal|post|parcels?|money orders?|tax(?:es|ation)?|duties|visas?|extradition|trade ?marks?|fisher(?:y|ies)|fishing|social security|payments?|debts?|cultural|technical|scientific|tourism|customs|consular|maritime|commodit(?:y|ies)|double|amend(?:ing|ment)|extending|prolonging|supplementary|additional protocol|legal proceedings|nuclear energy|plant|veterinary|telecommunications?|film|guarantee|investment)\b/i;
