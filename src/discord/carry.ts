import type { Log } from "../log.ts";
import type { Answer, Clock } from "../ports.ts";

/** Discord's words for: later than three seconds, and answered already. */
const TOO_LATE = 10_062;
const ALREADY_ANSWERED = 40_060;
const BEFORE_TRYING_AGAIN = 200;

type Sending = Promise<Answer<unknown>>;

/**
 * Sends an answer, once more where it is not known to have arrived, and an apology in its place where Discord refused it. Says whether
 * the answer itself arrived.
 */
export async function carry(
  send: () => Sending,
  apologise: (error: Error) => Sending,
  { clock, log }: { readonly clock: Clock; readonly log: Log },
): Promise<boolean> {
  const first = await send();
  if (first.outcome === "done") return true;
  if (isOurs(first)) {
    // the person gets at least a word and a reference
    const apology = await apologise(new Error(first.message));
    if (apology.outcome !== "done") log.error(apology, "not even an apology was taken");
    return false;
  }
  if (first.outcome === "refused" && (first.code === TOO_LATE || first.code === ALREADY_ANSWERED)) {
    log.warn(WHY_NOT[first.code]);
    return false;
  }
  await clock.sleep(BEFORE_TRYING_AGAIN);
  const second = await send();
  // Discord may have taken the first one without our hearing of it
  if (second.outcome === "done" || (second.outcome === "refused" && second.code === ALREADY_ANSWERED)) return true;
  log.warn(second, "an answer did not reach Discord");
  return false;
}

const WHY_NOT = {
  [TOO_LATE]: "an answer came later than the three seconds that Discord waits",
  [ALREADY_ANSWERED]: "an interaction had been answered already: does a second process run with this token?",
};

/** Discord read the response and did not like it. */
function isOurs(answer: Answer<unknown>): answer is Answer<never> & { outcome: "refused" } {
  return (
    answer.outcome === "refused" && answer.status < 500 && answer.code !== TOO_LATE && answer.code !== ALREADY_ANSWERED
  );
}
