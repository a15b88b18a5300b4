import { ApplicationCommandType } from "discord-api-types/v10";
import { ARGS, madeUpId, type Seen, tampered } from "./custom-ids.ts";
import { hostileText } from "./hostile.ts";
import type { Random } from "./random.ts";

/** What a message may carry the components of. */
interface Surface {
  readonly definitions: readonly [{ readonly name: string }, ...{ readonly name: string }[]];
  readonly seen: readonly Seen[];
  readonly applicationId: string;
}

/** A command of the menu of a message, on a message of the bot or of somebody, whose text and components are anything. */
export function onMessage(random: Random, { name }: { readonly name: string }, surface: Surface): object {
  const id = "800000000000000000";
  const author = { id: random.chance(0.9) ? surface.applicationId : "200000000000000000", username: "author" };
  const content = [hostileText(random), `${hostileText(random)} [source](https://example.org/)`].join("\n");
  const components = Array.from({ length: random.below(6) }, () => shownComponent(random, surface));
  const message = { id, author, content, components: random.chance(0.1) ? [[components]] : [{ type: 17, components }] };
  const messages = random.chance(0.95) ? { [id]: message } : {};
  return {
    id: "700000000000000000",
    name,
    type: ApplicationCommandType.Message,
    target_id: id,
    resolved: { messages },
  };
}

/** A text, a button, or a select, as a message shows them; of any custom_id and values. */
function shownComponent(random: Random, { seen, definitions }: Surface): object {
  if (random.chance(0.3)) return { type: 10, content: hostileText(random) };
  const [first, ...others] = seen;
  const custom_id =
    first !== undefined && random.chance(0.6)
      ? tampered(random.oneOf([first, ...others]).customId, random)
      : madeUpId(random, random.oneOf(definitions));
  if (random.chance(0.4))
    return { type: 1, components: [{ type: 2, style: 2, label: hostileText(random), custom_id }] };
  const options = Array.from({ length: random.below(26) }, () => ({
    label: hostileText(random),
    value: random.chance(0.7) ? random.oneOf(ARGS) : hostileText(random),
  }));
  return { type: 1, components: [{ type: 3, custom_id, options }] };
}
