/** The texts of /help, /about and /privacy, markdown of our own: data/translations/<locale>/about.json. */
export const ABOUT_TEXTS = {
  "about.help.heading": {},
  "about.help.lookups": {},
  "about.help.admin": {},
  "about.help.hint": {},
  "about.heading": {},
  "about.what": {},
  "about.facts": { events: "number", states: "number", organisations: "number", version: "text", edition: "text" },
  "about.licence": {},
  "about.errors": {},
  "about.errors-elsewhere": {},
  "about.report": {},
  "about.privacy.heading": {},
  "about.privacy.asking": {},
  "about.privacy.stored": { days: "number" },
  "about.privacy.logs": {},
  "about.privacy.delete": { days: "number", ended: "number" },
} as const;
