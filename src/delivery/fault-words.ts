import { parseLocalDate } from "../almanac/date.ts";
import type { Language } from "../messages/language.ts";
import { LIMITS } from "../messages/payload.ts";
import type { Ledger, Notice } from "../ports.ts";
import { type ChannelKind, type Fault, isForum, type Subscription } from "./subscription.ts";

/** A calendar that a notice is about, and the local date of the post that it is about, where it is about one. */
export interface About extends Pick<Subscription, "channelId" | "channelKind" | "postAt" | "zone" | "standing"> {
  readonly date?: string | undefined;
}

/** One or more. */
export type Several<T> = readonly [T, ...T[]];

/** Once what is missing was given, nobody has to do anything else. */
const MENDED_BY_THEMSELVES: readonly Fault[] = ["no-access", "no-permission"];

/**
 * What an admin must mend and how, for the kind of channel: each has permissions, and names for them, of its own. What is paused waits
 * for a person, whatever is mended.
 */
export function faultWords(
  language: Language,
  fault: Fault,
  { channelKind, standing }: Pick<Subscription, "channelKind" | "standing">,
): string {
  const words = language.text(`delivery.fault.${variantOf(fault, channelKind)}`);
  const goesOn = MENDED_BY_THEMSELVES.includes(fault) && standing.state !== "paused";
  return goesOn ? `${words} ${language.text("delivery.by-themselves")}` : words;
}

function variantOf(fault: Fault, kind: ChannelKind) {
  if (fault === "no-access" && kind === "voice") return "no-access.voice";
  if (fault === "no-access" && kind === "thread") return "no-access.thread";
  if (fault === "no-permission" && isForum(kind)) return "no-permission.forum";
  return fault;
}

/** What of several notices is told in the same words, in one message. */
export function sameWords(fault: Fault, { channelKind, standing, date = "" }: About): string {
  return `${variantOf(fault, channelKind)} ${date} ${standing.state === "paused" ? "paused" : ""}`;
}

/** A calendar by its channel, with the day of a post in doubt; a channel that is gone shows no name: its hour tells which one it was. */
export function namedIn(language: Language, fault: Fault, { channelId, postAt, zone, date = "" }: About): string {
  const channel = `<#${channelId}>`;
  if (fault === "channel-gone") return language.text("delivery.gone", { channel, hour: postAt, zone });
  const day = parseLocalDate(date);
  return day === undefined ? channel : language.text("delivery.of-day", { channel, date: language.weekday(day) });
}

/** What the admins are told of calendars that have a fault in common, inside Discord's limit: as many as fit are named, and the others counted. */
export function noticeWords(language: Language, fault: Fault, several: Several<About>): string {
  const what = faultWords(language, fault, several[0]);
  const names = several.map((about) => namedIn(language, fault, about));
  const naming = (most: number) => {
    const count = names.length - most;
    const others = count > 0 ? [language.text("delivery.others", { count })] : [];
    return language.text("delivery.notice", { channel: language.list([...names.slice(0, most), ...others]), what });
  };
  let most = names.length;
  while (most > 1 && naming(most).length > LIMITS.content) most -= 1;
  return naming(most);
}

/** More rows than a calendar has within the days for which anything is in doubt. */
const RECENT = 30;

/** What a notice is about: of a post in doubt its date, which is not that of the one who reads. */
export async function aboutOf(
  ledger: Pick<Ledger, "history">,
  { subscriptionId, fault }: Pick<Notice, "subscriptionId" | "fault">,
  subscription: Subscription,
): Promise<About> {
  if (fault !== "deleted-in-doubt") return subscription;
  const rows = await ledger.history(subscriptionId, RECENT);
  return { ...subscription, date: rows.find((row) => row.fault === fault)?.localDate };
}
