import type { Log } from "../log.ts";
import type { Answer, Clock, Discord, Instant, Snowflake, Store } from "../ports.ts";
import type { Alert } from "./alerts.ts";
import type { Prospect } from "./caution.ts";
import type { SharedComposer } from "./composing.ts";
import type { Extras } from "./extras.ts";
import { countsAsInvalid } from "./failures.ts";
import type { Holds } from "./holds.ts";
import type { DeliveryKey } from "./ledger.ts";
import type { Memory } from "./memory.ts";
import type { Pacer } from "./pacer.ts";
import type { Probes } from "./probes.ts";
import type { Progress } from "./progress.ts";
import type { WholeRecord } from "./record.ts";
import type { Troubles } from "./troubles.ts";
import type { Weather } from "./weather.ts";

/** What the parts of delivery share while it runs. */
export interface Needs {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Discord;
  readonly composer: SharedComposer;
  readonly log: Log;
  readonly pacer: Pacer;
  readonly weather: Weather;
  readonly holds: Holds;
  readonly probes: Probes;
  readonly alert: Alert;
  readonly extras: Extras;
  /** Servers from which the bot was removed while this process runs: what is under way to them stops. */
  readonly gone: Set<Snowflake>;
  /** Servers with an outage of Discord's: what is for them waits until they are present again. True once a post of theirs does. */
  readonly unavailable: Map<Snowflake, boolean>;
  /** The rows that this process is on: not to be taken up again, however the clock jumps meanwhile. */
  readonly inHand: Set<DeliveryKey>;
  /** Open rows of which this process knows all that was tried: it claimed them in their minute, or has looked into the channel since. */
  readonly known: Memory<DeliveryKey, true>;
  readonly progress: Progress;
  readonly record: WholeRecord;
  readonly troubles: Troubles;
  /** The rows whose settlement the database does not take just now. */
  readonly unwritten: Set<DeliveryKey>;
  /** Aborted when delivery stops. */
  readonly signal: AbortSignal;
  /** A row wants taking up again at that instant. */
  readonly wake: (at: Instant) => void;
  /** Nothing can be posted to anybody any more; in words for the operator. */
  readonly fatal: (reason: string) => void;
}

/**
 * One request about something of a server's (or a person's), when its turn has come. Throws NotNow. What the adapter throws is a fault of ours: it is
 * logged, its outcome unknown.
 */
export async function ask<T>(
  { pacer, weather, log, signal }: Needs,
  request: () => Promise<Answer<T>>,
  guildId: Snowflake,
  prospect: Prospect = "unknown",
): Promise<Answer<T>> {
  await pacer.turn(signal, prospect);
  const answer = await request().catch((error: unknown): Answer<T> => {
    log.error({ err: error }, "a request to Discord ended in a fault of ours");
    return { outcome: "unanswered", reason: error instanceof Error ? error.message : String(error) };
  });
  pacer.ended(answer.outcome === "done" ? "done" : countsAsInvalid(answer) ? "refused" : "other", prospect);
  weather.note(answer, guildId);
  return answer;
}

/** The same for a message to be written: one that is taken shows that Discord takes posts. */
export async function askToWrite<T>(
  needs: Needs,
  request: () => Promise<Answer<T>>,
  guildId: Snowflake,
  prospect?: Prospect,
): Promise<Answer<T>> {
  const answer = await ask(needs, request, guildId, prospect);
  if (answer.outcome === "done") needs.weather.taken();
  return answer;
}
