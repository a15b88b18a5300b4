import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { add, kept, NOW, pressedAgain } from "../own/support.ts";
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
