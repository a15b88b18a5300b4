import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "..");

export interface Started {
  readonly pageUrl: string;
  stop(): Promise<void>;
}

/** Runs what `npm start` runs without a token, on a free port, as a process of its own; rejects with what it said. */
export async function startAttache(): Promise<Started> {
  const { DISCORD_TOKEN: _token, ...environment } = process.env;
  const child = spawn(process.execPath, [join(ROOT, "src/main.ts")], {
    cwd: ROOT,
    env: { ...environment, PLAYGROUND_PORT: "0", TZ: "UTC" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const said: string[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk.toString("utf8")));
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const pageUrl = /http:\/\/127\.0\.0\.1:\d+/u.exec(line)?.[0];
    if (pageUrl !== undefined) return { pageUrl, stop: () => stop(child) };
  }
  throw new Error(`Attaché did not start: ${said.join("\n")}`);
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
}
