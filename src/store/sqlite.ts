import { chmodSync, closeSync, existsSync, openSync, readSync, statSync } from "node:fs";
import { dirname } from "node:path";
import SQLite from "better-sqlite3";
import { type DatabaseConnection, type Driver, SqliteDialect, SqliteDriver, sql } from "kysely";
import { makeFolder } from "../almanac/archive/folder.ts";
import { markOf } from "./continuity.ts";
import type { Dialect } from "./dialect.ts";
import { StoreError, type StoreFault } from "./errors.ts";

/** How long a statement waits inside SQLite for a lock: the whole process stands still meanwhile, so the long wait is ours. */
const BUSY_TIMEOUT = 10;

/**
 * Opens the SQLite file (":memory:" for a database of this connection alone), made with mode 0600 where it is new.
 * WAL with synchronous FULL: what a transaction has settled survives a power cut, or a post could go out twice.
 * Throws StoreError.
 */
export function sqliteDialect(path: string): Dialect {
  const database = open(path);
  return {
    kysely: new FirstErrorDialect(database),
    bigint: "integer",
    tableEnd: sql`strict`,
    faultOf: (error) => faultAt(path, error),
    wipe: () => void database.pragma("wal_checkpoint(truncate)"),
    schema: () => schemaOf(database),
  };
}

/** SQLite ends a transaction by itself where the disk is full: a rollback then would fail too, and hide why. */
class FirstErrorDriver extends SqliteDriver {
  readonly #database: SQLite.Database;

  constructor(database: SQLite.Database) {
    super({ database });
    this.#database = database;
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#database.inTransaction) await super.rollbackTransaction(connection);
  }
}

class FirstErrorDialect extends SqliteDialect {
  readonly #database: SQLite.Database;

  constructor(database: SQLite.Database) {
    super({ database });
    this.#database = database;
  }

  override createDriver(): Driver {
    return new FirstErrorDriver(this.#database);
  }
}

function open(path: string): SQLite.Database {
  try {
    if (path !== ":memory:") {
      refuseEmpty(path);
      createPrivately(path);
      refuseForeignLog(path);
    }
    const database = new SQLite(path, { timeout: BUSY_TIMEOUT });
    database.pragma("journal_mode = wal");
    database.pragma("synchronous = full");
    database.pragma("foreign_keys = on");
    database.pragma("secure_delete = on");
    const verdict = database.pragma("quick_check(1)", { simple: true });
    if (verdict !== "ok") throw new StoreError("corrupt", path, new Error(String(verdict)));
    return database;
  } catch (error) {
    if (error instanceof StoreError) throw error;
    throw new StoreError(faultAt(path, error) ?? "unreachable", path, error);
  }
}

/** Throws StoreError where the database has gone, but not its mark: a new one would serve nobody, and its -wal be deleted. */
export function refuseEmpty(path: string): void {
  if (sizeOf(path) === 0 && sizeOf(markOf(path)) > 0) throw new StoreError("lost", path);
}

/** In bytes; 0 of what is not there. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** A file that is no database, beside the mark of one, was ours. */
export function faultAt(path: string, error: unknown): StoreFault | undefined {
  const fault = faultOf(error);
  return fault === "not-a-database" && existsSync(markOf(path)) ? "lost" : fault;
}

/** Ids of servers and channels are nobody else's business on a shared machine; SQLite gives the side files the same mode. */
function createPrivately(path: string): void {
  makeFolder(dirname(path));
  const created = createIfAbsent(path);
  if (created) chmodSync(path, 0o600);
}

function createIfAbsent(path: string): boolean {
  try {
    closeSync(openSync(path, "ax", 0o600));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Where SQLite notes in a file's header how it is to be read and written (the file format, 1.3.4): 2 with a -wal, 1 without. */
const FORMAT_AT = 19;
const WITHOUT_LOG = 1;

/**
 * Throws StoreError where what stands in the -wal beside a file cannot be its own. A backup is written without one; put over a database whose -wal was left, it would be
 * read with the other's rows, and SQLite says nothing.
 */
export function refuseForeignLog(path: string): void {
  const log = statSync(`${path}-wal`, { throwIfNoEntry: false });
  if (log && log.size > 0 && formatOf(path) === WITHOUT_LOG) throw new StoreError("foreign-wal", path);
}

function formatOf(path: string): number | undefined {
  const header = Buffer.alloc(FORMAT_AT + 1);
  const file = openSync(path, "r");
  try {
    return readSync(file, header, 0, header.length, 0) === header.length ? header[FORMAT_AT] : undefined;
  } finally {
    closeSync(file);
  }
}

const FAULTS: readonly (readonly [RegExp, StoreFault])[] = [
  [/^SQLITE_(BUSY|LOCKED)/, "busy"],
  [/^(SQLITE_FULL|ENOSPC|EDQUOT)/, "full"],
  [/^(SQLITE_IOERR|EIO)/, "disk"],
  [/^SQLITE_CORRUPT/, "corrupt"],
  [/^SQLITE_NOTADB/, "not-a-database"],
  [/^(SQLITE_READONLY|EROFS|EACCES|EPERM)/, "read-only"],
  [/^(SQLITE_CANTOPEN|ENOENT|ENOTDIR|EISDIR)/, "unreachable"],
];

/** The fault that an error of SQLite or of the file system stands for; undefined for another. */
function faultOf(error: unknown): StoreFault | undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return FAULTS.find(([shape]) => shape.test(code))?.[1] ?? (code.startsWith("SQLITE_") ? "other" : undefined);
}

function schemaOf(database: SQLite.Database): string {
  const rows = database
    .prepare<[], { sql: string }>(
      "select sql from sqlite_schema where sql is not null order by case type when 'table' then 0 else 1 end, name",
    )
    .all();
  return rows.map((row) => `${row.sql};\n`).join("\n");
}
