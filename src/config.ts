import { dirname, join } from "node:path";
import { z } from "zod";
import { nearest } from "./almanac/nearest.ts";
import { LOG_LEVELS, type LogLevel } from "./log.ts";

export interface Config {
  /** Without a token the playground runs. */
  readonly discordToken: string | undefined;
  /** Discord's REST base without its version: https://discord.com/api, a proxy, or a stand-in. */
  readonly discordApiUrl: string;
  /** The path of the SQLite file. */
  readonly databasePath: string;
  /** Where the index of the facts is kept between starts: beside the database, where this process may write. */
  readonly cacheDirectory: string;
  readonly dataDirectory: string;
  /** Unset: info for the bot, warn for the playground, whose terminal is read by a person. */
  readonly logLevel: LogLevel | undefined;
  /** 0 takes any free port. */
  readonly playgroundPort: number;
  /** Where health is answered; absent: nowhere. */
  readonly health: { readonly host: string; readonly port: number } | undefined;
  /** Calendar feeds: the address under which everybody reaches them, and where this process serves them; absent: nowhere. */
  readonly feed: { readonly url: string; readonly host: string; readonly port: number } | undefined;
  /** Requests a second that posting may use. */
  readonly postingPace: number;
  /** Where errors in the facts are reported: the address that opens a new issue, which takes title and body. */
  readonly issuesUrl: string | undefined;
}

export type Configured =
  | { readonly ok: true; readonly config: Config }
  /** A line for each fault, by name, never with the value: it may be a secret in the wrong place. */
  | { readonly ok: false; readonly faults: readonly string[] };

function isApiBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, pathname } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && search === "" && !/\/v\d+\/*$/.test(pathname);
}

/** Room is left for the report in the 512 characters that Discord takes of a button's address. */
function isIssuesUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === "https:" && text.length <= 150;
}

/** Feeds have paths of their own behind it; Discord shows the whole in a message. */
function isFeedBase(text: string): boolean {
  if (!URL.canParse(text) || text.length > 150) return false;
  const { protocol, username, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === "" && search === "" && hash === "";
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((number) => number < 65_536);

const settings = z.object({
  DISCORD_TOKEN: z
    .string()
    .regex(/^[\w.-]+$/)
    .optional(),
  DISCORD_API_URL: z
    .string()
    .refine(isApiBase)
    .transform((url) => url.replace(/\/+$/, ""))
    .default("https://discord.com/api"),
  DATABASE_URL: z
    .string()
    .refine((text) => text.startsWith("file:") || !/^\w+:\/\//.test(text))
    .transform((text) => text.replace(/^file:(\/\/)?/, ""))
    .default(".attache/attache.sqlite"),
  DATA_DIRECTORY: z.string().default("data"),
  LOG_LEVEL: z.enum(LOG_LEVELS).optional(),
  PLAYGROUND_PORT: port.default(8090),
  HEALTH_HOST: z.string().default("127.0.0.1"),
  HEALTH_PORT: port.optional(),
  FEED_URL: z
    .string()
    .refine(isFeedBase)
    .transform((url) => url.replace(/\/+$/, ""))
    .optional(),
  FEED_HOST: z.string().default("127.0.0.1"),
  FEED_PORT: port.default(8092),
  POSTING_PACE: z.coerce.number().int().min(1).max(50).default(40),
  ISSUES_URL: z.string().refine(isIssuesUrl).optional(),
});

/** The names of all settings; .env.example says what each is for. */
export const SETTINGS: readonly string[] = Object.keys(settings.shape);

/** What would be right, for the fault of each setting. */
const RIGHT: Readonly<Record<string, string>> = {
  DISCORD_TOKEN:
    "must be the bot's token alone, as the Developer Portal shows it under Bot: no quotes, no spaces, no word Bot",
  DISCORD_API_URL: "must be an http or https address without the version, such as https://discord.com/api",
  DATABASE_URL: "must be the path of an SQLite file, such as .attache/attache.sqlite (PostgreSQL is not served yet)",
  LOG_LEVEL: `must be one of ${LOG_LEVELS.join(", ")}`,
  PLAYGROUND_PORT: "must be a port from 1 to 65535, or 0 for any free one",
  HEALTH_PORT: "must be a port from 1 to 65535, 0 for any free one, or empty for no health page",
  FEED_URL: "must be an http or https address of at most 150 characters, such as https://calendar.example.org",
  FEED_PORT: "must be a port from 1 to 65535, or 0 for any free one",
  POSTING_PACE: "must be a whole number of requests a second from 1 to 50 (Discord allows a bot 50 in all)",
  ISSUES_URL: "must be an https address of at most 150 characters, such as https://github.com/owner/name/issues/new",
} satisfies Partial<Record<keyof typeof settings.shape, string>>;

/** Settings that nobody reads and that look like a misspelling of ours: DISCORD_TOKE would start the playground without a word. */
function misspelt(given: readonly string[]): readonly string[] {
  const ours = given.filter(
    (name) => /^(DISCORD|HEALTH|POSTING|PLAYGROUND|FEED)_/.test(name) && !SETTINGS.includes(name),
  );
  return ours.flatMap((name) => {
    const [meant] = nearest(name, SETTINGS, 1);
    return meant === undefined ? [] : [`${name} is no setting. Write ${meant}, or remove it.`];
  });
}

/** Reads the environment and reports every fault at once. An empty value counts as none, as in a copied .env.example. */
export function readConfig(environment: Readonly<Record<string, string | undefined>> = process.env): Configured {
  const given = Object.entries(environment).filter(([, value]) => value?.trim());
  const read = settings.safeParse(Object.fromEntries(given.map(([name, value]) => [name, value?.trim()])));
  const strange = misspelt(given.map(([name]) => name));
  if (!read.success || strange.length > 0) {
    const names = new Set(read.error?.issues.map((issue) => String(issue.path[0])));
    return {
      ok: false,
      faults: [...[...names].map((name) => `${name} ${RIGHT[name] ?? "is not right"}.`), ...strange],
    };
  }
  const { HEALTH_PORT, HEALTH_HOST, FEED_URL, FEED_HOST, FEED_PORT, ...found } = read.data;
  return {
    ok: true,
    config: {
      discordToken: found.DISCORD_TOKEN,
      discordApiUrl: found.DISCORD_API_URL,
      databasePath: found.DATABASE_URL,
      cacheDirectory: join(dirname(found.DATABASE_URL), "cache"),
      dataDirectory: found.DATA_DIRECTORY,
      logLevel: found.LOG_LEVEL,
      playgroundPort: found.PLAYGROUND_PORT,
      health: HEALTH_PORT === undefined ? undefined : { host: HEALTH_HOST, port: HEALTH_PORT },
      feed: FEED_URL === undefined ? undefined : { url: FEED_URL, host: FEED_HOST, port: FEED_PORT },
      postingPace: found.POSTING_PACE,
      issuesUrl: found.ISSUES_URL,
    },
  };
}
