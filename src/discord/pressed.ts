import { type APIMessageComponentInteraction, MessageFlags } from "discord-api-types/v10";
import type { Pressed } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";
import { askedOf } from "./asked.ts";

/** A button or a select that came back, with the state its custom_id carried. */
export function pressedOf(interaction: APIMessageComponentInteraction, args: readonly string[], now: Instant): Pressed {
  const { data } = interaction;
  const { message }: Partial<Pick<APIMessageComponentInteraction, "message">> = interaction;
  return {
    ...askedOf(interaction, now, "resolved" in data ? data.resolved : undefined),
    isQuiet: ((message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    args,
    values: "values" in data ? data.values : [],
  };
}
