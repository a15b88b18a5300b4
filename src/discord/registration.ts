import type { REST } from "@discordjs/rest";
import { type RESTPostAPIApplicationCommandsJSONBody, Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import type { Clock, Snowflake } from "../ports.ts";
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

const FIRST_PAUSE = 60_000;
const LONGEST_PAUSE = 3_600_000;

interface Again {
  readonly clock: Clock;
  readonly log: Log;
  readonly signal: AbortSignal;
}

/** Resolves after the first try. Where that fails it goes on in the background until one goes through, after a minute, two, four ... an hour. */
export async function keepRegistering(register: () => Promise<unknown>, again: Again): Promise<void> {
  try {
    await register();
  } catch (error) {
    again.log.error(
      { err: error },
      "the commands could not be registered and stay as they were: it is tried again until they are",
    );
    void tryAgain(register, again).catch(() => undefined); // stopped in its sleep
  }
}

async function tryAgain(register: () => Promise<unknown>, { clock, log, signal }: Again): Promise<void> {
  for (let pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    await clock.sleep(pause, signal);
    const isDone = await register().then(
      () => true,
      () => false,
    );
    if (isDone) return log.info({}, "the commands are registered after all");
  }
}
