import type { Almanac } from "../src/almanac/almanac.ts";
import type { LocalDate } from "../src/almanac/date.ts";
import type { Presets } from "../src/almanac/parties/presets.ts";
import type { Register } from "../src/almanac/parties/register.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import type { Places } from "../src/almanac/places.ts";
import type { AuditEntry, AuditStore } from "../src/delivery/audit.ts";
import type { Composition, CompositionRequest } from "../src/delivery/compose.ts";
import type { Delivery } from "../src/delivery/ledger.ts";
import type { OwnDraftStore } from "../src/delivery/own-drafts.ts";
import type { OwnEventStore } from "../src/delivery/own-events.ts";
import type {
  Revised,
  SetUp,
  SetUpRequest,
  Subscription,
  SubscriptionId,
  SubscriptionSettings,
  Zone,
} from "../src/delivery/subscription.ts";
import type { DaysAhead, OwnAnniversary } from "../src/digest/own.ts";
import type { DayView } from "../src/messages/day-view.ts";
import type { Language } from "../src/messages/language.ts";
import type { CalendarFile, CalendarFilter } from "../src/messages/lookup/calendar-file.ts";
import type { OwnOfDay } from "../src/messages/own/own-section.ts";
import type { Answer, Instant, ReminderStore, Snowflake } from "../src/ports.ts";
import type { Asked, FileRead, GivenFile } from "./command.ts";

/** The tags of a forum that everybody may set, and whether it demands one on every post. */
export interface ForumTags {
  readonly tags: readonly { readonly id: Snowflake; readonly name: string }[];
  readonly required: boolean;
}

/** The verbs that commands use; each takes those it needs. */
export interface Needs {
  readonly language: (locale: string) => Language;
  /** Cities and what zones are called. */
  readonly places: Places;
  /** The zone of the calendar of the asker's server, else UTC. */
  readonly zone: (asked: Asked) => Promise<Zone>;
  /** The date there. */
  readonly today: (asked: Asked) => Promise<LocalDate>;
  /** Whom the asker's server follows, in its calendars together; nobody in direct messages. */
  readonly following: (asked: Asked) => Promise<readonly PartyCode[]>;
  /** All that is on record, for the commands that look things up. */
  readonly almanac: Almanac;
  /** Where errors in the facts can be reported, where that is configured. */
  readonly issuesUrl: string | undefined;
  /** The anniversaries of a year from a day on with what a server has of its own, as a file in a language (Discord locale). */
  readonly calendar: (
    from: LocalDate,
    filter: CalendarFilter,
    locale: string,
    own: readonly OwnAnniversary[],
  ) => CalendarFile;
  /** Where calendar feeds are served to everybody, without a slash at the end; undefined where they are not. */
  readonly feedUrl: string | undefined;
  /** A whole number from 0 on, below that. */
  readonly random: (below: number) => number;
  /** Of the program. */
  readonly version: string;
  readonly parties: Pick<Register, "search" | "resolve" | "party">;
  readonly reminders: ReminderStore;
  /** What the asker's server has of its own on a day, for those who follow these; "unread" where that cannot be read in time. */
  readonly ownOfDay: (asked: Asked, view: Pick<DayView, "date" | "following">) => Promise<OwnOfDay>;
  /** The same of so many days from a date on, in their order. */
  readonly ownAhead: (asked: Asked, days: DaysAhead, following: readonly PartyCode[]) => Promise<OwnOfDay>;
  /** The servers' own dates. */
  readonly ownEvents: OwnEventStore;
  /** What waits to be imported. */
  readonly ownDrafts: OwnDraftStore;
  /** The content of a file of at most so many bytes: takes up to ten seconds, so the answer must come later. */
  readonly readFile: (file: GivenFile, mostBytes: number) => Promise<FileRead>;
  /** The channel of a person's direct messages. */
  readonly directMessages: (userId: Snowflake) => Promise<Answer<Snowflake>>;
  /** Why Discord does not show a channel now, where it says so: it is no more, or it is hidden from the bot. */
  readonly channelUnseen: (channelId: Snowflake) => Promise<"channel-gone" | "no-access" | undefined>;
  /** Of a forum or media channel; undefined where Discord does not show it, or not in time for an answer. */
  readonly forumTags: (channelId: Snowflake) => Promise<ForumTags | undefined>;
  /** The states of a group on a date. */
  readonly presets: Presets;
  /** The standing orders of a server. */
  readonly subscriptions: (guildId: string) => Promise<readonly Subscription[]>;
  /** Makes the standing order of a channel, or changes the one that it has. */
  readonly setUp: (request: SetUpRequest, asked: Asked) => Promise<SetUp>;
  /** Changes one as it was seen; stale where somebody else was faster, undefined where it has ended. */
  readonly revise: (seen: Subscription, settings: SubscriptionSettings, asked: Asked) => Promise<Revised | undefined>;
  /** Ends one, and deletes what is stored of it. */
  readonly unsubscribe: (subscription: Subscription, asked: Asked) => Promise<void>;
  /** No more posts until resume; the subscription as it is then, undefined where it has ended meanwhile. */
  readonly pause: (subscription: Subscription, asked: Asked) => Promise<Subscription | undefined>;
  /** The same; full where it has not begun and the server has as many calendars that have as it may. */
  readonly resume: (subscription: Subscription, asked: Asked) => Promise<Subscription | "full" | undefined>;
  /** A post as it would be, with the server's own dates; undefined where there is nothing to say. */
  readonly compose: (
    request: Omit<CompositionRequest, "settings" | "own"> & { readonly settings: SubscriptionSettings },
  ) => Promise<Composition | undefined>;
  /** Posts it at once in the subscription's channel, outside the ledger. */
  readonly trial: (subscription: Subscription, post: Composition, now: Instant) => Promise<Answer<Snowflake>>;
  /** What became of a subscription's newest posts, newest first. */
  readonly history: (id: SubscriptionId) => Promise<readonly Delivery[]>;
  /** All that is stored of a server, by table. */
  readonly everything: (guildId: string) => Promise<Readonly<Record<string, readonly object[]>>>;
  /** Deletes it at once. */
  readonly forget: (guildId: string) => Promise<void>;
  /** Who did what with a calendar, newest first. */
  readonly audit: (calendar: Subscription) => Promise<readonly AuditEntry[]>;
  /** The same, with what was done with another in its channel and with the server's own dates, page by page. */
  readonly changes: AuditStore["page"];
}
