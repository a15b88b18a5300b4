import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  type APIInteractionDataResolved,
  ApplicationCommandOptionType,
} from "discord-api-types/v10";
import type { Input, Typed } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";
import { askedOf } from "./asked.ts";

type Option = APIApplicationCommandInteractionDataOption;
type Call = APIChatInputApplicationCommandInteraction | APIApplicationCommandAutocompleteInteraction;

/** A slash command, complete or still being typed, as its input. */
export function inputOf(interaction: Call, now: Instant): Input {
  const { path, options } = unfold(interaction.data.options ?? []);
  return {
    ...askedOf(interaction, now, interaction.data.resolved),
    attachments: attachmentsOf(interaction.data.resolved),
    ...(path !== "" && { subcommand: path }),
    options: new Map(options.flatMap((option) => ("value" in option ? [[option.name, option.value]] : []))),
  };
}

function attachmentsOf({ attachments = {} }: APIInteractionDataResolved = {}): Input["attachments"] {
  return new Map(
    Object.entries(attachments).map(([id, { filename, url, size }]) => [id, { name: filename, url, size }]),
  );
}

/** The option that has the cursor. A number arrives as the text typed so far. */
export function typedOf(interaction: APIApplicationCommandAutocompleteInteraction): Typed | undefined {
  const { options } = unfold(interaction.data.options ?? []);
  const focused = options.find((option) => "focused" in option && option.focused);
  return focused && "value" in focused ? { option: focused.name, text: String(focused.value) } : undefined;
}

/** Goes down through the group and the subcommand to the options. */
function unfold(options: readonly Option[], path = ""): { path: string; options: readonly Option[] } {
  const [first] = options;
  if (
    first?.type !== ApplicationCommandOptionType.Subcommand &&
    first?.type !== ApplicationCommandOptionType.SubcommandGroup
  )
    return { path, options };
  return unfold(first.options ?? [], `${path} ${first.name}`.trim());
}
