import { onTestFinished } from "vitest";
import { z } from "zod";
import { createDelivery, type Delivery, type DeliveryOptions } from "../../src/delivery/delivery.ts";
import type { Delivery as Row } from "../../src/delivery/ledger.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { type AgreedClock, createAgreedClock } from "../../src/discord/agreed-clock.ts";
import { createPosting } from "../../src/discord/posting.ts";
import { createRestClients } from "../../src/discord/rest.ts";
import { createLog } from "../../src/log.ts";
import type { ChannelSeed, StandIn, StandInOptions } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Clock, Discord, Store } from "../../src/ports.ts";
import { subscribed, temporaryStore } from "../store/support.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";
import { type SimpleComposer, simpleComposer } from "./composer.ts";
import { slowly } from "./slowly.ts";
import { callsUnderWay } from "./under-way.ts";

export function discordOf(standIn: StandIn, clock: Clock, agreed?: AgreedClock): Discord {
  const { posting } = createRestClients({
    ...(agreed && { agreed }),
    api: standIn.url,
    token: standIn.token,
    clock,
    log: silentLog,
    tokenRefused: () => undefined,
  });
  onTestFinished(() => posting.clearHandlerSweeper());
  return createPosting(posting, standIn.applicationId);
}

/** A log that keeps the messages of what is logged, from "info" on. */
export function recordingLog(clock: Clock) {
  const written: string[] = [];
  const log = createLog({ level: "info", clock, secrets: [] }, { write: (line) => written.push(line) });
  return { log, lines: () => written.map((line) => z.object({ msg: z.string() }).parse(JSON.parse(line)).msg) };
}

export interface Scene {
  readonly clock: FakeClock;
  readonly standIn: StandIn;
  readonly store: Store;
  readonly delivery: Delivery;
  readonly fatal: string[];
  readonly composer: SimpleComposer;
  /** Sets the clock and lets the minute's work be done to its end. */
  readonly at: (instant: string | number) => Promise<void>;
  /** Lets time pass up to that instant, minute by minute, waking in order whoever sleeps. */
  readonly until: (instant: string | number) => Promise<void>;
  /** Resolves once whatever is left to do waits for the clock. */
  readonly still: () => Promise<void>;
  /** A server, a channel and a subscription to it. */
  readonly subscribe: (settings?: Parameters<typeof subscribed>[1], channel?: ChannelSeed) => Promise<Subscription>;
  readonly history: (subscription: Pick<Subscription, "id">) => Promise<readonly Row[]>;
  readonly texts: (channelId: string) => readonly string[];
  /** A process of its own, as after a restart: on the same store, or on another. */
  readonly another: (store?: Store) => Delivery;
  /** Two rounds of a process that starts at that instant and ends after them. */
  readonly afterRestart: (instant: string) => Promise<void>;
}

/** A stand-in for Discord, a store, and delivery between them, with one clock that the test sets. */
export async function scene(
  start: string,
  options: Partial<Omit<DeliveryOptions, "clock">> & {
    readonly clock?: FakeClock;
    /** Each process goes by Discord's clock where its own is wrong, as the bot does. */
    readonly agrees?: boolean;
    readonly standIn?: Partial<StandInOptions>;
    readonly composer?: SimpleComposer;
    /** How many milliseconds each request takes. */
    readonly latency?: number;
  } = {},
): Promise<Scene> {
  const { clock = new FakeClock(start) } = options;
  const standIn = await startStandIn({ clock, ...options.standIn });
  onTestFinished(() => standIn.close());
  const store = options.store ?? (await temporaryStore());
  const composer = options.composer ?? simpleComposer();
  const fatal: string[] = [];
  const calls = callsUnderWay();
  const make = (on: Store) => {
    const agreed = options.agrees ? createAgreedClock(clock, options.log ?? silentLog) : undefined;
    const discord = discordOf(standIn, clock, agreed);
    const made = createDelivery({
      clock: agreed ?? clock,
      ...(agreed && {
        agree: async () => {
          for (let asked = 0; asked < 2 && !agreed.isFresh(); asked += 1) await discord.isIn("100000000000000000");
        },
      }),
      discord: slowly(calls.watch("discord", discord), clock, options.latency ?? 0),
      log: silentLog,
      fatal: (reason) => fatal.push(reason),
      pace: Number.POSITIVE_INFINITY,
      spread: 0,
      ...options,
      store: {
        ...on,
        subscriptions: calls.watch("subscriptions", on.subscriptions),
        ledger: calls.watch("ledger", on.ledger),
        guilds: calls.watch("guilds", on.guilds),
        ownEvents: calls.watch("ownEvents", on.ownEvents),
      },
      composer,
    });
    onTestFinished(() => made.stop());
    return made;
  };
  const delivery = make(store);
  return {
    clock,
    standIn,
    store,
    delivery,
    fatal,
    composer,
    another: (on = store) => make(on),
    async afterRestart(instant) {
      clock.set(instant);
      const again = make(store);
      for (const _ of [1, 2]) {
        await again.tick();
        await again.idle();
      }
      await again.stop();
    },
    still: () => calls.still(),
    async at(instant) {
      clock.set(instant);
      await delivery.tick();
      await delivery.idle();
    },
    async until(instant) {
      const end = typeof instant === "number" ? instant : Date.parse(instant);
      for (let minute = clock.now() - (clock.now() % MINUTE) + MINUTE; minute <= end; minute += MINUTE) {
        clock.set(minute);
        await delivery.tick();
        const limit = Math.min(minute + MINUTE - 1, end);
        for (await calls.still(); (clock.nextWake() ?? Number.POSITIVE_INFINITY) <= limit; await calls.still())
          clock.set(clock.nextWake() ?? limit);
      }
    },
    async subscribe(settings = {}, channel = {}) {
      const guildId = settings.guildId ?? standIn.addGuild();
      const channelId = standIn.addChannel(guildId, channel);
      return subscribed(store, { ...settings, guildId, channelId }, clock.now());
    },
    history: ({ id }) => store.ledger.history(id, 100),
    texts: (channelId) => standIn.messages(channelId).map((message) => textOf(message)),
  };
}

const MINUTE = 60_000;

/** News that a server has invited the bot, which has no role but @everyone and nothing to be mended. */
export function joined(guildId: string) {
  return { kind: "guild-joined", guildId, roleIds: [guildId], channels: [] } as const;
}

/** The clock runs for more than an hour from that instant without a jump: only then is it believed, and what is old is deleted. */
export async function steady(at: (instant: string) => Promise<void>, from: number): Promise<void> {
  for (let minutes = 0; minutes <= 70; minutes += 10) await at(new Date(from + minutes * MINUTE).toISOString());
}

function textOf(message: { readonly content: string; readonly components?: readonly unknown[] }): string {
  const shown = JSON.stringify(message.components ?? []).match(/"content":"([^"]*)"/g) ?? [];
  return [message.content, ...shown.map((part) => part.slice(11, -1))].filter(Boolean).join("|");
}
