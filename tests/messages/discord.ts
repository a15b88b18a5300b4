import { MessageCreateRequestSchema } from "discord-api-spec/zod";
import { expect } from "vitest";
import type { MessagePayload } from "../../src/messages/payload.ts";
import { CHANNEL_FLAGS, checkMessage } from "../../src/playground/rules/message.ts";
import { expectBody } from "../../src/playground/schema.ts";

interface Node {
  readonly content?: string;
  readonly custom_id?: string;
  readonly label?: string;
  readonly options?: readonly { readonly value: string }[];
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

/** What the selects of the message offer. */
export function optionsOf(message: MessagePayload): readonly string[] {
  return nodes(message as Node).flatMap(({ options = [] }) => options.map(({ value }) => value));
}

/** Fails unless the stand-in takes it (Discord's own description and documented rules), and what delivery needs is there. */
export function expectDiscordTakes(message: MessagePayload): void {
  checkMessage(expectBody(MessageCreateRequestSchema, message), [], CHANNEL_FLAGS);
  const all = (message.components ?? []).flatMap((component) => nodes(component as Node));
  expect((message.content ?? "").length).toBeLessThanOrEqual(2000);
  expect(all.length).toBeLessThanOrEqual(40);
  expect(all.reduce((sum, { content }) => sum + (content ?? "").length, 0)).toBeLessThanOrEqual(4000);
  expect(message.allowed_mentions?.parse).toEqual([]);
}
