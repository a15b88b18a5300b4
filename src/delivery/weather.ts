import type { Log } from "../log.ts";
import type { Answer } from "../ports.ts";
import { countsAsInvalid, describeAnswer, remedyOf } from "./failures.ts";
import type { Pacer } from "./pacer.ts";

/** After so many failures in a row that are Discord's or the network's, everything waits: 5 s, 10 s ... a minute. */
const FAILURES_IN_A_ROW = 5;
const SHORTEST_PAUSE = 5_000;
const LONGEST_PAUSE = 60_000;

/** Watches the answers to all posts for what no single one shows: Discord away, or its edge. */
export interface Weather {
  /** Notes an answer, and pauses everything where it says so. */
  note(answer: Answer<unknown>): void;
}

export function createWeather(pacer: Pacer, log: Pick<Log, "warn" | "info">): Weather {
  let inARow = 0;

  function noteTrouble(answer: Exclude<Answer<unknown>, { outcome: "done" }>): void {
    const remedy = remedyOf(answer);
    if (remedy.do === "pause") pacer.pause(remedy.atLeast);
    if (answer.outcome === "limited" || (answer.outcome === "refused" && answer.status < 500)) return;
    inARow += 1;
    if (inARow < FAILURES_IN_A_ROW) return;
    const wait = Math.min(SHORTEST_PAUSE * 2 ** Math.min(inARow - FAILURES_IN_A_ROW, 10), LONGEST_PAUSE);
    pacer.pause(wait);
    if (inARow === FAILURES_IN_A_ROW)
      log.warn({ last: describeAnswer(answer) }, "Discord does not take posts: they wait, and go out once it does");
  }

  return {
    note(answer) {
      if (countsAsInvalid(answer)) pacer.invalid();
      if (answer.outcome !== "done") return noteTrouble(answer);
      if (inARow >= FAILURES_IN_A_ROW) log.info({}, "Discord takes posts again");
      inARow = 0;
    },
  };
}
