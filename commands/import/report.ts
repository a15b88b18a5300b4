import { OWN_LIMITS } from "../../src/almanac/own-event.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { listingMessage } from "../../src/messages/lookup/listing.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { ownDateText } from "../../src/messages/own/own-words.ts";
import { button, fileDisplay, mainButton } from "../../src/messages/payload.ts";
import { shorten } from "../../src/messages/plain.ts";
import type { Attachment } from "../../src/ports.ts";
import type { QuietReply } from "../command.ts";
import { quoted } from "../refusal.ts";
import type { Checked, Fault } from "./check.ts";
import { namesText } from "./fault-text.ts";

/** What is wrong is shown so far in the message; all of it, so far, in a file. */
const MOST_SHOWN = 8;
const MOST_REPORTED = 2_000;
const LONGEST_SHOWN = 300;
/** And so much of what is right. */
const MOST_RIGHT = 3;
const LONGEST_RIGHT = 150;
const FILE = "import-report.txt";

/** What a file came to, and where it can be imported. */
export interface Report {
  readonly name: string;
  readonly checked: Checked;
  readonly unknown: readonly string[];
  /** How many own dates the server has. */
  readonly present: number;
  /** What waits to be imported; undefined where nothing can be. */
  readonly draft: string | undefined;
}

/** What was found in a file, line by line, and what to do with it. */
export function reportReply(report: Report, language: Language): QuietReply {
  const { name, checked, draft } = report;
  const { faults, right, wrong } = checked;
  const isLong = faults.length > MOST_SHOWN;
  const lines = faults.slice(0, MOST_SHOWN).map((fault) => shorten(lineOf(fault, language), LONGEST_SHOWN));
  const label = wrong === 0 ? "import.button.all" : "import.button.right";
  const buttons =
    draft === undefined
      ? []
      : [
          mainButton(language.text(label, { count: right.length }), customId("events", "import", draft)),
          button(language.text("import.button.cancel"), customId("events", "cancel", draft)),
        ];
  const message = listingMessage({
    heading: language.text("import.heading", { name: quoted(name) }),
    summary: summaryOf(report, language),
    entries: lines.map((line) => ({ markdown: escapeMarkdown(line), plain: () => line })),
    notes: notesOf(report, isLong, language),
    selects: [],
    buttons,
    files: isLong ? [fileDisplay(FILE)] : [],
  });
  return { kind: "quiet", message, files: isLong ? [fileOf(faults, language)] : [] };
}

/** As markdown. */
function summaryOf({ checked, present, draft }: Report, language: Language): readonly string[] {
  const { text } = language;
  const { right, already, wrong } = checked;
  const most = OWN_LIMITS.events;
  const room = most - present;
  const count = right.length;
  const said = [
    ...(already > 0 ? [text("import.already", { count: already })] : []),
    ...(count > room ? [text("import.no-room", { room, count, present, most })] : []),
    ...(draft !== undefined ? [text("import.room", { present, most })] : []),
    ...(count === 0 && wrong === 0 ? [text("import.nothing")] : []),
    ...(wrong > 0 ? [text("import.wrong", { count: wrong })] : []),
  ];
  return [...(count > 0 ? [rightText(right, language)] : []), ...said.map(escapeMarkdown)];
}

/** How many are right, and the first of them as they were read: a date or a name taken for another shows here. */
function rightText(right: Checked["right"], language: Language): string {
  const shown = right.slice(0, MOST_RIGHT).map((event) => {
    const date = ownDateText(event.date, language);
    const what = language.text("own.dated", { date, what: event.text });
    const countries = language.list(event.parties.map((code) => language.name(code)));
    return shorten(countries === "" ? what : `${what} (${countries})`, LONGEST_RIGHT);
  });
  const more = right.length - shown.length;
  const rest = more > 0 ? [language.text("admin.more", { count: more })] : [];
  const lines = [...shown, ...rest].map((line) => `- ${escapeMarkdown(line)}`);
  return [escapeMarkdown(language.text("import.right", { count: right.length })), ...lines].join("\n");
}

function notesOf({ checked, unknown, draft }: Report, isLong: boolean, language: Language): readonly string[] {
  const { text } = language;
  const { faults, wrong } = checked;
  const next = wrong > 0 ? "import.ask-right" : "import.ask";
  return [
    ...(isLong ? [text("import.report", { count: faults.length - MOST_SHOWN })] : []),
    ...(unknown.length > 0 ? [text("import.unknown", { names: namesText(unknown, language) })] : []),
    ...(draft !== undefined ? [text(next)] : []),
    ...(draft === undefined && wrong > 0 ? [text("import.mend")] : []),
  ];
}

function lineOf({ line, field, text: what }: Fault, { text }: Language): string {
  return field === undefined ? text("import.at-line", { line, what }) : text("import.at-field", { line, field, what });
}

/** Every fault on a line of its own, to have beside the file while mending it. */
function fileOf(faults: readonly Fault[], language: Language): Attachment {
  const lines = faults.slice(0, MOST_REPORTED).map((fault) => lineOf(fault, language));
  const rest = faults.length - lines.length;
  const all = rest > 0 ? [...lines, language.text("import.report.rest", { count: rest })] : lines;
  return { name: FILE, contentType: "text/plain; charset=utf-8", data: Buffer.from(`${all.join("\n")}\n`) };
}
