import type { Kind } from "./kind.ts";
import type { PartyCode } from "./party.ts";

/** How much an event of a kind matters, all else equal: establishing relations is 10. */
export const KIND_WEIGHT: Readonly<Record<Kind, number>> = {
  "organisation-founded": 60,
  "peace-treaty": 30,
  unification: 50,
  independence: 42,
  "state-founded": 30,
  "state-dissolved": 30,
  armistice: 16,
  "war-declared": 22,
  "war-began": 22,
  "war-entered": 9,
  "national-day": 8,
  "relations-restored": 14,
  "relations-severed": 15,
  "relations-established": 10,
  recognition: 7,
  "relations-suspended": 7,
  expulsion: 6.2,
  summit: 8,
  "joint-statement": 14,
  "alliance-formed": 10,
  "treaty-signed": 11,
  "treaty-in-force": 4,
  "treaty-ended": 4,
  joined: 18,
  left: 20,
  observer: 12,
  "mission-closed": 3,
  "troops-deployed": 3.5,
  "troops-withdrawn": 6,
  "fighting-ended": 11,
  "territory-transferred": 18,
  "organisation-dissolved": 14,
  declaration: 12,
  incident: 9,
  "ambassador-recalled": 3,
  "mission-opened": 1,
  visit: 1.2,
  consultations: 1,
  "alliance-ended": 1,
  "relations-upgraded": 2,
  "embassy-opened": 1,
  "embassy-closed": 1.5,
  "consulate-opened": 0.5,
  "consulate-closed": 0.5,
  "treaty-ratified": 0.5,
};

/** Which event of an occasion its line is about: the first of these kinds. */
export const LEAD_ORDER: readonly Kind[] = [
  "unification",
  "organisation-founded",
  "organisation-dissolved",
  "peace-treaty",
  "armistice",
  "independence",
  "state-founded",
  "state-dissolved",
  "territory-transferred",
  "war-declared",
  "war-began",
  "war-entered",
  "relations-established",
  "relations-restored",
  "relations-severed",
  "relations-suspended",
  "recognition",
  "treaty-signed",
  "alliance-formed",
  "summit",
  "declaration",
  "joint-statement",
  "treaty-in-force",
  "joined",
  "left",
  "observer",
  "expulsion",
  "troops-withdrawn",
  "troops-deployed",
  "fighting-ended",
  "incident",
  "ambassador-recalled",
  "treaty-ended",
  "mission-closed",
  "mission-opened",
  "visit",
  "relations-upgraded",
  "national-day",
  "consultations",
  "embassy-closed",
  "embassy-opened",
  "alliance-ended",
  "consulate-closed",
  "consulate-opened",
  "treaty-ratified",
];

/** Kinds of which a reader needs none while anything else exists. */
export const ROUTINE_KINDS: ReadonlySet<Kind> = new Set<Kind>([
  ...(["treaty-ratified", "consulate-opened", "consulate-closed", "embassy-opened", "embassy-closed"] as const),
  ...(["relations-upgraded", "alliance-ended", "consultations", "mission-opened"] as const),
]);

/** Treaties of these kinds are routine too, and any without a name, where no page lists them as memorable. */
export const FOLLOWING_KINDS: ReadonlySet<Kind> = new Set<Kind>(["treaty-in-force", "treaty-ended"]);

/** Organisations that people know by name: joining, leaving or founding one is news; of others it is routine. */
export const ORGANISATION_WEIGHT: Readonly<Record<PartyCode, number>> = {
  un: 1.8,
  nato: 2.2,
  eu: 2.2,
  "european-communities": 2,
  asean: 1.6,
  "african-union": 1.6,
  oau: 1.5,
  "arab-league": 1.5,
  "league-of-nations": 0.6,
  cis: 1.4,
  commonwealth: 0.85,
  coe: 1.1,
  osce: 0.9,
  oas: 0.8,
  wto: 1.1,
  sco: 0.8,
  brics: 1.1,
  mercosur: 1.1,
  schengen: 0.6,
  eurozone: 0.7,
  eaeu: 1,
  opec: 1,
  ecowas: 1,
  caricom: 0.7,
  pif: 0.7,
  apec: 0.9,
  icc: 0.8,
  oecd: 1,
  imf: 1,
  who: 1,
};

/** Years in which organisations were founded that their founders joined one by one. */
export const FOUNDED: Readonly<Record<PartyCode, number>> = { un: 1945, "league-of-nations": 1920 };

/** Bodies of experts, which nearly every state joins: who did so, and when, is for lookups. */
export const TECHNICAL: ReadonlySet<PartyCode> = new Set(
  "fao who unesco ifad imo unido irena iho itu upu wipo imf afdb adb cern energy-charter icc spc".split(" "),
);

/** A technical body's weight where the table of organisations does not name it. */
export const TECHNICAL_WEIGHT = 0.45;

/** How much rounder counts weigh: 125 is a 25. */
export const TIER_WEIGHT = { 100: 6, 50: 4.5, 25: 3, 10: 2.1, 5: 1.7, 1: 0.8 } as const;

/** Counts that are marked in practice weigh more than their tier, though never more than the next one. */
export const MARKED: Readonly<Record<number, number>> = {
  1: 1.2,
  60: 1.2,
  70: 1.2,
  75: 1.2,
  125: 1.4,
  150: 1.2,
  175: 1.2,
  250: 1.3,
};

/** What sort of visit matters how much; only the first two are worth a line without being a first. */
export const VISIT_WEIGHT: Readonly<Record<string, number>> = {
  "state-visit": 1.5,
  official: 1.2,
  working: 0.8,
  private: 0.3,
};
export const NOTED_VISITS: ReadonlySet<string> = new Set(["state-visit", "official"]);

/** Offices below a head of state or government, as data/ words them. */
export const MINISTER = /^(?:Secretary|Minister|Foreign Minister|Deputy)/;

/**
 * Pages that list what their editors hold memorable: the encyclopedia's days of the year, and the pages that were read
 * for what every reader of international relations knows (tools/import/tables/great-events.csv).
 */
export const MEMORABLE =
  /^(?:great-.+|wp-(?:january|february|march|april|may|june|july|august|september|october|november|december)-\d+)$/;

/** Data sets that list every event of their sort, great and small. */
export const LISTING =
  /^(?:atop|correlates-of-war|world-treaty-index|uk-treaty|ggo|un-treaty|paris-agreement|us-historian-(?:visits|travels))/;

/** Those of them that list everything that was ever signed. */
export const REGISTER = /^(?:world-treaty-index|uk-treaty|ggo|un-treaty|paris-agreement|us-historian)/;

/** What they are called that matter although only a register has them. */
export const NOTABLE_NAME =
  /\b(?:friendship|peace(?! corps)|alliance|neutrality|non-?aggression|mutual defen[cs]e|independence|diplomatic relations)\b/i;

/** Kinds that need another side: where a single party is known, the other was no state that anybody knows. */
export const TWO_SIDED: ReadonlySet<Kind> = new Set<Kind>([
  "peace-treaty",
  "armistice",
  "war-declared",
  "war-began",
  "war-entered",
  "treaty-signed",
  "alliance-formed",
]);

/** Kinds that are told together when many do the same on one day, and weigh more for it. */
export const BATCHED: ReadonlySet<Kind> = new Set<Kind>([
  "expulsion",
  "recognition",
  "joined",
  "left",
  "relations-severed",
  "independence",
  "war-declared",
  "fighting-ended",
  "war-began",
  "war-entered",
  "troops-deployed",
]);

/** What registers call an act that carries out a peace which was made before. */
export const AFTER_A_PEACE = /^(?:agreement|arrangement|convention|exchange|memorandum|protocol)\b/i;

/** How a war's end is called where it is a treaty of those who fought. */
export const ENDS_A_WAR = /\b(?:surrender|capitulation|armistice|cease-?fire)\b/i;
