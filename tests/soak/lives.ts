import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type { FakeClock } from "../support/clock.ts";
import { built } from "./built.ts";
import type { Life, Order, Report } from "./child.ts";

/** An order is carried out within seconds; a child that is not done after so long goes round in circles, and hears nothing any more. */
const LONGEST = 120_000;

const program = built(new URL("child.ts", import.meta.url));

/** One process that delivers, from its start to its death. */
export interface Process {
  /** Carries out an order; undefined where it died over it. */
  order(order: Order): Promise<Report | undefined>;
  kill(): Promise<void>;
  readonly dead: boolean;
}

/** A new process, as an operator or a supervisor would start it. */
export async function start(life: Life): Promise<Process> {
  const child = fork(await program, [JSON.stringify(life)], {
    execArgv: [],
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    env: { ...process.env, NODE_COMPILE_CACHE: `${life.database}.compile-cache` },
  });
  const state = { dead: false };
  const died = deathOf(child, state);
  died.catch(() => undefined);
  await Promise.race([reportOf(child), died]);
  return {
    get dead() {
      return state.dead;
    },
    async order(order) {
      const report = reportOf(child);
      const done = new AbortController();
      const stuck = wait(LONGEST, undefined, { signal: done.signal }).then(() => {
        child.kill("SIGKILL");
        throw new Error(
          `a process has not done after two minutes what was to be done at ${new Date(order.now).toISOString()}`,
        );
      });
      stuck.catch(() => undefined);
      child.send(order, () => undefined);
      return Promise.race([report, died, stuck]).finally(() => done.abort());
    },
    async kill() {
      child.kill("SIGKILL");
      await died;
    },
  };
}

async function deathOf(child: ChildProcess, state: { dead: boolean }): Promise<undefined> {
  const [code, signal] = (await once(child, "exit")) as [number | null, string | null];
  state.dead = true;
  if (signal !== "SIGKILL") throw new Error(`the child ended by itself: ${code} ${signal}`);
  return undefined;
}

async function reportOf(child: ChildProcess): Promise<Report> {
  const [report] = (await once(child, "message")) as [Report];
  return report;
}

const MINUTE = 60_000;

/**
 * Lets a process work up to that instant: every full minute a tick, and in between whenever it wants to be woken. Its machine's clock
 * is ahead by so much.
 */
export async function workUntil(
  worker: Process,
  clock: FakeClock,
  end: number,
  aheadAt: (now: number) => number = () => 0,
): Promise<Report | undefined> {
  let report = await worker.order({ now: clock.now(), ahead: aheadAt(clock.now()), tick: true });
  while (report !== undefined && clock.now() < end) {
    const minute = clock.now() - (clock.now() % MINUTE) + MINUTE;
    const wake = report.nextWake ?? Number.POSITIVE_INFINITY;
    const now = Math.min(minute, end, Math.max(wake, clock.now() + 1));
    clock.set(now);
    report = await worker.order({ now, ahead: aheadAt(now), tick: now === minute });
  }
  return report;
}
