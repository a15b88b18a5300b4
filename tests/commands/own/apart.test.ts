import { describe, expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { add, given, kept, NOW, type Options } from "./support.ts";

withRealFacts();

describe("completing /events", () => {
  const complete = async ({ discord, channelId, admin }: Running, sub: string, focused: string, typed: string) => {
    const call = { command: `events ${sub}`, channelId, person: admin, focused, options: { [focused]: typed } };
    return (await discord.interact.autocomplete(call)).map(({ name, value }) => `${name} = ${value}`);
  };

  test("own dates by their words, the next to come first; dates with and without a year; countries; kinds, the server's first", async () => {
    await withBot(NOW, async (running) => {
      const ids = (
        await given(
          running,
          { text: "Ghent and Gwangju", kind: "Twin towns" },
          { text: "Gwangju again", date: { precision: "every-year", month: 6, day: 26 } },
          { text: "Past", date: { precision: "every-year", month: 6, day: 24 } },
        )
      ).map(({ id }) => id);
      expect(await complete(running, "edit", "event", "")).toEqual([
        `26 June, every year: Gwangju again = ${ids[1]}`,
        `25 August, every year: Ghent and Gwangju = ${ids[0]}`,
        `24 June, every year: Past = ${ids[2]}`,
      ]);
      expect(await complete(running, "remove", "event", "GHENT twin")).toEqual([
        `25 August, every year: Ghent and Gwangju = ${ids[0]}`,
      ]);
      expect(await complete(running, "add", "date", "25 august")).toEqual([
        "25 August, every year = XXXX-08-25",
        "Tuesday, 25 August 2026 = 2026-08-25",
      ]);
      expect(await complete(running, "add", "date", "25 august 1992")).toEqual([
        "25 August 1992 = 1992-08-25",
        "25 August, every year = XXXX-08-25",
      ]);
      expect(await complete(running, "add", "countries", "Belgium, Kazakh")).toContainEqual(
        "Belgium, Kazakhstan = BE, KZ",
      );
      expect(await complete(running, "add", "kind", "tw")).toEqual(["tw = tw", "Twin towns = Twin towns"]);
      expect(await complete(running, "add", "kind", "treaty s")).toEqual([
        "treaty s = treaty s",
        "Treaty signed = treaty-signed",
      ]);
    });
  });
});

test("nobody in another server sees, changes or undoes them, by any path, forged as it may be", async () => {
  await withBot(NOW, async (running) => {
    const { discord, store, guildId, channelId, admin } = running;
    await running.setup({ hour: "9", zone: "UTC" });
    const added = await add(running, "25 June", "Our secret day");
    const [event] = await store.ownEvents.ofGuild(guildId);
    const theirs = discord.addGuild();
    const there = { ...running, guildId: theirs, channelId: discord.addChannel(theirs) };
    await ask(there, "setup", { hour: "9", zone: "UTC" });
    await running.at("2026-06-25T09:00Z");
    expect(JSON.stringify(discord.messages(channelId))).toContain("Our secret day");
    expect(JSON.stringify(discord.messages(there.channelId))).not.toContain("secret");
    const id = event?.id ?? "";
    const asked: readonly [string, Options][] = [
      ["today", {}],
      ["today", { all: true }],
      ["on", { date: "25 June" }],
      ["preview", { date: "25 June" }],
      ["subscriptions why", {}],
      ["subscriptions test", {}],
      ["upcoming", {}],
      ["search", { text: "secret day" }],
      ["event", { event: id }],
      ["events list", {}],
      ["events edit", { event: id, text: "Ours now" }],
      ["events edit", { event: "Our secret day", kind: "x" }],
      ["events remove", { event: id }],
      ["data export", {}],
    ];
    for (const [command, options] of asked)
      expect((await ask(there, command, options)).text, command).not.toContain("secret day is");
    const shown = async (command: string, options: Options) =>
      (await ask(there, command, options)).text.replaceAll(/“[^”]*”/g, "");
    for (const [command, options] of asked) expect(await shown(command, options), command).not.toContain("secret");
    for (const focused of ["event", "kind"]) {
      const call = {
        command: "events edit",
        channelId: there.channelId,
        person: admin,
        focused,
        options: { [focused]: "Our secret" },
      };
      const choices = await discord.interact.autocomplete(call);
      expect(choices.filter(({ value }) => value === id || /day/.test(String(value)))).toEqual([]);
    }
    const before = await store.guilds.everything(guildId);
    const undo = added.component("Undo").custom_id ?? "";
    for (const custom_id of [undo, `v1:events:remove:${id}`, "v1:events:page:1"]) {
      const data = { custom_id, component_type: 3, values: [id] };
      const forged = { kind: "component", data, messageId: added.message.id } as const;
      const answer = await discord.interact.forge({ channelId: there.channelId, person: admin }, forged);
      expect(JSON.stringify(answer.message())).not.toContain("secret");
    }
    expect(await store.guilds.everything(guildId)).toEqual(before);
  });
});

test("a member without Manage Server is refused at every button and select of it", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    const added = await add(running, "25 June", "Community day");
    const list = await ask(running, "events list");
    const member = { channelId, person: { ...admin, permissions: 0n } };
    const undo = added.component("Undo").custom_id ?? "";
    expect((await discord.interact.press(member, added.message.id, undo)).message()?.content).toContain("permission");
    const select = list.component("Remove one of these …");
    const pressed = discord.interact.press(member, list.message.id, select.custom_id ?? "", [
      select.options?.[0]?.value ?? "",
    ]);
    expect((await pressed).message()?.content).toContain("permission");
    expect(await kept(running)).toHaveLength(1);
  });
});
