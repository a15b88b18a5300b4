import type { Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { type Paged, pageNote, turns } from "../../src/messages/lookup/paging.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import {
  buttonRows,
  componentsMessage,
  container,
  fit,
  type MessagePayload,
  textDisplay,
} from "../../src/messages/payload.ts";
import type { Needs } from "../needs.ts";
import { changeLine } from "./audit-line.ts";

/** So many of the longest changes fit into a message. */
const PAGE = 5;

/** A page of who did what with a calendar and with the server's own dates, newest first; beyond the last page, the last. */
export async function changesMessage(
  calendar: Subscription,
  asked: number,
  { changes }: Pick<Needs, "changes">,
  language: Language,
): Promise<MessagePayload> {
  const found = await changes(calendar, (asked - 1) * PAGE, PAGE);
  const pages = Math.max(1, Math.ceil(found.total / PAGE));
  if (asked > pages) return changesMessage(calendar, pages, { changes }, language);
  const paged: Paged<unknown> = { ...found, page: asked, pages, size: PAGE };
  const { selects, buttons } = turns(paged, language, (page) =>
    customId("subscriptions", "changes", calendar.id, String(page)),
  );
  const heading = `## ${escapeMarkdown(language.text("admin.why.changes"))}\n<#${calendar.channelId}>`;
  const lines = found.items.map((change) => `- ${changeLine(change, language)}`);
  return fit(lines, (shown, left) =>
    componentsMessage([
      container([
        textDisplay(heading),
        textDisplay(
          [
            ...(shown.length === 0 ? [escapeMarkdown(language.text("admin.why.no-changes"))] : shown),
            ...(left > 0 ? [`- ${escapeMarkdown(language.text("admin.more", { count: left }))}`] : []),
          ].join("\n"),
        ),
        textDisplay(
          `-# ${[pageNote(paged, language), language.text("admin.why.in-full")].map(escapeMarkdown).join(". ")}`,
        ),
        ...selects,
        ...buttonRows(buttons),
      ]),
    ]),
  );
}
