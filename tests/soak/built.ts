import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { rolldown } from "rolldown";
import { temporaryFolder } from "../support/folder.ts";

/**
 * A program of ours and all that it imports as one file, which starts in half the time of eight hundred. What comes with compiled code stays where
 * it is.
 */
export async function built(program: URL): Promise<string> {
  const native = { id: import.meta.resolve("better-sqlite3"), external: true };
  const bundle = await rolldown({
    input: fileURLToPath(program),
    platform: "node",
    plugins: [{ name: "native", resolveId: (id) => (id === "better-sqlite3" ? native : null) }],
  });
  const file = join(temporaryFolder(), "program.mjs");
  await bundle.write({ file, format: "esm", codeSplitting: false });
  return file;
}
