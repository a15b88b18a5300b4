import type { APIMessageApplicationCommandInteraction } from "discord-api-types/v10";
import { z } from "zod";
import type { Targeted } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";
import { askedOf } from "./asked.ts";

/** Of a component and whatever is inside it: only what is read here, so that kinds still unknown do no harm. */
const Shown = z.object({ content: z.string().optional(), custom_id: z.string().optional() });
const Options = z.object({ options: z.array(z.object({ value: z.string() })) });

/** A message on which a command of its menu was used. Discord sends the message along; it may be anybody's. */
export function targetedOf(interaction: APIMessageApplicationCommandInteraction, now: Instant): Targeted {
  const { target_id: id, resolved } = interaction.data;
  const message = new Map(Object.entries(resolved?.messages ?? {})).get(id);
  const parts = inside(message?.components ?? []);
  const shown = parts.flatMap((part) => Shown.safeParse(part).data ?? []);
  return {
    ...askedOf(interaction, now),
    isOwn: message?.author.id === interaction.application_id,
    text: [message?.content ?? "", ...shown.map(({ content }) => content ?? "")].join("\n"),
    customIds: shown.flatMap(({ custom_id: customId }) => customId ?? []),
    values: parts.flatMap((part) => Options.safeParse(part).data?.options ?? []).map(({ value }) => value),
  };
}

/** Every object at whatever depth. */
function inside(value: unknown): readonly object[] {
  if (typeof value !== "object" || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value]), ...Object.values(value).flatMap(inside)];
}
