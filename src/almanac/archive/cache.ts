import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Built, readBuilt } from "./build-process.ts";

const FILE = "almanac.index";
const KEY_LENGTH = 64;

/** What an index was built from: the tables of data/, the code that built it, and the form in which Node.js saves it. */
export function keyOf(dataDigest: string): string {
  const hash = createHash("sha256").update(`${dataDigest} ${process.versions.v8}`);
  const folder = join(import.meta.dirname, "..");
  const code = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  for (const name of code.sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** What was saved under the key; undefined where there is nothing, or something else, or only a part. */
export function readCache(cacheDir: string, key: string): Built | undefined {
  try {
    const bytes = readFileSync(join(cacheDir, FILE));
    if (bytes.toString("latin1", 0, KEY_LENGTH) !== key) return undefined;
    return readBuilt(bytes.subarray(KEY_LENGTH));
  } catch {
    return undefined;
  }
}

/**
 * Saves what buildElsewhere answered for the next start; whoever else reads or saves at the same moment has the old file
 * or the new one, whole. Where nothing can be written, nothing is saved: the archive works without.
 */
export function saveCache(cacheDir: string, key: string, built: Buffer): void {
  const temporary = join(cacheDir, `${FILE}.${randomUUID()}`);
  try {
    mkdirSync(cacheDir, { recursive: true });
    writeFileSync(temporary, Buffer.concat([Buffer.from(key, "latin1"), built]));
    renameSync(temporary, join(cacheDir, FILE));
  } catch {
    rmSync(temporary, { force: true });
  }
}
