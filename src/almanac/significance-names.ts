/** What names of treaties and statements say of their weight, in English as in data/. */

/**
 * What treaties that no reader asks about are called: whole words, as regular expressions say them, by what they are about.
 */
const ROUTINE_WORDS = {
  form: "exchanges? of (?:notes|letters)|agreed minute|proposals?|implementation|reglamento|procedures?|monitoring",
  amendment:
    "(?:1[89]|20)\\d\\d (?:peace )?treaty|amend(?:ing|ment)|modif(?:ication|ying)|extending|prolonging|supplement(?:ary)?|additional protocol|annex|addition",
  money: "loans?|grants?|payments?|debts?|guarantee|investment|options?|tax(?:es|ation)?|double|duties",
  trade:
    "trade agreement|free trade|economic partnership|customs|commodit(?:y|ies)|trade ?marks?|plant|mining|fisher(?:y|ies)|fishing|veterinary",
  ways: "air (?:services?|transport)|aviation|maritime|traffic|checkpoints?|cross-servicing",
  post: "postal|post|parcels?|money orders?|telecommunications?",
  people: "passes|workers|visas?|extradition|social security|consuls?|consular|legal proceedings",
  works: "cultur(?:e|al)|technical|scientific|tourism|film|(?:nuclear|atomic) energy",
} as const;
export const ROUTINE_NAME = new RegExp(`\\b(?:${Object.values(ROUTINE_WORDS).join("|")})\\b`, "i");

/** How much more, or less, an act weighs that is called so: the first that fits. */
export const CALLED: readonly { readonly name: RegExp; readonly weight: number }[] = [
  // what the whole world has a stake in
  {
    name: /\bnuclear (?:weapons?|forces|tests?|war)\b|\bnon-proliferation\b|\btest ban\b|\bdisarmament\b/i,
    weight: 1.4,
  },
  { name: /\bstrategic (?:arms|offensive)\b|\b(?:START|SALT) I|\banti-ballistic\b|\bchemical weapons\b/i, weight: 1.4 },
  { name: /\bmutual defen[cs]e\b/i, weight: 1.2 },
  // what goes by a name of its own
  { name: /\bpact\b/i, weight: 1.2 },
  // what has no name but its parties and its year
  { name: /^\p{Lu}\p{L}+(?:-\p{Lu}\p{L}+)+ (?:Convention|Treaty|Agreement|Alliance) of \d{4}$/u, weight: 0.4 },
  // what was only asked for
  { name: /^application for\b/i, weight: 0.3 },
];

/** Statements that established relations are not one of many, though they are called so. */
export const ESTABLISHING = /\bdiplomatic relations\b/i;

/** What statements are called that are no more than one of many: without a name of their own, and by their form alone. */
export const STATEMENT = {
  name: /^(?:joint |final )?(?:press )?(?:statement|communiqu|declaration)/i,
  weight: 0.7,
} as const;
export const FORM_ALONE = {
  name: /^(?:(?:joint |final )?(?:press )?(?:statement|communiqu\S*|declaration))?$/i,
  weight: 0.4,
} as const;
