import { isBegun } from "../../src/delivery/subscription.ts";
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
  const all = await subscriptions(input.guild?.id ?? "");
  const asked = input.options.get("channel");
  const here = all.find(({ channelId }) => channelId === (asked ?? input.channel.id));
  const meant = here ?? (asked === undefined && all.length === 1 ? all[0] : undefined);
  if (meant !== undefined) return { ok: true, calendar: meant };
  if (!all.some(isBegun)) return refused(language.text("admin.nowhere"));
  const message = listMessage(all, () => undefined, language, language.text("admin.elsewhere"));
  return { ok: false, refusal: { kind: "quiet", message } };
}
