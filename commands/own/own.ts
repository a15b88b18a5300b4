import type { OwnEvent } from "../../src/almanac/own-event.ts";
import { fold } from "../../src/almanac/parties/fold.ts";
import type { By } from "../../src/delivery/own-events.ts";
import { clean } from "../../src/messages/plain.ts";
import type { Asked, Refusal } from "../command.ts";
import type { Needs } from "../needs.ts";
import { quoted, refused } from "../refusal.ts";

/** What the subcommands of /events use. */
export type OwnNeeds = Pick<
  Needs,
  "language" | "ownEvents" | "subscriptions" | "today" | "parties" | "almanac" | "following"
>;

/** Whose own dates are meant: those of the server where it is asked, and of no other. */
export function serverOf({ guild }: Pick<Asked, "guild">): string {
  return guild?.id ?? "";
}

/** Who asks, where and when, for the record. */
export function by({ user, channel, now }: Asked): By {
  return { userId: user.id, channelId: channel.id, at: now };
}

export type Found = { readonly ok: true; readonly event: OwnEvent } | { readonly ok: false; readonly refusal: Refusal };

/** The own date of that id, or the only one with these words in it. */
export async function ownMeant(typed: string, asked: Asked, { ownEvents, language }: OwnNeeds): Promise<Found> {
  const all = await ownEvents.ofGuild(serverOf(asked));
  const called = all.find(({ id }) => id === typed.trim().toLowerCase());
  const [event, another] = called === undefined ? withWords(all, typed) : [called];
  if (event !== undefined && another === undefined) return { ok: true, event };
  const text = language(asked.locale).text("own.error.unknown", { typed: quoted(typed) });
  return refused(text);
}

/** Those in whose text or kind every word that was typed begins somewhere. */
export function withWords(events: readonly OwnEvent[], typed: string): readonly OwnEvent[] {
  const words = fold(clean(typed)).split(" ");
  return events.filter(({ text, kind = "" }) => {
    const searched = fold(`${text} ${kind}`);
    return words.every((word) => searched.includes(word));
  });
}
