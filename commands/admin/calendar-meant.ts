import { isBegun, isChannelGone, type Subscription } from "../../src/delivery/subscription.ts";
import type { Input } from "../command.ts";
import { refused } from "../refusal.ts";
import type { FindNeeds, Found } from "./calendar.ts";
import { listMessage } from "./list-message.ts";

/**
 * The calendar of the channel option, else of the channel where the command is used, else the only one of the server. Of several, none is
 * guessed: they are listed, to choose one.
 */
export async function calendarMeant(input: Input, { language: languageOf, subscriptions }: FindNeeds): Promise<Found> {
  const language = languageOf(input.locale);
  const all = lostFirst(await subscriptions(input.guild?.id ?? ""));
  const asked = input.options.get("channel");
  const here = all.find(({ channelId }) => channelId === (asked ?? input.channel.id));
  const meant = here ?? (asked === undefined && all.length === 1 ? all[0] : undefined);
  if (meant !== undefined) return { ok: true, calendar: meant };
  if (!all.some(isBegun)) return refused(language.text("admin.nowhere"));
  const message = listMessage(all, () => undefined, language, language.text("admin.elsewhere"));
  return { ok: false, refusal: { kind: "quiet", message } };
}

/**
 * The calendar to change. Where a channel is not named and another calendar has lost its own, none is taken for it: all are listed, to choose
 * one.
 */
export async function calendarToChange(input: Input, needs: FindNeeds): Promise<Found> {
  const found = await calendarMeant(input, needs);
  if (!found.ok || input.options.has("channel")) return found;
  const all = lostFirst(await needs.subscriptions(input.guild?.id ?? ""));
  if (!all.some((each) => isChannelGone(each) && each.id !== found.calendar.id)) return found;
  const language = needs.language(input.locale);
  const message = listMessage(all, () => undefined, language, language.text("admin.lost-first"));
  return { ok: false, refusal: { kind: "quiet", message } };
}

/** With those first whose channel is no more: no option can name it. */
function lostFirst(all: readonly Subscription[]): readonly Subscription[] {
  return all.toSorted((one, other) => Number(isChannelGone(other)) - Number(isChannelGone(one)));
}
