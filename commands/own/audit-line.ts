import { OWN_FIELDS, type OwnField, parseOwnDate } from "../../src/almanac/own-event.ts";
import type { OwnAuditEntry, OwnChange } from "../../src/delivery/own-events.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { ownDateText, ownKindText } from "../../src/messages/own/own-words.ts";
import { shorten } from "../../src/messages/plain.ts";

/** So much of each part is told. */
const LONGEST = 60;

/** Who did what with which own date when, as one line of markdown. */
export function ownAuditLine({ at, userId, act, eventId, changes }: OwnAuditEntry, language: Language): string {
  const when = `<t:${Math.floor(at / 1000)}:f>`;
  const counted = changes.find(({ field }) => field === "count");
  const count = Number(counted?.to || counted?.from || 1);
  const what = language.text(`own.act.${act}`, { event: eventId, count });
  const told = changes.flatMap((change) => changeText(change, act, language));
  return `${when} <@${userId}> ${what}${told.length === 0 ? "" : `: ${told.join(", ")}`}`;
}

function changeText({ field, from, to }: OwnChange, act: OwnAuditEntry["act"], language: Language): readonly string[] {
  const part = OWN_FIELDS.find((each) => each === field);
  if (part === undefined) return [];
  const [before, after] = [from, to].map((value) => escapeMarkdown(shorten(valueOf(part, value, language), LONGEST)));
  if (act === "event-added") return [after ?? ""];
  if (act === "event-removed") return [before ?? ""];
  return [`${escapeMarkdown(language.text(`own.field.${part}`))} ${before} → ${after}`];
}

function valueOf(field: OwnField, value: string, language: Language): string {
  if (value === "") return language.text("own.none");
  switch (field) {
    case "date": {
      const date = parseOwnDate(value);
      return date === undefined ? value : ownDateText(date, language);
    }
    case "countries":
      return language.list(value.split(" ").map((code) => language.name(code)));
    case "kind":
      return ownKindText(value, language);
    case "text":
    case "link":
      return value;
  }
}
