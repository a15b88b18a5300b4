/** The texts of lookups' answers: data/translations/<locale>/lookup.json. */
export const LOOKUP_TEXTS = {
  "lookup.family.choose": {},
  "lookup.family.all": {},
  "lookup.family.relations": {},
  "lookup.family.treaties": {},
  "lookup.family.visits": {},
  "lookup.family.membership": {},
  "lookup.family.statehood": {},
  "lookup.family.conflict": {},
  "lookup.event.choose": {},
  /** The anniversary of the year to come that matters most: its date, that date from now on, and its line. */
  "lookup.next": { date: "text", fromNow: "text", line: "text" },
  "lookup.nothing": {},
  "lookup.between.heading": { one: "text", other: "text" },
  "lookup.between.same": { name: "text" },
  "lookup.between.lineage": { former: "text", now: "text" },
  "lookup.between.nothing": { one: "text", other: "text" },
  "lookup.between.with-organisations": {},
  "lookup.between.without-organisations": {},
  /** Relations that last, and whether the years since then are all without a break. */
  "lookup.tie.continuous": { date: "text", years: "number" },
  "lookup.tie.interrupted": { date: "text", years: "number", history: "text" },
  "lookup.tie.ended": { history: "text" },
  "lookup.tie.none": {},
  /** The steps of that history. */
  "lookup.tie.established": { date: "text" },
  "lookup.tie.restored": { date: "text" },
  "lookup.tie.severed": { date: "text" },
  "lookup.tie.suspended": { date: "text" },
  "lookup.tie.war": { date: "text" },
  "lookup.tie.as": { step: "text", formers: "text" },
} as const;
