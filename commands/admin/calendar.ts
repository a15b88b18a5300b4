import { parseLocalDate } from "../../src/almanac/date.ts";
import { faultWords } from "../../src/delivery/fault-words.ts";
import { UNBEGUN_KEPT_DAYS } from "../../src/delivery/keeping.ts";
import { type Fault, isBegun, isPosting, MOST_CALENDARS, type Subscription } from "../../src/delivery/subscription.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { escapeMarkdown } from "../../src/messages/markdown.ts";
import { button, buttonRow, type MessagePayload } from "../../src/messages/payload.ts";
import type { Asked, Channel, Pressed, Refusal, Reply } from "../command.ts";
import type { Needs } from "../needs.ts";
import { refusal, refused } from "../refusal.ts";
import { newerName } from "../typed/zone.ts";
import type { NextPosting } from "./next-posting.ts";
import { followedText } from "./setting-words.ts";

/** A calendar is what admins call a subscription: the posts of one channel. */
export type Found =
  | { readonly ok: true; readonly calendar: Subscription }
  | { readonly ok: false; readonly refusal: Reply };

export type FindNeeds = Pick<Needs, "language" | "subscriptions">;

/** The calendar whose id a button carries, if it is this server's: a forged id finds nothing. */
export async function calendarPressed(
  { guild, locale, args, values }: Pressed,
  { language, subscriptions }: FindNeeds,
): Promise<Found> {
  const asked = args[0] === undefined || args[0] === "" ? values[0] : args[0];
  const calendar = (await subscriptions(guild?.id ?? "")).find(({ id }) => id === asked);
  if (calendar !== undefined) return { ok: true, calendar };
  return refused(language(locale).text("admin.over"));
}

/** That a server has as many calendars as it may, of those that have begun or of those that have not. */
export function tooMany(full: "begun" | "unbegun", language: Language): Refusal {
  return refusal(language.text(full === "begun" ? "admin.limit" : "admin.limit-unbegun", { most: MOST_CALENDARS }));
}

/** What a panel shows of a calendar, for its buttons: whoever has changed its settings or how it stands since makes it another. */
export function versionOf({ revision, standing }: Pick<Subscription, "revision" | "standing">): string {
  return `${revision}-${standing.state}`;
}

/** A calendar's channel where the interaction brings it along, and with it what the bot may do there. */
export function channelFrom(
  { channel, channels }: Asked,
  { channelId }: Pick<Subscription, "channelId">,
): Channel | undefined {
  return channel.id === channelId ? channel : channels.get(channelId);
}

/** What a calendar posts where and when, and how it stands, in markdown; with what its next dates have, where that was looked up. */
export function calendarText(calendar: Subscription, language: Language, posting?: NextPosting): string {
  const { channelId, postAt, zone, lostZone } = calendar;
  const what = language.text("admin.calendar", {
    channel: `<#${channelId}>`,
    hour: postAt,
    zone: escapeMarkdown(lostZone ?? zone),
    following: escapeMarkdown(followedText(calendar, language)),
  });
  return `${what} ${standingText(calendar, language, posting)}`;
}

/** That its time zone has another name by now, where it has, and the cure. */
export function renamedText({ zone }: Subscription, places: Needs["places"], language: Language): readonly string[] {
  const name = newerName(zone, places);
  return name === undefined
    ? []
    : [language.text("admin.zone-renamed", { zone: escapeMarkdown(zone), name: escapeMarkdown(name) })];
}

/** Whether it posts: when next, or why not, and when it would. */
export function standingText(calendar: Subscription, language: Language, posting?: NextPosting): string {
  const { standing, nextDue } = calendar;
  if (standing.state === "paused") {
    const paused = isBegun({ standing })
      ? language.text("admin.standing.paused")
      : language.text("admin.standing.not-begun", { days: UNBEGUN_KEPT_DAYS });
    if (standing.fault !== undefined) {
      const what = faultWords(language, standing.fault, calendar);
      return `${paused} ${language.text("admin.standing.refused", { what })}`;
    }
    const then = posting && postingText(posting, "admin.standing.would-come", language);
    return [paused, ...(then === undefined ? [] : [then])].join(" ");
  }
  const next = parseLocalDate(nextDue?.slice(0, 10) ?? "");
  const when = next === undefined ? "" : language.weekday(next);
  const fault = refusalOf(standing);
  if (fault === undefined)
    return posting
      ? postingText(posting, "admin.standing.active", language)
      : language.text("admin.standing.looks", { next: when });
  const what = faultWords(language, fault, calendar);
  const tried = next === undefined ? [] : [triedText(when, posting, language)];
  return [language.text("admin.standing.refused", { what }), ...tried].join(" ");
}

/** When a channel that refuses is asked again: today where what it refused today was opened again, else on the next date. */
function triedText(next: string, posting: NextPosting | undefined, language: Language): string {
  if (posting?.today === "claimed") return language.text("admin.standing.under-way");
  if (posting?.today === "failed") return language.text("admin.standing.probe-today");
  return language.text("admin.standing.probe", { next });
}

/** When its next post comes, or that its next date has nothing for it and which one has; in the words for the former. */
export function postingText(
  { on, withLines, looked, isNow, today }: NextPosting,
  comes: "admin.standing.active" | "admin.standing.would-come" | "commands.setup.first",
  language: Language,
): string {
  const open = today === "claimed" ? "admin.standing.under-way" : "admin.standing.retried";
  const told = today !== undefined && comes !== "admin.standing.would-come" ? [language.text(open)] : [];
  return [...told, nextText({ on, withLines, looked, isNow }, comes, language)].join(" ");
}

function nextText(
  { on, withLines, looked, isNow }: Omit<NextPosting, "today">,
  comes: Parameters<typeof postingText>[1],
  language: Language,
): string {
  const next = language.weekday(on);
  if (withLines === undefined)
    return language.text(looked === 1 ? "admin.standing.empty" : "admin.standing.barren", { next, days: looked });
  const date = language.weekday(withLines);
  if (date !== next) return language.text("admin.standing.empty-until", { next, date });
  return isNow ? language.text("admin.standing.now") : language.text(comes, { next });
}

/** Why its channel takes no posts, be it the first day or long suspended; undefined where it does. */
function refusalOf(standing: Subscription["standing"]): Fault | undefined {
  if (standing.state === "suspended") return standing.fault;
  return standing.state === "active" ? standing.refused?.fault : undefined;
}

/** One calendar with what can be done about it. */
export function calendarCard(
  calendar: Subscription,
  language: Language,
  {
    said,
    posting,
    lacking = [],
  }: { readonly said?: string; readonly posting?: NextPosting; readonly lacking?: readonly string[] } = {},
): MessagePayload {
  const { id } = calendar;
  const action = (name: "why" | "trial" | "pause" | "resume" | "ask") =>
    button(language.text(`admin.button.${name}`), customId("subscriptions", name, id));
  const edit = button(language.text("admin.button.edit"), customId("setup", "open", id));
  const running = isPosting(calendar) ? "pause" : "resume";
  return {
    content: [...(said === undefined ? [] : [said]), calendarText(calendar, language, posting), ...lacking].join("\n"),
    components: [buttonRow([edit, action("why"), action("trial"), action(running), action("ask")])],
  };
}
