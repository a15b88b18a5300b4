import { MessageCreateRequestSchema } from "discord-api-spec/zod";
import { expect } from "vitest";
import type { MessagePayload } from "../../src/messages/payload.ts";

interface Node {
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly components?: readonly Node[];
}

function nodes(node: Node): readonly Node[] {
  return [node, ...(node.components ?? []).flatMap(nodes)];
}

/** All that is shown as text, in order. */
export function textOf(message: MessagePayload): string {
  const texts = nodes(message as Node).flatMap(({ content }) => content ?? []);
  return texts.join("\n");
}

export function buttonsOf(message: MessagePayload): readonly Node[] {
  return nodes(message as Node).filter(({ custom_id }) => custom_id !== undefined);
}

/** Fails unless Discord's own description and the limits that it does not say take the message. */
export function expectDiscordTakes(message: MessagePayload): void {
  const { error } = MessageCreateRequestSchema.safeParse(message);
  expect(error?.issues ?? []).toEqual([]);
  const all = (message.components ?? []).flatMap((component) => nodes(component as Node));
  const isV2 = ((message.flags ?? 0) & (1 << 15)) !== 0;
  expect(isV2 ? message.content : undefined).toBeUndefined();
  expect((message.content ?? "").length).toBeLessThanOrEqual(2000);
  expect(all.length).toBeLessThanOrEqual(40);
  expect(all.reduce((sum, { content }) => sum + (content ?? "").length, 0)).toBeLessThanOrEqual(4000);
  for (const { label } of all) expect((label ?? "").length).toBeLessThanOrEqual(80);
  const ids = all.flatMap(({ custom_id }) => custom_id ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const id of ids) expect(id.length).toBeLessThanOrEqual(100);
  expect(message.allowed_mentions?.parse).toEqual([]);
}
