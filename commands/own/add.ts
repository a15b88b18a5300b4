import type { OwnEventContent } from "../../src/almanac/own-event.ts";
import type { Input, Reply } from "../command.ts";
import { textOf } from "../options.ts";
import { readOwnCountries, readOwnDate, readOwnKind, readOwnLink, readOwnText } from "../typed/own-event.ts";
import { doneMessage, undoButton } from "./card.ts";
import { notAdded } from "./not-added.ts";
import { by, type OwnNeeds, serverOf } from "./own.ts";

/** "-" is what takes something away in /events edit, and means the same here. */
export function orNone(typed: string): string {
  return typed.trim() === "-" ? "" : typed;
}

/** /events add date text [countries] [kind] [link]. */
export async function add(input: Input, needs: OwnNeeds): Promise<Reply> {
  const language = needs.language(input.locale);
  const read = await contentOf(input, needs);
  if ("refusal" in read) return read.refusal;
  const added = await needs.ownEvents.add(serverOf(input), [read], by(input));
  if (!added.ok) return notAdded(added, language);
  const [event] = added.events;
  if (event === undefined || added.entry === undefined) throw new Error("what was added is not there");
  const undo = undoButton(event, added.entry, language);
  return { kind: "quiet", message: await doneMessage("own.added", { now: event }, input, needs, [undo]) };
}

async function contentOf(input: Input, needs: OwnNeeds): Promise<OwnEventContent | { readonly refusal: Reply }> {
  const language = needs.language(input.locale);
  const date = readOwnDate(textOf(input, "date"), await needs.today(input), language);
  if (!date.ok) return date;
  const text = readOwnText(textOf(input, "text"), language);
  if (!text.ok) return text;
  const countries = readOwnCountries(orNone(textOf(input, "countries")), needs.parties, language);
  if (!countries.ok) return countries;
  const kind = readOwnKind(orNone(textOf(input, "kind")), language);
  if (!kind.ok) return kind;
  const link = readOwnLink(orNone(textOf(input, "link")), language);
  if (!link.ok) return link;
  return { date: date.value, text: text.value, parties: countries.value, kind: kind.value, link: link.value };
}
