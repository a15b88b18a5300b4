import type { Instant, Snowflake } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { describeAnswer, remedyOf } from "./failures.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { carries, type Failure, readBack } from "./readback.ts";
import { failed } from "./settle.ts";
import type { Fault, Subscription } from "./subscription.ts";
import { hadBegun, shownSince } from "./wall.ts";

/** So long after an attempt Discord surely still recognises its nonce ("the past few minutes", says its documentation). */
const SAFE_WINDOW = 2 * 60_000;
/** So long after its claim the slowest request has ended. A forum's post has no nonce: it is looked for, and not before that. */
const SLOWEST = 60_000;
/** Ids are compared with a time that Discord tells to the second. */
const BLUR = 2_000;
const DELETED =
  "what was written in its channel at the moment of its request has been deleted: that was it, or something else";
/** How far back to look where the instant of an attempt cannot be trusted. */
const DAY = 86_400_000;

/**
 * The instant from which an attempt may have been carried out. One still to come was written by a clock that was ahead, nobody knows
 * by how much: then it may have been at any time of the last day.
 */
export function trusted(since: Instant | undefined, now: Instant): Instant | undefined {
  return since === undefined || since <= now ? since : now - DAY;
}

/** Whether what is sent now is safe from being doubled, where an attempt may have been carried out since then. */
export function isSafe(since: Instant | undefined, now: Instant): boolean {
  return since === undefined || (since <= now && now - since < SAFE_WINDOW);
}

/** What an earlier attempt of unknown outcome means for this claim: it is settled, or sending may go on. */
export type Doubt =
  | { readonly settlement: Settlement }
  /** It is out. */
  | { readonly settlement?: undefined; readonly found: Snowflake }
  /** Uncertain since then; the nonce protects what is sent now. Undefined: no doubt. A refusal to show the channel is one to post. */
  | {
      readonly settlement?: undefined;
      readonly found?: undefined;
      readonly since: Instant | undefined;
      readonly refusal?: Failure;
    };

/** Whose post it is, the name it would have in a forum, and whether it may be sent still. */
type AboutPost = readonly [subscription: Subscription, title: string | undefined, mayStillSend: boolean];

/**
 * Clears up whether an earlier attempt went through. Inside the safe window sending again with the same nonce does that;
 * after it, in a forum, and where nothing may be sent any more, the channel is read. It is read too before a post of a date that had begun
 * before our record of its channel did (set up today, or a database restored from a backup), before an overdue one, and before any that this
 * process did not see fail. Where it cannot be read, such a post goes out all the same, for a new calendar and a process that was simply down
 * are by far more common; but not where the record is known to be lost.
 */
export async function resolveDoubt(needs: Needs, delivery: Delivery, ...about: AboutPost): Promise<Doubt> {
  const doubt = await clearUp(needs, delivery, ...about);
  if (doubt.settlement === undefined) needs.known.set(delivery.key, true);
  return doubt;
}

async function clearUp(
  needs: Needs,
  delivery: Delivery,
  ...[subscription, title, mayStillSend]: AboutPost
): Promise<Doubt> {
  const now = needs.clock.now();
  const unseen = unseenSince(needs, delivery, subscription, now);
  const since = trusted(delivery.uncertainSince, now);
  const age = since === undefined ? Number.NaN : now - since;
  const forum = subscription.channelKind === "forum" || subscription.channelKind === "media";
  const safe = since === undefined || (!forum && mayStillSend && isSafe(since, now));
  if (safe && (unseen === undefined || !mayStillSend)) return { since };
  if (forum && since !== undefined && age < SLOWEST)
    return { settlement: failed(since + SLOWEST, since, "waiting to see whether the post appears") };
  const finding = await readBack(needs, (request) => ask(needs, request, subscription.guildId), subscription, {
    is: (message) => carries(message, delivery.key),
    title,
    since: Math.min(since ?? now, unseen ?? now),
  });
  switch (finding.found) {
    case "there":
      return { found: finding.messageId };
    case "not-there":
      return { since: safe ? since : undefined };
    case "deleted":
      return !safe && mayBeOurs(finding.writtenAt, since ?? now, delivery)
        ? { settlement: { state: "unknown", fault: "deleted-in-doubt", detail: DELETED, uncertainSince: since ?? now } }
        : { since: safe ? since : undefined };
    case "cannot-tell":
      if (!safe || (isLost(needs, delivery, subscription) && !isClosed(finding.refusal)))
        return {
          settlement: { state: "unknown", fault: cureOf(finding), detail: finding.why, uncertainSince: since ?? now },
        };
      return { since, ...(finding.refusal && { refusal: finding.refusal }) };
    case "no-answer": {
      const wakeAt = now + backoff(delivery.key, delivery.attempts);
      return { settlement: failed(wakeAt, since, describeAnswer(finding.answer)) };
    }
  }
}

/**
 * What was written then may have been the post: no request of it is later than its claim by more than the slowest, and none is made where its nonce
 * protects it no more.
 */
export function mayBeOurs(writtenAt: Instant, since: Instant, { attempts }: Pick<Delivery, "attempts">): boolean {
  const last = since + Math.min((attempts - 1) * SLOWEST, SAFE_WINDOW + SLOWEST);
  return writtenAt >= since - BLUR && writtenAt < last;
}

type Dated = Pick<Delivery, "key" | "localDate" | "due" | "overdue" | "attempts">;

/**
 * Since when somebody else may have posted it without our knowing: since its date began, where that was before our record of the channel;
 * since its hour, where this process was not there for it or did not see it fail. Undefined where nobody can have.
 */
function unseenSince(
  needs: Pick<Needs, "known" | "record">,
  delivery: Dated,
  subscription: Subscription,
  now: Instant,
): Instant | undefined {
  const { key, localDate, due, overdue, attempts } = delivery;
  const { zone, recordedSince } = subscription;
  if (needs.known.get(key)) return undefined;
  if (isLost(needs, delivery, subscription) || hadBegun(localDate, zone, recordedSince))
    return shownSince(`${localDate}T00:00:00`, zone, now);
  return overdue || attempts > 1 ? shownSince(due, zone, now) : undefined;
}

/** A record of what was posted on that date is lost: this database has taken the place of one that knew more. */
function isLost({ record }: Pick<Needs, "record">, { localDate }: Dated, { zone }: Subscription): boolean {
  const lostAt = record.lostAt();
  return lostAt !== undefined && hadBegun(localDate, zone, lostAt);
}

/** What an admin must mend so that the channel can be looked through. */
function cureOf({ refusal }: { readonly refusal?: Failure }): Fault {
  const remedy = refusal && remedyOf(refusal);
  return remedy?.do === "suspend" ? remedy.fault : "history-needed";
}

/** The channel refuses to show anything, and will refuse a post as well. */
function isClosed(refusal: Failure | undefined): boolean {
  return refusal !== undefined && remedyOf(refusal).do === "suspend";
}
