import { systemClock } from "../../src/clock.ts";
import { createDelivery, type Delivery } from "../../src/delivery/delivery.ts";
import { createPosting } from "../../src/discord/posting.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import type { Clock, Store } from "../../src/ports.ts";
import { openStore } from "../../src/store/open.ts";
import { simpleComposer } from "../delivery/composer.ts";
import { callsUnderWay } from "../delivery/under-way.ts";
import { silentLog } from "../support/log.ts";

export interface Wiring {
  readonly database: string;
  readonly api: string;
  readonly token: string;
  readonly botId: string;
  readonly clock: Clock;
  /** Requests a second. */
  readonly pace: number;
  /** Told before and after each call of a port, with what it is called with. */
  readonly told?: (boundary: string, args: readonly unknown[]) => void;
}

/** What delivers in a process of its own. */
export interface Delivering {
  readonly store: Store;
  readonly delivery: Delivery;
  /** Resolves once whatever is left to do waits for the clock. */
  readonly still: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** The real round, store and client between a database file and a Discord behind a socket; only posts are short. What is fatal ends the process. */
export async function startDelivering({ database, clock, botId, pace, told, ...at }: Wiring): Promise<Delivering> {
  const calls = callsUnderWay();
  const store = await openStore(database, systemClock, silentLog);
  const { posting } = createRestClients({ ...at, clock, log: silentLog, tokenRefused: () => process.exit(2) });
  const delivery = createDelivery({
    clock,
    store: {
      ...store,
      subscriptions: calls.watch("subscriptions", store.subscriptions, told),
      guilds: calls.watch("guilds", store.guilds, told),
      ledger: calls.watch("ledger", store.ledger, told),
      ownEvents: calls.watch("ownEvents", store.ownEvents, told),
    },
    discord: calls.watch("discord", createPosting(posting, botId), told),
    composer: simpleComposer(),
    log: silentLog,
    fatal: () => process.exit(3),
    pace,
    spread: 0,
  });
  return {
    store,
    delivery,
    still: () => calls.still(),
    async stop() {
      await delivery.stop();
      await store.close();
      posting.clearHandlerSweeper();
    },
  };
}
