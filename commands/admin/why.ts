import type { Almanac, Page } from "../../src/almanac/almanac.ts";
import { type LocalDate, parseLocalDate } from "../../src/almanac/date.ts";
import type { OwnEvent } from "../../src/almanac/own-event.ts";
import type { Presets } from "../../src/almanac/parties/presets.ts";
import type { Places } from "../../src/almanac/places.ts";
import type { AuditEntry, Change } from "../../src/delivery/audit.ts";
import { faultWords } from "../../src/delivery/fault-words.ts";
import type { Delivery } from "../../src/delivery/ledger.ts";
import type { Setting } from "../../src/delivery/settings-text.ts";
import { CHANNEL_KINDS, isForum, type Subscription } from "../../src/delivery/subscription.ts";
import { addDays, dateOf, wallAt } from "../../src/delivery/wall.ts";
import { digestFor } from "../../src/digest/compose.ts";
import { namedBy } from "../../src/digest/follow.ts";
import { customId } from "../../src/messages/custom-id.ts";
import type { Language } from "../../src/messages/language.ts";
import { occasionLine } from "../../src/messages/line.ts";
import { bold, escapeMarkdown } from "../../src/messages/markdown.ts";
import {
  button,
  buttonRow,
  componentsMessage,
  container,
  fits,
  type MessagePayload,
  textDisplay,
} from "../../src/messages/payload.ts";
import { capitalised, readerOf } from "../../src/messages/sentence.ts";
import type { Channel } from "../command.ts";
import { ownLinesOf, ownOfCalendar } from "../own/why.ts";
import { missingText } from "../permissions.ts";
import { changeLine } from "./audit-line.ts";
import { calendarText, renamedText } from "./calendar.ts";
import { changedGroups } from "./following-list.ts";
import { leftOutText } from "./left-out-text.ts";
import { nextPosting } from "./next-posting.ts";
import { otherPosts } from "./post-words.ts";

export interface Why {
  readonly calendar: Subscription;
  readonly almanac: Almanac;
  /** The newest rows of its ledger, newest first. */
  readonly history: readonly Delivery[];
  /** Who did what with it, for where it was when. */
  readonly audit: readonly AuditEntry[];
  /** The newest changes of it and of the server's own dates, and how many there are. */
  readonly changes: Page<Change>;
  /** The server's own dates. */
  readonly own: readonly OwnEvent[];
  /** Where the interaction says what the bot may do in its channel. */
  readonly channel: Channel | undefined;
  /** The groups of states, and the date by which they are asked about. */
  readonly presets: Presets;
  readonly places: Places;
  readonly today: LocalDate;
  readonly language: Language;
  readonly now: number;
}

const DAYS = 7;

/** How many changes, rows of the ledger and lines of the next post are shown. */
interface Room {
  readonly changes: number;
  readonly rows: number;
  readonly lines: number;
}

/** So many changes are shown here; a button leads to all. */
export const MOST_CHANGES = 10;

/** What gives way where not all fits: first the oldest changes, then the oldest days, then lines that the post itself will show. */
const ROOMS: readonly Room[] = [
  ...[MOST_CHANGES, 8, 6, 4, 3, 2, 1].map((changes) => ({ changes, rows: 16, lines: 5 })),
  ...[12, 8, 7, 6, 5].map((rows) => ({ changes: 1, rows, lines: 5 })),
  ...[4, 3, 2, 1].map((lines) => ({ changes: 1, rows: 5, lines })),
];
const LEAST: Room = { changes: 0, rows: 2, lines: 0 };

/** How a calendar stands, what its next post will hold, what each rule leaves out of it, the last days, what is missing, who changed what. */
export function whyAnswer(why: Why): MessagePayload {
  const { calendar, language } = why;
  const posting = nextPosting(why);
  const heading = `## ${escapeMarkdown(language.text("admin.why.heading"))}\n${calendarText(calendar, language, posting)}`;
  const missing = missingOf(why);
  const next = nextOf(why, posting.on);
  const build = (room: Room): MessagePayload =>
    page(
      [
        heading,
        ...(missing.length === 0 ? [] : [missing.join("\n")]),
        nextPost(why, next, room.lines),
        lastDays(why, room.rows),
        changesText(why, room.changes),
      ],
      allChanges(why, room.changes),
    );
  for (const room of ROOMS) {
    const message = build(room);
    if (fits(message)) return message;
  }
  return build(LEAST);
}

function page(parts: readonly string[], rows: ReturnType<typeof allChanges>): MessagePayload {
  return componentsMessage([container([...parts.map(textDisplay), ...rows])]);
}

/** What the bot lacks in the channel, and who has joined the groups that were chosen. */
function missingOf(why: Why): readonly string[] {
  const { channel, calendar, places, presets, today, language } = why;
  return [
    ...missingText(calendar, channel?.appPermissions, language),
    ...renamedText(calendar, places, language),
    ...lostRoleText(why),
    ...changedGroups(calendar, presets, today, language),
  ];
}

/** That the role to mention was deleted, and the cure, until somebody chooses about it. */
function lostRoleText({ calendar, audit, language }: Why): readonly string[] {
  const last = audit.find(
    ({ act, changes }) => act === "role-gone" || changes.some(({ setting }) => setting === "mention"),
  );
  if (calendar.mention !== undefined || last?.act !== "role-gone") return [];
  return [`⚠️ ${capitalised(escapeMarkdown(faultWords(language, "role-gone", calendar)), language)}`];
}

/** The next date, its digest, and what each rule leaves out of it. */
function nextOf({ calendar, almanac, own, language }: Why, date: LocalDate) {
  const { selection } = calendar;
  return {
    date,
    own: ownOfCalendar(own, calendar, date, almanac),
    digest: digestFor(almanac, selection, date),
    leftOut: leftOutText(calendar, date, { almanac, own }, language),
  };
}

/** What the post of the next date holds, and how much each rule leaves out of it. */
function nextPost(
  { calendar, language }: Why,
  { date, own, digest, leftOut }: ReturnType<typeof nextOf>,
  shown: number,
): string {
  const reader = readerOf(language, namedBy(calendar.selection));
  const all = [...ownLinesOf(own, language), ...digest.lines.map((line) => occasionLine(line, reader).markdown)];
  const lines = all.slice(0, shown).map((line) => `- ${line}`);
  const more = all.length - lines.length;
  const title = calendar.nextDue === undefined ? "admin.why.would-hold" : "admin.why.holds";
  return [
    bold(escapeMarkdown(language.text(title, { date: language.weekday(date) }))),
    ...(all.length === 0 ? [escapeMarkdown(language.text("admin.why.nothing"))] : lines),
    ...(more > 0 ? [`- ${escapeMarkdown(language.text("admin.more", { count: more }))}`] : []),
    ...otherPosts(calendar, date, language),
    ...leftOut,
  ].join("\n");
}

/** The last seven dates, each with what became of its posts. */
function lastDays({ calendar, history, audit, language, now }: Why, shown: number): string {
  const first = addDays(dateOf(wallAt(now, calendar.zone)), -DAYS);
  const all = history.filter(({ localDate }) => localDate >= first);
  const rows = all.slice(0, shown);
  return [
    bold(escapeMarkdown(language.text("admin.why.last"))),
    ...(rows.length === 0 ? [escapeMarkdown(language.text("admin.why.no-rows"))] : []),
    ...rows.map((row) => `- ${rowText(row, calendar, audit, language)}`),
    ...(all.length > rows.length
      ? [`- ${escapeMarkdown(language.text("admin.more", { count: all.length - rows.length }))}`]
      : []),
  ].join("\n");
}

function rowText(row: Delivery, calendar: Subscription, audit: Why["audit"], language: Language) {
  const { slot, localDate, state, messageId, fault, reason, leftChannel } = row;
  const day = parseLocalDate(localDate);
  // a row that something else has written is still told, as it is
  const date = escapeMarkdown(day === undefined ? localDate : language.dayOfWeek(day));
  const named = slot === "daily" ? date : `${date}, ${escapeMarkdown(language.text(`admin.slot.${slot}`))}`;
  const { channelId, channelKind } = placeThen(row, calendar, audit);
  // a post in a forum is a thread of its own
  const place = isForum(channelKind) ? "" : `${channelId}/`;
  const where = messageId === undefined ? "" : ` https://discord.com/channels/${calendar.guildId}/${place}${messageId}`;
  if (leftChannel !== undefined && (state === "failed" || state === "unknown"))
    return `${named}: ${language.text(`delivery.left.${state}`, { channel: `<#${leftChannel}>` })}`;
  const skipped = reason === undefined ? undefined : language.text(`delivery.skipped.${reason}`);
  const why = fault === undefined ? skipped : faultWords(language, fault, calendar);
  const waits = state === "failed" && calendar.standing.state === "paused";
  const became = language.text(waits ? "admin.state.failed-paused" : `admin.state.${state}`);
  return `${named}: ${escapeMarkdown(became)}${where}${why === undefined ? "" : `: ${escapeMarkdown(why)}`}`;
}

/** Where it was posted: the calendar may have moved since. */
function placeThen(
  { claimedAt, leftChannel }: Delivery,
  { id, channelId, channelKind }: Subscription,
  audit: Why["audit"],
): Pick<Subscription, "channelId" | "channelKind"> {
  const since = audit
    .filter(({ subscriptionId, at }) => subscriptionId === id && at > claimedAt)
    .flatMap(({ changes }) => changes);
  const then = (of: Setting): string | undefined => since.findLast(({ setting }) => setting === of)?.from;
  const kind = then("channel-kind");
  return {
    channelId: leftChannel ?? then("channel") ?? channelId,
    channelKind: CHANNEL_KINDS.find((each) => each === kind) ?? channelKind,
  };
}

function changesText({ changes: { items, total }, language }: Why, shown: number): string {
  const lines = items.slice(0, shown).map((change) => `- ${changeLine(change, language)}`);
  const more = total - lines.length;
  return [
    bold(escapeMarkdown(language.text("admin.why.changes"))),
    ...(total === 0 ? [escapeMarkdown(language.text("admin.why.no-changes"))] : lines),
    ...(more > 0 ? [`- ${escapeMarkdown(language.text("admin.more", { count: more }))}`] : []),
  ].join("\n");
}

/** To all changes, where there are more than are shown here. */
function allChanges({ calendar, changes: { total }, language }: Why, shown: number) {
  if (total <= shown) return [];
  const label = language.text("admin.why.all-changes", { count: total });
  return [buttonRow([button(label, customId("subscriptions", "changes", calendar.id, "1", "first"))])];
}
