import {
  type APIInteraction,
  ApplicationCommandType,
  ChannelType,
  ComponentType,
  ApplicationCommandOptionType as Option,
} from "discord-api-types/v10";
import type { Forged } from "../../../src/playground/api.ts";
import { TYPE_OF } from "../../../src/playground/person.ts";
import { ARGS, madeUpId, type Seen, tampered } from "./custom-ids.ts";
import type { Attached } from "./files.ts";
import { hostileNumber, hostileText } from "./hostile.ts";
import { onMessage } from "./on-message.ts";
import type { Random } from "./random.ts";

interface Known {
  readonly name: string;
  readonly type: Option;
  readonly required?: boolean | null | undefined;
  readonly options?: readonly Known[] | null | undefined;
}

/** What of a registered command is attacked. */
interface Definition {
  readonly name: string;
  readonly type?: ApplicationCommandType | undefined;
  readonly options?: readonly Known[] | null | undefined;
}

export const LOCALES = [
  "en-US",
  "en-GB",
  "de",
  "fr",
  "ja",
  "ko",
  "ru",
  "th",
  "tr",
  "zh-TW",
  "hi",
  "no",
  "es-419",
] as const;

/** What there is to attack: the commands, and the components of the answers so far. */
export interface Surface {
  readonly definitions: readonly [Definition, ...Definition[]];
  readonly seen: readonly Seen[];
  /** Whose messages the bot takes for its own. */
  readonly applicationId: string;
  /** What can be attached. */
  readonly files: readonly [Attached, ...Attached[]];
}

/** What Discord could send, and much that it should not: any command, button, select, form or completion. */
export function hostileAsked(random: Random, surface: Surface): Forged {
  const kind = random.below(10);
  const definition = random.oneOf(surface.definitions);
  if (kind < 4 && definition.type === ApplicationCommandType.Message)
    return { kind: "command", data: onMessage(random, definition, surface) };
  if (kind < 4) return { kind: "command", data: slash(random, definition, surface, false) };
  if (kind < 6) return { kind: "autocomplete", data: slash(random, definition, surface, true) };
  if (kind < 9) return component(random, surface, definition);
  return form(random, definition);
}

/** Whose application the interactions of hostileInteraction are for. */
export const APPLICATION_ID = "100000000000000000";

/** The same as an interaction that the gateway has brought. */
export function hostileInteraction(random: Random, surface: Surface): APIInteraction {
  const { kind, data, messageId } = hostileAsked(random, surface);
  const type = TYPE_OF[kind];
  const user = { id: "200000000000000000", username: "asker", discriminator: "0", avatar: null, global_name: null };
  const inGuild = random.chance(0.8);
  const locale = random.oneOf(LOCALES);
  return {
    id: "300000000000000000",
    application_id: APPLICATION_ID,
    token: "token",
    version: 1,
    type,
    data,
    locale,
    app_permissions: "274877991936",
    channel: { id: "400000000000000000", type: ChannelType.GuildText },
    ...(inGuild
      ? {
          guild_id: "500000000000000000",
          guild_locale: "en-US",
          member: { user, permissions: random.oneOf(["0", "32", "8"]) },
        }
      : { user }),
    ...(messageId !== undefined && { message: { id: messageId } }),
  } as unknown as APIInteraction;
}

function slash(random: Random, definition: Definition, { files }: Surface, isTyping: boolean): object {
  const known = definition.options ?? [];
  const [first, ...others] = known.filter(({ type }) => type === Option.Subcommand);
  const chosen = first !== undefined && random.chance(0.95) ? random.oneOf([first, ...others]) : undefined;
  return {
    id: "700000000000000000",
    name: random.chance(0.98) ? definition.name : hostileText(random),
    type: random.chance(0.98) ? ApplicationCommandType.ChatInput : ApplicationCommandType.Message,
    options:
      chosen === undefined
        ? filled(random, known, files, isTyping)
        : [{ name: chosen.name, type: chosen.type, options: filled(random, chosen.options ?? [], files, isTyping) }],
    resolved: { attachments: Object.fromEntries(files.map((file) => [file.id, file])) },
  };
}

/** The options of a command or subcommand, some left out, one made up, and one of them being typed. */
function filled(
  random: Random,
  known: readonly Known[],
  files: Surface["files"],
  isTyping: boolean,
): readonly object[] {
  const options = known
    .filter((option) => option.required || random.chance(0.6))
    .filter(() => !random.chance(0.03))
    .map(({ name, type }) => ({ name, type, value: valueFor(type, random, files) }));
  if (random.chance(0.03)) options.push({ name: hostileText(random), type: Option.String, value: hostileText(random) });
  const focused = isTyping ? random.below(Math.max(1, options.length)) : -1;
  return options.map((option, at) =>
    at === focused ? { ...option, value: hostileText(random), focused: true } : option,
  );
}

function valueFor(type: Option, random: Random, files: Surface["files"]): string | number | boolean {
  if (random.chance(0.05)) return hostileNumber(random);
  if (type === Option.Attachment) return random.oneOf(files).id;
  if (type === Option.Boolean) return random.chance(0.5);
  return type === Option.Integer || type === Option.Number ? hostileNumber(random) : hostileText(random);
}

/** Half of them belong to a message that an answer has left; the others to none. */
function component(random: Random, { seen }: Surface, definition: Definition): Forged {
  const [first, ...others] = seen;
  const own = first !== undefined && random.chance(0.5) ? random.oneOf([first, ...others]) : undefined;
  const custom_id = own === undefined ? madeUpId(random, definition) : tampered(own.customId, random);
  const from = own === undefined ? {} : { messageId: own.messageId };
  if (random.chance(0.6))
    return { kind: "component", data: { custom_id, component_type: ComponentType.Button }, ...from };
  const values = Array.from({ length: random.below(3) }, () =>
    random.chance(0.6) ? random.oneOf(ARGS) : hostileText(random),
  );
  return { kind: "component", data: { custom_id, component_type: ComponentType.StringSelect, values }, ...from };
}

function form(random: Random, definition: Definition): Forged {
  const components = Array.from({ length: random.below(4) }, () => ({
    type: ComponentType.Label,
    component: { type: ComponentType.TextInput, custom_id: hostileText(random), value: hostileText(random) },
  }));
  return { kind: "modal", data: { custom_id: madeUpId(random, definition), components } };
}
