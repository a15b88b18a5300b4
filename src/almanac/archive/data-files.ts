import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { SIGNIFICANCE_FOLDER } from "../judgement-tables.ts";

/** A file of data/ and where its bytes are among all. */
export interface DataFile {
  /** As a reader would open it: the data directory as it was given, then the path in it. */
  readonly path: string;
  readonly start: number;
  readonly end: number;
}

/** Every table of data/, read whole: rows are read out of these bytes when they are asked for. */
export interface DataFiles {
  readonly bytes: Buffer;
  readonly events: readonly DataFile[];
  readonly sources: readonly DataFile[];
  /** Changes whenever a byte or a file's name does. */
  readonly digest: string;
}

/** Reads the tables of a data directory: events, sources, parties, what an editor judged, publishers, redirects and usual names. Throws where one cannot be read. */
export function readDataFiles(dataDir: string): DataFiles {
  const paths = ["events", "sources", "parties", SIGNIFICANCE_FOLDER].flatMap((folder) =>
    csvFilesIn(join(dataDir, folder)),
  );
  for (const table of ["publishers", "redirects", "usual-names"]) paths.push(join(dataDir, `${table}.csv`));
  const sizes = paths.map((path) => statSync(path).size);
  const bytes = Buffer.allocUnsafeSlow(sizes.reduce((sum, size) => sum + size, 0));
  const hash = createHash("sha256");
  let start = 0;
  const files = paths.map((path, index): DataFile => {
    const end = start + (sizes[index] ?? 0);
    readInto(bytes, path, start, end);
    hash.update(`${path}\0${end - start}\0`);
    const file = { path, start, end };
    start = end;
    return file;
  });
  const digest = hash.update(bytes).digest("hex");
  const under = (folder: string): readonly DataFile[] =>
    files.filter(({ path }) => path.startsWith(join(dataDir, folder)));
  return { bytes, events: under("events"), sources: under("sources"), digest };
}

/** The CSV files under a folder, in order of their paths; none where there is no such folder. */
export function csvFilesIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".csv"))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function readInto(bytes: Buffer, path: string, start: number, end: number): void {
  const descriptor = openSync(path, "r");
  try {
    const read = readSync(descriptor, bytes, start, end - start, 0);
    if (read !== end - start || fstatSync(descriptor).size !== read)
      throw new Error(`${path} was changed while it was being read: try again.`);
  } finally {
    closeSync(descriptor);
  }
}
