import { randomBytes } from "node:crypto";
import { closeSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import type { Kysely } from "kysely";
import type { Log } from "../log.ts";
import type { Instant } from "../ports.ts";
import type { Database } from "./database.ts";
import type { Tables } from "./tables.ts";

/** Marks a database as in use; see Store. */
export type Continuity = (now: Instant) => Promise<Instant | undefined>;

const RESTORED =
  "this database is not the one that was used here last (a backup, or one that was moved here): each post of a " +
  "date that has begun is looked for in its channel before it is sent";

/**
 * Tells a database from an older copy of it. A mark that changes each minute stands in the database and, with the one before it, in a file
 * beside it (the database's name and "-mark"), which also says when it was made: a backup has an older mark, a database moved alone
 * has no file, and a folder restored or moved as a whole has a file that was made later than it says. Only a machine set back as a whole cannot know.
 * While the file cannot be written nothing is concluded from it, and the mark in the database stays as it was, so that the two still agree.
 */
export function createContinuity(database: Database, log: Pick<Log, "warn">): Continuity {
  const { path } = database;
  const marks = path === ":memory:" ? undefined : marksIn(markOf(path));
  let isKnown = marks === undefined;
  let isOther = false;
  let isWarned = false;

  /** What is wrong with the file keeps nobody from posting. */
  function attempt<T>(act: () => T): T | undefined {
    try {
      return act();
    } catch (error) {
      if (!isWarned)
        log.warn({ err: error, path }, "the database's mark cannot be kept: a backup put back would not be noticed");
      isWarned = true;
      return undefined;
    }
  }

  /** Whether the mark is written down, where there is a file for it. */
  function kept(before: string, last: string): boolean {
    return marks === undefined || attempt(() => marks.write(before, last)) !== undefined;
  }

  async function renew(trx: Kysely<Tables>, now: Instant) {
    // a write comes first: of two processes the second waits here until the first has written both
    const first = await trx
      .insertInto("continuity")
      .values({ id: 1, mark: newMark(), restored_at: null })
      .onConflict((conflict) => conflict.doNothing())
      .returning("id")
      .executeTakeFirst();
    const { mark, restored_at } = await trx.selectFrom("continuity").selectAll().executeTakeFirstOrThrow();
    const isNew = first !== undefined;
    isOther ||= !isKnown && attempt(() => (isNew ? marks?.exist() : marks?.hold(mark) === false)) === true;
    const next = newMark();
    if (!kept(mark, next)) {
      if (isNew) await trx.deleteFrom("continuity").execute(); // still to be compared with the file
      return { restoredAt: restored_at, isWritten: false };
    }
    const restoredAt = isOther ? now : restored_at;
    await trx.updateTable("continuity").set({ mark: next, restored_at: restoredAt }).execute();
    return { restoredAt, isWritten: true };
  }

  return async (now) => {
    const { restoredAt, isWritten } = await database.run((db) => db.transaction().execute((trx) => renew(trx, now)));
    if (isWritten && isOther) log.warn({ path }, RESTORED);
    isOther = false; // but where the transaction failed: the file is written then, and tells no more
    isKnown ||= isWritten;
    return restoredAt ?? undefined;
  };
}

/** Where the mark of the database at path is kept. */
export function markOf(path: string): string {
  return `${path}-mark`;
}

function newMark(): string {
  return randomBytes(8).toString("hex");
}

/** The file beside the database: the mark before the last, the last, and when the file was made, in one line of constant length. */
function marksIn(path: string) {
  const born = () => String(statSync(path, { bigint: true }).birthtimeNs);
  const exist = () => statSync(path, { throwIfNoEntry: false }) !== undefined;
  return {
    exist,
    hold(mark: string): boolean {
      if (!exist()) return false;
      const [before, last, made] = readFileSync(path, "utf8").trim().split(" ");
      return made === born() && (mark === before || mark === last);
    },
    /** In place, so that the file stays the one that was made. */
    write(before: string, last: string): true {
      const file = openSync(path, exist() ? "r+" : "wx", 0o600);
      try {
        writeSync(file, `${before} ${last} ${born()}\n`, 0);
        return true;
      } finally {
        closeSync(file);
      }
    },
  };
}
