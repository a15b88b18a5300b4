import type { Event } from "../../almanac/event.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import { componentsMessage, container, fit, type MessagePayload, textDisplay } from "../payload.ts";
import { readerOf } from "../sentence.ts";
import { datedLine } from "../wording.ts";
import { sourceLink } from "./event-answer.ts";
import type { Inquiry } from "./inquiry.ts";

/** Each event with all its sources by name; how many events did not fit, if any. */
export function sourcesAnswer(events: readonly Event[], { language }: Inquiry): MessagePayload {
  const reader = readerOf(language, []);
  const lines = events.map((event) =>
    [bold(escapeMarkdown(datedLine(event, reader))), event.sources.map(sourceLink).join(" · ")].join("\n"),
  );
  return fit(lines, (shown, omitted) =>
    componentsMessage([
      container([
        textDisplay(`## ${escapeMarkdown(language.text("lookup.sources.heading"))}`),
        ...shown.map(textDisplay),
        ...(omitted === 0
          ? []
          : [textDisplay(`-# ${escapeMarkdown(language.text("lookup.sources.omitted", { count: omitted }))}`)]),
      ]),
    ]),
  );
}
