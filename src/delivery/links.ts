import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import type { OutgoingMessage } from "../ports.ts";

/** A label in brackets with its target, and a bare address. Labels may hold escaped brackets, targets no space. */
const LABELLED = /\[((?:\\.|[^\]\\])*)\]\(<?https?:[^)\s]*>?\)/g;
const BARE = /<?https?:\/\/[^\s>)]+>?/g;

/** The same message without a single link: labels stay as text, buttons that lead out of Discord go. */
export function withoutLinks(message: OutgoingMessage): OutgoingMessage {
  const body = structuredClone(message.body);
  strip(body);
  return { ...message, body };
}

function strip(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  for (const [name, value] of Object.entries(node)) {
    if (name === "content" && typeof value === "string")
      Reflect.set(node, name, value.replace(LABELLED, "$1").replace(BARE, "").trimEnd());
    else if (name === "components" && Array.isArray(value)) Reflect.set(node, name, value.filter(isKept));
    strip(Reflect.get(node, name));
  }
}

/** Neither a button that is a link nor a row of nothing else. */
function isKept(component: unknown): boolean {
  if (typeof component !== "object" || component === null) return true;
  if (Reflect.get(component, "style") === ButtonStyle.Link) return false;
  const inner: unknown = Reflect.get(component, "components");
  return Reflect.get(component, "type") !== ComponentType.ActionRow || !Array.isArray(inner) || inner.some(isKept);
}
