import { OWN_LIMITS } from "../../src/almanac/own-event.ts";
import type { Added, Same } from "../../src/delivery/own-events.ts";
import type { Language } from "../../src/messages/language.ts";
import { ownDateText } from "../../src/messages/own/own-words.ts";
import type { Refusal } from "../command.ts";
import { quoted, refusal } from "../refusal.ts";

/** Why nothing was added: there is no room, or it is there already. */
export function notAdded(added: Extract<Added, { ok: false }>, language: Language): Refusal {
  if ("same" in added) return refusal(language.text("own.error.already", whatIn(added, language)));
  return refusal(language.text("own.error.full", { present: added.present, most: OWN_LIMITS.events }));
}

/** Why nothing was changed: it would say what another says already. */
export function notChanged(same: Same, language: Language): Refusal {
  return refusal(language.text("own.error.twice", whatIn(same, language)));
}

function whatIn(
  { same: { id, date, text } }: Same,
  language: Language,
): { readonly what: string; readonly id: string } {
  return { what: quoted(language.text("own.dated", { date: ownDateText(date, language), what: text })), id };
}
