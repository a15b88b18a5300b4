import type { Language } from "../language.ts";
import { bold, escapeMarkdown } from "../markdown.ts";
import { componentsMessage, container, fit, fits, type MessagePayload, textDisplay } from "../payload.ts";
import { capitalised, readerOf } from "../sentence.ts";
import { datedParts, datedText, type Part } from "../wording.ts";
import { namedSource } from "./event-answer.ts";
import type { Inquiry } from "./inquiry.ts";

/** So many sources of one thing are listed where not all of them fit. */
const FEW = 3;

/** All that a message tells, each once, with its sources by name: all of them, or the best where not all fit, and how much did not fit then. */
export function sourcesAnswer(parts: readonly Part[], { language }: Inquiry): MessagePayload {
  const told = [...new Map(parts.map((part) => [part.told.map(({ id }) => id).join(" "), part])).values()];
  const lines = (most?: number): readonly string[] => told.map((part) => lineOf(part, language, most));
  const build = (shown: readonly string[], omitted: number): MessagePayload => messageOf(shown, omitted, language);
  const whole = [undefined, FEW].map((most) => build(lines(most), 0)).find(fits);
  return whole ?? fit(lines(1), build);
}

function lineOf({ what, event, told }: Part, language: Language, most?: number): string {
  const { date, details } = datedParts(event, readerOf(language, []));
  const text = datedText(
    { date, what: capitalised(what, language), details: told.length > 1 ? "" : details },
    language,
  );
  const sources = new Map(told.flatMap((each) => each.sources.map((source) => [source.id, source])));
  return [bold(escapeMarkdown(text)), [...sources.values()].slice(0, most).map(namedSource).join(" · ")].join("\n");
}

function messageOf(shown: readonly string[], omitted: number, language: Language): MessagePayload {
  const note = language.text("lookup.sources.omitted", { count: omitted });
  return componentsMessage([
    container([
      textDisplay(`## ${escapeMarkdown(language.text("lookup.sources.heading"))}`),
      ...shown.map(textDisplay),
      ...(omitted === 0 ? [] : [textDisplay(`-# ${escapeMarkdown(note)}`)]),
    ]),
  ]);
}
