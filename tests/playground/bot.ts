import { REST } from "@discordjs/rest";
import { WebSocketManager, WebSocketShardEvents } from "@discordjs/ws";
import {
  type APIInteraction,
  type APIInteractionResponse,
  GatewayDispatchEvents,
  type GatewayDispatchPayload,
  GatewayIntentBits,
  type RESTPutAPIApplicationCommandsJSONBody,
  Routes,
} from "discord-api-types/v10";

export interface Bot {
  readonly rest: REST;
  readonly gateway: WebSocketManager;
  /** Every event that came, in order. */
  readonly events: GatewayDispatchPayload[];
  close(): Promise<void>;
}

export interface BotSettings {
  readonly apiUrl: string;
  readonly token: string;
  readonly applicationId?: string;
  readonly commands?: RESTPutAPIApplicationCommandsJSONBody;
  readonly answer?: (interaction: APIInteraction) => APIInteractionResponse | undefined;
  readonly intents?: number;
}

/** The smallest bot: discord.js' own REST and gateway clients, and one function from interaction to answer. */
export async function startBot(settings: BotSettings): Promise<Bot> {
  const rest = new REST({ api: settings.apiUrl, retries: 0, timeout: 5_000 }).setToken(settings.token);
  const { token, intents = GatewayIntentBits.Guilds } = settings;
  // Discord's pause of five seconds between identifies would be the test's.
  const buildIdentifyThrottler = () => ({ waitForIdentify: () => Promise.resolve() });
  const gateway = new WebSocketManager({ token, intents, rest, buildIdentifyThrottler });
  gateway.on(WebSocketShardEvents.Error, () => {});
  const events: GatewayDispatchPayload[] = [];
  gateway.on(WebSocketShardEvents.Dispatch, (event) => {
    events.push(event);
    if (event.t !== GatewayDispatchEvents.InteractionCreate) return;
    const body = settings.answer?.(event.d);
    if (body === undefined) return;
    rest.post(Routes.interactionCallback(event.d.id, event.d.token), { body, auth: false }).catch(() => {});
  });
  if (settings.commands !== undefined && settings.applicationId !== undefined) {
    await rest.put(Routes.applicationCommands(settings.applicationId), { body: settings.commands });
  }
  await gateway.connect();
  return { rest, gateway, events, close: async () => gateway.destroy({ reason: "done" }) };
}
