import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { systemClock } from "../src/clock.ts";
import { startStandIn } from "../src/playground/stand-in.ts";

/** One start of the whole bot against a stand-in on loopback, with one server. */
export interface Startup {
  /** From the start of the process until it is ready: connected, posting, its commands registered. */
  readonly milliseconds: number;
  /** Resident after idling; undefined where /proc does not say. */
  readonly megabytes: number | undefined;
}

/** As npm start does. */
const START = ["launcher/run.mjs", "--max-semi-space-size=2", "--optimize-for-size", "src/main.ts"];

/** Starts the bot with no index built, and again with the one from the first start. */
export async function benchStartup(idleSeconds: number): Promise<{ readonly cold: Startup; readonly built: Startup }> {
  const folder = mkdtempSync(join(tmpdir(), "attache-bench-"));
  const discord = await startStandIn({ clock: systemClock });
  discord.addChannel(discord.addGuild());
  const settings = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.url,
    DATABASE_URL: join(folder, "attache.sqlite"),
    LOG_LEVEL: "info",
    NODE_COMPILE_CACHE: join(folder, "compiled"),
  };
  try {
    return { cold: await startOnce(settings, idleSeconds), built: await startOnce(settings, idleSeconds) };
  } finally {
    await discord.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function startOnce(settings: Readonly<Record<string, string>>, idleSeconds: number): Promise<Startup> {
  const began = performance.now();
  const child = spawn(process.execPath, START, { env: settings, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  try {
    await new Promise<void>((resolve, reject) => {
      child.stdout.on("data", (chunk: Buffer) => {
        if (chunk.toString().includes('"msg":"ready"')) resolve();
      });
      child.once("close", (code) => reject(new Error(`the bot ended with ${code} before it was ready`)));
    });
    const milliseconds = performance.now() - began;
    await wait(idleSeconds * 1_000);
    return { milliseconds, megabytes: residentOfChild(child.pid) };
  } finally {
    child.kill("SIGTERM");
    await ended;
  }
}

/** Of the one process that another has started. */
function residentOfChild(parent: number | undefined): number | undefined {
  try {
    const pid = readFileSync(`/proc/${parent}/task/${parent}/children`, "utf8").trim();
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
    return kilobytes === undefined ? undefined : Number(kilobytes) / 1_024;
  } catch {
    return undefined;
  }
}
