import type { Clock, Instant } from "../ports.ts";
import { chanceOfRefusals } from "./odds.ts";

const SECOND = 1_000;
const TEN_MINUTES = 600_000;
/** Fewer refused requests a second than this is what we promise. */
const TEN = 10;
/** Discord bans an address at 10,000 refused requests in ten minutes: beyond a tenth of that we wait. */
const MOST_IN_TEN_MINUTES = 1_000;
/** So long an answer tells something of the next one. */
const TELLS_FOR = 30_000;
/** So many refusals in a row, and what went before them tells nothing of those under way: each may be one more. */
const NEW_MASS = 2;
/** The chance that a request may have of making ten refused among those sent within a second. */
const RISK = 3e-7;
/** The same, should Discord look at all that are under way within the second in which the last refusals were answered: a rarer thing. */
const RISK_AT_ONCE = 3e-5;

/** How a request ended: done; refused in a way that Discord counts; in any other way, which tells nothing of the next one. */
export type Ending = "done" | "refused" | "other";

/** What is thought of a request before it is made: its channel has refused before, or nothing is known of it. */
export type Prospect = "refusal" | "unknown";

/** How many requests may be under way, by how those before them ended: what is refused shows only when the answer is there. */
export interface Caution {
  begun(prospect: Prospect): void;
  /** Which one ended is not asked: of those of which the same was thought, it is taken for the one that began first. */
  ended(how: Ending, prospect: Prospect): void;
  /** The earliest instant for the next request by what was refused within the last ten minutes. */
  earliest(now: Instant): Instant;
  /** When there may be room for one more, should none under way end before; infinity where only that makes room. */
  room(now: Instant, prospect: Prospect): Instant;
}

interface UnderWay {
  readonly begun: Instant;
  readonly prospect: Prospect;
}

interface Refusal extends UnderWay {
  readonly at: Instant;
}

/**
 * So many under way that it is as good as impossible that ten are refused within a second, by the share refused in the last half minute
 * and by how many were within the last second. Where nothing is known of the share (nobody was asked lately, or two in a row were refused),
 * those under way and those refused within the last second are at most nine, so that no second has ten whatever they are answered. A
 * mass of refusals that begins amid a wave that nobody refused costs what is under way by then, and one. What is expected to be refused
 * counts as if it were, from the moment it goes, and how it ended tells nothing of others.
 */
export function createCaution(clock: Clock): Caution {
  let underWay: readonly UnderWay[] = [];
  let refused: readonly Refusal[] = [];
  let done: readonly Instant[] = [];
  let inARow = 0;

  function isRoom(now: Instant, lately: readonly Refusal[], prospect: Prospect): boolean {
    const all = [...underWay, { begun: now, prospect }];
    const certain = all.filter(isExpected).length + lately.length;
    if (certain >= TEN) return false;
    if (inARow >= NEW_MASS) return all.length + lately.length < TEN;
    const before = {
      refused: refused.filter((each) => isWithin(TELLS_FOR, each.at, now) && !isExpected(each)).length,
      done: done.filter((at) => isWithin(TELLS_FOR, at, now)).length,
    };
    const isRisky = (count: number, known: number, risk: number) => chanceOfRefusals(TEN - known, count, before) > risk;
    const begun = all.filter((each) => isWithin(SECOND, each.begun, now));
    const begunAndRefused = lately.filter((each) => isWithin(SECOND, each.begun, now)).length;
    const open = (requests: readonly UnderWay[]) => requests.filter((each) => !isExpected(each)).length;
    return (
      !isRisky(open(all), certain, RISK_AT_ONCE) &&
      !isRisky(open(begun), begun.filter(isExpected).length + begunAndRefused, RISK)
    );
  }

  return {
    begun(prospect) {
      underWay = [...underWay, { begun: clock.now(), prospect }];
    },
    ended(how, prospect) {
      const now = clock.now();
      const first = underWay.findIndex((each) => each.prospect === prospect);
      const { begun } = underWay[first] ?? { begun: now };
      underWay = underWay.filter((_, at) => at !== first);
      const isTelling = prospect === "unknown";
      if (how === "done" && isTelling) {
        done = [...done.filter((at) => isWithin(TELLS_FOR, at, now)), now];
        inARow = 0;
      }
      if (how === "refused") {
        refused = [...refused.filter(({ at }) => isWithin(TEN_MINUTES, at, now)), { begun, prospect, at: now }];
        if (isTelling) inARow += 1;
      }
    },
    earliest(now) {
      const counted = refused.filter(({ at }) => isWithin(TEN_MINUTES, at, now));
      return (counted.at(-MOST_IN_TEN_MINUTES - 1)?.at ?? Number.NEGATIVE_INFINITY) + TEN_MINUTES;
    },
    room(now, prospect) {
      const lately = refused.filter(({ at }) => isWithin(SECOND, at, now));
      if (isRoom(now, lately, prospect)) return now;
      const counted = [...underWay.map(({ begun }) => begun), ...lately.flatMap(({ begun, at }) => [begun, at])];
      return Math.min(...counted.map((at) => at + SECOND).filter((at) => at > now), Number.POSITIVE_INFINITY);
    },
  };
}

function isExpected({ prospect }: UnderWay): boolean {
  return prospect === "refusal";
}

/** In the last so many milliseconds; one noted at an instant still to come (the clock went back) is void. */
function isWithin(milliseconds: number, at: Instant, now: Instant): boolean {
  return at > now - milliseconds && at <= now;
}
