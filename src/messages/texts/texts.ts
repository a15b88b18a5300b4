import type { Kind } from "../../almanac/kind.ts";
import { ABOUT_TEXTS } from "./about.ts";
import { ADMIN_TEXTS } from "./admin.ts";
import { COMMAND_TEXTS } from "./commands.ts";
import { DATE_TEXTS } from "./dates.ts";
import { DELIVERY_TEXTS } from "./delivery.ts";
import { IMPORT_TEXTS } from "./import.ts";
import { type SENTENCE, SHAPE_OF_KIND, WORDINGS } from "./kinds.ts";
import { LOOKUP_TEXTS } from "./lookups.ts";
import { OWN_TEXTS } from "./own.ts";
import { POST_TEXTS } from "./post.ts";
import { REMINDER_TEXTS } from "./reminders.ts";

/** The values that a text may use, by name: text goes in as it is, a number may choose a plural form. */
export type Parameters = Readonly<Record<string, "text" | "number">>;

/** The wordings of kinds: they are all given all that is known, and TEXTS says which of it each may use. */
export type KindKey = { [K in Kind]: `kinds.${K}${keyof (typeof WORDINGS)[(typeof SHAPE_OF_KIND)[K]] & string}` }[Kind];
type KindTexts = Readonly<Record<KindKey, typeof SENTENCE>>;

type AllTexts = typeof POST_TEXTS &
  typeof ADMIN_TEXTS &
  typeof ABOUT_TEXTS &
  typeof DELIVERY_TEXTS &
  typeof COMMAND_TEXTS &
  typeof DATE_TEXTS &
  typeof LOOKUP_TEXTS &
  typeof REMINDER_TEXTS &
  typeof OWN_TEXTS &
  typeof IMPORT_TEXTS &
  KindTexts;

/** Every text that people see, by area and name: `post.late` is `late` in data/translations/<locale>/post.json. */
export type TextKey = keyof AllTexts;

type ValuesOfParameters<P> = { readonly [Name in keyof P]: P[Name] extends "number" ? number : string };
/** What must be given with a key, so that a forgotten value does not compile. */
export type ValuesOf<K extends TextKey> = K extends TextKey ? ValuesOfParameters<AllTexts[K]> : never;

function kindTexts(): [string, Parameters][] {
  return Object.entries(SHAPE_OF_KIND).flatMap(([kind, shape]) =>
    Object.entries<Parameters>(WORDINGS[shape]).map(([suffix, parameters]): [string, Parameters] => [
      `kinds.${kind}${suffix}`,
      parameters,
    ]),
  );
}

/** Every key with its parameters: what a translation must have, for the check of data/. */
export const TEXTS: ReadonlyMap<string, Parameters> = new Map([
  ...Object.entries<Parameters>(POST_TEXTS),
  ...Object.entries<Parameters>(ADMIN_TEXTS),
  ...Object.entries<Parameters>(DELIVERY_TEXTS),
  ...Object.entries<Parameters>(COMMAND_TEXTS),
  ...Object.entries<Parameters>(DATE_TEXTS),
  ...Object.entries<Parameters>(LOOKUP_TEXTS),
  ...Object.entries<Parameters>(REMINDER_TEXTS),
  ...Object.entries<Parameters>(OWN_TEXTS),
  ...Object.entries<Parameters>(IMPORT_TEXTS),
  ...Object.entries<Parameters>(ABOUT_TEXTS),
  ...kindTexts(),
]);

/** Whether this is the key of a wording of a kind of event. */
export function isKindKey(key: string): key is KindKey {
  return key.startsWith("kinds.") && TEXTS.has(key);
}
