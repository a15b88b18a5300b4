/** The texts of posts and of the lines in them: data/translations/<locale>/post.json. */
export const POST_TEXTS = {
  "post.heading": { date: "text" },
  "post.years": { years: "number" },
  /** A line of an anniversary: "75 years: Germany and Indonesia established diplomatic relations (1952)". */
  "post.anniversary": { years: "text", what: "text", when: "text" },
  /** The same below a heading that says the years. */
  "post.milestone": { what: "text", when: "text" },
  /** A line of a lookup: "25 August 1992: Belgium and Kazakhstan established diplomatic relations". */
  "post.dated": { date: "text", what: "text" },
  "post.dated-with-details": { date: "text", what: "text", details: "text" },
  "post.others": { names: "text", others: "number" },
  "post.name-then": { former: "text", since: "text" },
  "post.name-today": { now: "text" },
  "post.name-later": { now: "text" },
  /** A treaty without a name of its own, and what it is about: "Treaty signed by Germany and Türkiye: Friendship". */
  "post.topic": { what: "text", topic: "text" },
  "post.person": { name: "text", office: "text" },
  /** What else the same day brought, in a sentence or by its name. */
  "post.also": { what: "text" },
  "post.within": { what: "text" },
  "post.other-dates": { dates: "text" },
  /** What is on weak ground, of what may be marked nowhere. */
  "post.doubtful": {},
  /** How what was broken was mended, and when. */
  "post.restored": { year: "text" },
  "post.relations-restored": { year: "text" },
  "post.reopened": { year: "text" },
  "post.rejoined": { year: "text" },
  "post.armistice": { year: "text" },
  "post.peace": { year: "text" },
  /** What became of a former state: one that is the same in law, several instead of it, or one that it is part of. */
  "post.continued": { former: "text", now: "text" },
  "post.split": { former: "text", now: "text" },
  "post.merged": { former: "text", now: "text" },
  "post.succeeded": { former: "text", now: "text" },
  "post.source": {},
  "post.source-number": { number: "number" },
  "post.omitted": { count: "number", button: "text" },
  "post.late": {},
  "post.trial": {},
  "post.preview": {},
  "post.whole-day": {},
  "post.timeline": { one: "text", other: "text" },
  /** The title of what is told of a day that is so many days ahead. */
  "post.heads-up": { days: "number", date: "text" },
  "post.heads-up-omitted": { count: "number", button: "text" },
  "post.week": { dates: "text" },
  "post.week-omitted": { count: "number" },
  /** The overviews of a month and of a year: their titles, what is known of all their dates, what was left out. */
  "post.month": { date: "text" },
  "post.month-known": {},
  "post.month-omitted": { count: "number", button: "text" },
  "post.whole-month": {},
  "post.year": { date: "text" },
  "post.year-known": {},
  "post.year-omitted": { count: "number", button: "text" },
  "post.whole-year": {},
} as const;
