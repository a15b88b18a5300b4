import type { OwnEventContent } from "../../src/almanac/own-event.ts";
import type { Input, Refusal, Reply } from "../command.ts";
import { textOf } from "../options.ts";
import { refusal } from "../refusal.ts";
import { type Part, readOwnCountries, readOwnDate, readOwnKind, readOwnLink, readOwnText } from "../typed/own-event.ts";
import { orNone } from "./add.ts";
import { doneMessage, undoButton } from "./card.ts";
import { notChanged } from "./not-added.ts";
import { by, type OwnNeeds, ownMeant, serverOf } from "./own.ts";

/** /events edit event [date] [text] [countries] [kind] [link]: what is left out stays as it is. */
export async function edit(input: Input, needs: OwnNeeds): Promise<Reply> {
  const language = needs.language(input.locale);
  const found = await ownMeant(textOf(input, "event"), input, needs);
  if (!found.ok) return found.refusal;
  const read = await changesOf(input, needs);
  if ("refusal" in read) return read.refusal;
  if (Object.keys(read.changes).length === 0) return refusal(language.text("own.error.nothing-to-change"));
  const made = (present: OwnEventContent): OwnEventContent => ({ ...present, ...read.changes });
  const changed = await needs.ownEvents.change(serverOf(input), found.event.id, made, by(input));
  if (changed === undefined) return refusal(language.text("own.error.gone"));
  if (!changed.ok) return notChanged(changed, language);
  const { before, after, entry } = changed;
  if (entry === undefined) return refusal(language.text("own.error.same"));
  const undo = undoButton(after, entry, language);
  return { kind: "quiet", message: await doneMessage("own.changed", { before, now: after }, input, needs, [undo]) };
}

type Changes = Partial<OwnEventContent>;

async function changesOf(
  input: Input,
  needs: OwnNeeds,
): Promise<{ readonly changes: Changes } | { readonly refusal: Refusal }> {
  const language = needs.language(input.locale);
  const today = await needs.today(input);
  const readers: Readonly<Record<string, (typed: string) => Part<Changes>>> = {
    date: (typed) => named("date", readOwnDate(typed, today, language)),
    text: (typed) => named("text", readOwnText(typed, language)),
    countries: (typed) => named("parties", readOwnCountries(orNone(typed), needs.parties, language)),
    kind: (typed) => named("kind", readOwnKind(orNone(typed), language)),
    link: (typed) => named("link", readOwnLink(orNone(typed), language)),
  };
  let changes: Changes = {};
  for (const [option, read] of Object.entries(readers)) {
    if (!input.options.has(option)) continue;
    const part = read(textOf(input, option));
    if (!part.ok) return part;
    changes = { ...changes, ...part.value };
  }
  return { changes };
}

function named<Name extends keyof OwnEventContent>(name: Name, part: Part<OwnEventContent[Name]>): Part<Changes> {
  return part.ok ? { ok: true, value: { [name]: part.value } } : part;
}
