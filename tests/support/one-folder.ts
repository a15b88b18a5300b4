import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** One folder for all that a run of the tests writes, gone with the run: workers and processes that are killed clean up nothing. */
export function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "attache-tests-"));
  chmodSync(folder, 0o755); // a test enters its own as another user
  Object.assign(process.env, { TMPDIR: folder });
  return () => rmSync(folder, { recursive: true, force: true });
}
