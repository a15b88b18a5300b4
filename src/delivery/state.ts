import { DateTime } from "luxon";
import type { Instant } from "../ports.ts";
import { LOOKING } from "./jobs.ts";
import type { Needs } from "./needs.ts";
import type { Pause } from "./pacer.ts";
import type { Overdue } from "./progress.ts";

/** How posting stands just now, for the people who run the bot. */
export interface PostingState {
  readonly at: Instant;
  /** When a look at who is due last went through; before the first, when delivery began. */
  readonly lookedAt: Instant;
  readonly sentAt: Instant | undefined;
  readonly paused: Pause | undefined;
  /** Since when Discord takes posts of nobody. */
  readonly awaySince: Instant | undefined;
  /** Posts of which the database does not take what became of them. */
  readonly unwritten: number;
  readonly overdue: readonly Overdue[];
  /** Servers with an outage of Discord's. */
  readonly outages: number;
  /** What keeps the minute's work from being done, in the words of the errors. */
  readonly faults: readonly string[];
  /** Whether one of them keeps it from being looked who is due. */
  readonly isLookHindered: boolean;
}

/** Something to be woken for, and what to do about it. */
export interface Alarm {
  readonly what: string;
  readonly cure: string;
}

/** How posting stands just now. */
export function stateOf(needs: Needs): PostingState {
  const { clock, pacer, weather, progress, unwritten, unavailable, troubles } = needs;
  return {
    at: clock.now(),
    lookedAt: progress.lookedAt(),
    sentAt: progress.sentAt(),
    paused: pacer.paused(),
    awaySince: weather.awaySince(),
    unwritten: unwritten.size,
    overdue: progress.overdue(),
    outages: unavailable.size,
    faults: troubles.present(),
    isLookHindered: troubles.hinder(LOOKING),
  };
}

const MINUTE = 60_000;
/** There is a look each minute: so long without one it is stuck. */
const STUCK = 5 * MINUTE;
/** A shorter pause is Discord's everyday limiting. */
const LONG = MINUTE;
/** In so many servers posts wait only where it is not their channels' doing. */
const MANY = 5;
const WAIT =
  "Nothing is lost and nothing to be done here: what waits goes out by itself. See https://discordstatus.com";

/** What somebody who looks after the bot must know of: one bad channel or server is none of it, its admins are told. */
export function alarmsOf({ at, lookedAt, sentAt, ...state }: PostingState): readonly Alarm[] {
  const { paused, awaySince, unwritten, overdue, faults, isLookHindered } = state;
  const alarms: Alarm[] = faults.map((what) => ({
    what,
    cure: "Do what it says: nothing is sent that cannot be recorded, and the work goes on by itself once it can",
  }));
  if (at - lookedAt >= STUCK && !isLookHindered)
    alarms.push({
      what: `nobody has looked who is due since ${textOf(lookedAt)}`,
      cure: "Keep the log and start the process again: what is due then goes out",
    });
  if (unwritten > 0)
    alarms.push({
      what: `what became of ${unwritten} posts cannot be written into the database`,
      cure: "Free the disk or the lock, as the log says, and leave the process running: it writes them then, and need not look for them",
    });
  const isExplained = alarms.length > 0;
  if (paused && paused.until - paused.since >= LONG)
    alarms.push({
      what: `nothing is posted from ${textOf(paused.since)} to ${textOf(paused.until)}: ${paused.why}`,
      cure: WAIT,
    });
  else if (awaySince !== undefined && at - awaySince >= LONG)
    alarms.push({ what: `Discord takes no posts since ${textOf(awaySince)}`, cure: WAIT });
  else if (isMuch(overdue, sentAt))
    alarms.push(...overdue.filter(({ why }) => why !== undefined || !isExplained).map(alarmOf));
  return alarms;
}

/** So much waits that it is not some channels' doing, or the oldest does and nobody has got anything since. */
function isMuch(overdue: readonly Overdue[], sentAt: Instant | undefined): boolean {
  const servers = overdue.reduce((sum, each) => sum + each.servers, 0);
  return servers >= MANY || overdue.some(({ since }) => (sentAt ?? 0) < since);
}

/** What keeps the posts, each with its own cure. */
function alarmOf({ posts, since, why }: Overdue): Alarm {
  const wait = `${posts} posts wait, the first since ${textOf(since)}`;
  return why === undefined
    ? {
        what: `${wait}: their turn has not come`,
        cure: "They go out one after the other, POSTING_PACE a second. Where this comes each day, more is due at one time than that sends: raise it",
      }
    : {
        what: `${wait}. Of most the last try came to this: ${why}`,
        cure: "Each is tried again by itself while its date and window last. Trouble of Discord's passes (https://discordstatus.com); of a fault of Attaché's the log has the error",
      };
}

/** An instant in UTC, for a person. */
export function textOf(instant: Instant): string {
  return DateTime.fromMillis(instant, { zone: "utc" }).toFormat("yyyy-MM-dd HH:mm:ss 'UTC'");
}
