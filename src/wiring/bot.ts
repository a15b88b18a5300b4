import { commands } from "../../commands/index.ts";
import { searchZones } from "../../commands/typed/zone-search.ts";
import type { Almanac } from "../almanac/almanac.ts";
import type { Presets } from "../almanac/parties/presets.ts";
import type { Places } from "../almanac/places.ts";
import type { Composer } from "../delivery/compose.ts";
import { createComposer } from "../delivery/composer.ts";
import { type Delivery, type DeliveryOptions, startDelivery } from "../delivery/delivery.ts";
import { createAgreedClock } from "../discord/agreed-clock.ts";
import { createAnswerer } from "../discord/callback.ts";
import { createChannelUnseen } from "../discord/channel-unseen.ts";
import { createPlaceKeeper } from "../discord/command-place.ts";
import { type Connection, connectDiscord } from "../discord/connection.ts";
import { createDirectMessages } from "../discord/direct.ts";
import { createFileReader } from "../discord/files.ts";
import { createForumTags } from "../discord/forum-tags.ts";
import { createNoticeTeller } from "../discord/notices.ts";
import { keepRegistering, registerCommands } from "../discord/registration.ts";
import { createRouter } from "../discord/router.ts";
import { within } from "../discord/within.ts";
import { EXIT, Fatal } from "../fatal.ts";
import type { Watched } from "../http/health.ts";
import type { Log } from "../log.ts";
import type { Catalogue } from "../messages/catalogue.ts";
import type { Clock, Store } from "../ports.ts";
import { groupWatch } from "./groups.ts";
import { createNeeds } from "./needs.ts";
import { createPendingNotices } from "./notices.ts";
import { watchedOf } from "./watched.ts";

/** An interaction waits so long, and no longer, for the news before it to be heeded: Discord waits for three seconds. */
const HEEDING = 200;
/** Behind more news than these, such as those of all servers in a new session, it does not wait. */
const FEW_NEWS = 5;

export interface BotOptions {
  readonly api: string;
  readonly token: string;
  readonly almanac: Almanac;
  readonly catalogue: Catalogue;
  readonly presets: Presets;
  readonly places: Places;
  readonly store: Store;
  /** What the posts and the answers take for the time, unless Discord says that it is wrong. */
  readonly clock: Clock;
  /** The machine's time, for the connection. */
  readonly systemClock: Clock;
  readonly log: Log;
  readonly pace: Pick<DeliveryOptions, "pace" | "spread">;
  /** Where errors in the facts can be reported. */
  readonly issuesUrl?: string | undefined;
  /** Where calendar feeds are served to everybody. */
  readonly feedUrl?: string | undefined;
  readonly signal: AbortSignal;
  /** Called when the process cannot go on, at any time. */
  readonly fatal: (why: Fatal) => void;
}

export interface Bot {
  readonly connection: Connection;
  readonly delivery: Delivery;
  /** For the health page. */
  readonly watched: () => Watched;
  /** Finishes what is under way, says goodbye to Discord. */
  readonly stop: () => Promise<void>;
}

function deliveryOptions(
  { pace, store, log, presets, fatal }: BotOptions,
  connection: Connection,
  clock: Clock,
  composer: Composer,
): DeliveryOptions {
  return {
    ...pace,
    clock,
    store,
    log,
    discord: connection.posting,
    composer,
    agree: () => connection.agree(),
    groups: groupWatch({ store, presets, clock }),
    fatal: (reason) => fatal(new Fatal(reason, EXIT.mend)),
  };
}

/** The names of parties and of zones are indexed before anybody can type one: Discord shows no choices that come late. */
function indexNames({ almanac, places }: BotOptions): void {
  almanac.parties.search("a", "en-GB", 1);
  searchZones("a", [], 0, 1, places);
}

type Lost = (what: string) => (error: unknown) => void;

/** Heeds the news in their order. What a command brings about, such as another try in a channel that refuses, its answer tells of. */
function listenerOf(delivery: Delivery, answer: ReturnType<typeof createAnswerer>, clock: Clock, lost: Lost) {
  let heard: Promise<void> = Promise.resolve();
  let unheard = 0;
  const listener: Parameters<Connection["open"]>[0] = {
    interaction: (interaction) =>
      void within(HEEDING, clock, unheard > FEW_NEWS ? Promise.resolve() : heard)
        .catch(() => undefined)
        .then(() => answer(interaction))
        .catch(lost("an interaction was not answered")),
    news: (news) => {
      unheard += 1;
      heard = delivery
        .hear(news)
        .catch(lost("news from Discord was not heeded"))
        .finally(() => {
          unheard -= 1;
        });
    },
  };
  return listener;
}

/**
 * Connects everything to Discord. Resolves when the bot is ready: posts go out, commands are registered and answered. Nobody can
 * ask before the facts are prepared: after a change of data/ that takes some seconds, and Discord waits for an answer for three.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { api, token, almanac, catalogue, store, systemClock, log, signal, fatal } = options;
  const clock = createAgreedClock(options.clock, log);
  const lost: Lost = (what) => (error) => log.error({ err: error }, what);
  const [connection] = await Promise.all([
    connectDiscord({ api, token, clock: systemClock, agreed: clock, log, signal, fatal }),
    almanac.prepare().catch(lost("lookups over many days were not prepared and take their time")),
  ]);
  indexNames(options);
  const composer = createComposer(almanac, catalogue);
  const opened = Promise.withResolvers<void>();
  const delivery = startDelivery(deliveryOptions(options, connection, clock, composer), opened.promise);
  const { answers } = connection.rest;
  const needs = createNeeds({
    almanac,
    catalogue,
    presets: options.presets,
    places: options.places,
    store,
    clock: systemClock,
    log,
    issuesUrl: options.issuesUrl,
    feedUrl: options.feedUrl,
    posting: delivery.aside,
    asked: {
      directMessages: createDirectMessages(answers),
      readFile: createFileReader(api),
      forumTags: createForumTags(answers, log),
      channelUnseen: createChannelUnseen(answers),
    },
  });
  const router = createRouter({ commands, needs, catalogue, clock, log, secret: token });
  const tellWhoAsked = createNoticeTeller(answers, createPendingNotices(store, composer), log);
  const keepPlace = createPlaceKeeper(router.definitions, store.guilds);
  const afterwards = async (interaction: Parameters<typeof keepPlace>[0]) => {
    await tellWhoAsked(interaction);
    await keepPlace(interaction);
  };
  const answer = createAnswerer({ router, rest: answers, clock: systemClock, log, afterwards });
  await connection.open(listenerOf(delivery, answer, systemClock, lost));
  opened.resolve();
  const stopping = new AbortController();
  await keepRegistering(() => registerCommands(answers, connection.applicationId, router.definitions, log), {
    clock: systemClock,
    log,
    signal: stopping.signal,
  });
  return {
    connection,
    delivery,
    watched: () => watchedOf(connection.health(), delivery.state(), connection.rest.barred(), clock.ahead()),
    async stop() {
      stopping.abort();
      await delivery.stop();
      await connection.close();
    },
  };
}
