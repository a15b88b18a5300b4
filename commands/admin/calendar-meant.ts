import { isBegun, isChannelGone, type Subscription } from "../../src/delivery/subscription.ts";
import type { Input } from "../command.ts";
import { refused } from "../refusal.ts";
import type { FindNeeds, Found } from "./calendar.ts";
import { listMessage } from "./list-message.ts";

/**
 * The calendar of the channel option, else of the channel where the command is used, else the only one of the server. Of several, none is
 * guessed: they are listed, to choose one.
 */
export async function calendarMeant(input: Input, needs: FindNeeds): Promise<Found> {
  return meantAmong(await calendarsOf(input, needs), input, needs);
}

function meantAmong(all: readonly Subscription[], input: Input, needs: FindNeeds): Found {
  const language = needs.language(input.locale);
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
  const all = await calendarsOf(input, needs);
  const found = meantAmong(all, input, needs);
  if (!found.ok || input.options.has("channel")) return found;
  if (!all.some((each) => isChannelGone(each) && each.id !== found.calendar.id)) return found;
  const language = needs.language(input.locale);
  const message = listMessage(all, () => undefined, language, language.text("admin.lost-first"));
  return { ok: false, refusal: { kind: "quiet", message } };
}

/** Those of the server, first the ones whose channel is no more: no option can name it. */
async function calendarsOf({ guild }: Input, { subscriptions }: FindNeeds): Promise<readonly Subscription[]> {
  const all = await subscriptions(guild?.id ?? "");
  return all.toSorted((one, other) => Number(isChannelGone(other)) - Number(isChannelGone(one)));
}
