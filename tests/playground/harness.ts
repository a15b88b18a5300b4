import { DiscordAPIError, REST } from "@discordjs/rest";
import { PermissionFlagsBits as P, Routes } from "discord-api-types/v10";
import { afterEach, beforeEach } from "vitest";
import type { Person, StandIn, StandInOptions } from "../../src/playground/api.ts";
import { startStandIn } from "../../src/playground/stand-in.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { FakeClock } from "../support/clock.ts";

export interface Setting {
  readonly clock: FakeClock;
  readonly discord: StandIn;
  readonly rest: REST;
  readonly guildId: string;
  readonly channelId: string;
  readonly person: Person;
  /** Posts to the channel; the answer, or Discord's refusal. */
  readonly post: (body: object, channelId?: string) => Promise<Record<string, unknown>>;
}

/** More than Attaché asks for: what messages with embeds and files, and new threads, need. */
const GENEROUS = INVITED_WITH | P.EmbedLinks | P.AttachFiles | P.CreatePublicThreads;

/** A stand-in with one server, one channel and one person for each test, and discord.js' own REST client. */
export function inDiscord(options: Partial<StandInOptions> = {}): () => Setting {
  let setting: Setting | undefined;
  beforeEach(async () => {
    const clock = new FakeClock("2026-06-25T09:00:00Z");
    const discord = await startStandIn({ clock, ...options });
    const rest = new REST({ api: discord.url, retries: 0, timeout: 2_000 }).setToken(discord.token);
    const guildId = discord.addGuild({ name: "Embassy" });
    const channelId = discord.addChannel(guildId, { name: "calendar", permissions: GENEROUS });
    const person = discord.addPerson({ username: "ada" });
    const post = (body: object, target = channelId) =>
      rest.post(Routes.channelMessages(target), { body }) as Promise<Record<string, unknown>>;
    setting = { clock, discord, rest, guildId, channelId, person, post };
  });
  afterEach(() => setting?.discord.close());
  return () => {
    if (setting === undefined) throw new Error("used outside a test");
    return setting;
  };
}

/** Discord's refusal of a request: its status, its JSON code, and where in the body it found what. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ status: number; code: number; faults: string[] }> {
  try {
    await request;
  } catch (error) {
    if (!(error instanceof DiscordAPIError)) throw error;
    const tree = "errors" in error.rawError ? error.rawError.errors : {};
    return { status: error.status, code: Number(error.code), faults: flat(tree, "") };
  }
  throw new Error("It was not refused");
}

function flat(tree: unknown, at: string): string[] {
  if (typeof tree !== "object" || tree === null) return [];
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    key === "_errors" && Array.isArray(value)
      ? value.map((each: { code: string }) => `${at} ${each.code}`)
      : flat(value, at === "" ? key : `${at}.${key}`),
  );
}
