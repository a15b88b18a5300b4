import {
  type APIMessageComponentInteraction,
  type APIModalSubmission,
  type APIModalSubmitInteraction,
  MessageFlags,
  type ModalSubmitComponent,
} from "discord-api-types/v10";
import type { Pressed } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";
import { askedOf } from "./asked.ts";

/** A button, a select or a form that came back, with the state its custom_id carried. */
export function pressedOf(
  interaction: APIMessageComponentInteraction | APIModalSubmitInteraction,
  args: readonly string[],
  now: Instant,
): Pressed {
  const { data } = interaction;
  return {
    ...askedOf(interaction, now, "resolved" in data ? data.resolved : undefined),
    isQuiet: ((interaction.message?.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
    args,
    values: "values" in data ? data.values : [],
    fields: new Map("components" in data ? fieldsOf(data) : []),
  };
}

function fieldsOf({ components }: APIModalSubmission): [string, readonly string[]][] {
  return components
    .flatMap((part): readonly ModalSubmitComponent[] => {
      if ("component" in part) return [part.component];
      return "components" in part ? part.components : [];
    })
    .map((field) => [field.custom_id, valuesOf(field)]);
}

function valuesOf(field: ModalSubmitComponent): readonly string[] {
  if ("values" in field) return field.values;
  return field.value === null ? [] : [String(field.value)];
}
