import { type APIInteraction, GatewayDispatchEvents, Routes } from "discord-api-types/v10";
import type { Fatal } from "../fatal.ts";
import type { Log } from "../log.ts";
import type { Clock, Discord, GuildNews, Snowflake } from "../ports.ts";
import type { AgreedClock } from "./agreed-clock.ts";
import { tokenRefused } from "./close-codes.ts";
import { createGateway } from "./gateway.ts";
import { createNewsReader } from "./news.ts";
import { outcomeOf } from "./outcome.ts";
import { createPosting } from "./posting.ts";
import { reach } from "./reach.ts";
import { createRestClients, deadline, type RestClients } from "./rest.ts";
import * as shapes from "./shapes.ts";
import type { ShardHealth } from "./shards.ts";

export interface Connection {
  readonly rest: RestClients;
  readonly applicationId: Snowflake;
  readonly posting: Discord;
  /** Opens the gateway; resolves when every shard is ready. From then on it reconnects by itself. Rejects with Fatal. */
  open(listener: { interaction(interaction: APIInteraction): void; news(news: GuildNews): void }): Promise<void>;
  /** Of each shard that has ever connected. */
  health(): readonly ShardHealth[];
  /** Asks Discord what the time is, unless an answer has said it lately. */
  agree(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Makes sure that Discord is there and knows the token, and who we are to it. `fatal` is called, at any time from then on, when
 * Discord does not want us any more. Rejects with Fatal where it cannot begin, or with the signal's reason.
 */
export async function connectDiscord(options: {
  readonly api: string;
  readonly token: string;
  readonly clock: Clock;
  /** Learns from every answer what the time is. */
  readonly agreed?: AgreedClock;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly fatal: (why: Fatal) => void;
}): Promise<Connection> {
  const { token, clock, agreed, log, signal, fatal } = options;
  const rest = createRestClients({ ...options, tokenRefused: () => fatal(tokenRefused()) });
  const self = await reach(
    async () => shapes.application.parse(await rest.answers.get(Routes.currentApplication(), { signal: deadline() })),
    options,
  );
  let listener: Parameters<Connection["open"]>[0] | undefined;
  const reader = createNewsReader(self.bot.id);
  const gateway = createGateway({
    rest: rest.answers,
    token,
    clock,
    log,
    listener: {
      fatal,
      ready: (data, shard, shards) => listener?.news(reader.ofReady(data, shard, shards)),
      dispatch(payload) {
        const news = reader.of(payload);
        if (news) listener?.news(news);
        if (payload.t === GatewayDispatchEvents.InteractionCreate) listener?.interaction(payload.d);
      },
    },
  });
  return {
    rest,
    applicationId: self.id,
    posting: createPosting(rest.posting, self.bot.id),
    async open(to) {
      listener = to;
      for (;;) {
        const { left, shards, resetAfter } = await reach(() => gateway.sessionStarts(), options);
        if (left >= shards) break;
        log.error({ left, shards, waitSeconds: resetAfter / 1_000 }, "Discord allows no more sessions today: waiting");
        await clock.sleep(resetAfter, signal);
      }
      await gateway.connect();
    },
    health: () => gateway.health(),
    async agree() {
      // a second time where the first answer said something new: one alone moves no clock
      for (let asked = 0; asked < 2 && agreed?.isFresh() === false; asked += 1)
        await outcomeOf(() => rest.answers.get(Routes.gateway(), { signal: deadline() }));
    },
    close: () => gateway.close(),
  };
}
