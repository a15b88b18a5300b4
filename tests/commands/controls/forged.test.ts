import { ChannelType } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { PANEL_SETTINGS } from "../../../commands/admin/panel-settings.ts";
import { parseCustomId } from "../../../src/messages/custom-id.ts";
import { type Running, textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { ask } from "../lookups.ts";
import { dumpOf, type Reached, reach, reachAll, type Server, serverIn } from "./server.ts";
import { STATES } from "./states.ts";

withRealFacts();

const NOW = "2026-06-25T05:00Z";
const CHANGE = "Change a setting…";

/** A client that Discord did not write sends what it likes for a control, on the message that shows it or on none. */
async function forge(
  { discord, admin }: Server,
  channelId: string,
  custom_id: string,
  chosen: { readonly values?: readonly string[]; readonly resolved?: object } = {},
): Promise<string> {
  const data = { custom_id, component_type: chosen.values === undefined ? 2 : 3, ...chosen };
  const answer = await discord.interact.forge({ channelId, person: admin }, { kind: "component", data });
  return textOf(answer.message());
}

/** A bot whose database can be looked into. */
async function unchanged(play: (database: string, running: Running) => Promise<void>): Promise<void> {
  const database = `${temporaryFolder()}/attache.sqlite`;
  await withBot(NOW, (running) => play(database, running), { database });
}

/** What a select of the panel might be sent that it does not offer: near misses of each setting, and what no setting has. */
const STRANGE = ["09:17", "Asia/Almaty", "everyone", "gossip", "7", "9", "02-29", "decade", "constructor", ""];
/** Settings that only some kinds of channel have. */
const BY_KIND = ["thread", "crosspost", "forum-tags"] as const;
const TAGS = [
  { id: "400000000000000001", name: "History" },
  { id: "400000000000000002", name: "Staff", moderated: true },
];

test.each([
  ["text", ChannelType.GuildText, PANEL_SETTINGS],
  ["announcement", ChannelType.GuildAnnouncement, BY_KIND],
  ["forum", ChannelType.GuildForum, BY_KIND],
  ["thread", ChannelType.PublicThread, BY_KIND],
] as const)(
  "in a %s channel a select takes what it offers and nothing else",
  { timeout: 60_000 },
  async (_, type, settings) => {
    await unchanged(async (database, running) => {
      const server = serverIn(running);
      const seed = type === ChannelType.PublicThread ? { parentId: server.channelId } : { tags: TAGS };
      const channelId = server.discord.addChannel(server.guildId, { type, ...seed });
      const panel = await ask(server, "setup", { channel: channelId });
      const step = parseCustomId(panel.component(CHANGE).custom_id ?? "");
      const has = panel.component(CHANGE).options?.map(({ value }) => value) ?? [];
      const before = dumpOf(database);
      for (const setting of settings) {
        const custom_id = ["v1", "setup", "set", ...(step?.args ?? []), setting].join(":");
        const open = has.includes(setting) ? await panel.press(CHANGE, setting) : undefined;
        const select = open?.labels[open.labels.indexOf(CHANGE) + 1] ?? "";
        const offered = open?.component(select).options?.map(({ value }) => value) ?? [];
        const others = [...STRANGE, "yes", ...TAGS.map(({ id }) => id)].filter((value) => !offered.includes(value));
        const isMany = ["families", "overviews", "forum-tags"].includes(setting);
        const wrong = [
          ...others.map((value) => [value]),
          ...(isMany || offered.length < 2 ? [] : [offered.slice(0, 2)]),
          ...offered.slice(0, 1).map((value) => [value, value]),
          ...(["overviews", "forum-tags", "mention"].includes(setting) || open === undefined ? [] : [[]]),
        ];
        for (const values of wrong)
          expect(await forge(server, server.channelId, custom_id, { values }), `${setting} ${values.join()}`).toContain(
            "cannot be chosen here, so nothing was changed",
          );
        expect(dumpOf(database), setting).toEqual(before);
      }
    });
  },
);

test("neither @everyone nor direct messages can be chosen, nor what the choice did not bring along", async () => {
  await unchanged(async (database, running) => {
    const { server, customId, channelId } = await reached(running, "setup set mention");
    const moved = await reached(running, "setup set channel");
    const before = dumpOf(database);
    const { guildId } = server;
    const roles = { [guildId]: { id: guildId, mentionable: false } };
    expect(await forge(server, channelId, customId, { values: [guildId], resolved: { roles } })).toContain(
      "@everyone cannot be mentioned",
    );
    const direct = running.discord.directMessages(running.admin.id);
    const channels = { [direct]: { id: direct, type: ChannelType.DM } };
    const choices = [
      { values: [direct], resolved: { channels } },
      { values: [running.channelId], resolved: { channels } },
    ];
    for (const choice of choices)
      expect(await forge(moved.server, moved.channelId, moved.customId, choice)).toContain("cannot be chosen here");
    expect(dumpOf(database)).toEqual(before);
  });
});

test("a client names no channel and no role of another server", async () => {
  await unchanged(async (_, running) => {
    const moved = await reached(running, "setup set channel");
    const answer = await moved.shown.press("Channel", running.channelId);
    expect(answer.text).toContain("cannot be chosen here");
    const mention = await reached(running, "setup set mention");
    const roleId = running.discord.addRole(running.guildId, { name: "theirs" });
    expect((await mention.shown.press("Mention", roleId)).text).toContain("cannot be chosen here");
  });
});

test("no made-up id, version, number or stamp in any control does anything, nor one of another server", {
  timeout: 120_000,
}, async () => {
  await unchanged(async (database, running) => {
    const isAlike = (control: string) => /^setup (?:step|set) (?!lines)/.test(control);
    const all = (await reachAll(running)).filter(({ control }) => !isAlike(control));
    const before = dumpOf(database);
    for (const [at, each] of all.entries()) {
      const { command = "", action = "", args = [] } = parseCustomId(each.customId) ?? {};
      const other = parseCustomId(all[(at + 1) % all.length]?.customId ?? "");
      const values = each.state.values?.(each.server);
      for (const [place, arg] of args.entries())
        for (const made of ["0", "999", "-1", "", "__proto__", other?.args[place] ?? "x"].filter(
          (one) => one !== arg,
        )) {
          const custom_id = ["v1", command, action, ...args.with(place, made)].join(":");
          // an empty id is that of the choice
          if (place === 0 && made === "" && values !== undefined) continue;
          await forge(each.server, each.channelId, custom_id, values === undefined ? {} : { values });
          expect(dumpOf(database), custom_id).toEqual(before);
        }
    }
  });
});

async function reached(running: Running, control: string): Promise<Reached> {
  const state = STATES[control];
  if (state === undefined) throw new Error(`${control} has no state`);
  return reach(running, control, state);
}
