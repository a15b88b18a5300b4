/**
 * The package ships its Zod schemas as plain JavaScript: these are the ones that the stand-in asks, with the types
 * that discord-api-types gives the same bodies.
 */
declare module "discord-api-spec/zod" {
  import type * as Discord from "discord-api-types/v10";
  import type { ZodMiniType } from "zod/mini";

  export const ApplicationCommandUpdateRequestSchema: ZodMiniType<
    Discord.RESTPutAPIApplicationCommandsJSONBody[number]
  >;
  export const CreateForumThreadRequestSchema: ZodMiniType<Discord.RESTPostAPIGuildForumThreadsJSONBody>;
  export const CreateTextThreadWithMessageRequestSchema: ZodMiniType<Discord.RESTPostAPIChannelMessagesThreadsJSONBody>;
  export const CreateTextThreadWithoutMessageRequestSchema: ZodMiniType<Discord.RESTPostAPIChannelThreadsJSONBody>;
  export const CreatePrivateChannelRequestSchema: ZodMiniType<Discord.RESTPostAPICurrentUserCreateDMChannelJSONBody>;
  export const MessageCreateRequestSchema: ZodMiniType<Discord.RESTPostAPIChannelMessageJSONBody>;
  export const MessageEditRequestPartialSchema: ZodMiniType<Discord.RESTPatchAPIChannelMessageJSONBody>;
  export const IncomingWebhookRequestPartialSchema: ZodMiniType<Discord.RESTPostAPIWebhookWithTokenJSONBody>;
  export const IncomingWebhookUpdateRequestPartialSchema: ZodMiniType<Discord.RESTPatchAPIChannelMessageJSONBody>;

  export const ApplicationCommandAutocompleteCallbackRequestSchema: ZodMiniType<Discord.APIApplicationCommandAutocompleteResponse>;
  export const CreateMessageInteractionCallbackRequestSchema: ZodMiniType<
    | Discord.APIInteractionResponseChannelMessageWithSource
    | Discord.APIInteractionResponseDeferredChannelMessageWithSource
  >;
  export const ModalInteractionCallbackRequestSchema: ZodMiniType<Discord.APIModalInteractionResponse>;
  export const PongInteractionCallbackRequestSchema: ZodMiniType<Discord.APIInteractionResponsePong>;
  export const UpdateMessageInteractionCallbackRequestSchema: ZodMiniType<
    Discord.APIInteractionResponseDeferredMessageUpdate | Discord.APIInteractionResponseUpdateMessage
  >;
}
