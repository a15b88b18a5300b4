import type { Instant } from "../ports.ts";
import { backoff } from "./backoff.ts";
import { describeAnswer } from "./failures.ts";
import type { Delivery, Settlement } from "./ledger.ts";
import { ask, type Needs } from "./needs.ts";
import { readBack } from "./readback.ts";
import type { Subscription } from "./subscription.ts";

/** So long after an attempt Discord surely still recognises its nonce ("the past few minutes", says its documentation). */
export const SAFE_WINDOW = 2 * 60_000;
/** A forum's post has no nonce. It is looked for, but not before a slow request must have ended. */
const FORUM_PATIENCE = 60_000;

/** What an earlier attempt of unknown outcome means for this claim: it is settled, or sending may go on. */
export type Doubt =
  | { readonly settlement: Settlement }
  /** Uncertain since then; the nonce protects what is sent now. Undefined: no doubt. */
  | { readonly settlement?: undefined; readonly since: Instant | undefined };

/**
 * Clears up whether an earlier attempt went through. Inside the safe window sending again with the same nonce does that;
 * after it, in a forum, and where nothing may be sent any more, the channel is read.
 */
export async function resolveDoubt(
  needs: Needs,
  delivery: Delivery,
  subscription: Subscription,
  title: string | undefined,
  mayStillSend: boolean,
): Promise<Doubt> {
  const since = delivery.uncertainSince;
  if (since === undefined) return { since };
  const now = needs.clock.now();
  const forum = subscription.channelKind === "forum" || subscription.channelKind === "media";
  const age = now - since;
  if (!forum && mayStillSend && age >= 0 && age < SAFE_WINDOW) return { since };
  if (forum && age >= 0 && age < FORUM_PATIENCE)
    return { settlement: later(since + FORUM_PATIENCE, since, "waiting to see whether the post appears") };
  const finding = await readBack(needs.discord, (request) => ask(needs, request), subscription, delivery, since, title);
  switch (finding.found) {
    case "there":
      return { settlement: { state: "sent", messageId: finding.messageId, detail: "found in the channel" } };
    case "not-there":
      return { since: undefined };
    case "cannot-tell":
      return { settlement: { state: "unknown", fault: "history-needed", detail: finding.why } };
    case "no-answer": {
      const wakeAt = now + backoff(delivery.key, delivery.attempts);
      return { settlement: later(wakeAt, since, describeAnswer(finding.answer)) };
    }
  }
}

function later(wakeAt: Instant, uncertainSince: Instant, detail: string): Settlement {
  return { state: "failed", wakeAt, uncertainSince, detail };
}
