import type { APIButtonComponent } from "discord-api-types/v10";
import { OWN_LIMITS } from "../../src/almanac/own-event.ts";
import type { Added } from "../../src/delivery/own-events.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { textPage } from "../../src/messages/lookup/page-of-text.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { button } from "../../src/messages/payload.ts";
import type { GivenFile, Input, Pressed, QuietReply, Reply } from "../command.ts";
import type { Needs } from "../needs.ts";
import { undoButton } from "../own/card.ts";
import { by, serverOf } from "../own/own.ts";
import { refusal } from "../refusal.ts";
import { checkEntries } from "./check.ts";
import { fileFaultText, notReadText } from "./fault-text.ts";
import { entriesOf } from "./read-file.ts";
import { reportReply } from "./report.ts";

export type ImportNeeds = Pick<Needs, "language" | "readFile" | "parties" | "today" | "ownEvents" | "ownDrafts">;

/** In bytes: more than the longest own dates in any script take. */
const LARGEST_FILE = 1_048_576;

/** /events import file: what is in it, line by line. Nothing is imported before somebody says so. */
export function importFile(input: Input, needs: ImportNeeds): Reply {
  const language = needs.language(input.locale);
  const file = input.attachments.get(String(input.options.get("file") ?? ""));
  if (file === undefined) return refusal(language.text("import.no-file"));
  return { kind: "later", work: () => reported(file, input, needs, language) };
}

async function reported(file: GivenFile, input: Input, needs: ImportNeeds, language: Language): Promise<QuietReply> {
  const read = await needs.readFile(file, LARGEST_FILE);
  if (read.outcome !== "read") return refusal(notReadText(read.outcome, LARGEST_FILE, language));
  const found = entriesOf(read.bytes, language);
  if (!found.ok) return refusal(fileFaultText(found.fault, language));
  const { entries, unknown } = found.value;
  if (entries.length === 0) return refusal(language.text("import.file.no-entries"));
  const server = serverOf(input);
  const [present, today] = await Promise.all([needs.ownEvents.ofGuild(server), needs.today(input)]);
  const checked = await inTurns(checkEntries(entries, present, { parties: needs.parties, today, language }));
  const { length: count } = checked.right;
  const fits = count > 0 && count + present.length <= OWN_LIMITS.events;
  const draft = fits ? await needs.ownDrafts.keep(server, checked.right, by(input)) : undefined;
  return reportReply({ name: file.name, checked, unknown, present: present.length, draft }, language);
}

/** Does the work step by step; whoever else waits for an answer has their turn in between. */
async function inTurns<Result>(work: Generator<undefined, Result>): Promise<Result> {
  for (let step = work.next(); ; step = work.next()) {
    if (step.done === true) return step.value;
    await new Promise(setImmediate);
  }
}

/** What the report's button imports. Presses again, or after a restart, import nothing twice. */
export async function importDraft(pressed: Pressed, needs: ImportNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const server = serverOf(pressed);
  const added = await needs.ownDrafts.add(server, pressed.args[0] ?? "", by(pressed));
  if (added === undefined) return refusal(language.text("import.over"));
  const most = OWN_LIMITS.events;
  if (!added.ok) {
    const { present, count } = added;
    return refusal(language.text("import.no-room", { room: most - present, count, present, most }));
  }
  const present = (await needs.ownEvents.ofGuild(server)).length;
  const done = language.text("import.done", { count: added.events.length, present, most });
  return {
    kind: "quiet",
    message: textPage(language.text("import.done.heading"), [escapeMarkdown(done)], undoButtons(added, language)),
  };
}

/** One alone is undone as one that was added; several by the entry of the import. */
function undoButtons(added: Extract<Added, { ok: true }>, language: Language): readonly APIButtonComponent[] {
  const { events, entry } = added;
  const [first, second] = events;
  if (entry === undefined || first === undefined) return [];
  if (second === undefined) return [undoButton(first, entry, language)];
  return [button(language.text("admin.button.undo"), customId("events", "unimport", entry))];
}

/** Takes an import back: what nobody has changed since goes, at once. */
export async function undoImport(pressed: Pressed, needs: ImportNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const server = serverOf(pressed);
  const undone = await needs.ownEvents.undoImport(server, pressed.args[0] ?? "", by(pressed));
  if (undone === undefined) return refusal(language.text("own.error.changed-since"));
  const present = (await needs.ownEvents.ofGuild(server)).length;
  const said = [
    language.text("import.undone", { count: undone.removed, present, most: OWN_LIMITS.events }),
    ...(undone.changed === 0 ? [] : [language.text("import.undone.changed", { count: undone.changed })]),
  ];
  return { kind: "update", message: textPage(language.text("own.undone"), said.map(escapeMarkdown)) };
}

/** What waits is forgotten at once. */
export async function cancelDraft(pressed: Pressed, { language, ownDrafts }: ImportNeeds): Promise<Reply> {
  const isThere = await ownDrafts.drop(serverOf(pressed), pressed.args[0] ?? "");
  const { text } = language(pressed.locale);
  return isThere ? { kind: "quiet", message: { content: text("import.cancelled") } } : refusal(text("import.over"));
}
