import { type APIInteractionResponse, InteractionResponseType } from "discord-api-types/v10";
import { pino } from "pino";
import { expect } from "vitest";
import type { Answer, Forged, Place } from "../../../src/playground/api.ts";
import { withBot } from "../../main/bot.ts";
import type { Seen } from "./custom-ids.ts";
import { FILES, hostileFile } from "./files.ts";
import { type Fuzzed, SEEN } from "./fuzz.ts";
import { hostileAsked, LOCALES } from "./interactions.ts";
import { customIdsIn, escapeFault } from "./judge.ts";
import { randomFrom } from "./random.ts";

/** So many are under way at once: a busy bot has several servers asking. */
const AT_ONCE = 10;

interface Sent {
  readonly forged: Forged;
  readonly place: Place;
  readonly answer: Answer | undefined;
}

/**
 * Sends so many hostile interactions to the whole bot, through the gateway and back over REST, from a server and from direct
 * messages. Each must be answered within Discord's three seconds, exactly once, with what Discord takes at the first try.
 */
export async function fuzzOverSockets(count: number, seed: number): Promise<Fuzzed> {
  const logged: string[] = [];
  const log = pino({ level: "warn" }, { write: (line: string) => void logged.push(line) });
  const random = randomFrom(seed);
  const faults: string[] = [];
  const interactions = new Set<string>();
  const attack = async ({ discord, almanac, guildId }: Parameters<Parameters<typeof withBot>[1]>[0]) => {
    await almanac.prepare();
    const [first, ...rest] = discord.commands();
    if (first === undefined) throw new Error("no commands");
    const inGuild = LOCALES.map((locale) => ({
      channelId: discord.addChannel(guildId),
      person: discord.addPerson({ locale, permissions: random.oneOf([0n, 32n, 8n]) }),
    }));
    const alone = inGuild.map(({ person }) => ({ channelId: discord.directMessages(person.id), person }));
    const [place, ...places] = [...inGuild, ...alone];
    if (place === undefined) throw new Error("nowhere to ask");
    const upload = () => discord.upload({ name: "events.csv", bytes: hostileFile(random) });
    const files = [upload(), ...Array.from({ length: FILES - 1 }, upload)] as const;
    const seen: (Seen & { readonly place: Place })[] = [];
    const send = async (): Promise<Sent> => {
      const forged = hostileAsked(random, {
        definitions: [first, ...rest],
        seen,
        applicationId: discord.applicationId,
        files,
      });
      const from =
        seen.find(({ messageId }) => messageId === forged.messageId)?.place ?? random.oneOf([place, ...places]);
      const answer = await discord.interact.forge(from, forged).catch((error: unknown) => {
        faults.push(`${String(error)}\n  asked: ${JSON.stringify(forged).slice(0, 800)}`);
        return undefined;
      });
      return { forged, place: from, answer };
    };
    for (let asked = 0; asked < count && faults.length < 10; asked += AT_ONCE) {
      for (const { forged, place: from, answer } of await Promise.all(Array.from({ length: AT_ONCE }, send))) {
        if (answer === undefined) continue;
        interactions.add(answer.interactionId);
        if (answer.response.type === InteractionResponseType.DeferredChannelMessageWithSource)
          await expect.poll(() => answer.message(), { interval: 5, timeout: 5_000 }).toBeDefined();
        const fault = logged.pop() ?? escapeFault(shownFor(answer));
        if (fault !== undefined) faults.push(`${fault}\n  asked: ${JSON.stringify(forged).slice(0, 800)}`);
        const messageId = answer.message()?.id;
        if (messageId !== undefined)
          seen.push(
            ...customIdsIn(answer.message() ?? answer.response).map((customId) => ({
              customId,
              messageId,
              place: from,
            })),
          );
      }
      seen.splice(0, seen.length - SEEN);
    }
    const later = discord.requests.filter(({ method }) => method === "PATCH");
    const isRight = ({ status, body }: (typeof later)[number]) =>
      status === 200 && JSON.stringify(body).includes('"allowed_mentions":{"parse":[]}');
    for (const request of later.filter((each) => !isRight(each)))
      faults.push(`a later answer was not right: ${JSON.stringify(request).slice(0, 800)}`);
    const callbacks = discord.requests.filter(({ path }) => path.endsWith("/callback"));
    const byInteraction = Map.groupBy(callbacks, ({ path }) => path.split("/")[2] ?? "");
    for (const id of interactions) {
      const statuses = byInteraction.get(id)?.map(({ status }) => status) ?? [];
      if (statuses.length !== 1 || statuses[0] !== 204)
        faults.push(`interaction ${id} was answered with ${statuses.join(", ")}`);
    }
  };
  await withBot("2026-06-25T10:00Z", attack, { log });
  return { answered: interactions.size, faults };
}

/** A deferred answer as the message that took its place; the mentions that it allows are in the request. */
function shownFor(answer: Answer): APIInteractionResponse {
  const { response } = answer;
  const data = answer.message();
  if (response.type !== InteractionResponseType.DeferredChannelMessageWithSource || data === undefined) return response;
  const shown = { content: data.content, components: data.components ?? [], allowed_mentions: { parse: [] } };
  return { type: InteractionResponseType.ChannelMessageWithSource, data: shown };
}
