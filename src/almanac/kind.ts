/** Families are what people filter by. */
export const FAMILIES = ["relations", "treaties", "visits", "membership", "statehood", "conflict"] as const;
export type Family = (typeof FAMILIES)[number];

/** Every kind of event and the family it belongs to. The order of an event's parties is what the comment says. */
export const FAMILY_OF_KIND = {
  "relations-established": "relations",
  "relations-upgraded": "relations", // legation to embassy, charge to ambassador
  "relations-suspended": "relations",
  "relations-severed": "relations", // the first party severs, where one does
  "relations-restored": "relations",
  recognition: "relations", // the first party recognises the second
  "embassy-opened": "relations", // the first party sends, the second hosts
  "embassy-closed": "relations",
  "consulate-opened": "relations",
  "consulate-closed": "relations",
  "ambassador-recalled": "relations", // the first party recalls its ambassador from the second
  "mission-opened": "relations", // liaison offices, interests sections, missions to organisations; as embassies
  "mission-closed": "relations",
  expulsion: "relations", // the first party expels
  "treaty-signed": "treaties",
  "treaty-ratified": "treaties",
  "treaty-in-force": "treaties",
  "treaty-ended": "treaties",
  "alliance-formed": "treaties",
  "alliance-ended": "treaties",
  "joint-statement": "treaties",
  declaration: "treaties", // of one state or of an organisation: ultimatums, resolutions, statutes; the name says which
  visit: "visits", // the first party visits the second
  summit: "visits",
  consultations: "visits",
  "organisation-founded": "membership", // the organisation
  "organisation-dissolved": "membership",
  joined: "membership", // the state, then the organisation
  left: "membership",
  observer: "membership",
  independence: "statehood", // the new state, then the one it left, where there is one
  "state-founded": "statehood",
  "state-dissolved": "statehood",
  unification: "statehood",
  "territory-transferred": "statehood", // annexations, cessions, handovers; the name says which territory
  "national-day": "statehood",
  "war-declared": "conflict", // the first party declares it on the second
  "war-began": "conflict", // two that fought each other; many sides are many rows
  "war-entered": "conflict", // the first party, against the second: a war that others had begun before
  armistice: "conflict",
  "peace-treaty": "conflict",
  "troops-deployed": "conflict",
  "troops-withdrawn": "conflict",
  "fighting-ended": "conflict", // in the war that the name gives; one side may fight on against others
  incident: "conflict", // attacks on missions and envoys, sieges, hostages; the name says what happened
} as const satisfies Record<string, Family>;

export type Kind = keyof typeof FAMILY_OF_KIND;

const KIND_NAMES: ReadonlySet<string> = new Set(Object.keys(FAMILY_OF_KIND));

/** All kinds, in the order above. */
export const KINDS: readonly Kind[] = [...KIND_NAMES].filter(isKind);

export function isKind(text: string): text is Kind {
  return KIND_NAMES.has(text);
}

export function familyOf(kind: Kind): Family {
  return FAMILY_OF_KIND[kind];
}

/** Kinds whose parties stand in no order: A - B is the same as B - A. */
const UNDIRECTED: ReadonlySet<Kind> = new Set<Kind>([
  "relations-established",
  "relations-upgraded",
  "relations-suspended",
  "relations-restored",
  "treaty-signed",
  "treaty-in-force",
  "treaty-ended",
  "alliance-formed",
  "alliance-ended",
  "joint-statement",
  "summit",
  "consultations",
  "armistice",
  "peace-treaty",
]);

/** Whether the order of an event's parties says who did what. */
export function isDirected(kind: Kind): boolean {
  return !UNDIRECTED.has(kind);
}

/** What enemies do, two of them a row: of more nobody could tell who were allies. */
const AT_WAR: ReadonlySet<Kind> = new Set<Kind>(["war-declared", "war-began", "war-entered", "fighting-ended"]);

/** Whether its parties are enemies of each other. */
export function isAtWar(kind: Kind): boolean {
  return AT_WAR.has(kind);
}
