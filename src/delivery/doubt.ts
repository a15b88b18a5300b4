import type { Instant, Snowflake } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { describeAnswer } from "./failures.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { type Failure, readBack } from "./readback.ts";
import { failed } from "./settle.ts";
import type { Subscription } from "./subscription.ts";
import { shownSince } from "./wall.ts";

/** So long after an attempt Discord surely still recognises its nonce ("the past few minutes", says its documentation). */
const SAFE_WINDOW = 2 * 60_000;
/** A forum's post has no nonce. It is looked for, but not before a slow request must have ended. */
const FORUM_PATIENCE = 60_000;
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

/**
 * Clears up whether an earlier attempt went through. Inside the safe window sending again with the same nonce does that;
 * after it, in a forum, and where nothing may be sent any more, the channel is read. It is read too before an overdue post is
 * sent, and before any that this process did not see fail: a database that was restored from a backup does not know what was sent since;
 * where it cannot be read, the post goes
 * out all the same, for a process that was simply down is by far more common.
 */
export async function resolveDoubt(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  title: string | undefined,
  mayStillSend: boolean,
): Promise<Doubt> {
  const doubt = await clearUp(needs, delivery, subscription, title, mayStillSend);
  if (doubt.settlement === undefined) needs.known.add(delivery.key);
  return doubt;
}

async function clearUp(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  title: string | undefined,
  mayStillSend: boolean,
): Promise<Doubt> {
  const overdue = delivery.attempts === 1 ? delivery.overdue : !needs.known.has(delivery.key);
  const now = needs.clock.now();
  const since = trusted(delivery.uncertainSince, now);
  const age = since === undefined ? Number.NaN : now - since;
  const forum = subscription.channelKind === "forum" || subscription.channelKind === "media";
  const safe = since === undefined || (!forum && mayStillSend && isSafe(since, now));
  if (safe && !(overdue && mayStillSend)) return { since };
  if (forum && since !== undefined && age < FORUM_PATIENCE)
    return { settlement: failed(since + FORUM_PATIENCE, since, "waiting to see whether the post appears") };
  const finding = await readBack(needs, (request) => ask(needs, request), subscription, {
    key: delivery.key,
    title,
    since: Math.min(since ?? now, overdue ? shownSince(delivery.due, subscription.zone, now) : now),
  });
  switch (finding.found) {
    case "there":
      return { found: finding.messageId };
    case "not-there":
      return { since: safe ? since : undefined };
    case "cannot-tell":
      if (!safe) return { settlement: { state: "unknown", fault: "history-needed", detail: finding.why } };
      return { since, ...(finding.refusal && { refusal: finding.refusal }) };
    case "no-answer": {
      const wakeAt = now + backoff(delivery.key, delivery.attempts);
      return { settlement: failed(wakeAt, since, describeAnswer(finding.answer)) };
    }
  }
}
