import { formatOwnDate, type OwnEvent, type OwnEventContent } from "../../../src/almanac/own-event.ts";
import type { OptionValue } from "../../../src/playground/api.ts";
import type { Running } from "../../main/bot.ts";
import { type Asking, ask } from "../lookups.ts";

export const NOW = "2026-06-25T08:00Z";
export type Options = Readonly<Record<string, OptionValue>>;

export const add = (running: Running, date: string, text: string, options: Options = {}) =>
  ask(running, "events add", { date, text, ...options });

export async function kept({ store, guildId }: Running): Promise<readonly string[]> {
  const all = await store.ownEvents.ofGuild(guildId);
  return all.map(({ date, text, kind, parties, link }) =>
    [formatOwnDate(date), text, kind ?? "-", parties.join(" ") || "-", link ?? "-"].join(" | "),
  );
}

/** As another process would have written it. */
export async function given(
  { store, guildId, channelId }: Running,
  ...events: readonly Partial<OwnEventContent>[]
): Promise<readonly OwnEvent[]> {
  const content = { date: { precision: "every-year", month: 8, day: 25 }, text: "Anna", kind: undefined } as const;
  const whole = events.map((each) => ({ ...content, parties: [], link: undefined, ...each }));
  const added = await store.ownEvents.add(guildId, whole, { userId: "300000000000000001", channelId, at: 0 });
  return added.ok ? added.events : [];
}

/** Presses a button of a message as it was, which shows none any more. */
export async function pressedAgain(
  { discord, channelId, admin }: Running,
  { message, component }: Asking,
): Promise<string> {
  const data = { custom_id: component("Undo").custom_id, component_type: 2 };
  const forged = { kind: "component", data, messageId: message.id } as const;
  return (await discord.interact.forge({ channelId, person: admin }, forged)).message()?.content ?? "";
}
