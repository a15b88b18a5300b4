import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";

const ROOT = join(import.meta.dirname, "..", "..");

/** What a run printed, and how it ended. */
export interface Ended {
  readonly out: string;
  readonly err: string;
  readonly code: number | null;
}

/** Runs the command line program on a data directory, to its end. */
export async function attacheWith(directory: string, ...args: string[]): Promise<Ended> {
  return attacheIn({ DATA_DIRECTORY: directory }, ...args);
}

/** Runs the command line program with these settings, to its end. */
export async function attacheIn(settings: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  const child = spawn(process.execPath, ["src/cli/attache.ts", ...args], {
    cwd: ROOT,
    env: { ...process.env, ...settings },
  });
  const [out, err, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close") as Promise<[number | null]>,
  ]);
  return { out, err, code };
}
