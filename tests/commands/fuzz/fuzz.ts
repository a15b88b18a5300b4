import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import { type APIInteractionResponse, InteractionResponseType } from "discord-api-types/v10";
import { pino } from "pino";
import { commands } from "../../../commands/index.ts";
import { createRouter } from "../../../src/discord/router.ts";
import { ANSWER_FLAGS, checkMessage } from "../../../src/playground/rules/message.ts";
import { expectBody } from "../../../src/playground/schema.ts";
import type { Attachment } from "../../../src/ports.ts";
import { openStore } from "../../../src/store/open.ts";
import { openArchive } from "../../../src/wiring/archive.ts";
import { createNeeds } from "../../../src/wiring/needs.ts";
import { realClock, silent } from "../../discord/fixture.ts";
import { hostileInteraction } from "./interactions.ts";
import { randomFrom } from "./random.ts";

/** So many milliseconds of the processor an answer may take: Discord waits three seconds, and others wait meanwhile. */
const IN_TIME = 1_000;

/** What of all that was asked went wrong; empty is right. */
export interface Fuzzed {
  readonly answered: number;
  readonly faults: readonly string[];
}

/** Sends so many hostile interactions through the real router on the real archive; the same seed sends the same. */
export async function fuzz(count: number, seed: number): Promise<Fuzzed> {
  const logged: string[] = [];
  const log = pino({ level: "error" }, { write: (line: string) => void logged.push(line) });
  const { almanac, catalogue } = openArchive("data", ".attache/cache");
  const store = await openStore(":memory:", realClock, silent);
  const clock = { ...realClock, now: () => Date.parse("2026-06-25T10:00Z") };
  const needs = createNeeds({ almanac, catalogue, store, log, issuesUrl: "https://example.org/issues/new" });
  const router = createRouter({ commands, needs, catalogue, clock, log });
  const [first, ...rest] = router.definitions;
  if (first === undefined) throw new Error("no commands");
  const random = randomFrom(seed);
  const faults: string[] = [];
  for (let asked = 0; asked < count && faults.length < 10; asked++) {
    const interaction = hostileInteraction(random, [first, ...rest]);
    const start = process.cpuUsage();
    const { response, files } = await router.answer(interaction);
    const took = process.cpuUsage(start).user / 1_000;
    if (took > IN_TIME)
      faults.push(`an answer took ${took.toFixed(0)} ms: ${JSON.stringify(interaction).slice(0, 800)}`);
    const fault = logged.pop() ?? faultOf(response, files);
    if (fault !== undefined) faults.push(`${fault}\n  asked: ${JSON.stringify(interaction).slice(0, 800)}`);
  }
  await store.close();
  return { answered: count, faults };
}

function faultOf(response: APIInteractionResponse, files: readonly Attachment[]): string | undefined {
  // what goes over the wire
  const body: unknown = JSON.parse(JSON.stringify(response));
  try {
    if (response.type === InteractionResponseType.ApplicationCommandAutocompleteResult) {
      expectBody(ApplicationCommandAutocompleteCallbackRequestSchema, body);
      return undefined;
    }
    if (response.type === InteractionResponseType.Modal) {
      expectBody(ModalInteractionCallbackRequestSchema, body);
      return undefined;
    }
    if (
      response.type !== InteractionResponseType.ChannelMessageWithSource &&
      response.type !== InteractionResponseType.UpdateMessage
    )
      return `an answer of type ${response.type}`;
    if (response.type === InteractionResponseType.UpdateMessage)
      expectBody(UpdateMessageInteractionCallbackRequestSchema, body);
    else expectBody(CreateMessageInteractionCallbackRequestSchema, body);
    const uploaded = files.map(({ name, contentType: type, data: bytes }, at) => ({
      index: String(at),
      name,
      type,
      bytes,
    }));
    checkMessage(response.data ?? {}, uploaded, ANSWER_FLAGS);
    return mentionFault(response.data?.allowed_mentions) ?? markdownFault(body);
  } catch (error) {
    return `Discord would refuse it: ${JSON.stringify(error)} ${String(error)}`;
  }
}

function mentionFault(allowed: { readonly parse?: readonly string[] } | undefined): string | undefined {
  return allowed?.parse?.length === 0 ? undefined : "it may mention somebody";
}

/** What a person typed comes out as text: none of it is a mention, a link, emphasis, a heading, a quote or a timestamp. */
const ESCAPED: readonly RegExp[] = [
  /(?<!\\)@(?:everyone|here)/i,
  /(?<!\\)<(?:@|#1234|:PWN|\/setup|https|t:0:)/,
  /\]\(https:\/\/evil/,
  /https:\/\/evil/,
  /(?<!\\)(?:\*\*|__|~~|\|\||`)PWN/,
  /^(?:#|>|-) PWN/m,
];

function markdownFault(body: unknown): string | undefined {
  const contents: string[] = [];
  JSON.stringify(body, (key, value: unknown) => {
    if (key === "content" && typeof value === "string") contents.push(value);
    return value;
  });
  const broken = ESCAPED.find((pattern) => contents.some((content) => pattern.test(content)));
  return broken === undefined ? undefined : `${String(broken)} matches ${JSON.stringify(contents).slice(0, 500)}`;
}
