import type { APIButtonComponent } from "discord-api-types/v10";
import { customId, isCustomId } from "../src/messages/custom-id.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { button, buttonRow, componentsMessage, container, LIMITS, ROW, textDisplay } from "../src/messages/payload.ts";
import { shorten } from "../src/messages/plain.ts";
import type { Choice, Command, Input, OptionValue, Pressed, Refusal, Reply } from "./command.ts";

/** An option that cannot be read as it was typed: why, and the values that may be meant by it, likeliest first. */
export interface Unread {
  readonly refusal: Refusal;
  readonly near: readonly Choice[];
}

/**
 * The refusal of an option, with a button for each value that may be meant, which asks the command again with it and all else as it was;
 * without one for what a button cannot hold.
 */
export function orMeant(command: string, option: string, { refusal, near }: Unread, { options }: Input): Reply {
  const buttons = askAgain(command, option, near, options);
  if (buttons.length === 0) return refusal;
  const text = textDisplay(escapeMarkdown(refusal.text));
  return { kind: "quiet", message: componentsMessage([container([text, buttonRow(buttons)])]) };
}

/** A button for each value of an option, which asks the command with it, its other options as they are; at most five. */
export function askAgain(
  command: string,
  option: string,
  values: readonly Choice[],
  options: Input["options"],
): APIButtonComponent[] {
  const names = new Map(values.slice(0, ROW).map(({ name, value }) => [value, name]));
  return [...names].flatMap(([value, name]) => {
    const args = [...new Map([...options, [option, value]])].flatMap(written);
    return isCustomId(command, "meant", ...args)
      ? [button(shorten(name, LIMITS.label), customId(command, "meant", ...args))]
      : [];
  });
}

/** Asks a command again as such a button says: in place of the refusal, where the answer is for the asker alone as well. */
export function asMeant<Needs>(command: () => Command<Needs>) {
  return async (pressed: Pressed, needs: Needs): Promise<Reply> => {
    const input: Input = { ...pressed, options: new Map(pressed.args.flatMap(read)), attachments: new Map() };
    const reply = await command().run(input, needs);
    return reply.kind === "quiet" && reply.files === undefined && pressed.isQuiet
      ? { kind: "update", message: reply.message }
      : reply;
  };
}

/** An option as a custom_id carries it: name, name#5 or name=text. A flag that is not set says nothing. */
function written([name, value]: readonly [string, OptionValue]): readonly string[] {
  if (typeof value === "boolean") return value ? [name] : [];
  return [typeof value === "number" ? `${name}#${value}` : `${name}=${value}`];
}

function read(arg: string): readonly (readonly [string, OptionValue])[] {
  const [, name = "", sign, text = ""] = /^([a-z]+)(?:([#=])(.*))?$/su.exec(arg) ?? [];
  if (name === "") return [];
  if (sign === undefined) return [[name, true]];
  return [[name, sign === "#" ? Number(text) : text]];
}
