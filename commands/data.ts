import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { customId } from "../src/messages/custom-id.ts";
import type { Language } from "../src/messages/language.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { button, buttonRow, fileDisplay, type MessagePayload } from "../src/messages/payload.ts";
import type { Command, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";
import { IN_SERVERS, MANAGERS } from "./options.ts";

type DataNeeds = Pick<Needs, "language" | "everything" | "forget">;

const FILE = "attache-data.json";

/** /data: all that is stored about the server, as a file, or deleted at once. */
export const data: Command<DataNeeds> = {
  definition: (words) => ({
    ...words("data"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: (["export", "delete"] as const).map((name) => ({
      ...words(`data.${name}`),
      type: ApplicationCommandOptionType.Subcommand,
    })),
  }),

  async run({ guild, locale, subcommand }, { language: languageOf, everything }) {
    const language = languageOf(locale);
    const all = await everything(guild?.id ?? "");
    const rows = Object.values(all).reduce((sum, { length }) => sum + length, 0);
    if (rows === 0) return { kind: "refusal", text: language.text("admin.data.nothing") };
    return subcommand === "delete"
      ? { kind: "quiet", message: question(rows, language) }
      : exported(all, rows, language);
  },

  actions: {
    async delete({ guild, locale }, { language, forget }) {
      await forget(guild?.id ?? "");
      return { kind: "update", message: { content: language(locale).text("admin.data.deleted"), components: [] } };
    },
  },
};

function exported(all: object, rows: number, language: Language): Reply {
  const said = escapeMarkdown(language.text("admin.data.exported", { rows }));
  return {
    kind: "quiet",
    message: textPage(language.text("admin.data.heading"), [said], [], [fileDisplay(FILE)]),
    files: [
      { name: FILE, contentType: "application/json; charset=utf-8", data: Buffer.from(JSON.stringify(all, null, 2)) },
    ],
  };
}

function question(rows: number, language: Language): MessagePayload {
  const confirm = button(language.text("admin.data.button"), customId("data", "delete"));
  return { content: language.text("admin.data.question", { rows }), components: [buttonRow([confirm])] };
}
