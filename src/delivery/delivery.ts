import type { Log } from "../log.ts";
import type { Clock, Discord, GuildNews, Store } from "../ports.ts";
import { createAlerts } from "./alerts.ts";
import { type Aside, asideOf } from "./aside.ts";
import { type Budget, createBudget } from "./budget.ts";
import type { Composer } from "./compose.ts";
import { composeOnce } from "./composing.ts";
import { createExtras } from "./extras.ts";
import { createGate } from "./gate.ts";
import { createHolds } from "./holds.ts";
import { createAlarm, createJob, LOOKING } from "./jobs.ts";
import { createLine } from "./line.ts";
import { createMemory } from "./memory.ts";
import { eachMinute } from "./minutes.ts";
import { createNap } from "./nap.ts";
import type { Needs } from "./needs.ts";
import { hear } from "./news.ts";
import { noticeTeller } from "./notices.ts";
import { createPacer } from "./pacer.ts";
import { createProbes } from "./probes.ts";
import { createProgress, findOverdue } from "./progress.ts";
import { createRecord } from "./record.ts";
import { LEASE, type RoundParts, retake, serve, whoIsDue } from "./round.ts";
import { type PostingState, stateOf } from "./state.ts";
import { createSuspender } from "./suspender.ts";
import { tidier } from "./tidying.ts";
import { createTroubles } from "./troubles.ts";
import { createWeather } from "./weather.ts";
import { zoneWatch } from "./zones.ts";

export interface DeliveryOptions {
  readonly clock: Clock;
  readonly store: Store;
  readonly discord: Discord;
  readonly composer: Composer;
  readonly log: Log;
  /** Nothing can be posted any more: the process must end, with this as its last words. */
  readonly fatal: (reason: string) => void;
  /** Requests a second (Discord allows a bot 50 over all). */
  readonly pace?: number;
  /** Seconds within which the posts of one minute go out. */
  readonly spread?: number;
  /** Requests under way at the same time. */
  readonly concurrency?: number;
  /** Makes sure, before each round, that the clock is right. */
  readonly agree?: () => Promise<void>;
  /** Looks after the groups of states that are followed: asked once a minute. */
  readonly groups?: () => Promise<void>;
}

export interface Delivery {
  /** The gateway's news, in the order in which they came. */
  hear(news: GuildNews): Promise<void>;
  /** One look at who is due; what is due is then sent in the background. */
  tick(): Promise<void>;
  /** Posts outside the ledger, in the same line as all others; unreachable while everything pauses. */
  readonly aside: Aside;
  /** How it stands, as far as is known without asking the database or Discord. */
  state(): PostingState;
  /** Resolves once nothing is under way. */
  idle(): Promise<void>;
  /** Sends nothing more; resolves when the requests under way have ended and are settled. */
  stop(): Promise<void>;
}

/** News that comes often: what it opens to be tried again waits for the minute. */
const QUIET: ReadonlySet<GuildNews["kind"]> = new Set(["guild-present", "guild-heard-from"]);

/** So long the first round waits for the news of who has removed the bot meanwhile; without the gateway posts go out all the same. */
const PATIENCE = 60_000;

/** No row is tried after its date; one that is looked for once more than needed costs a request. */
const KNOWN_FOR = 2 * 86_400_000;

/** Starts the minute's round once `reconciled`, the gateway's first news, is there, or after a minute: posting is REST only. */
export function startDelivery(options: DeliveryOptions, reconciled: Promise<void>): Delivery {
  const { clock } = options;
  const delivery = createDelivery(options);
  const stopping = new AbortController();
  const { signal } = stopping;
  const patience = clock.sleep(PATIENCE, signal).catch(() => undefined);
  const ticking = Promise.race([reconciled.then(() => delivery.idle()), patience]).then(
    // what was missed while the process was down does not wait for the next minute
    () => eachMinute(clock, () => delivery.tick(), signal),
  );
  return {
    ...delivery,
    stop: async () => {
      stopping.abort();
      await delivery.stop();
      await ticking;
    },
  };
}

/** Delivery without its timer: whoever calls tick is the clock's minute. */
export function createDelivery(options: DeliveryOptions): Delivery {
  const { clock, log } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const wake = createAlarm(clock, () => retaking.run(), signal);
  const budget = createBudget();
  const needs = needsOf(options, stopping, wake, budget);
  const parts: RoundParts = {
    line: createLine(budget),
    gate: createGate(options.concurrency ?? 64),
    suspender: createSuspender(needs),
    spread: options.spread ?? 30,
    nap: createNap(clock, signal),
  };
  const shared = { signal, troubles: needs.troubles };
  const looking = createJob(LOOKING, looker(needs, parts, options.agree), shared);
  const serving = createJob("sending", () => serve(needs, parts), shared);
  const retaking = createJob("trying again", () => retake(needs, parts), shared);
  const telling = createJob("telling admins", noticeTeller(needs), shared);
  const tidying = createJob("tidying", tidier(needs), shared);
  const zones = createJob("looking after time zones", zoneWatch(needs), shared);
  const groups = createJob("looking after groups", options.groups ?? (async () => undefined), shared);
  const jobs = [looking, serving, retaking, telling, tidying, zones, groups];
  let hearing: Promise<void> = Promise.resolve();

  async function idle(): Promise<void> {
    await hearing;
    for (const job of jobs) await job.idle();
    await parts.gate.empty();
  }

  return {
    idle,
    aside: asideOf(needs),
    state: () => stateOf(needs),
    async tick() {
      looking.run();
      await looking.idle();
      parts.nap.rouse();
      for (const job of [serving, retaking, telling, tidying, zones, groups]) job.run();
    },
    hear(news) {
      hearing = hearing
        .then(() => hear(needs, news))
        .catch((error: unknown) => {
          if (signal.aborted) return;
          log.error(
            { err: error, news: news.kind },
            "news from Discord could not be acted on; the next READY makes up for it",
          );
        });
      return QUIET.has(news.kind) ? hearing : hearing.then(() => retaking.run());
    },
    async stop() {
      stopping.abort();
      await idle();
    },
  };
}

function needsOf(options: DeliveryOptions, stopping: AbortController, wake: Needs["wake"], budget: Budget): Needs {
  const { signal } = stopping;
  const pacer = createPacer(options.clock, options.pace ?? 40);
  return {
    ...options,
    composer: composeOnce(options.composer, options.clock),
    pacer,
    weather: createWeather(options.clock, pacer, options.log),
    holds: createHolds(options.clock),
    probes: createProbes(options.clock, budget),
    alert: createAlerts(options.clock, options.log),
    extras: createExtras(options.clock),
    gone: new Set(),
    unavailable: new Map(),
    inHand: new Set(),
    known: createMemory(options.clock, KNOWN_FOR),
    progress: createProgress(options.clock),
    record: createRecord(options.store, options.clock),
    troubles: createTroubles(options.log),
    unwritten: new Set(),
    signal,
    wake,
    fatal: (reason) => {
      if (signal.aborted) return;
      stopping.abort(); // or the same refusal would come again for everybody who is due
      options.fatal(reason);
    },
  };
}

/** Who is due joins the line. A clock that was ahead, now or before this process started, has left traces to undo. */
function looker(needs: Needs, { line, spread }: RoundParts, agree: DeliveryOptions["agree"]): () => Promise<void> {
  let last = Number.POSITIVE_INFINITY;
  return async () => {
    await agree?.();
    const now = needs.clock.now();
    try {
      if (now < last) {
        line.disperse();
        last = Number.POSITIVE_INFINITY; // until it has gone through
        await needs.store.ledger.rewind(now, now + LEASE);
      }
      await needs.record.renew(now);
      last = now;
    } finally {
      line.join(await whoIsDue(needs, spread, now)); // what cannot be undone keeps nobody else waiting
    }
    needs.progress.looked(await findOverdue(needs.store, now));
  };
}
