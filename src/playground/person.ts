import { randomBytes } from "node:crypto";
import {
  type APIApplicationCommandOptionChoice,
  type APIInteractionResponse,
  type APIModalInteractionResponseCallbackData,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import type { Answer, Forged, Interact, ModalValues, Place, SlashCall } from "./api.ts";
import { callData, menuData, resolvedValues } from "./call.ts";
import { submittedComponents } from "./modal.ts";
import { channelPayload } from "./payloads.ts";
import { effective } from "./permissions.ts";
import { type Component, walk } from "./rules/components.ts";
import { LARGEST_UPLOAD } from "./uploads.ts";
import { userOf } from "./user.ts";
import { type Channel, contextOf, isForum, isUserInstalled, type PendingInteraction, type World } from "./world.ts";

/** How long Discord waits for an answer, and a person for the message that says it failed. */
const PATIENCE = 3_000;

interface Asked {
  readonly kind: PendingInteraction["kind"];
  readonly type: InteractionType;
  readonly data: object;
  readonly messageId?: string;
  readonly commandName?: string;
}

/** The interactions a person can start, as real gateway events to the bot. */
export function interactIn(world: World): Interact {
  return {
    slash: async (call) => ask(world, call, commandAsked(world, call)),
    autocomplete: (call) => complete(world, call),
    press: async (place, messageId, customId, values) =>
      ask(world, place, pressed(world, place, messageId, customId, values)),
    submit: async (place, modal, values) => ask(world, place, filledIn(modal, values)),
    onMessage: async (place, command, messageId) =>
      ask(world, place, {
        kind: "command",
        type: InteractionType.ApplicationCommand,
        data: menuData(world, place, command, messageId),
      }),
    forge: (place, forged) => ask(world, place, { ...forged, type: TYPE_OF[forged.kind] }),
  };
}

/** Discord's number for each sort of interaction. */
export const TYPE_OF: Readonly<Record<Forged["kind"], InteractionType>> = {
  command: InteractionType.ApplicationCommand,
  autocomplete: InteractionType.ApplicationCommandAutocomplete,
  component: InteractionType.MessageComponent,
  modal: InteractionType.ModalSubmit,
};

function commandAsked(world: World, call: SlashCall): Asked {
  refuseForum(world, call);
  return {
    kind: "command",
    type: InteractionType.ApplicationCommand,
    data: callData(world, call),
    commandName: call.command,
  };
}

/** As Discord's client: a forum or media channel shows its posts, and has no field to type a command into. */
function refuseForum(world: World, { channelId }: Place): void {
  const channel = world.channels.get(channelId);
  if (channel !== undefined && isForum(channel))
    throw new Error("A forum or media channel takes no commands: they are used in its posts");
}

async function complete(
  world: World,
  call: SlashCall & { readonly focused: string },
): Promise<readonly APIApplicationCommandOptionChoice[]> {
  refuseForum(world, call);
  const data = callData(world, call, call.focused);
  const type = InteractionType.ApplicationCommandAutocomplete;
  const { response } = await ask(world, call, { kind: "autocomplete", type, data });
  if (response.type !== InteractionResponseType.ApplicationCommandAutocompleteResult)
    throw new Error("No choices came");
  return response.data.choices ?? [];
}

function pressed(world: World, place: Place, messageId: string, customId: string, values?: readonly string[]): Asked {
  const stored = world.channels.get(place.channelId)?.messages.get(messageId);
  const visible = stored !== undefined && (stored.onlyFor === undefined || stored.onlyFor === place.person.id);
  if (!visible) throw new Error(`There is no message ${messageId} for ${place.person.username} in that channel`);
  const found = walk(stored.data.components ?? [], []).find(({ component }) => component.custom_id === customId);
  if (found === undefined) throw new Error(`The message has no component "${customId}"`);
  const component: Component = found.component;
  if (component.disabled === true) throw new Error(`"${customId}" is disabled`);
  checkValues(component, values ?? []);
  checkChannels(world, component, values ?? []);
  const chosen = values === undefined ? {} : { values, resolved: resolvedValues(world, place, values) };
  const data = { custom_id: customId, component_type: component.type, ...chosen };
  return { kind: "component", type: InteractionType.MessageComponent, data, messageId };
}

/** As Discord's client: only offered options, and as many as the select takes. */
function checkValues({ options, custom_id, min_values, max_values }: Component, values: readonly string[]): void {
  const strange =
    options === undefined ? undefined : values.find((value) => !options.some((each) => each.value === value));
  if (strange !== undefined) throw new Error(`"${strange}" is not one of its options`);
  if (options !== undefined && (values.length < (min_values ?? 1) || values.length > (max_values ?? 1))) {
    throw new Error(`"${custom_id}" takes ${min_values ?? 1} to ${max_values ?? 1} values`);
  }
}

/** As Discord's client: a select of channels offers those of its kinds alone. */
function checkChannels(world: World, { channel_types: kinds }: Component, values: readonly string[]): void {
  const strange = values.find((value) => kinds !== undefined && !kinds.includes(world.channels.get(value)?.type ?? -1));
  if (strange !== undefined) throw new Error(`"${strange}" is no channel of the kinds that it offers`);
}

function filledIn(modal: APIModalInteractionResponseCallbackData, values: ModalValues): Asked {
  const data = { custom_id: modal.custom_id, components: submittedComponents(modal.components, values) };
  return { kind: "modal", type: InteractionType.ModalSubmit, data };
}

/** Sends the interaction to the bot and waits for its answer, at most three seconds. */
async function ask(world: World, place: Place, asked: Asked): Promise<Answer> {
  const channel = world.channels.get(place.channelId);
  if (channel === undefined) throw new Error(`There is no channel ${place.channelId}`);
  if (channel.people?.includes(place.person.id) === false)
    throw new Error(`${place.person.username} is not in channel ${place.channelId}`);
  const answered = Promise.withResolvers<APIInteractionResponse>();
  const source = asked.messageId === undefined ? undefined : channel.messages.get(asked.messageId);
  const pending: PendingInteraction = {
    id: world.newId(),
    token: randomBytes(32).toString("base64url"),
    at: world.stopwatch.now(),
    channelId: channel.id,
    person: place.person,
    kind: asked.kind,
    answered: false,
    answer: answered.resolve,
    ...(channel.guildId === undefined ? {} : { guildId: channel.guildId }),
    ...(source === undefined ? {} : { source }),
    ...(asked.commandName === undefined ? {} : { commandName: asked.commandName }),
  };
  world.interactions.set(pending.id, pending);
  world.dispatch(channel.guildId, "INTERACTION_CREATE", interactionPayload(world, channel, pending, asked));
  const giveUp = new AbortController();
  const tooLate = world.stopwatch.sleep(PATIENCE, giveUp.signal).then(() => {
    throw new Error("The application did not respond");
  });
  const response = await Promise.race([answered.promise, tooLate]).finally(() => {
    tooLate.catch(() => {});
    giveUp.abort();
  });
  const message = () => {
    const stored = pending.originalId === undefined ? undefined : channel.messages.get(pending.originalId);
    return stored?.thinking === true ? undefined : stored?.data;
  };
  const modal = response.type === InteractionResponseType.Modal ? { modal: response.data } : {};
  return { interactionId: pending.id, response, message, ...modal };
}

function interactionPayload(world: World, channel: Channel, pending: PendingInteraction, asked: Asked): object {
  const { person } = pending;
  const user = userOf(person);
  const guild = channel.guildId === undefined ? undefined : world.guilds.get(channel.guildId);
  const member = { user, permissions: person.permissions.toString(), roles: [], flags: 0, deaf: false, mute: false };
  return {
    id: pending.id,
    application_id: world.applicationId,
    type: asked.type,
    token: pending.token,
    version: 1,
    data: asked.data,
    channel_id: channel.id,
    channel: channelPayload(world, channel),
    app_permissions: effective(world, channel).toString(),
    locale: person.locale,
    entitlements: [],
    attachment_size_limit: LARGEST_UPLOAD,
    authorizing_integration_owners: isUserInstalled(world, channel) ? { "1": person.id } : { "0": guild?.id ?? "0" },
    context: contextOf(channel),
    ...(guild === undefined
      ? { user }
      : {
          guild_id: guild.id,
          guild_locale: guild.locale,
          guild: { id: guild.id, locale: guild.locale, features: [] },
          member: { ...member, joined_at: "2026-01-01T00:00:00.000Z" },
        }),
    ...(pending.source === undefined ? {} : { message: pending.source.data }),
  };
}
