import type { APIMessage } from "discord-api-types/v10";
import { expect } from "vitest";
import type { OptionValue } from "../../src/playground/api.ts";
import { type Running, textOf } from "../main/bot.ts";

interface Node {
  readonly type?: number;
  readonly custom_id?: string;
  readonly label?: string;
  readonly url?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
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
  readonly press: (label: string, ...values: readonly string[]) => Promise<Asking>;
}

export async function ask(
  { discord, channelId, admin }: Pick<Running, "discord" | "channelId" | "admin">,
  command: string,
  options: Readonly<Record<string, OptionValue>> = {},
  person = admin,
): Promise<Asking> {
  const { message } = await discord.interact.slash({ command, channelId, person, options });
  return reading(message());

  function reading(shown: APIMessage | undefined): Asking {
    if (shown === undefined) throw new Error(`/${command} showed nothing`);
    const all = nodes({ components: (shown.components ?? []) as Node[] });
    const named = (node: Node): string | undefined =>
      node.label ?? ("placeholder" in node ? String(node.placeholder) : undefined);
    const component = (label: string): Node => {
      const found = all.find((node) => named(node) === label);
      if (found === undefined)
        throw new Error(`there is no "${label}", only ${all.flatMap((node) => named(node) ?? []).join(", ")}`);
      return found;
    };
    return {
      text: textOf(shown),
      message: shown,
      isQuiet: ((shown.flags ?? 0) & 64) !== 0,
      component,
      labels: all.flatMap((node) => named(node) ?? []),
      async press(label, ...values) {
        const id = component(label).custom_id;
        expect(id).toBeDefined();
        const answer = await discord.interact.press({ channelId, person }, shown.id, id ?? "", values);
        return reading(answer.message());
      },
    };
  }
}
