import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own, gone with the run of the tests. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "attache-"));
}
