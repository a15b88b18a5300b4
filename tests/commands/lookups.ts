import type { APIMessage } from "discord-api-types/v10";
import type { OptionValue } from "../../src/playground/api.ts";
import { type Running, textOf } from "../main/bot.ts";

interface Node {
  readonly type?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly placeholder?: string;
  readonly url?: string;
  readonly options?: readonly { readonly value: string; readonly label: string; readonly description?: string }[];
  readonly components?: readonly Node[];
}

function nodes(node: Node): readonly Node[] {
  return [node, ...(node.components ?? []).flatMap(nodes)];
}

/** What a person does with a lookup: asks, reads, presses. */
export interface Asking {
  readonly text: string;
  readonly message: APIMessage;
  readonly isQuiet: boolean;
  /** Buttons by their label, selects by their placeholder. */
  readonly component: (label: string) => Node;
  readonly labels: readonly string[];
  readonly customIds: readonly string[];
  readonly press: (label: string, ...values: readonly string[]) => Promise<Asking>;
}

type Place = Pick<Running, "discord" | "channelId" | "admin">;

/** A calendar in the channel at 09:00 UTC that follows these countries, or all. */
export async function following(running: Running, countries?: string): Promise<void> {
  await running.setup({ hour: "9", zone: "UTC", ...(countries === undefined ? {} : { countries }) });
}

/** Uses a slash command as the admin of the channel. */
export async function ask(
  place: Place,
  command: string,
  options: Readonly<Record<string, OptionValue>> = {},
): Promise<Asking> {
  const { discord, channelId, admin } = place;
  const answer = await discord.interact.slash({ command, channelId, person: admin, options });
  return read(place, answer.message());
}

/** What a person sees of a message, and can do with it. */
export function read(place: Place, shown: APIMessage | undefined): Asking {
  if (shown === undefined) throw new Error("nothing was shown");
  const all = nodes({ components: shown.components ?? [] });
  const component = (name: string): Node => {
    const found = all.find((node) => nameOf(node) === name);
    if (found === undefined) throw new Error(`there is no "${name}" among ${all.flatMap(nameOf).join(", ")}`);
    return found;
  };
  return {
    text: textOf(shown),
    message: shown,
    isQuiet: ((shown.flags ?? 0) & 64) !== 0,
    component,
    labels: all.flatMap((node) => nameOf(node) ?? []),
    customIds: all.flatMap(({ custom_id }) => custom_id ?? []),
    async press(name, ...values) {
      const { discord, channelId, admin } = place;
      const id = component(name).custom_id ?? "";
      const answer = await discord.interact.press({ channelId, person: admin }, shown.id, id, values);
      return read(place, answer.message());
    },
  };
}

function nameOf({ label, placeholder }: Node): string | undefined {
  return label ?? placeholder;
}
