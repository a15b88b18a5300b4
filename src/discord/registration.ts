import type { REST } from "@discordjs/rest";
import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import type { Snowflake } from "../ports.ts";
import { normalise } from "./normalise.ts";
import { deadline } from "./rest.ts";
import * as shapes from "./shapes.ts";

/**
 * Makes Discord's list of global commands ours, and says whether it had to change. Written only where they differ:
 * Discord allows 200 new commands a day, and every write makes all clients load the list again.
 */
export async function registerCommands(
  rest: REST,
  applicationId: Snowflake,
  definitions: readonly RESTPostAPIApplicationCommandsJSONBody[],
  log: Log,
): Promise<boolean> {
  const route = Routes.applicationCommands(applicationId);
  const query = new URLSearchParams({ with_localizations: "true" });
  const registered = shapes.commands.parse(await rest.get(route, { query, signal: deadline() }));
  if (normalise(registered) === normalise(definitions)) return false;
  await rest.put(route, { body: definitions, signal: deadline() });
  log.info({ commands: definitions.map(({ name }) => name) }, "commands registered anew");
  return true;
}
