import type { Server } from "node:http";
import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Clock } from "../ports.ts";
import type { OptionValue, StandIn } from "./api.ts";
import { type Behind, Calendar } from "./calendar.ts";
import { localDate, MovedClock, wallClock } from "./moved-clock.ts";
import { pageServer } from "./page-server.ts";
import { startStandIn } from "./stand-in.ts";

export interface PlaygroundOptions {
  /** The real time. */
  readonly clock: Clock;
  /** Where the page is on 127.0.0.1; 0 takes a free port. */
  readonly port: number;
  /** IANA zone of the server shown. */
  readonly zone: string;
  /** HH:mm when its post is due; the page opens at that time of today. */
  readonly hour: string;
}

export interface Playground {
  /** For DISCORD_API_URL and DISCORD_TOKEN. */
  readonly apiUrl: string;
  readonly token: string;
  readonly pageUrl: string;
  /** What the bot must take for the time: real time, moved to the day that the page shows. */
  readonly clock: Clock;
  readonly discord: StandIn;
  readonly guildId: string;
  readonly channelId: string;
  /** Calls back each time the page has set the clock: the round should run at once, not at the next minute. */
  onClockSet(listener: () => void): void;
  /**
   * Once the bot is connected and its commands are registered: runs this slash command as the server's admin, then
   * lets the clock reach the hour of today. On each day that the page chooses, the bot behind it counts anew. Throws what the
   * admin would be told if Discord's client refused the command.
   */
  begin(command: string, options: Readonly<Record<string, OptionValue>>, behind?: Behind): Promise<void>;
  close(): Promise<void>;
}

/** Starts the stand-in with one server and one channel, and the page that shows it. Rejects when the port is taken. */
export async function startPlayground({ clock: base, port, zone, hour }: PlaygroundOptions): Promise<Playground> {
  const clock = new MovedClock(base);
  clock.move(wallClock(localDate(base.now(), zone), hour, zone) ?? base.now());
  const discord = await startStandIn({ clock, stopwatch: base });
  const guildName = "Your server";
  const channelName = "diplomatic-calendar";
  const guildId = discord.addGuild({ name: guildName });
  const channelId = discord.addChannel(guildId, { name: channelName });
  const person = discord.addPerson({ username: "you", permissions: EVERYTHING });
  const admin = discord.addPerson({ username: "admin", permissions: EVERYTHING });
  const roles = [{ id: discord.addRole(guildId, { name: "diplomats", mentionable: true }), name: "diplomats" }];
  const others = [admin];
  const where = { guildName, channelName, guildId, channelId, directId: discord.directMessages(person.id) };
  const calendar = new Calendar({ discord, clock, channelId, admin, zone, hour });
  const page = pageServer({ discord, clock, calendar, ...where, person, others, roles });
  const pagePort = await listen(page, port).catch(async (error: unknown) => {
    await discord.close();
    throw error;
  });
  return {
    apiUrl: discord.url,
    token: discord.token,
    pageUrl: `http://127.0.0.1:${pagePort}`,
    clock,
    discord,
    channelId,
    onClockSet: (listener) => void clock.onSet(listener),
    guildId,
    begin: (command, options, behind) => calendar.begin(command, options, behind),
    close: async () => {
      page.close();
      page.closeAllConnections();
      await discord.close();
    },
  };
}

const EVERYTHING = Object.values(PermissionFlagsBits).reduce((all, bit) => all | bit, 0n);

async function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", (error: NodeJS.ErrnoException) => {
    const isTaken = error.code === "EADDRINUSE";
    reject(isTaken ? new Error(`Port ${port} of 127.0.0.1 is taken.`) : error);
  });
  server.listen(port, "127.0.0.1", resolve);
  await promise;
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}
