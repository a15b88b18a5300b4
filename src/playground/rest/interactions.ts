import {
  ApplicationCommandAutocompleteCallbackRequestSchema,
  CreateMessageInteractionCallbackRequestSchema,
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
} from "discord-api-spec/zod";
import { type APIInteractionResponse, InteractionResponseType as Kind, MessageFlags } from "discord-api-types/v10";
import * as z from "zod/mini";
import { invalidForm, refusal } from "../errors.ts";
import { editMessage, storeMessage } from "../messages.ts";
import { componentFaults } from "../rules/components.ts";
import { ANSWER_FLAGS, checkMessage, type MessageBody } from "../rules/message.ts";
import { expectBody } from "../schema.ts";
import type { Channel, PendingInteraction, StoredMessage, World } from "../world.ts";
import { checkEdit, dropMessage } from "./messages.ts";
import { done, ok, type RestAnswer, type RestRequest, type Route } from "./route.ts";

const callbackBody = z.union([
  CreateMessageInteractionCallbackRequestSchema,
  UpdateMessageInteractionCallbackRequestSchema,
  ApplicationCommandAutocompleteCallbackRequestSchema,
  ModalInteractionCallbackRequestSchema,
  PongInteractionCallbackRequestSchema,
]);

const ANSWER_WITHIN = 3_000;
const TOKEN_LASTS = 15 * 60_000;

/** One answer an interaction, within three seconds. */
function callback({ world, params, body, query, files }: RestRequest): RestAnswer {
  const pending = world.interactions.get(params["interaction_id"] ?? "");
  if (pending === undefined || pending.token !== params["interaction_token"]) throw refusal(10062);
  if (pending.answered) throw refusal(40060);
  if (world.stopwatch.now() - pending.at > ANSWER_WITHIN) throw refusal(10062);
  const response = expectBody(callbackBody, body);
  checkFits(pending, response.type);
  const message = takeEffect(world, pending, response, files);
  pending.answered = true;
  if (message !== undefined) pending.originalId = message.data.id;
  pending.answer(response);
  if (query.get("with_response") !== "true") return done;
  const resource = message === undefined ? {} : { resource: { type: response.type, message: message.data } };
  return ok({ interaction: { id: pending.id, type: 2, response_message_id: message?.data.id }, ...resource });
}

/** Which answers each kind of interaction takes (interactions/receiving-and-responding). */
function checkFits(pending: PendingInteraction, type: Kind): void {
  const fits = {
    command: [Kind.ChannelMessageWithSource, Kind.DeferredChannelMessageWithSource, Kind.Modal],
    autocomplete: [Kind.ApplicationCommandAutocompleteResult],
    component: [
      Kind.ChannelMessageWithSource,
      Kind.DeferredChannelMessageWithSource,
      Kind.UpdateMessage,
      Kind.DeferredMessageUpdate,
      Kind.Modal,
    ],
    modal: [
      Kind.ChannelMessageWithSource,
      Kind.DeferredChannelMessageWithSource,
      ...(pending.source === undefined ? [] : [Kind.UpdateMessage, Kind.DeferredMessageUpdate]),
    ],
  }[pending.kind];
  if (fits.includes(type)) return;
  const message = "This interaction cannot be answered so";
  throw invalidForm([{ path: ["type"], code: "INTERACTION_RESPONSE_TYPE_INVALID", message }]);
}

function takeEffect(
  world: World,
  pending: PendingInteraction,
  response: APIInteractionResponse,
  files: RestRequest["files"],
): StoredMessage | undefined {
  const channel = channelOf(world, pending);
  switch (response.type) {
    case Kind.ChannelMessageWithSource: {
      checkMessage(response.data, files, ANSWER_FLAGS);
      return storeMessage(world, channel, { body: response.data, files, interaction: pending });
    }
    case Kind.DeferredChannelMessageWithSource: {
      const flags = response.data?.flags ?? 0;
      if ((flags & ~MessageFlags.Ephemeral) !== 0) {
        const message = "Only EPHEMERAL can be set when deferring";
        throw invalidForm([{ path: ["data", "flags"], code: "MESSAGE_FLAGS_INVALID", message }]);
      }
      return storeMessage(world, channel, { body: { flags }, files: [], interaction: pending, thinking: true });
    }
    case Kind.UpdateMessage: {
      const source = sourceOf(pending);
      const body: MessageBody = response.data ?? {};
      checkEdit(source, body, files);
      editMessage(world, channel, source, { body, files });
      return source;
    }
    case Kind.DeferredMessageUpdate:
      return sourceOf(pending);
    case Kind.Modal: {
      const faults = componentFaults(response.data.components, true);
      if (faults.length > 0) throw invalidForm(faults);
      return undefined;
    }
    case Kind.ApplicationCommandAutocompleteResult:
    case Kind.LaunchActivity:
    case Kind.Pong:
    case Kind.PremiumRequired:
      return undefined;
    default:
      return response satisfies never;
  }
}

function sourceOf(pending: PendingInteraction): StoredMessage {
  if (pending.source === undefined) throw refusal(10008);
  return pending.source;
}

function channelOf(world: World, pending: PendingInteraction): Channel {
  const channel = world.channels.get(pending.channelId);
  if (channel === undefined) throw refusal(10003);
  return channel;
}

/** The answered interaction behind an interaction webhook, for 15 minutes. */
function byToken({ world, params }: RestRequest): PendingInteraction {
  if (params["webhook_id"] !== world.applicationId) throw refusal(10015);
  const pending = [...world.interactions.values()].find(({ token }) => token === params["webhook_token"]);
  if (pending === undefined || !pending.answered) throw refusal(10015);
  if (world.stopwatch.now() - pending.at > TOKEN_LASTS) throw refusal(50027);
  return pending;
}

function followUp(request: RestRequest): RestAnswer {
  const { world, body, files } = request;
  const pending = byToken(request);
  const message = expectBody(IncomingWebhookRequestPartialSchema, body);
  checkMessage(message, files, ANSWER_FLAGS);
  const original =
    pending.originalId === undefined ? undefined : channelOf(world, pending).messages.get(pending.originalId);
  if (original?.thinking === true) {
    // Deprecated but still so: the first follow-up after a deferral fills in the deferred answer.
    editMessage(world, channelOf(world, pending), original, { body: message, files });
    return ok(original.data);
  }
  return ok(storeMessage(world, channelOf(world, pending), { body: message, files, interaction: pending }).data);
}

function targeted(request: RestRequest): { readonly channel: Channel; readonly stored: StoredMessage } {
  const pending = byToken(request);
  const channel = channelOf(request.world, pending);
  const id = request.params["message_id"] ?? pending.originalId;
  const stored = id === undefined ? undefined : channel.messages.get(id);
  if (stored === undefined) throw refusal(10008);
  return { channel, stored };
}

function editAnswer(request: RestRequest): RestAnswer {
  const { channel, stored } = targeted(request);
  const body = expectBody(IncomingWebhookUpdateRequestPartialSchema, request.body);
  checkEdit(stored, body, request.files);
  editMessage(request.world, channel, stored, { body, files: request.files });
  return ok(stored.data);
}

function deleteAnswer(request: RestRequest): RestAnswer {
  const { channel, stored } = targeted(request);
  dropMessage(request.world, channel, stored.data.id);
  return done;
}

const WEBHOOK = "/webhooks/{webhook_id}/{webhook_token}";

export const interactionRoutes: readonly Route[] = [
  { method: "POST", path: "/interactions/{interaction_id}/{interaction_token}/callback", open: true, handle: callback },
  { method: "POST", path: WEBHOOK, open: true, handle: followUp },
  ...[`${WEBHOOK}/messages/@original`, `${WEBHOOK}/messages/{message_id}`].flatMap((path): Route[] => [
    { method: "GET", path, open: true, handle: (request) => ok(targeted(request).stored.data) },
    { method: "PATCH", path, open: true, handle: editAnswer },
    { method: "DELETE", path, open: true, handle: deleteAnswer },
  ]),
];
