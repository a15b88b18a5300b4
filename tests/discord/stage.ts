import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { pino } from "pino";
import type { Command, Input, OptionValue, Pressed, QuietReply } from "../../commands/command.ts";
import { createAnswerer } from "../../src/discord/callback.ts";
import { registerCommands } from "../../src/discord/registration.ts";
import { createRouter } from "../../src/discord/router.ts";
import { customId } from "../../src/messages/custom-id.ts";
import { button, buttonRow } from "../../src/messages/payload.ts";
import { catalogue } from "../messages/language.ts";
import type { FakeClock } from "../support/clock.ts";
import { silentLog } from "../support/log.ts";
import { type Meeting, meet, realClock } from "./fixture.ts";

/** What the commands below were asked. */
export interface Heard {
  readonly inputs: Input[];
  readonly presses: Pressed[];
}

const to = (action: string, ...args: string[]) => button(action, customId("on", action, ...args));
export const MANAGE_GUILD = 32n;
async function workOn(what: OptionValue): Promise<QuietReply> {
  if (what === "later throw") throw new Error("a secret of the inside");
  if (what === "later hang") await new Promise(() => undefined);
  if (what === "later refuse") return { kind: "refusal", text: "Not *this* way" };
  const content = what === "later bad" ? "x".repeat(3_000) : "@everyone, it is done";
  const files = [{ name: "report.txt", contentType: "text/plain", data: Buffer.from("all of it") }];
  return { kind: "quiet", message: { content }, files };
}

/** A command that does everything a command can do, under the name of a real one. */
export const everything: Command<Heard> = {
  definition: (words) => ({
    ...words("on"),
    default_member_permissions: MANAGE_GUILD.toString(),
    options: [
      { ...words("on.date"), type: ApplicationCommandOptionType.String, autocomplete: true },
      { ...words("data.export"), type: ApplicationCommandOptionType.Attachment },
    ],
  }),
  async run(input, { inputs }) {
    inputs.push(input);
    const what = input.options.get("date");
    if (what === "throw") throw new Error("a secret of the inside");
    if (what === "hang") await new Promise(() => undefined);
    if (what === "refuse") return { kind: "refusal", text: "Not *this* way, @everyone" };
    if (what?.toString().startsWith("later") === true) return { kind: "later", work: () => workOn(what) };
    if (what === "bad") return { kind: "public", message: { content: "x".repeat(3_000) } };
    const message = {
      content: "@everyone",
      components: [buttonRow([to("turn", "2"), to("fail", "words of a person")])],
    };
    return what === "quiet" ? { kind: "quiet", message } : { kind: "public", message };
  },
  complete({ text }) {
    if (text === "throw") throw new Error("completing failed");
    return Array.from({ length: 30 }, (_, index) => ({ name: `${text}${index}`, value: String(index) }));
  },
  actions: {
    turn(pressed, { presses }) {
      presses.push(pressed);
      return { kind: "update", message: { content: `page ${pressed.args[0] ?? ""}` } };
    },
    fail: () => Promise.reject(new Error("a secret of the inside")),
  },
};

export interface Stage extends Meeting, Heard {
  readonly logged: () => string;
  readonly guildId: string;
  readonly channelId: string;
  readonly slash: (what?: string, command?: string) => ReturnType<Meeting["discord"]["interact"]["slash"]>;
}

/** The clock is the bot's and, where a test gives one, also the one by which Discord counts its three seconds. */
export async function onStage(play: (stage: Stage) => Promise<void>, clock?: FakeClock): Promise<void> {
  const heard: Heard = { inputs: [], presses: [] };
  let logged = "";
  const log = pino({ level: "warn" }, { write: (line: string) => void (logged += line) });
  const router = createRouter({
    commands: [everything],
    needs: heard,
    catalogue,
    clock: clock ?? realClock,
    log,
    secret: "s",
  });
  await meet(
    async (meeting) => {
      const { discord, connection } = meeting;
      await registerCommands(connection.rest.answers, connection.applicationId, router.definitions, silentLog);
      const guildId = discord.addGuild({ locale: "de" });
      const channelId = discord.addChannel(guildId);
      const person = discord.addPerson({ locale: "en-GB", permissions: MANAGE_GUILD });
      const slash = (what?: string, command = "on") =>
        discord.interact.slash({ command, channelId, person, options: what === undefined ? {} : { date: what } });
      await play({ ...meeting, ...heard, logged: () => logged, guildId, channelId, slash });
    },
    {
      ...(clock === undefined ? {} : { standIn: { clock } }),
      interaction: (interaction, { rest }) =>
        void createAnswerer({ router, rest: rest.answers, clock: clock ?? realClock, log })(interaction),
    },
  );
}
