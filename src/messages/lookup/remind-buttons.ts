import type { APIButtonComponent } from "discord-api-types/v10";
import { LEAP_DAY } from "../../almanac/anniversary.ts";
import { YEAR_AHEAD } from "../../almanac/calendar.ts";
import type { Event } from "../../almanac/event.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { between } from "../../digest/reminders.ts";
import { customId } from "../custom-id.ts";
import type { Language } from "../language.ts";
import { button, LIMITS } from "../payload.ts";
import { shorten } from "../plain.ts";
import { referenceTo } from "./event-reference.ts";
import type { Inquiry } from "./inquiry.ts";

/** Reminds whoever presses it of an event, each year: an action of /reminders. */
export function remindOfEvent(event: Event, language: Language): APIButtonComponent {
  return labelled(language, customId("reminders", "add", referenceTo(event)));
}

/** Whether there is anything between two parties that a reminder could ever be sent of: known to the day, and not doubtful. */
export function canBeMarked(pair: readonly [PartyCode, PartyCode], { almanac, today }: Inquiry): boolean {
  return almanac.upcoming(today, YEAR_AHEAD, LEAP_DAY, between(pair), { order: "date", limit: 1 }).total > 0;
}

/** Likewise of two parties. */
export function remindOfPair([one, other]: readonly [PartyCode, PartyCode], language: Language): APIButtonComponent {
  return labelled(language, customId("reminders", "pair", one, other));
}

function labelled(language: Language, id: string): APIButtonComponent {
  return button(shorten(language.text("lookup.remind"), LIMITS.label), id);
}
