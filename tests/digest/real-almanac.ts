import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Almanac } from "../../src/almanac/almanac.ts";
import { openAlmanac } from "../../src/almanac/open.ts";

/** The archive of data/ as the bot opens it, with an index built for the test. */
export function realAlmanac(): Almanac {
  const cache = mkdtempSync(join(tmpdir(), "attache-digest-"));
  try {
    return openAlmanac("data", cache);
  } finally {
    rmSync(cache, { recursive: true });
  }
}
