import type { Almanac } from "./almanac.ts";
import { buildElsewhere, readBuilt } from "./archive/build-process.ts";
import { cacheFile, keyOf, readCache, saveCache } from "./archive/cache.ts";
import { type DataFiles, readDataFiles } from "./archive/data-files.ts";
import { readRedirects } from "./archive/redirects.ts";
import type { Index } from "./archive/shape.ts";
import { DataError } from "./fault.ts";
import { almanacOf } from "./lookup/lookups.ts";
import { loadRegister } from "./parties/load.ts";

/** How often data/ may change under our feet while it is read. */
const TRIES = 3;

/**
 * Opens the archive of a data directory. The index is taken from the cache directory, or built and saved there if data/
 * or the code has changed since; a cache directory that cannot be written is no obstacle. Throws DataError, which lists
 * file, line and cure, where data/ cannot be read.
 */
export function openAlmanac(dataDir: string, cacheDir: string): Almanac {
  for (let left = TRIES; left > 0; left--) {
    const data = readDataFiles(dataDir);
    const index = indexOf(data, dataDir, cacheDir);
    if (index)
      return almanacOf({
        index,
        bytes: data.bytes,
        digest: data.digest,
        parties: loadRegister(dataDir),
        redirects: readRedirects(dataDir),
      });
  }
  throw new Error(`${dataDir} keeps changing while it is read: try again when nothing writes to it.`);
}

/** The index of the data; undefined if the directory has changed in the meantime. */
function indexOf({ digest }: DataFiles, dataDir: string, cacheDir: string): Index | undefined {
  const key = keyOf(digest);
  const file = cacheFile(cacheDir, dataDir);
  const cached = readCache(file, key);
  if (cached && "index" in cached) return cached.index;
  const bytes = buildElsewhere(dataDir);
  const built = readBuilt(bytes);
  if ("faults" in built) throw new DataError(built.faults);
  if (built.digest !== digest) return undefined;
  saveCache(file, key, bytes);
  return built.index;
}
