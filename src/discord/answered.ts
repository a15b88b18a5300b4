import type { APIInteraction, APIInteractionResponse, APIInteractionResponseCallbackData } from "discord-api-types/v10";
import type { QuietReply, Reply } from "../../commands/command.ts";
import type { Attachment } from "../ports.ts";
import { laterOf, responseOf } from "./reply.ts";

/** A response and the files that it shows. */
export interface Answered {
  readonly response: APIInteractionResponse;
  readonly files: readonly Attachment[];
  /** Where the response only says that it is being worked on: what then takes its place. */
  readonly later?: () => Promise<Later>;
}

/** What takes the place of a response. */
export interface Later {
  readonly message: APIInteractionResponseCallbackData;
  readonly files: readonly Attachment[];
}

/** A reply as the response of its interaction. Work that is left gets done by `finish`, which never rejects. */
export function answered(
  reply: Reply,
  interaction: APIInteraction,
  finish: (work: () => Promise<QuietReply>) => Promise<QuietReply>,
): Answered {
  const isFromMessage = "message" in interaction && interaction.message !== undefined;
  const now = { response: responseOf(reply, isFromMessage), files: filesOf(reply) };
  if (reply.kind !== "later") return now;
  const later = async () => {
    const said = await finish(reply.work);
    return { message: laterOf(said), files: filesOf(said) };
  };
  return { ...now, later };
}

function filesOf(reply: Reply): readonly Attachment[] {
  return ("files" in reply && reply.files) || [];
}
