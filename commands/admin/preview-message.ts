import { formatDate, type LocalDate } from "../../src/almanac/date.ts";
import { SLOTS, type Slot } from "../../src/delivery/ledger.ts";
import { slotsOn } from "../../src/delivery/slots.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { button, buttonRow, componentsMessage, type MessagePayload, textDisplay } from "../../src/messages/payload.ts";
import { capitalised } from "../../src/messages/sentence.ts";
import type { Needs } from "../needs.ts";
import { leftOutText } from "./left-out-text.ts";
import { doingsText } from "./post-words.ts";

/** A post of a calendar on a date as it would be, with buttons to the other posts that it has on that date. */
export async function previewMessage(
  calendar: Subscription,
  date: LocalDate,
  slot: Slot,
  { compose, almanac, ownEvents }: Pick<Needs, "compose" | "almanac" | "ownEvents">,
  language: Language,
): Promise<MessagePayload> {
  const localDate = formatDate(date);
  const composition = await compose({ slot, localDate, settings: calendar, late: false, shownAs: "preview" });
  const others = slotsOn(localDate, calendar).filter((each) => each !== slot);
  const rows =
    others.length === 0 ? [] : [buttonRow(others.map((other) => slotButton(calendar, localDate, other, language)))];
  if (composition !== undefined) {
    const doings = slot === "daily" ? doingsText(calendar, composition.tiers, language) : [];
    const notes = doings.length === 0 ? [] : [textDisplay(doings.map((text) => `-# ${text}`).join("\n"))];
    return { ...composition.full.body, components: [...(composition.full.body.components ?? []), ...notes, ...rows] };
  }
  const nothing = language.text("admin.preview.empty", { date: language.weekday(date) });
  const own = await ownEvents.ofGuild(calendar.guildId);
  const why = slot === "daily" ? leftOutText(calendar, date, { almanac, own }, language) : [];
  return componentsMessage([textDisplay([escapeMarkdown(nothing), ...why].join("\n")), ...rows]);
}

function slotButton({ id }: Subscription, localDate: string, slot: Slot, language: Language) {
  const label = capitalised(language.text(`admin.slot.${slot}`), language);
  return button(label, customId("preview", "slot", id, localDate, slot));
}

export function readSlot(text: string | undefined): Slot | undefined {
  return SLOTS.find((slot) => slot === text);
}
