import { ApplicationCommandUpdateRequestSchema } from "discord-api-spec/zod";
import { ApplicationCommandType, type RESTPutAPIApplicationCommandsJSONBody } from "discord-api-types/v10";
import * as z from "zod/mini";
import { invalidForm, refusal } from "../errors.ts";
import { commandFaults, type RegisteredCommand } from "../rules/commands.ts";
import { expectBody } from "../schema.ts";
import { tell, type World } from "../world.ts";
import { ok, type RestAnswer, type RestRequest, type Route } from "./route.ts";

const commandList = z.array(ApplicationCommandUpdateRequestSchema);
const DAY = 86_400_000;
const MOST_CREATES_A_DAY = 200;
const MOST_OF_KIND = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
};

/** Replaces a scope's whole list; a command that keeps type and name keeps its id, only new ones count as creates. */
function overwrite({ world, params, body }: RestRequest): RestAnswer {
  const scope = scopeOf(world, params);
  const wanted = expectBody(commandList, numericPermissions(body));
  checkCommands(wanted);
  const present = world.commands.get(scope) ?? [];
  const commands = wanted.map((command) => {
    const type: number = command.type ?? ApplicationCommandType.ChatInput;
    const earlier = present.find((each) => each.name === command.name && each.type === type);
    return registered(world, scope, command, earlier?.id);
  });
  const ids = new Set(present.map(({ id }) => id));
  countCreates(world, scope, commands.filter(({ id }) => !ids.has(id)).length);
  world.commands.set(scope, commands);
  tell(world, { kind: "commands" });
  return ok(commands);
}

/**
 * The description types default_member_permissions as an integer, the documentation and every client as a string of
 * digits, and Discord takes both: so digits are checked as the number they are.
 */
function numericPermissions(body: unknown): unknown {
  if (!Array.isArray(body)) return body;
  return body.map((command: unknown) => {
    if (typeof command !== "object" || command === null || !("default_member_permissions" in command)) return command;
    const { default_member_permissions: bits } = command;
    const isDigits = typeof bits === "string" && /^\d{1,16}$/u.test(bits);
    return isDigits ? { ...command, default_member_permissions: Number(bits) } : command;
  });
}

function checkCommands(commands: RESTPutAPIApplicationCommandsJSONBody): void {
  for (const [type, most] of Object.entries(MOST_OF_KIND)) {
    if (commands.filter((command) => String(command.type ?? 1) === type).length > most) throw refusal(30032);
  }
  const key = (command: (typeof commands)[number]) => `${command.type ?? 1} ${command.name}`;
  const keys = commands.map(key);
  const twice = commands.flatMap((command, at) =>
    keys.indexOf(key(command)) === at
      ? []
      : [
          {
            path: [at, "name"],
            code: "APPLICATION_COMMANDS_DUPLICATE_NAME",
            message: "Application command names must be unique",
          },
        ],
  );
  const faults = [...twice, ...commands.flatMap((command, at) => commandFaults(command, [at]))];
  if (faults.length > 0) throw invalidForm(faults);
}

function countCreates(world: World, scope: string, count: number): void {
  const now = world.clock.now();
  const recent = (world.commandCreates.get(scope) ?? []).filter((at) => at > now - DAY);
  if (recent.length + count > MOST_CREATES_A_DAY) throw refusal(30034);
  world.commandCreates.set(scope, [...recent, ...Array.from({ length: count }, () => now)]);
}

function registered(
  world: World,
  scope: string,
  command: RESTPutAPIApplicationCommandsJSONBody[number],
  id: string | undefined,
): RegisteredCommand {
  return {
    // menu commands have none of their own (interactions/application-commands, Application Command Object)
    description: "",
    ...command,
    id: id ?? world.newId(),
    application_id: world.applicationId,
    version: world.newId(),
    type: command.type ?? ApplicationCommandType.ChatInput,
    default_member_permissions: command.default_member_permissions?.toString() ?? null,
    ...(scope === "" ? {} : { guild_id: scope }),
  };
}

/** Without with_localizations the localizations are left out. */
function list({ world, params, query }: RestRequest): RestAnswer {
  const commands = world.commands.get(scopeOf(world, params)) ?? [];
  if (query.get("with_localizations") === "true") return ok(commands);
  const plain: unknown = JSON.parse(JSON.stringify(commands), (key, value: unknown) =>
    key === "name_localizations" || key === "description_localizations" ? undefined : value,
  );
  return ok(plain);
}

function scopeOf(world: World, params: RestRequest["params"]): string {
  if (params["application_id"] !== world.applicationId) throw refusal(50001);
  const guildId = params["guild_id"];
  if (guildId !== undefined && !world.guilds.has(guildId)) throw refusal(50001);
  return guildId ?? "";
}

const GLOBAL = "/applications/{application_id}/commands";
const IN_GUILD = "/applications/{application_id}/guilds/{guild_id}/commands";

export const commandRoutes: readonly Route[] = [
  { method: "PUT", path: GLOBAL, handle: overwrite },
  { method: "GET", path: GLOBAL, handle: list },
  { method: "PUT", path: IN_GUILD, handle: overwrite },
  { method: "GET", path: IN_GUILD, handle: list },
];
