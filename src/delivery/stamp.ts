import { MessageFlags } from "discord-api-types/v10";
import type { OutgoingMessage } from "../ports.ts";
import type { DeliveryKey } from "./ledger.ts";

type Body = OutgoingMessage["body"];

/** Discord's limit, and what the mark takes of it: ":~" and 22 characters. */
const CUSTOM_ID_LIMIT = 100;
const MARK = ":~";

/**
 * A composition made for many becomes the message of one delivery: its key as the last part of every custom_id (by
 * which the message is recognised after a crash), the role mentioned (none, or exactly that one), nobody else ever.
 * Throws where no component has a custom_id: such a message could not be recognised.
 */
export function stamp(message: OutgoingMessage, key: DeliveryKey, roleId: string | undefined): OutgoingMessage {
  const marked = markAll(message.body.components ?? [], key);
  if (!JSON.stringify(marked).includes(MARK + key)) throw new Error("a post needs a component with a custom_id");
  const body = { ...message.body, components: marked } satisfies Body;
  return { ...message, body: mention(body, roleId) };
}

/** The key in a custom_id of ours; undefined where there is none. */
export function keyIn(customId: string): DeliveryKey | undefined {
  return /:~([\w-]{22})$/.exec(customId)?.[1];
}

function mention(body: Body, roleId: string | undefined): Body {
  if (roleId === undefined) return { ...body, allowed_mentions: { parse: [] } };
  const text = `<@&${roleId}>`;
  const allowed_mentions = { parse: [], roles: [roleId] };
  return ((body.flags ?? 0) & MessageFlags.IsComponentsV2) === 0
    ? { ...body, content: `${text}\n${body.content ?? ""}`.trimEnd(), allowed_mentions }
    : { ...body, components: [{ type: 10, content: text }, ...(body.components ?? [])], allowed_mentions };
}

/** A copy with the key added to each custom_id, at whatever depth it stands; everything else as it was. */
function markAll<T>(value: T, key: DeliveryKey): T {
  return structuredCloneWith(value, (name, text) => (name === "custom_id" ? markOne(text, key) : text));
}

function markOne(customId: string, key: DeliveryKey): string {
  const marked = `${customId}${MARK}${key}`;
  if (marked.length > CUSTOM_ID_LIMIT)
    throw new RangeError(`custom_id ${customId} leaves no room for the delivery's key (${marked.length} characters)`);
  return marked;
}

function structuredCloneWith<T>(value: T, change: (name: string, text: string) => string): T {
  const copy = structuredClone(value);
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    for (const [name, inner] of Object.entries(node)) {
      if (typeof inner === "string") Reflect.set(node, name, change(name, inner));
      else visit(inner);
    }
  };
  visit(copy);
  return copy;
}
