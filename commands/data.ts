import { createHash } from "node:crypto";
import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { customId } from "../src/messages/custom-id.ts";
import type { Language } from "../src/messages/language.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { button, buttonRow, fileDisplay, type MessagePayload } from "../src/messages/payload.ts";
import type { Command, Pressed, Reply } from "./command.ts";
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
    const rows = countOf(all);
    if (rows === 0) return { kind: "refusal", text: language.text("admin.data.nothing") };
    return subcommand === "delete"
      ? { kind: "quiet", message: question(all, rows, language) }
      : exported(all, rows, language);
  },

  actions: {
    delete: deleted,
    keep: ({ locale }, { language }) => ({
      kind: "update",
      message: { content: language(locale).text("admin.kept"), components: [] },
    }),
  },
};

type All = Awaited<ReturnType<DataNeeds["everything"]>>;

/** Deletes what the question was about; what has changed since is asked about anew. */
async function deleted(
  { guild, locale, args }: Pressed,
  { language: languageOf, everything, forget }: DataNeeds,
): Promise<Reply> {
  const language = languageOf(locale);
  const all = await everything(guild?.id ?? "");
  const rows = countOf(all);
  if (rows > 0 && args[0] !== stampOf(all))
    return { kind: "update", message: question(all, rows, language, language.text("admin.data.changed")) };
  await forget(guild?.id ?? "");
  return { kind: "update", message: { content: language.text("admin.data.deleted"), components: [] } };
}

function countOf(all: All): number {
  return Object.values(all).reduce((sum, { length }) => sum + length, 0);
}

/** Another where any row is another: short enough for a button. */
function stampOf(all: All): string {
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url").slice(0, 16);
}

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

function question(all: All, rows: number, language: Language, said?: string): MessagePayload {
  const confirm = button(language.text("admin.data.button"), customId("data", "delete", stampOf(all)));
  const cancel = button(language.text("admin.button.cancel"), customId("data", "keep"));
  const asked = language.text("admin.data.question", { rows });
  return {
    content: said === undefined ? asked : `${said} ${asked}`,
    components: [buttonRow([confirm, cancel])],
  };
}
