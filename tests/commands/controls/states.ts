import { ChannelType } from "discord-api-types/v10";
import { expect } from "vitest";
import { PANEL_SETTINGS, type PanelSetting } from "../../../commands/admin/panel-settings.ts";
import { MOST_CHANGES } from "../../../commands/admin/why.ts";
import { commands } from "../../../commands/index.ts";
import { wordsOf } from "../../../commands/words.ts";
import { parseCustomId } from "../../../src/messages/custom-id.ts";
import { catalogue } from "../../messages/language.ts";
import { settingsWith } from "../../store/support.ts";
import { type Asking, ask, read } from "../lookups.ts";
import { add, given } from "../own/support.ts";
import type { Server } from "./server.ts";

/** One control on a message of an admin's: how one comes to that message, what is chosen there, and what the answer says. */
export interface State {
  readonly reach: (server: Server) => Promise<Asking>;
  readonly values?: (server: Server) => readonly string[];
  readonly says: RegExp;
}

/** A control by its command and action, those that change one of the panel's settings by that as well. */
export function controlOf(customId: string): string {
  const { command = "", action = "", args = [] } = parseCustomId(customId) ?? {};
  return [command, action, ...(`${command} ${action}` === "setup set" ? [args[2] ?? ""] : [])].join(" ");
}

/** Every control that an admin's command answers to, as the code has them: the panel's first select once for each setting that it opens. */
export const CONTROLS: readonly string[] = commands.flatMap((command) => {
  const { name, default_member_permissions: demanded } = command.definition(wordsOf(catalogue));
  if (!("actions" in command) || (demanded ?? null) === null) return [];
  const bySetting = (action: string) => name === "setup" && (action === "set" || action === "step");
  return Object.keys(command.actions ?? {}).flatMap((action) =>
    bySetting(action) ? PANEL_SETTINGS.map((setting) => `${name} ${action} ${setting}`) : [`${name} ${action}`],
  );
});

const CHANGE = "Change a setting…";
const TAG = "400000000000000001";

/** A setting's panel where it stands in another channel than one of text, and what is chosen of it. */
const SETTINGS: Readonly<
  Record<PanelSetting, { readonly choose: (server: Server) => string; readonly panel?: State["reach"] }>
> = {
  channel: { choose: ({ discord, guildId }) => discord.addChannel(guildId) },
  hour: { choose: () => "18:00" },
  zone: { choose: () => "Europe/Paris" },
  parties: { choose: () => "nordics" },
  families: { choose: () => "treaties" },
  tier: { choose: () => "25" },
  lines: { choose: () => "3" },
  routine: { choose: () => "never" },
  "leap-day": { choose: () => "03-01" },
  overviews: { choose: () => "year" },
  weekly: { choose: () => "3" },
  "heads-up": { choose: () => "7" },
  "late-window": { choose: () => "180" },
  mention: { choose: ({ discord, guildId }) => discord.addRole(guildId, { name: "diplomats" }) },
  "mention-tiers": { choose: () => "50", panel: (server) => set(server, "mention") },
  thread: { choose: () => "yes" },
  crosspost: { choose: () => "yes", panel: (server) => panelIn(server, { type: ChannelType.GuildAnnouncement }) },
  "forum-tags": {
    choose: () => TAG,
    panel: (server) => panelIn(server, { type: ChannelType.GuildForum, tags: [{ id: TAG, name: "History" }] }),
  },
};

async function panelIn(server: Server, seed: Parameters<Server["discord"]["addChannel"]>[1]): Promise<Asking> {
  const { discord, guildId } = server;
  return ask(server, "setup", { channel: discord.addChannel(guildId, seed) });
}

const panelOf = (server: Server, setting: PanelSetting): Promise<Asking> =>
  SETTINGS[setting].panel?.(server) ?? ask(server, "setup");

const open = async (server: Server, setting: PanelSetting): Promise<Asking> =>
  (await panelOf(server, setting)).press(CHANGE, setting);

async function set(server: Server, setting: PanelSetting): Promise<Asking> {
  const shown = await open(server, setting);
  return shown.press(shown.labels[shown.labels.indexOf(CHANGE) + 1] ?? "", SETTINGS[setting].choose(server));
}

const begun = async (server: Server): Promise<void> => {
  await server.setup({ hour: "9", zone: "UTC", countries: "Belgium, Kenya" });
};

const card = async (server: Server): Promise<Asking> => {
  await begun(server);
  return (await ask(server, "subscriptions list")).press("Choose one to see what can be done", await idOf(server));
};

const idOf = async ({ store, guildId }: Server): Promise<string> =>
  (await store.subscriptions.ofGuild(guildId))[0]?.id ?? "";

/** Why, of a calendar with more changes than it shows. */
async function changedOften(server: Server): Promise<Asking> {
  await begun(server);
  for (let times = 0; times <= MOST_CHANGES; times += 1)
    await ask(server, `subscriptions ${times % 2 === 0 ? "pause" : "resume"}`);
  return ask(server, "subscriptions why");
}

/** /setup in another channel than the one that a calendar has lost. */
async function lost(server: Server): Promise<Asking> {
  const { discord, store, guildId, channelId } = server;
  await begun(server);
  discord.deleteChannel(channelId);
  const standing = async () => (await store.subscriptions.ofGuild(guildId))[0]?.standing.state;
  await expect.poll(standing).toBe("suspended");
  return ask({ ...server, channelId: discord.addChannel(guildId) }, "setup");
}

async function oldGroup(server: Server): Promise<Asking> {
  const { store, guildId, channelId, clock } = server;
  const members = ["BE", "LU"];
  const settings = settingsWith({ guildId, channelId, presets: [{ preset: "benelux", members }] });
  const selection = { ...settings.selection, parties: members };
  await store.subscriptions.subscribe({ ...settings, selection }, clock.now());
  return ask(server, "countries list");
}

async function ownList(server: Server): Promise<Asking> {
  const many = Array.from({ length: 12 }, (_, index) => ({ text: `Day ${index + 1}` }));
  await given(server, ...many);
  return ask(server, "events list");
}

async function report(server: Server): Promise<Asking> {
  const { discord, channelId, admin } = server;
  const file = discord.upload({
    name: "dates.csv",
    bytes: Buffer.from("date,text\n1992-08-25,Founded\n1993-08-25,Founded anew\n"),
  }).id;
  const call = { command: "events import", channelId, person: admin, options: { file } };
  const answer = await discord.interact.slash(call);
  await expect.poll(() => answer.message(), { interval: 5, timeout: 5_000 }).toBeDefined();
  return read(server, answer.message());
}

const stored = async (server: Server): Promise<Asking> => {
  await begun(server);
  return ask(server, "data delete");
};

const question = async (server: Server): Promise<Asking> => {
  await begun(server);
  return ask(server, "subscriptions remove");
};

const ofSettings = Object.fromEntries(
  PANEL_SETTINGS.flatMap((setting): readonly [string, State][] => [
    [
      `setup step ${setting}`,
      {
        reach: (server) => panelOf(server, setting),
        values: () => [setting],
        says: /^## The calendar of(?!.*Changed)/,
      },
    ],
    [
      `setup set ${setting}`,
      {
        reach: (server) => open(server, setting),
        values: (server) => [SETTINGS[setting].choose(server)],
        says: /Changed\./,
      },
    ],
  ]),
);

/** Each control's state. What the code has and this has not fails the test of controls. */
export const STATES: Readonly<Record<string, State>> = {
  ...ofSettings,
  "setup open": { reach: card, says: /^## The calendar of/ },
  "setup begin": { reach: lost, says: /It has not begun/ },
  "setup move": { reach: lost, says: /its former channel is gone/ },
  "setup undo": { reach: (server) => set(server, "lines"), says: /Undone\./ },
  "setup groups": {
    reach: async (server) => {
      await oldGroup(server);
      return ask(server, "setup");
    },
    says: /\*\*Changed\.\*\*/,
  },
  "setup done": { reach: (server) => ask(server, "setup"), says: /^Done\./ },
  "subscriptions show": {
    reach: async (server) => {
      await begun(server);
      return ask(server, "subscriptions list");
    },
    values: ({ calendarId }) => [calendarId],
    says: /gets a post at 09:00/,
  },
  "subscriptions why": { reach: card, says: /Why this calendar posts/ },
  "subscriptions changes": { reach: changedOften, says: /Who changed what/ },
  "subscriptions trial": { reach: card, says: /today’s post is in|nothing would be posted/ },
  "subscriptions pause": { reach: card, says: /Paused\./ },
  "subscriptions resume": { reach: async (server) => (await card(server)).press("Pause"), says: /Resumed\./ },
  "subscriptions ask": { reach: card, says: /Shall that end\?/ },
  "subscriptions now": { reach: question, says: /Stopped\./ },
  "subscriptions keep": { reach: question, says: /Nothing was changed\./ },
  "countries undo": {
    reach: async (server) => {
      await begun(server);
      return ask(server, "countries follow", { countries: "Chad" });
    },
    says: /Undone\./,
  },
  "countries meant": {
    reach: async (server) => {
      await begun(server);
      return ask(server, "countries follow", { countries: "Belgium with Korea" });
    },
    says: /Changed\..*Belgium with (North|South) Korea/,
  },
  "countries update": { reach: oldGroup, says: /Changed\./ },
  "preview open": { reach: (server) => ask(server, "setup"), says: /^## \w+day/ },
  "preview slot": {
    reach: async (server) => {
      await begun(server);
      return ask(server, "preview", { date: "2026-07-01" });
    },
    says: /July/,
  },
  "events undo": { reach: (server) => add(server, "1992-08-25", "Founded"), says: /^## Undone/ },
  "events remove": {
    reach: ownList,
    values: ({ ownId }) => [ownId],
    says: /^## Own date removed/,
  },
  "events page": { reach: ownList, says: /page 2 of 2/ },
  "events import": { reach: report, says: /2 own dates were imported/ },
  "events unimport": {
    reach: async (server) => {
      const shown = await report(server);
      return shown.press(shown.labels[0] ?? "");
    },
    says: /2 imported own dates were removed/,
  },
  "events cancel": { reach: report, says: /[Nn]othing was imported/ },
  "data delete": { reach: stored, says: /Nothing is stored of this server any more/ },
  "data keep": { reach: stored, says: /Nothing was changed\./ },
};
