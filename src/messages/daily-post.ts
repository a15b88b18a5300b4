import type { APIButtonComponent, APIComponentInContainer } from "discord-api-types/v10";
import type { Tier } from "../almanac/anniversary.ts";
import type { LocalDate } from "../almanac/date.ts";
import type { PartyCode } from "../almanac/party.ts";
import type { Digest, DigestLine } from "../digest/digest.ts";
import { dayViewId } from "./day-view.ts";
import type { Language } from "./language.ts";
import { type Line, milestoneLines, occasionLine, successorNote } from "./line.ts";
import { betweenId } from "./lookup/between-view.ts";
import { bold, escapeMarkdown } from "./markdown.ts";
import {
  button,
  buttonRow,
  componentsMessage,
  container,
  fit,
  LIMITS,
  type MessagePayload,
  plainMessage,
  separator,
  textDisplay,
} from "./payload.ts";
import { shorten } from "./plain.ts";
import { readerOf } from "./sentence.ts";

export interface PostOptions {
  /** Whom the subscription follows: named first where a line has many parties. Empty follows everything. */
  readonly following: readonly PartyCode[];
  /** The post is out so late after its hour that it says so. */
  readonly late: boolean;
}

/** One post in its forms, each inside Discord's limits; both carry a button with a custom_id of at most 77 characters. */
export interface Post {
  readonly message: MessagePayload;
  /** For channels that refuse Components V2. */
  readonly plain: MessagePayload;
  /** For channels whose posts have names: the date, at most 100 characters. */
  readonly title: string;
  /** The tiers of the lines, best line first. */
  readonly tiers: readonly Tier[];
}

/** From this tier on an anniversary is set apart above the others. */
const SET_APART: Tier = 25;

/** The post of a day: a milestone set apart, the other lines best first, and what was left out. */
export function dailyPost(digest: Digest, language: Language, options: PostOptions): Post {
  const reader = readerOf(language, options.following);
  const milestone = digest.lines.find(({ lead }) => lead.tier >= SET_APART);
  const lines = [...(milestone === undefined ? [] : [milestone]), ...digest.lines.filter((line) => line !== milestone)];
  const rich = lines.map((line) => (line === milestone ? milestoneLines(line, reader) : occasionLine(line, reader)));
  const simple = lines.map((line) => occasionLine(line, reader));
  const notes = (shown: readonly Line[], omitted: number): readonly string[] =>
    notesOf(shown, digest.omitted + omitted, language, options);
  const buttons = [wholeDay(digest, language, options), ...timeline(lines[0], language)];
  return {
    message: fit(rich, (shown, omitted) =>
      componentsMessage([
        container(
          bodyOf(
            digest.date,
            language,
            shown.map(({ markdown }) => markdown),
            milestone,
            notes(shown, omitted),
            buttons,
          ),
        ),
      ]),
    ),
    plain: fit(simple, (shown, omitted) =>
      plainMessage(
        [
          bold(escapeMarkdown(heading(digest.date, language))),
          ...shown.map(({ markdown }) => markdown),
          ...notes(shown, omitted),
        ].join("\n"),
        buttons,
      ),
    ),
    title: shorten(heading(digest.date, language), 100),
    tiers: digest.lines.map(({ lead }) => lead.tier),
  };
}

/** The post of a day on which nothing is marked, for channels that want one. */
export function emptyPost(date: LocalDate, language: Language, options: PostOptions): Post {
  const nothing = escapeMarkdown(language.text("post.empty"));
  const title = heading(date, language);
  const notes = notesOf([], 0, language, options);
  const buttons = [wholeDay({ date }, language, options)];
  return {
    message: componentsMessage([container(bodyOf(date, language, [nothing], undefined, notes, buttons))]),
    plain: plainMessage([bold(escapeMarkdown(title)), nothing, ...notes].join("\n"), buttons),
    title: shorten(title, 100),
    tiers: [],
  };
}

function heading(date: LocalDate, language: Language): string {
  return language.text("post.heading", { date: language.weekday(date) });
}

function wholeDay({ date }: Pick<Digest, "date">, language: Language, { following }: PostOptions): APIButtonComponent {
  return button(shorten(language.text("post.whole-day"), LIMITS.label), dayViewId("day", { date, page: 1, following }));
}

/** Longer codes leave no room in a custom_id for the mark that delivery adds. */
const LONGEST_CODES = 55;

/** To all that is known of the two parties of the first line, as they are today; none where it has more, or fewer. */
function timeline(first: DigestLine | undefined, language: Language): readonly APIButtonComponent[] {
  const [one, other, ...more] = first?.lead.event.parties.map((code) => presentOf(code, first)) ?? [];
  if (one === undefined || other === undefined || more.length > 0 || one === other) return [];
  if (encodeURIComponent(one + other).length > LONGEST_CODES) return [];
  const id = betweenId("open", { pair: [one, other], organisations: false, page: 1 });
  const label = language.text("post.timeline", { one: language.name(one), other: language.name(other) });
  return [button(shorten(label, LIMITS.label), id)];
}

/** The one that continues a former party, where there is only one. */
function presentOf(code: PartyCode, { sequel }: DigestLine): PartyCode {
  const [heir, ...others] = sequel.lineage.filter(({ former }) => former === code);
  return heir !== undefined && others.length === 0 && heir.how !== "split" ? heir.successor : code;
}

/** Small last lines. */
function notesOf(
  lines: readonly Line[],
  omitted: number,
  language: Language,
  { late }: PostOptions,
): readonly string[] {
  const successors = successorNote(lines, language);
  const notes = [
    ...(successors === undefined ? [] : [successors]),
    ...(omitted === 0
      ? []
      : [language.text("post.omitted", { count: omitted, button: language.text("post.whole-day") })]),
    ...(late ? [language.text("post.late")] : []),
  ];
  return notes.map((note) => `-# ${escapeMarkdown(note)}`);
}

function bodyOf(
  date: LocalDate,
  language: Language,
  lines: readonly string[],
  milestone: DigestLine | undefined,
  notes: readonly string[],
  buttons: APIButtonComponent[],
): APIComponentInContainer[] {
  const [first, ...rest] = lines;
  const afterMilestone = milestone !== undefined && rest.length > 0 ? [separator(true)] : [];
  return [
    textDisplay(`## ${escapeMarkdown(heading(date, language))}`),
    ...(first === undefined ? [] : [textDisplay(first), ...afterMilestone]),
    ...rest.map(textDisplay),
    ...notes.map(textDisplay),
    buttonRow(buttons),
  ];
}
