import { createHash } from "node:crypto";
import type { AdminPlace, Answer, Instant, Notice, Snowflake } from "../ports.ts";
import { isSafe, trusted } from "./doubt.ts";
import { remedyOf } from "./failures.ts";
import { type About, aboutOf, type Several, sameWords } from "./fault-words.ts";
import { ask, askToWrite, type Needs } from "./needs.ts";
import { NotNow } from "./pacer.ts";
import { type Finding, isNoPost, readBack } from "./readback.ts";
import { type Fault, isForum, isPosting, type Subscription } from "./subscription.ts";

/** A minute's grace: within it a mass of refusals turns out to be Discord's trouble, and nobody is told. */
const GRACE = 60_000;
const A_ROUND = 20;
/** In so many other channels it is tried: refusals count against the bot. */
const MOST_PLACES = 3;

/** Faults with which the channel itself still takes a message. */
const TELLABLE_IN_CHANNEL: ReadonlySet<Fault> = new Set([
  "automod",
  "role-gone",
  "history-needed",
  "deleted-in-doubt",
  "crosspost-refused",
  "thread-refused",
  "files-refused",
  "plain-only",
  "groups-changed",
  "zone-unknown",
  "settings-unreadable",
  "message-refused",
]);

/** A notice and the calendar that it is about. */
interface Told {
  readonly notice: Notice;
  readonly subscription: Subscription;
  readonly about: About;
}

/** What became of a message to the admins; waits: later, and it may be out where the notices say since when. */
type Outcome = "told" | "refused" | "waits" | "given-up";

/**
 * Tells servers what an admin must mend: in the channel, else where /setup, or another command of the administration, was last used, else where
 * another calendar posts, else at the next command. What several calendars of a server have in common is told there in one message. Some each time, and
 * the next ones the next time: those that cannot be told just now keep nobody else waiting.
 */
export function noticeTeller(needs: Needs): () => Promise<void> {
  let last: Notice | undefined;
  return async () => {
    const before = needs.clock.now() - GRACE;
    const untold = await needs.store.guilds.untold(before, A_ROUND, last);
    const known = new Set<string>();
    for (const notice of untold) {
      if (needs.pacer.pausedUntil() > needs.clock.now()) return; // the next minute's round tells the rest
      const matter = `${notice.guildId} ${notice.fault}`;
      if (!known.has(matter))
        await tellAll(needs, notice, before).catch((error: unknown) => {
          if (!(error instanceof NotNow)) throw error;
        });
      known.add(matter);
      last = notice;
    }
    if (untold.length < A_ROUND) last = undefined; // from the oldest again
  };
}

/** All that a server is to be told of a fault. */
async function tellAll(needs: Needs, { guildId, fault }: Notice, before: Instant): Promise<void> {
  if (needs.unavailable.has(guildId)) return; // told when the server is present again
  const { guilds } = needs.store;
  const known = await guilds.adminPlaces(guildId);
  const elsewhere: Told[] = [];
  for (const told of await toldOf(needs, await guilds.untoldOf(guildId, fault, before))) {
    const { channelKind, channelId, locale } = told.subscription;
    const inChannel = TELLABLE_IN_CHANNEL.has(fault) && !isForum(channelKind);
    const outcome = inChannel ? await tellIn(needs, channelId, [told], known[0]?.locale ?? locale) : "refused";
    if (outcome === "refused") elsewhere.push(told);
  }
  if (elsewhere.length === 0) return;
  const places = await placesIn(needs, guildId, known);
  for (const several of alike(elsewhere))
    if ((await tellElsewhere(needs, places, several)) === "refused") await atTheNextCommand(needs, several);
}

/** Where it can be said in a server: the known places, then where calendars post that nothing is in the way of; always in this order. */
async function placesIn(
  { store }: Needs,
  guildId: Snowflake,
  known: readonly AdminPlace[],
): Promise<readonly AdminPlace[]> {
  const calendars = await store.subscriptions.ofGuild(guildId);
  const posting = calendars.filter((each) => isPosting(each) && !isForum(each.channelKind));
  const others = posting.map(({ channelId, locale }) => ({ channelId, locale: known[0]?.locale ?? locale }));
  const isKnown = new Set(known.map(({ channelId }) => channelId));
  return [...known, ...others.filter(({ channelId }) => !isKnown.has(channelId))];
}

async function tellElsewhere(needs: Needs, places: readonly AdminPlace[], several: Several<Told>): Promise<Outcome> {
  const own = new Set(several.map(({ subscription }) => subscription.channelId));
  const others = places.filter(({ channelId }) => !own.has(channelId));
  for (const { channelId, locale } of others.slice(0, MOST_PLACES)) {
    const outcome = await tellIn(needs, channelId, several, locale);
    if (outcome !== "refused") return outcome;
  }
  return "refused";
}

async function toldOf({ store }: Needs, notices: readonly Notice[]): Promise<readonly Told[]> {
  const all: Told[] = [];
  for (const notice of notices) {
    const subscription = await store.subscriptions.find(notice.subscriptionId);
    if (subscription === undefined)
      await store.guilds.told(notice.subscriptionId, notice.fault); // cannot be read: nobody to tell
    else all.push({ notice, subscription, about: await aboutOf(store.ledger, notice, subscription) });
  }
  return all;
}

/** Those of which the same is to be said, oldest first; those that may have been told already with none that were not. */
function alike(all: readonly Told[]): readonly Several<Told>[] {
  const groups = new Map<string, [Told, ...Told[]]>();
  for (const told of all) {
    const key = `${sameWords(told.notice.fault, told.about)} ${told.notice.askedSince ?? ""}`;
    const group = groups.get(key);
    if (group) group.push(told);
    else groups.set(key, [told]);
  }
  return [...groups.values()];
}

/**
 * One message. That it may be out is on record before its request: once Discord no longer knows its nonce it is sent again only where the place shows
 * that it is not there, for a process may have ended before its request.
 */
async function tellIn(needs: Needs, place: Snowflake, several: Several<Told>, locale: string): Promise<Outcome> {
  const { clock, composer, discord, store } = needs;
  const [{ notice, about }, ...others] = several;
  const { fault } = notice;
  const mark = async (since: Instant | undefined) => {
    for (const told of several) await store.guilds.asked(told.notice.subscriptionId, fault, since);
  };
  const isKnown = isSafe(notice.askedSince, clock.now());
  const found = isKnown ? "not-there" : await lookFor(needs, place, notice);
  if (found === "no-answer") return "waits";
  if (found !== "not-there") {
    await atTheNextCommand(needs, several);
    return "given-up";
  }
  const askedSince = isKnown ? notice.askedSince : undefined;
  if (askedSince === undefined) await mark(clock.now());
  const { body, files } = composer.notice(fault, [about, ...others.map((told) => told.about)], locale);
  const message = { body: { ...body, allowed_mentions: { parse: [] } }, files };
  const request = async (): Promise<Answer<Snowflake>> =>
    isSafe(askedSince, clock.now()) ? discord.createMessage(place, message, noticeNonce(notice, place)) : NOT_ASKED;
  const answer = await askToWrite(needs, request, notice.guildId).catch(async (error: unknown) => {
    if (askedSince === undefined) await mark(undefined);
    throw error;
  });
  if (answer.outcome === "done") {
    // the oldest last: its nonce is that of all, should the process end in between
    for (const told of several.toReversed()) await store.guilds.told(told.notice.subscriptionId, fault);
    return "told";
  }
  const remedy = remedyOf(answer);
  const isUncertain = (remedy.do === "retry" || remedy.do === "pause") && remedy.uncertain;
  if (askedSince === undefined && !isUncertain) await mark(undefined);
  // Discord's trouble, or ours: this says nothing of the channel, and it is told later
  return remedy.do === "retry" || remedy.do === "pause" || remedy.do === "stop" ? "waits" : "refused";
}

/** Whether a message that may be out is there: anything else that we wrote there since, other than posts, is taken for it. */
async function lookFor(needs: Needs, place: Snowflake, { guildId, askedSince }: Notice): Promise<Finding["found"]> {
  const now = needs.clock.now();
  const { found } = await readBack(
    needs,
    (request) => ask(needs, request, guildId),
    { guildId, channelId: place },
    { is: isNoPost, title: undefined, since: trusted(askedSince, now) ?? now },
  );
  return found;
}

const NOT_ASKED = { outcome: "limited", retryAfter: 0, scope: "shared", code: 0 } as const;

async function atTheNextCommand({ store, log }: Needs, several: readonly Told[]): Promise<void> {
  for (const { notice } of several) {
    const { subscriptionId, fault, guildId, channelId } = notice;
    log.info(
      { subscription: subscriptionId, guild: guildId, channel: channelId, fault },
      "an admin is told at the next command",
    );
    await store.guilds.tried(subscriptionId, fault);
  }
}

/** The same after a restart, and another for each place, fault and time it arises. Discord takes 25 characters. */
function noticeNonce({ subscriptionId, fault, at }: Notice, place: Snowflake): string {
  return createHash("sha256")
    .update(`notice|${place}|${subscriptionId}|${fault}|${at}`)
    .digest("base64url")
    .slice(0, 22);
}
