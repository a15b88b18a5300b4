import diagnostics from "node:diagnostics_channel";
import { flushCompileCache } from "node:module";
import { systemClock } from "../../src/clock.ts";
import { createDelivery } from "../../src/delivery/delivery.ts";
import { createPosting } from "../../src/discord/posting.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import type { Discord, Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { simpleComposer } from "../delivery/composer.ts";
import { FakeClock } from "../store/fake-clock.ts";
import { silentLog } from "../store/silent-log.ts";

/** What the parent gives a child: where everything is, what time it is, and the step at which to die (0: never). */
export interface Life {
  readonly database: string;
  readonly api: string;
  readonly token: string;
  readonly botId: string;
  readonly now: number;
  readonly dieAt: number;
}

/** The parent's orders: it is that late now, do the minute's work. */
export interface Order {
  readonly now: number;
  readonly tick: boolean;
}

/** The child's word that the order is carried out, how many steps it has taken, and when it wants to be woken. */
export interface Report {
  readonly steps: number;
  readonly nextWake: number | undefined;
}

const life = JSON.parse(process.argv[2] ?? "{}") as Life;
let steps = 0;

/** One boundary of the round. SIGKILL leaves no time for anything: no handler, no flush, no rollback by us. */
function step(): void {
  steps += 1;
  if (steps === life.dieAt) process.kill(process.pid, "SIGKILL");
}

/** Before and after each call of a port. */
function stepping<T extends object>(port: T): T {
  return new Proxy(port, {
    get(target, name) {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]): Promise<unknown> => {
        step();
        const result: unknown = await Reflect.apply(member, target, args);
        step();
        return result;
      };
    },
  });
}

for (const boundary of ["client:sendHeaders", "request:bodySent", "request:headers", "request:trailers"])
  diagnostics.subscribe(`undici:${boundary}`, step);

const clock = new FakeClock(life.now);
const real = await openStore(life.database, systemClock, silentLog);
const store: Store = { ...real, ledger: stepping(real.ledger) };
const { posting } = createRestClients({
  api: life.api,
  token: life.token,
  clock,
  log: silentLog,
  tokenRefused: () => process.exit(2),
});
const discord: Discord = stepping(createPosting(posting, life.botId));
const delivery = createDelivery({
  clock,
  store,
  discord,
  composer: simpleComposer(),
  log: silentLog,
  fatal: () => process.exit(3),
  pace: Number.POSITIVE_INFINITY,
  spread: 0,
});

/** Until nothing moves any more but the clock. */
async function quiet(): Promise<void> {
  for (let still = 0, seen = steps; still < 3; still += 1) {
    await new Promise((resolve) => setTimeout(resolve, 2));
    if (steps !== seen) still = -1;
    seen = steps;
  }
}

process.on("message", (order: Order) => {
  void (async () => {
    clock.set(order.now);
    if (order.tick) await delivery.tick();
    await new Promise((resolve) => setImmediate(resolve)); // whoever was woken by the clock begins
    await Promise.race([delivery.idle(), quiet()]);
    process.send?.({ steps, nextWake: clock.nextWake() } satisfies Report);
  })();
});
process.on("disconnect", () => process.exit(0));
flushCompileCache(); // a process that is killed would not leave its compiled modules to the next
process.send?.({ steps: 0, nextWake: undefined } satisfies Report);
