import SQLite from "better-sqlite3";
import { parseCustomId } from "../../../src/messages/custom-id.ts";
import type { Running } from "../../main/bot.ts";
import { type Asking, ask } from "../lookups.ts";
import { controlOf, STATES, type State } from "./states.ts";

/** A server of its own, with what its first calendar and its first own date are called. */
export type Server = Running & { readonly calendarId: string; readonly ownId: string };

/** A message that shows a control, in a server of its own. */
export interface Reached {
  readonly control: string;
  readonly state: State;
  readonly server: Server;
  readonly shown: Asking;
  /** Where it is shown. */
  readonly channelId: string;
  readonly customId: string;
}

/** Another server than the first, where nothing has happened yet. */
export function serverIn(running: Running): Server {
  const { discord } = running;
  const guildId = discord.addGuild();
  const place = { ...running, guildId, channelId: discord.addChannel(guildId), calendarId: "", ownId: "" };
  return { ...place, setup: async (options) => (await ask(place, "setup", options)).text };
}

/** Brings a control's state about. */
export async function reach(running: Running, control: string, state: State): Promise<Reached> {
  const server = serverIn(running);
  const shown = await state.reach(server);
  const [calendar] = await server.store.subscriptions.ofGuild(server.guildId);
  const [own] = await server.store.ownEvents.ofGuild(server.guildId);
  const customId = shown.customIds.find((id) => control.startsWith(controlOf(id)));
  if (customId === undefined) throw new Error(`${control} is not among ${shown.customIds.map(controlOf).join(", ")}`);
  const named = { ...server, calendarId: calendar?.id ?? "", ownId: own?.id ?? "" };
  return { control, state, server: named, shown, channelId: shown.message.channel_id, customId };
}

/** All of them, one after the other. */
export async function reachAll(running: Running): Promise<readonly Reached[]> {
  const reached: Reached[] = [];
  for (const [control, state] of Object.entries(STATES)) reached.push(await reach(running, control, state));
  return reached;
}

/** Whether a control says which version of a calendar its message shows. */
export async function showsVersion({ customId, server }: Reached): Promise<boolean> {
  const calendar = (await server.store.subscriptions.ofGuild(server.guildId)).find(({ id }) => customId.includes(id));
  const { command, args = [] } = parseCustomId(customId) ?? {};
  if (calendar === undefined) return command === "data" && args.length > 0;
  const versions = [String(calendar.revision), `${calendar.revision}-${calendar.standing.state}`];
  return versions.includes(args[1] ?? "");
}

/** Everything that the database holds, but the mark that changes with every minute, and where a command was used last: that follows its answer. */
export function dumpOf(database: string): Readonly<Record<string, readonly unknown[]>> {
  const beneath = new SQLite(database, { readonly: true });
  try {
    const tables = beneath.prepare("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").pluck().all();
    const names = tables.map(String).filter((name) => name !== "continuity");
    const columns = (name: string) =>
      beneath.prepare("SELECT name FROM pragma_table_info(?) WHERE name NOT LIKE 'command_%'").pluck().all(name).join();
    return Object.fromEntries(
      names.map((name) => [name, beneath.prepare(`SELECT ${columns(name)} FROM "${name}"`).all()]),
    );
  } finally {
    beneath.close();
  }
}
