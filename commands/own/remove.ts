import type { OwnEventId } from "../../src/almanac/own-event.ts";
import type { Asked, Input, Pressed, Reply } from "../command.ts";
import { textOf } from "../options.ts";
import { doneMessage, undoButton } from "./card.ts";
import { by, type OwnNeeds, ownMeant, serverOf } from "./own.ts";

/** /events remove event. */
export async function remove(input: Input, needs: OwnNeeds): Promise<Reply> {
  const found = await ownMeant(textOf(input, "event"), input, needs);
  return found.ok ? removed(found.event.id, input, needs) : found.refusal;
}

/** The one that is chosen in a list. */
export function removeChosen(pressed: Pressed, needs: OwnNeeds): Promise<Reply> {
  return removed(pressed.values[0] ?? "", pressed, needs);
}

async function removed(id: OwnEventId, asked: Asked, needs: OwnNeeds): Promise<Reply> {
  const language = needs.language(asked.locale);
  const done = await needs.ownEvents.remove(serverOf(asked), id, by(asked));
  if (done === undefined) return { kind: "refusal", text: language.text("own.error.gone") };
  const { gone, entry } = done;
  const undo = undoButton(gone, entry, language);
  return { kind: "quiet", message: await doneMessage("own.removed", { before: gone }, asked, needs, [undo]) };
}
