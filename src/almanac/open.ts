import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Almanac } from "./almanac.ts";
import { buildElsewhere, FLAGS } from "./archive/build-process.ts";
import { cacheFile, keyOf, readCache, saveCache } from "./archive/cache.ts";
import { countsOf } from "./archive/counts.ts";
import { readDataFiles } from "./archive/data-files.ts";
import { readRedirects } from "./archive/redirects.ts";
import type { Index } from "./archive/shape.ts";
import { DataError } from "./fault.ts";
import { readJudgement } from "./judgement-read.ts";
import { almanacOf } from "./lookup/lookups.ts";
import { loadRegister } from "./parties/load.ts";
import { readPublishers } from "./publishers.ts";
import { readUsualNames } from "./usual-names.ts";

/** How often data/ may change under our feet while it is read. */
const TRIES = 3;

/**
 * Opens the archive of a data directory. The index is taken from the cache directory, or built and saved there if data/
 * or the code has changed since, and again once it is complete (see Almanac.prepare); a cache directory that cannot be
 * written is no obstacle. Throws DataError, which lists file, line and cure, where data/ cannot be read.
 */
export function openAlmanac(dataDir: string, cacheDir: string): Almanac {
  const file = cacheFile(cacheDir, dataDir);
  for (let left = TRIES; left > 0; left--) {
    const data = readDataFiles(dataDir);
    const key = keyOf(data.digest);
    const index = readCache(file, key) ?? build(data.digest, dataDir, (built) => saveCache(file, key, built));
    if (!index) continue;
    const counts = countsOf(index);
    const tables = {
      parties: loadRegister(dataDir, (code) => counts.partyCount(code)),
      judgement: readJudgement(dataDir),
      publishers: readPublishers(dataDir),
      redirects: readRedirects(dataDir),
      usualNames: readUsualNames(dataDir),
    };
    const { bytes, digest } = data;
    return almanacOf(
      { index, bytes, digest, ...tables },
      { save: () => saveCache(file, key, index), elsewhere: () => completed(dataDir, cacheDir, key) },
    );
  }
  throw new Error(`${dataDir} keeps changing while it is read: try again when nothing writes to it.`);
}

/** The index of the data with that digest, saved; undefined if the directory has changed in the meantime. */
function build(digest: string, dataDir: string, save: (index: Index) => void): Index | undefined {
  const built = buildElsewhere(dataDir);
  if ("faults" in built) throw new DataError(built.faults);
  if (built.digest !== digest) return undefined;
  save(built.index);
  return built.index;
}

const COMPLETE = join(import.meta.dirname, "archive", "complete-process.ts");

/** The index as another process completed and saved it; undefined where it could not. */
async function completed(dataDir: string, cacheDir: string, key: string): Promise<Index | undefined> {
  try {
    await promisify(execFile)(process.execPath, [...FLAGS, COMPLETE, dataDir, cacheDir]);
  } catch {
    return undefined;
  }
  return readCache(cacheFile(cacheDir, dataDir), key);
}
