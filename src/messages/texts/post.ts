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
  "post.name-then": { former: "text", now: "text" },
  "post.person": { name: "text", office: "text" },
  /** What else is told of the same day: a sentence, and how many facts more. */
  "post.also": { what: "text" },
  "post.also-more": { what: "text", facts: "number" },
  "post.other-dates": { dates: "text" },
  "post.restored": { year: "text" },
  "post.peace": { year: "text" },
  "post.continued": { former: "text", now: "text" },
  "post.succeeded": { former: "text", now: "text" },
  "post.source": {},
  "post.omitted": { count: "number" },
  "post.late": {},
  "post.empty": {},
  "post.whole-day": {},
} as const;
