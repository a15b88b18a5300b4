import { Kysely } from "kysely";
import type { Log } from "../log.ts";
import type { Clock } from "../ports.ts";
import type { Dialect } from "./dialect.ts";
import { StoreError, type StoreFault } from "./errors.ts";
import type { Tables } from "./tables.ts";

/** How long a lock held by others is waited out before the caller hears of it, and the pauses between tries. */
const PATIENCE = 30_000;
const SHORTEST_PAUSE = 5;
const LONGEST_PAUSE = 250;

export interface Database {
  readonly dialect: Dialect;
  readonly path: string;
  /** By which locks are waited out. */
  readonly clock: Clock;
  /**
   * Runs one query or transaction. Waits out a lock held by another program without holding up the process, and turns
   * what the driver throws into a StoreError. A transaction's first statement must be a write: a reader that turns
   * writer half-way cannot wait, in SQLite.
   */
  run<T>(action: (db: Kysely<Tables>) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Damaged is called where the database turns out to be damaged, or no database any more, while it is in use. */
export function createDatabase(
  path: string,
  dialect: Dialect,
  clock: Clock,
  log: Pick<Log, "warn">,
  damaged: (error: StoreError) => void = () => undefined,
): Database {
  const db = new Kysely<Tables>({ dialect: dialect.kysely });
  let waiting = false;

  function failure(fault: StoreFault, cause: unknown): StoreError {
    const error = new StoreError(fault, path, cause);
    if (fault === "corrupt" || fault === "not-a-database" || fault === "lost") damaged(error);
    return error;
  }

  async function attempt<T>(action: (db: Kysely<Tables>) => Promise<T>, since: number, pause: number): Promise<T> {
    try {
      return await action(db);
    } catch (error) {
      if (error instanceof StoreError) throw error;
      const fault = dialect.faultOf(error);
      if (fault === undefined) throw error;
      if (fault !== "busy" || clock.now() - since >= PATIENCE) throw failure(fault, error);
      if (!waiting && pause === LONGEST_PAUSE)
        log.warn({ path }, "the database is locked by another program: waiting until it lets go");
      waiting ||= pause === LONGEST_PAUSE;
      await clock.sleep(pause);
      const result = await attempt(action, since, Math.min(pause * 2, LONGEST_PAUSE));
      waiting = false; // that the lock is gone shows only where it was waited for: reading goes on beside it
      return result;
    }
  }

  return {
    dialect,
    path,
    clock,
    run: (action) => attempt(action, clock.now(), SHORTEST_PAUSE),
    close: () => db.destroy(),
  };
}
