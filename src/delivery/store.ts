/** What must survive, as the core needs it: subscriptions, the ledger, servers and what their admins are to be told. */
import type { Instant, Snowflake } from "../ports.ts";
import type { AuditStore } from "./audit.ts";
import type { Delivery, DeliveryKey, Due, Settlement, Waiting } from "./ledger.ts";
import type { OwnDraftStore } from "./own-drafts.ts";
import type { OwnEventStore } from "./own-events.ts";
import type {
  Fault,
  Revised,
  SetUp,
  SetUpRequest,
  Subscription,
  SubscriptionId,
  SubscriptionSettings,
  Zone,
} from "./subscription.ts";
import type { Wall } from "./wall.ts";

/** Something an admin of the server must know, kept until somebody has been told. */
export interface Notice {
  readonly guildId: Snowflake;
  readonly subscriptionId: SubscriptionId;
  readonly channelId: Snowflake;
  readonly fault: Fault;
  readonly at: Instant;
  /** Since when a message that tells it may be out, where that is not known. */
  readonly askedSince?: Instant | undefined;
}

/** A channel where admins can be told, and the language there. */
export interface AdminPlace {
  readonly channelId: Snowflake;
  readonly locale: string;
}

/** A calendar in the channel that it has, or had when something was learned of it there. */
export type Calendar = Pick<Subscription, "id" | "channelId">;

/** Whose `by` is given is on record with what they did (AuditStore), in one transaction with it. */
export interface SubscriptionStore {
  /**
   * Makes the standing order of the settings' channel, or changes the one it has: one a channel, also when asked twice at once. A
   * new one's first post is today where its hour has not passed there, else tomorrow; a changed one is active, whatever it was.
   */
  subscribe(
    settings: SubscriptionSettings,
    now: Instant,
    by?: Snowflake,
  ): Promise<{ readonly subscription: Subscription }>;
  /**
   * The same for an admin: at most MOST_CALENDARS a server that have begun, and of others as many, of which those go first that nobody chose anything of, also when several ask at once. One that is there stays as it is; one that was only looked at
   * becomes what is asked for, unless that is to be only looked at.
   */
  setUp(request: SetUpRequest, now: Instant, by?: Snowflake): Promise<SetUp>;
  /**
   * Changes one whose settings are still of the revision that the asker saw: active then, unless it is paused. Where somebody else was
   * faster, with it or with another in a channel to which it is to move, nothing changes, and the answer is how it is now; nor where it
   * is like that already, unless its channel refuses it: then it is tried anew. Undefined where it has ended.
   */
  revise(
    id: SubscriptionId,
    seen: number,
    settings: SubscriptionSettings,
    now: Instant,
    by?: Snowflake,
  ): Promise<Revised | undefined>;
  find(id: SubscriptionId): Promise<Subscription | undefined>;
  /** Those of the ids that exist, in no order. */
  findAll(ids: readonly SubscriptionId[]): Promise<readonly Subscription[]>;
  ofGuild(guildId: Snowflake): Promise<readonly Subscription[]>;
  /** Active ones that follow groups as a whole, in the order of their ids, from after that id on. */
  withGroups(after: SubscriptionId, limit: number): Promise<readonly Subscription[]>;
  /** Those with a post to come in zones that this Node.js does not know, as after a step back to an older one. */
  inUnknownZones(): Promise<readonly Subscription[]>;
  /** Those suspended because they could not be posted (UNFIT), which can be by now. */
  fitAgain(): Promise<readonly Subscription[]>;
  /** No more posts until resume. One that has not begun, or is paused, stays as it is, and nothing is on record. */
  pause(id: SubscriptionId, now: Instant, by?: Snowflake): Promise<void>;
  /**
   * From paused or suspended to active; of one that posts nothing is on record. Today's refused post goes out now if it is still in its window; missed days do not. False, and nothing
   * is done, where it has not begun and the server has MOST_CALENDARS that have.
   */
  resume(id: SubscriptionId, now: Instant, by?: Snowflake): Promise<boolean>;
  /**
   * What Discord or the server changed by itself; nothing else of the subscription moves. A role that is gone is on record. Where it was learned of
   * a channel: nothing where the calendar has moved to another since.
   */
  amend(
    id: SubscriptionId,
    changes: Partial<Pick<SubscriptionSettings, "channelKind" | "mention">>,
    now: Instant,
    channelId?: Snowflake,
  ): Promise<void>;
  /** An active one's channel refused, for the first time; where it did so before, or it is that one's no more, nothing changes. */
  refused(id: SubscriptionId, fault: Fault, now: Instant, channelId: Snowflake): Promise<void>;
  /**
   * No post before nextDue (a wall clock; undefined: until an admin acts), a probe. Nothing where the bot has left the server, nor, where a channel
   * is the reason, where the calendar has moved to another since.
   */
  suspend(
    id: SubscriptionId,
    fault: Fault,
    now: Instant,
    nextDue: string | undefined,
    channelId?: Snowflake,
  ): Promise<void>;
  /**
   * May work now: today's refused post is tried again at that instant, if in its window then; else, or where there is no such instant, the next
   * date's, if not before.
   */
  probe(id: SubscriptionId, now: Instant, at: Instant | undefined): Promise<void>;
  /**
   * What stood in its way is over: active again, from its next hour on, and today's refused posts go out if they are still in their window; what could
   * not be posted at all can be, today's as well (UNFIT). Nothing where the calendar has moved to another channel since.
   */
  recover(of: Calendar, now: Instant): Promise<void>;
  /**
   * Its channel took a message: what it refused (before that instant, where there is one) is over, no notice tells of it any more, and today's refused posts go out if
   * they are still in their window. Nothing where it has refused since, nor where the calendar has moved meanwhile.
   */
  opened(of: Calendar, now: Instant, refusedBefore?: Instant): Promise<void>;
  /** No more posts, no notices: nobody finds it, but by subscribing its channel again, which then gets no post of a date twice. */
  end(id: SubscriptionId, now: Instant, by?: Snowflake): Promise<void>;
  /**
   * Deletes those that ended before, with their ledgers, and those only looked at and not changed since; with the last of a server without own
   * dates, all of the server. Returns how many.
   */
  purge(endedBefore: Instant, lookedAtBefore: Instant): Promise<number>;
}

/** Posts not out that have the same zone, minute since when they are due, and detail. */
export interface Open {
  readonly zone: string;
  readonly due: string;
  /** What the last try came to; undefined before. */
  readonly detail: string | undefined;
  readonly posts: number;
  readonly servers: number;
}

export interface Ledger {
  /** The zones in which anything is to be posted, each once. */
  zones(): Promise<readonly Zone[]>;
  /** What is due in a zone at or before that wall clock (YYYY-MM-DDTHH:mm:ss), earliest first. */
  due(zone: Zone, wall: string): Promise<readonly Due[]>;
  /** Writes the rows that these subscriptions are due and do not have yet, and moves them on. Returns the claimed ones: ours alone. */
  claim(turns: readonly Waiting[], now: Instant, leaseUntil: Instant): Promise<readonly Delivery[]>;
  /** Takes over rows whose time has come: failed ones to try again, and claims whose lease ran out; none of except. */
  reclaim(
    now: Instant,
    leaseUntil: Instant,
    limit: number,
    except: readonly DeliveryKey[],
  ): Promise<readonly Delivery[]>;
  /** Takes over what was rejected or failed on these local dates: what refused may allow it now. */
  reopen(
    id: SubscriptionId,
    localDates: readonly string[],
    now: Instant,
    leaseUntil: Instant,
  ): Promise<readonly Delivery[]>;
  /** Those of the subscriptions that are active and have a post that is unknown, in doubt since that instant at the earliest. */
  inDoubt(ids: readonly SubscriptionId[], since: Instant): Promise<readonly SubscriptionId[]>;
  /** What is so of one is looked for once more at another instant. */
  lookAgain(id: SubscriptionId, since: Instant, at: Instant): Promise<void>;
  /** Whether a claim is as it was made: the row neither deleted nor taken over, its calendar neither changed nor paused nor ended since. */
  isCurrent(claim: Delivery, calendar: Pick<Subscription, "id" | "revision">): Promise<boolean>;
  /** The only way out of a claim. False where the row is no longer this claim's: another process took it over. */
  settle(delivery: Delivery, settlement: Settlement, now: Instant): Promise<boolean>;
  /** The newest deliveries of a subscription, newest first: what /subscriptions why shows. */
  history(id: SubscriptionId, limit: number): Promise<readonly Delivery[]>;
  /** How many that do not refuse are due in a zone at or before that wall clock, and since when the first; undefined where nobody is. */
  waiting(zone: Zone, wall: string): Promise<{ readonly posts: number; readonly since: Wall } | undefined>;
  /** Posts that are claimed or to be tried again, and neither out nor held by an outage of their server. */
  open(): Promise<readonly Open[]>;
  /** When the next row wants reclaiming, none of except; undefined where none does. */
  nextWake(except: readonly DeliveryKey[]): Promise<Instant | undefined>;
  /** Undoes what a clock that was ahead left behind; nothing where it was not. Returns how many skipped days are open again. */
  rewind(now: Instant, leaseUntil: Instant): Promise<number>;
  /** Deletes rows of local dates before that one, but none of a subscription's so many newest dates. */
  prune(beforeLocalDate: string, kept: number): Promise<number>;
}

export interface GuildStore {
  /** The bot is (again) in the server: what was to be deleted stays and goes on. True where it had left. */
  joined(guildId: Snowflake, now: Instant): Promise<boolean>;
  left(guildId: Snowflake, now: Instant): Promise<void>;
  /** The servers with rows of ours, and whether the bot has left them. */
  all(): Promise<readonly { readonly guildId: Snowflake; readonly left: boolean }[]>;
  /** Deletes every row of servers that left before; returns how many servers. */
  purge(leftBefore: Instant): Promise<number>;
  /** Every row that is about the server, by table. */
  everything(guildId: Snowflake): Promise<Readonly<Record<string, readonly object[]>>>;
  /** Deletes every row of the server now (/data delete). */
  forget(guildId: Snowflake): Promise<void>;
  /** Where the last /setup was used, for telling admins what a channel cannot. */
  setupUsedIn(guildId: Snowflake, channelId: Snowflake, locale: string): Promise<void>;
  /** Where any command of the administration was used last. Of a server without rows, and of a calendar's own channel, nothing is kept. */
  commandUsedIn(guildId: Snowflake, channelId: Snowflake, locale: string): Promise<void>;
  /** Both of them, that of the last /setup first. */
  adminPlaces(guildId: Snowflake): Promise<readonly AdminPlace[]>;
  /** What admins of the server have not been told yet; the next command there shows it, then withdraws it. Oldest first. */
  notices(guildId: Snowflake): Promise<readonly Notice[]>;
  /** Nothing where the same is to be told already, or was, nor of a channel that the calendar has no more. */
  notify(notice: Notice): Promise<void>;
  /** It is not told again until it was withdrawn. */
  told(subscriptionId: SubscriptionId, fault: Fault): Promise<void>;
  /** These faults of its channel, where they arose before that instant, are mended: should one come back, it is told again. */
  withdraw(of: Calendar, faults: readonly Fault[], before?: Instant): Promise<void>;
  /** Older ones that nobody tried to tell in the server yet, oldest first, from the one after that on; none of servers that the bot has left. */
  untold(before: Instant, limit: number, after?: Notice): Promise<readonly Notice[]>;
  /** All of one fault in one server that nobody told there yet, oldest first. */
  untoldOf(guildId: Snowflake, fault: Fault, before: Instant): Promise<readonly Notice[]>;
  /** A message that tells it may be out since then; undefined: it is not. */
  asked(subscriptionId: SubscriptionId, fault: Fault, since: Instant | undefined): Promise<void>;
  /** Telling it in the server failed: it waits for the next command. */
  tried(subscriptionId: SubscriptionId, fault: Fault): Promise<void>;
}

/** What people asked to be reminded of: a standing order each, to their direct messages; the person stands where a server does. */
export interface ReminderStore {
  /** A person's order, and whether their direct messages have been found closed: then it has ended. */
  of(userId: Snowflake): Promise<{ readonly subscription: Subscription; readonly isClosed: boolean } | undefined>;
  /** Makes of an order what a function says, one caller after the other; an ended one goes on. Undefined deletes all of the person. */
  change(userId: Snowflake, made: Remade, now: Instant): Promise<Subscription | undefined>;
}
export type Remade = (existing: Subscription | undefined) => SubscriptionSettings | undefined;

export interface Store {
  readonly subscriptions: SubscriptionStore;
  readonly ledger: Ledger;
  readonly guilds: GuildStore;
  readonly audit: AuditStore;
  readonly reminders: ReminderStore;
  readonly ownEvents: OwnEventStore;
  readonly ownDrafts: OwnDraftStore;
  /**
   * To be said once a minute by whoever posts. When this database last took the place of one that knew more (an older copy was put back, or
   * one came here from elsewhere): of a date that had begun then it does not know what was posted. Undefined where it never did.
   */
  inUse(now: Instant): Promise<Instant | undefined>;
  close(): Promise<void>;
}
