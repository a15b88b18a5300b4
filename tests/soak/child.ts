import diagnostics from "node:diagnostics_channel";
import { flushCompileCache } from "node:module";
import SQLite from "better-sqlite3";
import type { Clock } from "../../src/ports.ts";
import { plainMessage } from "../delivery/composer.ts";
import { FakeClock } from "../support/clock.ts";
import { startDelivering } from "./delivering.ts";

/** At the nth passing of a boundary a process dies; where channels are named, only calls about one of them count. */
export interface Death {
  readonly boundary: string;
  readonly nth: number;
  readonly channelIds?: readonly string[];
}

/** What the parent gives a child: where everything is, what time it is, and the boundary at whose nth time it dies. */
export interface Life {
  readonly database: string;
  readonly api: string;
  readonly token: string;
  readonly botId: string;
  readonly now: number;
  /** Requests a second. */
  readonly pace: number;
  readonly death?: Death;
  /** A channel in which an admin has a trial posted at the first tick, outside the ledger. */
  readonly trial?: string;
}

/** The parent's orders: it is that late now, the machine's clock is so much ahead of it, do the minute's work. */
export interface Order {
  readonly now: number;
  readonly ahead: number;
  readonly tick: boolean;
}

/** The child's word that the order is carried out as far as it can be now, and when it wants to be woken. */
export interface Report {
  readonly nextWake: number | undefined;
  /** How many requests it has begun. */
  readonly requests: number;
}

const life = JSON.parse(process.argv[2] ?? "{}") as Life;
let times = 0;
let requests = 0;

/** One boundary of the round. SIGKILL leaves no time for anything: no handler, no flush, no rollback by us. */
function step(boundary: string, args: readonly unknown[] = []): void {
  if (boundary === "client:sendHeaders") requests += 1;
  if (boundary !== life.death?.boundary) return;
  if (life.death.channelIds?.includes(String(args[0])) === false) return;
  times += 1;
  if (times === life.death.nth) process.kill(process.pid, "SIGKILL");
}

for (const boundary of ["client:sendHeaders", "request:bodySent", "request:headers", "request:trailers"])
  diagnostics.subscribe(`undici:${boundary}`, () => step(boundary));

/** Each statement of a claim, from its transaction's begin to its commit. */
let claiming = false;
const prepare: unknown = Reflect.get(SQLite.prototype, "prepare");
if (typeof prepare !== "function") throw new Error("better-sqlite3 prepares no statements");
const prepareInSteps = new Proxy(prepare, {
  apply(target, database, args): unknown {
    if (claiming) step("within ledger.claim");
    return Reflect.apply(target, database, args);
  },
});
Reflect.set(SQLite.prototype, "prepare", prepareInSteps);

function told(boundary: string, args: readonly unknown[]): void {
  if (boundary.startsWith("ledger.claim ")) claiming = boundary.endsWith("before");
  step(boundary, args);
}

const time = new FakeClock(life.now);
let ahead = 0;
/** What the machine's clock shows may jump; who sleeps, sleeps as long as asked. */
const clock: Clock = {
  now: () => time.now() + ahead,
  async sleep(milliseconds, signal) {
    const isTurn = milliseconds > 0 && milliseconds <= 1_000 / life.pace;
    if (isTurn) step("its turn before");
    await time.sleep(milliseconds, signal);
    if (isTurn) step("its turn after");
  },
};
const { delivery, still } = await startDelivering({ ...life, clock, told });

let trial = life.trial;
function tryOnce(): void {
  if (trial === undefined) return;
  void delivery.aside.createMessage(trial, plainMessage("trial"), `trial${life.now}`).catch(() => undefined);
  trial = undefined;
}

process.on("message", (order: Order) => {
  void (async () => {
    ahead = order.ahead;
    time.set(order.now);
    if (order.tick) await delivery.tick();
    if (order.tick) tryOnce();
    await still();
    process.send?.({ nextWake: time.nextWake(), requests } satisfies Report);
  })();
});
process.on("disconnect", () => process.exit(0));
flushCompileCache(); // a process that is killed would not leave its compiled modules to the next
process.send?.({ nextWake: undefined, requests } satisfies Report);
