import type { Language } from "../src/messages/language.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import type { Command } from "./command.ts";
import type { Needs } from "./needs.ts";
import { EVERYWHERE } from "./options.ts";
import type { CommandPath } from "./words.ts";

const LOOKUPS = [
  "today",
  "on",
  "country",
  "between",
  "event",
  "search",
  "upcoming",
  "jubilees",
  "random",
  "calendar",
  "reminders",
  "help",
  "about",
  "privacy",
] as const satisfies readonly CommandPath[];
const ADMIN = [
  "setup",
  "subscriptions",
  "preview",
  "countries",
  "events",
  "data",
] as const satisfies readonly CommandPath[];

/** /help: every command with what it is for. */
export const help: Command<Pick<Needs, "language">> = {
  definition: (words) => ({ ...words("help"), ...EVERYWHERE }),

  run(input, needs) {
    const language = needs.language(input.locale);
    const paragraphs = [
      language.text("about.help.lookups"),
      linesOf(LOOKUPS, language),
      language.text("about.help.admin"),
      linesOf(ADMIN, language),
      language.text("about.help.hint"),
    ];
    return { kind: "quiet", message: textPage(language.text("about.help.heading"), paragraphs) };
  },
};

function linesOf(paths: readonly ((typeof LOOKUPS)[number] | (typeof ADMIN)[number])[], language: Language): string {
  return paths
    .map((path) => `- **/${language.text(`commands.${path}.name`)}** ${language.text(`commands.${path}.description`)}`)
    .join("\n");
}
