import { IntlMessageFormat } from "intl-messageformat";
import { readAllTexts } from "./catalogue.ts";
import { TEXTS } from "./texts/texts.ts";

interface Element {
  readonly type: number;
  readonly value?: unknown;
  readonly options?: Readonly<Record<string, { readonly value: readonly Element[] }>>;
}

/** Element types of the ICU message parser that name a variable: argument, number, date, time, select, plural. */
const VARIABLES = new Set([1, 2, 3, 4, 5, 6]);

function variablesIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => [
    ...(VARIABLES.has(element.type) ? [String(element.value)] : []),
    ...Object.values(element.options ?? {}).flatMap((option) => variablesIn(option.value)),
  ]);
}

/** What is put in as it is, and not as a number, a plural or a choice. */
const PLAIN = 1;

function plainIn(elements: readonly Element[]): readonly string[] {
  return elements.flatMap((element) => [
    ...(element.type === PLAIN ? [String(element.value)] : []),
    ...Object.values(element.options ?? {}).flatMap((option) => plainIn(option.value)),
  ]);
}

function faultsOfText(locale: string, key: string, message: string): readonly string[] {
  const parameters = TEXTS.get(key);
  if (parameters === undefined) return [`no text is called ${key}: remove it, or correct its name`];
  let elements: readonly Element[];
  try {
    elements = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true }).getAst();
  } catch (error) {
    return [`${key} is not an ICU message (${String(error)}): correct its braces`];
  }
  const known = Object.keys(parameters);
  const unknown = [...new Set(variablesIn(elements))].filter((name) => !known.includes(name));
  const ungrouped = [...new Set(plainIn(elements))].filter((name) => parameters[name] === "number");
  return [
    ...unknown.map((name) => {
      const values = known.map((value) => `{${value}}`).join(", ");
      return `${key} has no value {${name}}: use ${values || "none"}`;
    }),
    ...ungrouped.map((name) => `${key} shows the number {${name}} as it is: write {${name}, number}`),
  ];
}

/**
 * What is wrong with the texts in data/translations/: texts that no code uses, messages that cannot be read, values that are
 * not given, numbers that are not written as the language groups them, and texts that a language lacks. One line a fault: locale, what, cure. Throws on a file that is no JSON object of strings.
 */
export function translationFaults(directory: string): readonly string[] {
  return [...readAllTexts(directory)].flatMap(([locale, texts]) => [
    ...[...texts].flatMap(([key, message]) => faultsOfText(locale, key, message)).map((fault) => `${locale}: ${fault}`),
    ...[...TEXTS.keys()].filter((key) => !texts.has(key)).map((key) => `${locale}: ${key} is missing: translate it`),
  ]);
}
