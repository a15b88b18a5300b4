/** Why the database cannot be used, in words for the operator: what happened and what to do next. */
export type StoreFault =
  | "newer"
  | "corrupt"
  | "foreign-wal"
  | "not-a-database"
  | "lost"
  | "read-only"
  | "full"
  | "disk"
  | "busy"
  | "replaced"
  | "unreachable"
  | "other";

/** The same steps as in README.md. */
const RESTORE =
  "Move its file and the ones that end in -wal and -shm away, all three; put the newest backup in its place, alone; leave the one that ends in -mark; start again.";

const CURE: Readonly<Record<StoreFault, string>> = {
  newer: "It was written by a newer version of Attaché: start that version, or give this one a database of its own.",
  corrupt: `It is damaged. Stop, and restore the newest backup. ${RESTORE}`,
  "foreign-wal": `A backup was put in its place while the -wal of the former database is still there. Nothing was opened. ${RESTORE}`,
  "not-a-database": "The file is not an SQLite database. Check the path; nothing in it was changed.",
  lost:
    "The file is empty, gone or no database, although the one that ends in -mark shows that it was in use here. Nothing was changed. Mount the disk that it is on, or restore " +
    `the newest backup. ${RESTORE} To begin anew with nobody subscribed, empty the one that ends in -mark instead: as long as it is there, nothing of today is posted twice.`,
  "read-only":
    "It cannot be written. Check the owner and mode of the file and its folder, and whether the disk is read-only.",
  full: "The disk is full. Free some space: posting goes on by itself, nothing is lost.",
  disk: "The disk does not read or write: it is full, or failing. Free some space and start again; with room to spare, check the disk.",
  busy: "Another program holds it locked. Posting goes on once it lets go.",
  replaced: `Its file was removed or replaced while it was in use. Put the right file in its place and start again, or restore the newest backup. ${RESTORE}`,
  unreachable: "The file cannot be opened. Check that the folder exists and that this user may use it.",
  other: "See the cause above.",
};

/** What may be over when the process is started again; all else waits for a person. */
const PASSES: ReadonlySet<StoreFault> = new Set(["full", "disk", "busy", "other"]);

/** The database failed. Its message is fit to be printed as it is. */
export class StoreError extends Error {
  readonly fault: StoreFault;
  /** For the log. */
  readonly isSelfExplained = true;
  /** Starting again after a while may help. */
  readonly passes: boolean;

  constructor(fault: StoreFault, path: string, cause?: unknown) {
    const because = cause instanceof Error ? `: ${cause.message}` : "";
    super(`The database ${path} cannot be used (${fault}${because}). ${CURE[fault]}`, { cause });
    this.name = "StoreError";
    this.fault = fault;
    this.passes = PASSES.has(fault);
  }
}
