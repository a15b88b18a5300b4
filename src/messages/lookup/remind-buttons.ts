import type { APIButtonComponent } from "discord-api-types/v10";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import { button, LIMITS } from "../payload.ts";
import { shorten } from "../plain.ts";
import { referenceTo } from "./event-reference.ts";

/** Reminds whoever presses it of an event, each year: an action of /reminders. */
export function remindOfEvent(event: Event, language: Language): APIButtonComponent {
  return labelled(language, customId("reminders", "add", referenceTo(event)));
}

/** Likewise of two parties. */
export function remindOfPair([one, other]: readonly [PartyCode, PartyCode], language: Language): APIButtonComponent {
  return labelled(language, customId("reminders", "pair", one, other));
}

function labelled(language: Language, id: string): APIButtonComponent {
  return button(shorten(language.text("lookup.remind"), LIMITS.label), id);
}
