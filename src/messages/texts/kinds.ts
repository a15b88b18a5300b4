import type { Kind } from "../../almanac/kind.ts";

/**
 * How the parties of a kind stand to each other, which decides the wordings that a language gives the kind:
 * - among: equals, or one alone: `kind`
 * - tie: between two, or one and several others each for itself: `kind`, `kind.with`
 * - named: equals around something that may have a proper name: `kind`, `kind.named`
 * - treaty: likewise; by one with each of several others: `kind.with`; concluded under an organisation, by parties that are not known: `kind.hosted`; by a name that tells
 *   the parties: `kind.between`
 * - sided: two sides against each other, which may have a proper name: `kind`, `kind.named`; with several on a side:
 *   `kind.sides`, `kind.sides-named`
 * - toward: the first (or several) acts toward the second (or several), which may be unknown: `kind`, `kind.alone`
 * - toward-named: likewise, with a proper name: also `kind.named`
 * - toward-noted: likewise, with a note that says as what: also `kind.noted`
 * - placed: likewise, with a town: also `kind.placed`
 * - birth: the first from the second, which may be unknown: `kind`, `kind.alone`; declared, and not recognised then: `kind.declared`, `kind.declared-alone`
 * - visit: the first visits the second, in person: `kind`, `kind.person` (one, with office), `kind.people`
 */
export const SHAPE_OF_KIND = {
  "relations-established": "tie",
  "relations-upgraded": "tie",
  "relations-suspended": "tie",
  "relations-severed": "tie",
  "relations-restored": "tie",
  recognition: "toward-named",
  "embassy-opened": "placed",
  "embassy-closed": "placed",
  "consulate-opened": "placed",
  "consulate-closed": "placed",
  "ambassador-recalled": "toward",
  "mission-opened": "placed",
  "mission-closed": "placed",
  expulsion: "toward-named",
  "treaty-signed": "treaty",
  "treaty-ratified": "named",
  "treaty-in-force": "treaty",
  "treaty-ended": "named",
  "alliance-formed": "named",
  "alliance-ended": "named",
  "joint-statement": "named",
  declaration: "named",
  visit: "visit",
  summit: "named",
  consultations: "among",
  "organisation-founded": "among",
  "organisation-dissolved": "among",
  joined: "toward",
  left: "toward",
  observer: "toward-noted",
  independence: "birth",
  "state-founded": "named",
  "state-dissolved": "among",
  unification: "named",
  "territory-transferred": "named",
  "national-day": "named",
  "war-declared": "toward-named",
  "war-began": "sided",
  "war-entered": "toward-named",
  armistice: "named",
  "peace-treaty": "named",
  "troops-deployed": "toward-named",
  "troops-withdrawn": "toward-named",
  "fighting-ended": "sided",
  incident: "named",
} as const satisfies Record<Kind, string>;

export type Shape = (typeof SHAPE_OF_KIND)[Kind];

const AMONG = { parties: "text", count: "number" } as const;
const ALONE = { first: "text", firsts: "number" } as const;
const TOWARD = { ...ALONE, second: "text" } as const;
const VISIT = { ...TOWARD, rank: "text", firstVisit: "text" } as const;

/** Every value that a sentence is given; which of them a wording may use is below. */
export const SENTENCE = {
  ...AMONG,
  ...VISIT,
  name: "text",
  note: "text",
  place: "text",
  people: "text",
  person: "text",
  office: "text",
} as const;

/** The wordings of each shape: suffix of the key, and the values that it may use. */
export const WORDINGS = {
  among: { "": AMONG },
  tie: { "": AMONG, ".with": TOWARD },
  named: { "": AMONG, ".named": { ...AMONG, name: "text" } },
  treaty: {
    "": AMONG,
    ".named": { ...AMONG, name: "text" },
    ".with": { ...TOWARD, name: "text" },
    ".hosted": { name: "text" },
    ".between": { name: "text" },
  },
  sided: {
    "": AMONG,
    ".named": { ...AMONG, name: "text" },
    ".sides": TOWARD,
    ".sides-named": { ...TOWARD, name: "text" },
  },
  toward: { "": TOWARD, ".alone": ALONE },
  "toward-named": { "": TOWARD, ".alone": ALONE, ".named": { ...TOWARD, name: "text" } },
  "toward-noted": { "": TOWARD, ".alone": ALONE, ".noted": { ...TOWARD, note: "text" } },
  placed: { "": TOWARD, ".alone": ALONE, ".placed": { ...TOWARD, place: "text" } },
  birth: { "": TOWARD, ".alone": ALONE, ".declared": TOWARD, ".declared-alone": ALONE },
  visit: {
    "": VISIT,
    ".alone": ALONE,
    ".people": { ...VISIT, people: "text" },
    ".person": { ...VISIT, person: "text", office: "text" },
  },
} as const satisfies Record<Shape, Record<string, Record<string, "text" | "number">>>;
