import type { Kind } from "../../almanac/kind.ts";
import { COMMAND_TEXTS } from "./commands.ts";
import { SHAPE_OF_KIND, type Shape, WORDINGS } from "./kinds.ts";
import { POST_TEXTS } from "./post.ts";

/** The values that a text may use, by name: text goes in as it is, a number may choose a plural form. */
export type Parameters = Readonly<Record<string, "text" | "number">>;

type KindTexts = {
  readonly [Row in { [K in Kind]: KindRow<K, (typeof SHAPE_OF_KIND)[K]> }[Kind] as Row["key"]]: Row["parameters"];
};
type KindRow<K extends Kind, S extends Shape> = {
  [Suffix in keyof (typeof WORDINGS)[S] & string]: {
    key: `kinds.${K}${Suffix}`;
    parameters: (typeof WORDINGS)[S][Suffix];
  };
}[keyof (typeof WORDINGS)[S] & string];

type AllTexts = typeof POST_TEXTS & typeof COMMAND_TEXTS & KindTexts;

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
  ...Object.entries<Parameters>(COMMAND_TEXTS),
  ...kindTexts(),
]);
