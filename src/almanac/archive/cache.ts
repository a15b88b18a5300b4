import { createHash, randomUUID } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { serialize } from "node:v8";
import { makeFolder } from "./folder.ts";
import { deserializeOwned } from "./serial.ts";
import type { Index } from "./shape.ts";

const KEY_LENGTH = 64;

/** What an index was built from: the tables of data/, the code that built it, and the form in which Node.js saves it. */
export function keyOf(dataDigest: string): string {
  const hash = createHash("sha256").update(`${dataDigest} ${process.versions.v8}`);
  const folder = join(import.meta.dirname, "..");
  const code = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
  for (const name of code.sort()) hash.update(readFileSync(join(folder, name)));
  return hash.digest("hex");
}

/** Where the index of a data directory is saved: each directory has its own. */
export function cacheFile(cacheDir: string, dataDir: string): string {
  const name = createHash("sha256").update(resolve(dataDir)).digest("hex").slice(0, 12);
  return join(cacheDir, `almanac-${name}.index`);
}

/** The index that was saved under the key; undefined where there is nothing, or something else, or only a part. */
export function readCache(file: string, key: string): Index | undefined {
  try {
    const bytes = readFileSync(file);
    if (bytes.toString("latin1", 0, KEY_LENGTH) !== key) return undefined;
    // Saved under a key that holds this very code, so it has the shape of an Index.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    return deserializeOwned(bytes.subarray(KEY_LENGTH)) as Index;
  } catch {
    return undefined;
  }
}

/**
 * Saves an index for the next start; whoever else reads or saves at the same moment has the old file
 * or the new one, whole. Where nothing can be written, nothing is saved: the archive works without.
 */
export function saveCache(file: string, key: string, index: Index): void {
  const temporary = `${file}.${randomUUID()}`;
  try {
    makeFolder(dirname(file));
    writeFileSync(temporary, Buffer.concat([Buffer.from(key, "latin1"), serialize(index)]));
    renameSync(temporary, file);
  } catch {
    // Where the folder could not be made there is nothing to take away.
    if (existsSync(temporary)) rmSync(temporary);
  }
}
