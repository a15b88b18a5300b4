import type { REST } from "@discordjs/rest";
import { Routes } from "discord-api-types/v10";
import type { Answer, Snowflake } from "../ports.ts";
import { outcomeOf } from "./outcome.ts";
import { deadline } from "./rest.ts";
import * as shapes from "./shapes.ts";

/** The channel of a person's direct messages with the bot; Discord opens it where there is none. */
export function createDirectMessages(rest: REST): (userId: Snowflake) => Promise<Answer<Snowflake>> {
  return (userId) =>
    outcomeOf(async () => {
      const body = { recipient_id: userId };
      return shapes.created.parse(await rest.post(Routes.userChannels(), { body, signal: deadline() })).id;
    });
}
