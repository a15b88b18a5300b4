import type { APIInteraction } from "discord-api-types/v10";
import { type Connection, connectDiscord } from "../../src/discord/connection.ts";
import type { Fatal } from "../../src/fatal.ts";
import type { StandIn, StandInOptions } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import type { Clock, GuildNews } from "../../src/ports.ts";
import { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";

/** The machine's clock: for what must really happen on the wire. */
export const realClock: Clock = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(resolve, milliseconds);
      signal?.addEventListener("abort", () => {
        clearTimeout(timer);
        reject(signal.reason as Error);
      });
    }),
};

export interface Meeting {
  readonly discord: StandIn;
  readonly connection: Connection;
  readonly clock: FakeClock;
  readonly news: GuildNews[];
  readonly fatals: Fatal[];
  /** Resolves once the news so far pass. */
  readonly until: (passes: () => boolean) => Promise<void>;
}

/** Runs a test with the real client connected to a stand-in over sockets, and takes both down. */
export async function meet(
  test: (meeting: Meeting) => Promise<void>,
  options: {
    readonly standIn?: Partial<StandInOptions>;
    readonly before?: (discord: StandIn) => void;
    readonly interaction?: (interaction: APIInteraction, connection: Connection) => void;
    readonly open?: boolean;
  } = {},
): Promise<void> {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  const discord = await startStandIn({ clock, ...options.standIn });
  options.before?.(discord);
  const news: GuildNews[] = [];
  const fatals: Fatal[] = [];
  const waiting = new Set<() => void>();
  const check = () => {
    for (const wake of waiting) wake();
  };
  const closing = new AbortController();
  let connection: Connection | undefined;
  try {
    connection = await connectDiscord({
      api: discord.url,
      token: discord.token,
      clock: realClock,
      log: silentLog,
      signal: closing.signal,
      fatal: (why) => {
        fatals.push(why);
        check();
      },
    });
    const connected = connection;
    if (options.open !== false)
      await connected.open({
        interaction: (interaction) => options.interaction?.(interaction, connected),
        news: (one) => {
          news.push(one);
          check();
        },
      });
    await test({
      discord,
      connection,
      clock,
      news,
      fatals,
      until: (passes) =>
        new Promise((resolve) => {
          const wake = () => {
            if (!passes()) return;
            waiting.delete(wake);
            resolve();
          };
          waiting.add(wake);
          wake();
        }),
    });
  } finally {
    closing.abort(new Error("the test is over"));
    await connection?.close();
    await discord.close();
  }
}
