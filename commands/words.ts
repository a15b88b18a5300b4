import { Locale, type LocalizationMap } from "discord-api-types/v10";
import type { Catalogue } from "../src/messages/catalogue.ts";
import type { TextKey } from "../src/messages/texts/texts.ts";

/** What has a name and a description in the catalogue: a command, a subcommand or an option, such as on.date. */
type Described<Key> = Key extends `commands.${infer Path}.description` ? Path : never;
export type CommandPath = Described<TextKey>;

export interface Named {
  /** The last part of the path. Never translated, and changed only for good reason: permissions in servers hang on it. */
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
}

/** Names and descriptions of commands and options, in every language that has them. */
export type Words = (path: CommandPath) => Named;

/** Takes them from the texts: English where a language has none. */
export function wordsOf(catalogue: Catalogue): Words {
  const english = catalogue.language(Locale.EnglishUS);
  const localized = (key: `commands.${CommandPath}.${"name" | "description"}`): LocalizationMap => {
    const texts = Object.values(Locale).map((locale) => [locale, catalogue.language(locale).text(key)] as const);
    return Object.fromEntries(texts.filter(([, text]) => text !== english.text(key)));
  };
  return (path) => ({
    name: path.slice(path.lastIndexOf(".") + 1),
    name_localizations: localized(`commands.${path}.name`),
    description: english.text(`commands.${path}.description`),
    description_localizations: localized(`commands.${path}.description`),
  });
}
