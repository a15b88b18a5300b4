import type { Log } from "../log.ts";
import type { Clock, Instant, Snowflake } from "../ports.ts";
import type { Pacer } from "./pacer.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** More servers than this refusing for the first time within a minute, or such a share of all that were asked in the last hour, are not believed. */
const MANY = 20;
const SHARE = 0.05;
/** A share needs so many servers to be one. */
const FEW = 5;
export const INCIDENT_PAUSE = 10 * MINUTE;
const WHY = "so many servers refuse at once that it must be Discord";
/** A minute at Discord's limit of 50 a second holds fewer. */
const MOST_REFUSALS = 3_000;
/** After the pause those go first who were not asked yet: what they are answered tells whether it is over. */
const AFTER_THE_OTHERS = MINUTE;
/** So often it pauses in a row while nobody at all is served. */
const MOST_PAUSES = 3;

/** Tells a mass failure of Discord's from channels that really refuse: in the first, everything pauses and nobody is believed. */
export interface Incident {
  /** A channel took a post. */
  accepted(): void;
  /**
   * A channel refused everything. True where so many do at once that it must be Discord: the post waits, the server is not
   * suspended. `known`: it refused on an earlier day, so that it is no sign of anything new.
   */
  refused(guildId: Snowflake, known: boolean): boolean;
  /**
   * What to do with a post that waits: ask again, wait until then, or give it up for the day, because meanwhile
   * others are served and so many of them refuse that these will as well.
   */
  next(): { readonly do: "ask" | "give-up" } | { readonly do: "wait"; readonly until: Instant };
  /** When what waits is taken up again. */
  resumesAt(): Instant;
}

export function createIncident(clock: Clock, pacer: Pick<Pacer, "pause">, log: Pick<Log, "warn">): Incident {
  const lately = createAnswers(clock);
  let pause = { since: Number.NEGATIVE_INFINITY, until: Number.NEGATIVE_INFINITY, pauses: 0 };
  let after = { accepted: 0, refusedBy: new Set<Snowflake>() };
  let scoutAt = Number.NEGATIVE_INFINITY;

  /** No pause is running or was within the last hour. A pause noted at an instant still to come (the clock went back) is void. */
  const quiet = (now: Instant) => now < pause.since || now >= pause.until + HOUR;

  function begin(now: Instant, pauses: number): void {
    pause = { since: now, until: now + INCIDENT_PAUSE, pauses };
    after = { accepted: 0, refusedBy: new Set() };
    pacer.pause(INCIDENT_PAUSE, WHY);
  }

  /** After a pause: held while nobody is served, up to a bound; believed once others are. */
  function refusedAfter(now: Instant, guildId: Snowflake, known: boolean): boolean {
    if (!known || after.accepted === 0) after.refusedBy.add(guildId);
    if (after.accepted > 0 || pause.pauses >= MOST_PAUSES) return false;
    if (after.refusedBy.size >= FEW) begin(now, pause.pauses + 1);
    return true;
  }

  return {
    accepted() {
      const now = clock.now();
      lately.served();
      if (!quiet(now) && now >= pause.until) after.accepted += 1;
    },
    refused(guildId, known) {
      const now = clock.now();
      lately.refused(guildId, known);
      if (!quiet(now)) return now < pause.until || refusedAfter(now, guildId, known);
      if (!lately.isMass()) return false;
      begin(now, 1);
      log.warn({}, `${WHY}: ten minutes' pause, nobody is suspended`);
      return true;
    },
    next() {
      const now = clock.now();
      const { accepted, refusedBy } = after;
      if (quiet(now)) return { do: "ask" };
      if (now < pause.until) return { do: "wait", until: pause.until + AFTER_THE_OTHERS };
      if (accepted > 0) {
        const tooMany = refusedBy.size >= FEW && refusedBy.size > (accepted + refusedBy.size) * SHARE;
        return { do: tooMany ? "give-up" : "ask" };
      }
      if (refusedBy.size > 0) {
        if (pause.pauses >= MOST_PAUSES) return { do: "give-up" };
        begin(now, pause.pauses + 1);
        return { do: "wait", until: pause.until + AFTER_THE_OTHERS };
      }
      if (now >= scoutAt && now < scoutAt + MINUTE) return { do: "wait", until: now + MINUTE };
      scoutAt = now;
      return { do: "ask" };
    },
    resumesAt: () => Math.max(pause.until, clock.now()) + AFTER_THE_OTHERS,
  };
}

/** What is known of the answers lately. */
function createAnswers(clock: Clock) {
  let refusals: { readonly at: Instant; readonly guildId: Snowflake; readonly known: boolean }[] = [];
  /** Those that refused for the first time since a channel last took a post. */
  let inARow = new Set<Snowflake>();
  const served = createTally(clock);

  return {
    served(): void {
      served.note();
      inARow = new Set();
    },
    refused(guildId: Snowflake, known: boolean): void {
      const now = clock.now();
      refusals = refusals.filter(({ at }) => at > now - MINUTE && at <= now).slice(-MOST_REFUSALS);
      refusals.push({ at: now, guildId, known });
      if (!known) inARow.add(guildId);
    },
    /**
     * So many refuse that it must be Discord: for the first time more than MANY within this minute, or in a row with nobody served between them,
     * or at least FEW and more than SHARE of all that were asked in the last hour; or FEW, whether known or not, where nobody was served.
     */
    isMass(): boolean {
      const all = new Set(refusals.map(({ guildId }) => guildId)).size;
      const fresh = new Set(refusals.flatMap(({ guildId, known }) => (known ? [] : [guildId]))).size;
      const servedLately = served.ofTheLastHour();
      return (
        fresh > MANY ||
        inARow.size > MANY ||
        (fresh >= FEW && fresh > (servedLately + refusals.length) * SHARE) ||
        (all >= FEW && servedLately === 0)
      );
    },
  };
}

/** How many there were in each minute of the last hour. */
function createTally(clock: Clock) {
  const minutes = new Map<number, number>();
  const thisMinute = () => Math.floor(clock.now() / MINUTE);
  const isRecent = (minute: number) => minute <= thisMinute() && minute > thisMinute() - HOUR / MINUTE;
  return {
    note(): void {
      for (const minute of minutes.keys()) if (!isRecent(minute)) minutes.delete(minute);
      minutes.set(thisMinute(), (minutes.get(thisMinute()) ?? 0) + 1);
    },
    ofTheLastHour: () => [...minutes].reduce((sum, [minute, count]) => (isRecent(minute) ? sum + count : sum), 0),
  };
}
