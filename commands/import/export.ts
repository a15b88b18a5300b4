import { OWN_LIMITS } from "../../src/almanac/own-event.ts";
import { textPage } from "../../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { fileDisplay } from "../../src/messages/payload.ts";
import type { Input, Reply } from "../command.ts";
import type { Needs } from "../needs.ts";
import { serverOf } from "../own/own.ts";
import { FORMATS, fileOf } from "./write-file.ts";

/** /events export [format]: all of the server's own dates as a file that /events import reads. */
export async function exportFile(input: Input, needs: Pick<Needs, "language" | "ownEvents">): Promise<Reply> {
  const language = needs.language(input.locale);
  const events = await needs.ownEvents.ofGuild(serverOf(input));
  if (events.length === 0) return { kind: "refusal", text: language.text("import.export.none") };
  const format = FORMATS.find((each) => each === input.options.get("format")) ?? "csv";
  const file = fileOf(events, format, "own-dates");
  const said = language.text("import.exported", { count: events.length, most: OWN_LIMITS.events });
  const heading = language.text("import.export.heading");
  return {
    kind: "quiet",
    message: textPage(heading, [escapeMarkdown(said)], [], [fileDisplay(file.name)]),
    files: [file],
  };
}
