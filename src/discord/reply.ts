import {
  type APIInteractionResponse,
  type APIInteractionResponseCallbackData,
  InteractionResponseType,
  MessageFlags,
} from "discord-api-types/v10";
import type { QuietReply, Reply } from "../../commands/command.ts";
import { escapeMarkdown } from "../messages/markdown.ts";
import type { MessagePayload } from "../messages/payload.ts";
import { shorten } from "../messages/plain.ts";

/** A refusal is plain text, what a person typed included: escaped, and cut where Discord would refuse it. */
const LONGEST_CONTENT = 2_000;

/**
 * A reply as the one callback of its interaction. Whatever the message says, it mentions nobody. What would go in place of a message is
 * a quiet one where the interaction came from none: Discord refuses the other.
 */
export function responseOf(reply: Reply, isFromMessage: boolean): APIInteractionResponse {
  if (reply.kind === "later") return DEFERRED;
  if (reply.kind === "update" && isFromMessage)
    return { type: InteractionResponseType.UpdateMessage, data: silent(reply.message) };
  const message = reply.kind === "refusal" ? laterOf(reply) : silent(reply.message);
  return {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: reply.kind === "public" ? message : quiet(message),
  };
}

/** What takes the place of a deferred answer. It is for the asker alone already: that is settled when an answer is deferred. */
export function laterOf(reply: QuietReply): APIInteractionResponseCallbackData {
  return silent(
    reply.kind === "refusal" ? { content: shorten(escapeMarkdown(reply.text), LONGEST_CONTENT) } : reply.message,
  );
}

const DEFERRED: APIInteractionResponse = {
  type: InteractionResponseType.DeferredChannelMessageWithSource,
  data: { flags: MessageFlags.Ephemeral },
};

function silent(message: MessagePayload): APIInteractionResponseCallbackData {
  return { ...message, allowed_mentions: { parse: [] } };
}

function quiet(message: APIInteractionResponseCallbackData): APIInteractionResponseCallbackData {
  return { ...message, flags: (message.flags ?? 0) | MessageFlags.Ephemeral };
}
