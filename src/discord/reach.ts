import { EXIT, Fatal } from "../fatal.ts";
import type { Log } from "../log.ts";
import type { Answer, Clock } from "../ports.ts";
import { tokenRefused } from "./close-codes.ts";
import { outcomeOf } from "./outcome.ts";

const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** Tries without any answer, with pauses of 1, 2 and 4 seconds between them. */
const TRIES_WITHOUT_ANSWER = 4;

/**
 * A request without which Attaché cannot start. Where Discord answers but is unwell, it is asked again for as long as that
 * takes. Where nothing answers at all, the address or the network is wrong: after seven seconds that is fatal, because
 * an operator wants to know and a supervisor starts again. A refusal is fatal at once. Throws Fatal or the signal's reason.
 */
export async function reach<T>(
  request: () => Promise<T>,
  options: { readonly api: string; readonly clock: Clock; readonly log: Log; readonly signal: AbortSignal },
): Promise<T> {
  const { api, clock, log, signal } = options;
  let unanswered = 0;
  for (let pause = FIRST_PAUSE; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    const answer = await outcomeOf(request);
    if (answer.outcome === "done") return answer.value;
    if (answer.outcome === "refused" && answer.status < 500) throw refusalOf(answer, api);
    if (answer.outcome === "unreachable" || answer.outcome === "unanswered") {
      unanswered += 1;
      if (unanswered === TRIES_WITHOUT_ANSWER) throw unreachable(api, answer.reason);
    }
    const wait = "retryAfter" in answer ? answer.retryAfter : pause;
    log.warn({ ...answer, pauseSeconds: wait / 1_000 }, "Discord does not serve us yet, asking again");
    await clock.sleep(wait, signal);
  }
}

function refusalOf({ status, message }: Answer<never> & { outcome: "refused" }, api: string): Fatal {
  if (status === 401) return tokenRefused();
  return new Fatal(
    `${api} answered ${status} (${message}), which Discord does not. Correct DISCORD_API_URL, or leave it out for Discord itself.`,
    EXIT.mend,
  );
}

function unreachable(api: string, reason: string): Fatal {
  return new Fatal(
    `Discord cannot be reached at ${api} (${reason}). Check this machine's network, and DISCORD_API_URL if it is set, and start again.`,
    EXIT.retry,
  );
}
