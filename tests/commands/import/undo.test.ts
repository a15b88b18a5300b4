import { expect, test } from "vitest";
import { customId } from "../../../src/messages/custom-id.ts";
import { textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { add, given, kept, NOW, pressedAgain } from "../own/support.ts";
import { GOOD, imported } from "./imported.ts";

withRealFacts();

test("an import is undone after a restart, all of it but what has been changed since, once, and the record tells", async () => {
  await withBot(NOW, async (running) => {
    const { restart, store, guildId } = running;
    await add(running, "1 May", "Ours");
    const done = await (await imported(running, `${GOOD}1 June,June\n2 June,Second\n`)).press("Import all 4");
    const [june] = (await store.ownEvents.ofGuild(guildId)).filter(({ text }) => text === "June");
    await ask(running, "events edit", { event: june?.id ?? "", text: "First of June" });
    await ask(running, "events remove", { event: "Lucia" });
    await restart();
    expect(done.labels).toEqual(["Undo"]);
    const undone = await done.press("Undo");
    expect(undone.text).toContain("2 imported own dates were removed. This server has 2 now, and may have 500.");
    expect(undone.text).toContain("use /events import with the file");
    expect(undone.text).toContain("1 stays, since it has been changed since the import");
    expect(await kept(running)).toEqual(["XXXX-05-01 | Ours | - | - | -", "XXXX-06-01 | First of June | - | - | -"]);
    expect(await pressedAgain(running, done)).toContain("changed again since");
    expect(await kept(running)).toHaveLength(2);
    const [last] = await store.ownEvents.history(guildId, 1);
    expect(last).toMatchObject({ act: "import-undone", userId: running.admin.id, changes: [{ from: "2" }] });
    const again = await imported(running, GOOD);
    const both = await again.press("Import all 2");
    const twice = await imported(running, "date,text\n3 June,Third\n");
    const one = await twice.press("Import it");
    expect((await both.press("Undo")).text).toContain("2 imported own dates were removed. This server has 3 now");
    expect((await one.press("Undo")).text).toContain("Third");
    expect(await kept(running)).toHaveLength(2);
  });
});

test("another server’s import is not undone by a forged button", async () => {
  await withBot(NOW, async (running) => {
    const { discord, admin, store, guildId } = running;
    const done = await (await imported(running, GOOD)).press("Import all 2");
    const other = discord.addGuild();
    const elsewhere = { channelId: discord.addChannel(other), person: admin };
    const data = { custom_id: done.component("Undo").custom_id, component_type: 2 };
    const answer = await discord.interact.forge(elsewhere, { kind: "component", data, messageId: "1" });
    expect(textOf(answer.message())).toContain("changed again since");
    expect(await store.ownEvents.ofGuild(guildId)).toHaveLength(2);
  });
});

const SECOND = "date,text\n3 June,Third\n4 June,Fourth\n";

test("the Undo of an import that is no more on record has no hold on a later one, after /data delete and after 90 days", async () => {
  await withBot(NOW, async (running) => {
    const first = await (await imported(running, GOOD)).press("Import all 2");
    const single = await add(running, "1 May", "Ours");
    await (await ask(running, "data delete")).press("Delete everything");
    const second = await (await imported(running, SECOND)).press("Import all 2");
    await add(running, "2 May", "Later");
    expect(await pressedAgain(running, first)).toContain("changed again since");
    expect(await pressedAgain(running, single)).toContain("changed again since");
    expect(await kept(running)).toHaveLength(3);
    await running.store.audit.prune(Number.POSITIVE_INFINITY);
    await (await imported(running, GOOD)).press("Import all 2");
    for (const gone of [first, second]) expect(await pressedAgain(running, gone)).toContain("changed again since");
    expect(await kept(running)).toHaveLength(5);
  });
});

test("the Undo of one own date has no hold on a later change of it once its own is deleted from the record", async () => {
  await withBot(NOW, async (running) => {
    const [event] = await given(running, { text: "One" });
    const changed = await ask(running, "events edit", { event: event?.id ?? "", text: "Two" });
    await running.store.audit.prune(Number.POSITIVE_INFINITY);
    await ask(running, "events edit", { event: event?.id ?? "", text: "Three" });
    await ask(running, "events edit", { event: event?.id ?? "", text: "Four" });
    expect(await pressedAgain(running, changed)).toContain("changed again since");
    expect(await kept(running)).toEqual(["XXXX-08-25 | Four | - | - | -"]);
  });
});

test("of two servers with own dates under the same ids, the Undo of one’s import reads and deletes its own alone", async () => {
  await withBot(NOW, async (running) => {
    const { discord, store, guildId, channelId, admin } = running;
    const other = discord.addGuild();
    const elsewhere = discord.addChannel(other);
    const own = { text: "Day", kind: undefined, parties: [], link: undefined };
    const both = ["aaaaaaaa", "bbbbbbbb"].map((id) => ({
      ...own,
      id,
      date: { precision: "every-year", month: 6, day: 1 } as const,
    }));
    const by = { userId: admin.id, channelId, at: 0 };
    const ours = await store.ownEvents.add(guildId, both, by);
    const theirs = await store.ownEvents.add(other, both, by);
    await store.ownEvents.change(other, "aaaaaaaa", (now) => ({ ...now, text: "Changed" }), by);
    const press = async (channel: string, added: typeof ours) => {
      const id = customId("events", "unimport", (added.ok && added.entry) || "");
      const data = { custom_id: id, component_type: 2 };
      const forged = { kind: "component", data, messageId: "1" } as const;
      const answer = await discord.interact.forge({ channelId: channel, person: admin }, forged);
      return textOf(answer.message());
    };
    const has = async (guild: string) => (await store.ownEvents.ofGuild(guild)).map(({ id }) => id);
    const refused = "changed again since";
    expect(await press(elsewhere, ours)).toContain(refused);
    expect(await press(channelId, theirs)).toContain(refused);
    expect([await has(guildId), await has(other)]).toEqual([both.map(({ id }) => id), both.map(({ id }) => id)]);
    expect(await press(channelId, ours)).toContain("2 imported own dates were removed");
    expect([await has(guildId), await has(other)]).toEqual([[], both.map(({ id }) => id)]);
    expect(await press(channelId, ours)).toContain(refused);
    expect(await press(elsewhere, theirs)).toContain("1 imported own date was removed");
    expect(await has(other)).toEqual(["aaaaaaaa"]);
  });
});
