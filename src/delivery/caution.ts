import type { Clock, Instant } from "../ports.ts";

const SECOND = 1_000;
const TEN_MINUTES = 600_000;
/** Fewer than ten refused requests a second is what we promise. */
const MOST_A_SECOND = 9;
/** Discord bans an address at 10,000 refused requests in ten minutes: beyond a tenth of that we wait. */
const MOST_IN_TEN_MINUTES = 1_000;
/** Where Discord refuses one of so many, or more, each request under way is taken for one more refusal. */
const TRUSTED_AFTER = 20;
/** So long an answer tells something of the next one. */
const TELLS_FOR = 10_000;

/** How a request ended: done; refused in a way that Discord counts; in any other way, which tells nothing of the next one. */
export type Ending = "done" | "refused" | "other";

/** How many requests may be under way, by how those before them ended: what is refused shows only when the answer is there. */
export interface Caution {
  begun(): void;
  ended(how: Ending): void;
  /** The earliest instant for the next request by what was refused within the last ten minutes. */
  earliest(now: Instant): Instant;
  /** When there is room for one more, should none under way end before; infinity where only that makes room. */
  room(now: Instant): Instant;
}

/**
 * Those under way and those refused within the last second are at most nine, so that no second has ten. Where
 * none was refused within the last second, and more than twenty in a row were done, each of these beyond the twentieth lets one more be under way,
 * or a slow Discord would slow down a wave that nobody refuses. A mass of refusals that begins amid such a wave costs what is under way by then.
 */
export function createCaution(clock: Clock): Caution {
  let underWay = 0;
  let refused: Instant[] = [];
  let doneSince: Instant[] = [];

  return {
    begun: () => {
      underWay += 1;
    },
    ended(how) {
      const now = clock.now();
      underWay -= 1;
      if (how === "done") doneSince = [...within(doneSince, TELLS_FOR, now), now];
      if (how !== "refused") return;
      refused = [...within(refused, TEN_MINUTES, now), now];
      doneSince = [];
    },
    earliest: (now) =>
      (within(refused, TEN_MINUTES, now).at(-MOST_IN_TEN_MINUTES - 1) ?? Number.NEGATIVE_INFINITY) + TEN_MINUTES,
    room(now) {
      const lately = within(refused, SECOND, now);
      const trust = Math.max(0, within(doneSince, TELLS_FOR, now).length - TRUSTED_AFTER);
      if (lately.length === 0) return underWay < MOST_A_SECOND + trust ? now : Number.POSITIVE_INFINITY;
      const tooMany = lately.length + underWay + 1 - MOST_A_SECOND;
      return tooMany <= 0 ? now : (lately[Math.min(tooMany, lately.length) - 1] ?? now) + SECOND;
    },
  };
}

/** Those of the last so many milliseconds; one noted at an instant still to come (the clock went back) is void. */
function within(instants: readonly Instant[], milliseconds: number, now: Instant): Instant[] {
  return instants.filter((at) => at > now - milliseconds && at <= now);
}
