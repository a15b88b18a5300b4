import type { APIButtonComponent } from "discord-api-types/v10";
import type { LocalDate } from "../../src/almanac/date.ts";
import { OWN_LIMITS, type OwnEvent } from "../../src/almanac/own-event.ts";
import type { EntryId } from "../../src/delivery/audit.ts";
import { seenOn } from "../../src/digest/own.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { textPage } from "../../src/messages/lookup/page-of-text.ts";
import { bold, escapeMarkdown } from "../../src/messages/markdown.ts";
import { ownLine } from "../../src/messages/own/own-line.ts";
import { ownDateText } from "../../src/messages/own/own-words.ts";
import { button, type MessagePayload } from "../../src/messages/payload.ts";
import type { Asked } from "../command.ts";
import { type OwnNeeds, serverOf } from "./own.ts";
import { nextShown, whereShown } from "./where.ts";

/** An own date as its server sees it next, with its date before it: a line of markdown. */
export function ownText(event: OwnEvent, on: LocalDate, language: Language): string {
  const date = bold(escapeMarkdown(ownDateText(event.date, language)));
  return language.text("own.dated", { date, what: ownLine(seenOn(event, on), language).markdown });
}

/** What was done with an own date, what it was before, where it is shown now, and the button that undoes it. */
export async function doneMessage(
  said: "own.added" | "own.changed" | "own.removed" | "own.undone",
  { before, now }: { readonly before?: OwnEvent | undefined; readonly now?: OwnEvent | undefined },
  asked: Asked,
  needs: OwnNeeds,
  buttons: readonly APIButtonComponent[] = [],
): Promise<MessagePayload> {
  const language = needs.language(asked.locale);
  const [calendars, all, today] = await Promise.all([
    needs.subscriptions(serverOf(asked)),
    needs.ownEvents.ofGuild(serverOf(asked)),
    needs.today(asked),
  ]);
  const text = (event: OwnEvent) => ownText(event, nextShown({ event, calendars, today }), language);
  const counted = { kept: all.length, most: OWN_LIMITS.events };
  const small = (lines: readonly string[]) => lines.map((line) => `-# ${line}`).join("\n");
  if (now === undefined) {
    const gone = before === undefined ? [] : [text(before)];
    return textPage(language.text(said), [...gone, small([language.text("own.kept", counted)])], buttons);
  }
  const lines =
    before === undefined
      ? [text(now)]
      : [language.text("own.before", { what: text(before) }), language.text("own.now", { what: text(now) })];
  const where = whereShown({ event: now, own: all, calendars, parties: needs.almanac.parties, today, language });
  const reference = language.text("own.reference", { ...counted, id: now.id });
  return textPage(language.text(said), [...lines, small([...where, reference])], buttons);
}

/** Undoes what was done with an own date, as that entry of the record tells it. */
export function undoButton({ id }: OwnEvent, entry: EntryId, language: Language): APIButtonComponent {
  return button(language.text("admin.button.undo"), customId("events", "undo", id, entry));
}
