import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import { type APIInteractionResponse, InteractionResponseType, MessageFlags } from "discord-api-types/v10";
import type { Later } from "../../../src/discord/answered.ts";
import { ANSWER_FLAGS, checkMessage } from "../../../src/playground/rules/message.ts";
import { expectBody } from "../../../src/playground/schema.ts";
import type { Attachment } from "../../../src/ports.ts";

/** What is wrong with an answer: Discord would refuse it, it may mention somebody, or typed markdown works in it. */
export function faultOf(response: APIInteractionResponse, files: readonly Attachment[]): string | undefined {
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
    return escapeFault(response);
  } catch (error) {
    return `Discord would refuse it: ${JSON.stringify(error)} ${String(error)}`;
  }
}

/** The same of an answer that was deferred, and of what then took its place: the same as a whole message to the asker alone. */
export function laterFaultOf(response: APIInteractionResponse, { message: data, files }: Later): string | undefined {
  const isQuiet =
    response.type === InteractionResponseType.DeferredChannelMessageWithSource &&
    response.data?.flags === MessageFlags.Ephemeral;
  if (!isQuiet) return `a deferred answer of type ${response.type} that others see`;
  return faultOf({ type: InteractionResponseType.ChannelMessageWithSource, data }, files);
}

/** That a message may mention somebody, or that typed markdown works in it. */
export function escapeFault(response: APIInteractionResponse): string | undefined {
  const isMessage =
    response.type === InteractionResponseType.ChannelMessageWithSource ||
    response.type === InteractionResponseType.UpdateMessage;
  return isMessage ? (mentionFault(response.data?.allowed_mentions) ?? markdownFault(response)) : undefined;
}

function mentionFault(allowed: { readonly parse?: readonly string[] } | undefined): string | undefined {
  return allowed?.parse?.length === 0 ? undefined : "it may mention somebody";
}

/** What a person typed comes out as text: none of it is a mention, a link, emphasis, a heading, a quote or a timestamp. */
const ESCAPED: readonly RegExp[] = [
  /(?<!\\)@(?:everyone|here)/i,
  // what was typed is 1234...: our own lines name channels, and admins in the record of changes, and ping nobody
  /(?<!\\)<(?:@!?&?1234|#1234|:PWN|\/setup|https|t:0:)/,
  /\]\(https:\/\/evil/,
  /https:\/\/evil/,
  /(?<!\\)(?:\*\*|__|~~|\|\||`)PWN/,
  /^(?:#|>|-) PWN/m,
];

/** A link that an admin gave for a server's own date says the host to which it leads, and only that: such a one is no disguise. */
const HOST_LINK = /\[([^\]]*)\]\(https:\/\/([^/)]*)[^)\s]*\)/g;

function hostIfTrue(whole: string, label: string, host: string): string {
  return label === host ? host : whole;
}

function markdownFault(body: unknown): string | undefined {
  const contents: string[] = [];
  JSON.stringify(body, (key, value: unknown) => {
    if (key === "content" && typeof value === "string") contents.push(value.replaceAll(HOST_LINK, hostIfTrue));
    return value;
  });
  const broken = ESCAPED.find((pattern) => contents.some((content) => pattern.test(content)));
  return broken === undefined ? undefined : `${String(broken)} matches ${JSON.stringify(contents).slice(0, 500)}`;
}

/** Every custom_id in an answer. */
export function customIdsIn(answer: unknown): readonly string[] {
  const found: string[] = [];
  JSON.stringify(answer, (key, value: unknown) => {
    if (key === "custom_id" && typeof value === "string") found.push(value);
    return value;
  });
  return found;
}
