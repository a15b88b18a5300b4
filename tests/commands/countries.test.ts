import { expect, test } from "vitest";
import { isBegun } from "../../src/delivery/subscription.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask, following } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";

test("/countries follow adds to what is followed, whole groups included, and each change can be undone", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    await following(running, "South Korea");
    const parties = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection.parties;
    const changed = await ask(running, "countries follow", { countries: "Benelux, Kenya" });
    expect(changed.text).toContain("Changed.");
    expect(changed.text).toContain("following Benelux, South Korea and Kenya.");
    expect(await parties()).toEqual(["KR", "KE", "BE", "LU", "NL"]);
    expect((await changed.press("Show the next post")).text).toContain("25 June 2026");
    expect((await ask(running, "countries list")).text).toMatch(/5 parties are followed[^]*Belgium, Kenya, Luxembourg/);
    const further = await ask(running, "countries unfollow", { countries: "Kenya" });
    expect((await changed.press("Undo")).text).toContain("changed again since");
    expect((await further.press("Undo")).text).toContain("Undone.");
    expect(await parties()).toEqual(["KR", "KE", "BE", "LU", "NL"]);
    expect((await ask(running, "countries unfollow", { countries: "Kenya, Benelux" })).text).toContain(
      "following South",
    );
  });
});

test("/countries unfollow takes away, and refuses to leave nobody, which would mean everybody", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Belgium, Kenya");
    const unfollow = async (countries: string) => (await ask(running, "countries unfollow", { countries })).text;
    expect(await unfollow("Kenya")).toContain("following Belgium.");
    expect(await unfollow("Kenya")).toContain("None of these is followed");
    expect(await unfollow("Benelux")).toContain("nobody would be left");
  });
});

test("/countries only: a pair shows what both took part in; all countries again; any of them or together", async () => {
  await withBot("2026-06-20T08:00Z", async (running) => {
    const { store, guildId } = running;
    await following(running);
    const selection = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection;
    const only = async (countries: string, together = false) =>
      (await ask(running, "countries only", { countries, together })).text;
    expect(await only("Belarus with Russia")).toContain("following Belarus with Russia.");
    expect(await selection()).toMatchObject({ parties: [], together: [["BY", "RU"]] });
    const preview = await ask(running, "preview", { date: "25 June" });
    expect(preview.text).toContain("Belarus and Russia established");
    const lines = preview.text.split("\n").filter((line) => line.includes("**: "));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/Belarus.*Russia|Russia.*Belarus/);
    expect(await only("Belgium, Kenya", true)).toContain("following Belgium with Kenya.");
    expect(await only("Belgium, Kenya")).toContain("following Belgium and Kenya.");
    expect(await only("Benelux", true)).toContain("following Belgium with Luxembourg with the Netherlands.");
    expect(await only("Belgium", true)).toContain("two different countries");
    expect(await only("Belgium with Kenya, Chad", true)).toContain("use one of the two");
    expect(await only("all countries")).toContain("following all countries");
    expect(await selection()).toMatchObject({ parties: [], together: [] });
    expect((await ask(running, "countries follow", { countries: "Kenya" })).text).toContain("following Kenya.");
  });
});

test.each([
  ["Qwertzuiop", "I know no country"],
  [" , ", "Name at least one"],
  ["Belgium with Belgium", "two different countries"],
  ["Kenya with Belgium with Kenya", "two different countries"],
  ["Belgium with", "two different countries"],
  ["Russia with Soviet Union", "Russia continues the Soviet Union"],
  ["Belgium with Narnia, Atlantis; Narnia", "“Narnia”"],
  ["EU members with ASEAN members", "Name a smaller group, or a single country with a group"],
  ["x".repeat(5_000), "I know no country"],
])("/countries only %s is refused with what to do", async (countries, text) => {
  await withBot(NOW, async (running) => {
    await following(running);
    expect((await ask(running, "countries only", { countries })).text).toContain(text);
  });
});

test("two admins at once: both changes count", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    await following(running, "South Korea");
    await Promise.all(
      ["Belgium", "Kenya", "Chad", "Peru"].map((countries) => ask(running, "countries follow", { countries })),
    );
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar?.selection.parties.toSorted()).toEqual(["BE", "KE", "KR", "PE", "TD"]);
    expect(await store.audit.ofGuild(guildId, 10)).toHaveLength(5);
  });
});

test("a group whose members have changed since is told, those who left too, with the cure at hand", async () => {
  await withBot("2019-06-10T08:00Z", async (running) => {
    const { at } = running;
    await following(running, "South Korea");
    await ask(running, "countries only", { countries: "NATO members, EU members, Chad" });
    expect((await ask(running, "countries list")).text).not.toContain("after you chose it");
    await at("2026-06-25T08:00Z");
    // the United Kingdom has left the one group and is in the other; Finland and Sweden were followed before
    const list = await ask(running, "countries list");
    expect(list.text).toContain("NATO members: North Macedonia joined after you chose it.");
    expect(list.text).not.toContain("left after you chose it");
  });
  await withBot("2019-06-10T08:00Z", async (running) => {
    const { at, store, guildId } = running;
    const parties = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection.parties ?? [];
    await following(running, "Benelux");
    await ask(running, "countries only", { countries: "EU members, Chad" });
    expect(await parties()).toContain("GB");
    // told once, in the channel, and not again until somebody has changed the calendar
    const told = () =>
      running.discord
        .messages(running.channelId)
        .filter(({ content }) => content.includes("members of a group that it follows have joined or left"));
    await at("2026-06-25T08:00Z");
    await at("2026-06-25T08:02Z");
    expect(told()).toHaveLength(1);
    expect(told()[0]?.content).toContain("/countries list");
    await at("2026-06-26T08:00Z");
    await running.restart();
    await at("2026-06-26T08:02Z");
    await at("2026-06-26T08:04Z");
    expect(told()).toHaveLength(1);
    const list = await ask(running, "countries list");
    expect(list.text).toContain("EU members: the United Kingdom left after you chose it.");
    expect(list.text).toContain("“Follow the groups as they are now” takes this over");
    expect(list.text).not.toContain("has a button");
    expect((await ask(running, "subscriptions why")).text).toContain("/countries list has a button");
    const updated = await list.press("Follow the groups as they are now");
    expect(await parties()).not.toContain("GB");
    expect(await parties()).toContain("TD");
    expect((await ask(running, "countries list")).text).not.toContain("after you chose it");
    expect((await list.press("Follow the groups as they are now")).text).toContain("changed again since");
    await updated.press("Undo");
    expect(await parties()).toContain("GB");
    await ask(running, "countries unfollow", { countries: "Germany" });
    expect((await ask(running, "countries list")).text).not.toContain("after you chose it");
  });
});

test("the panel tells of a group whose members have changed too, follows it as it is now and takes that back", async () => {
  await withBot("2019-06-10T08:00Z", async (running) => {
    const { at, store, guildId, restart } = running;
    const parties = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection.parties ?? [];
    await following(running, "EU members, Chad");
    const cure = "Follow the groups as they are now";
    const before = await ask(running, "setup");
    expect([before.text.includes("after you chose it"), before.labels.includes(cure)]).toEqual([false, false]);
    await at("2026-06-25T08:00Z");
    await restart();
    const [panel, other] = [await ask(running, "setup"), await ask(running, "setup")];
    expect(panel.text).toContain("EU members: the United Kingdom left after you chose it.\n“Follow the groups");
    const updated = await panel.press(cure);
    expect([updated.text.includes("left after"), updated.labels.includes(cure)]).toEqual([false, false]);
    expect(await parties()).not.toContain("GB");
    expect(await parties()).toContain("TD");
    const undone = await updated.press("Undo");
    expect(undone.text).toContain("the United Kingdom left after you chose it.");
    expect(await parties()).toContain("GB");
    expect((await other.press(cure)).text).toContain("your last choice was not applied");
    expect(await parties()).toContain("GB");
  });
});

test("/countries completes groups, countries after others, and both sides of a pair", async () => {
  await withBot(NOW, async ({ discord, channelId, admin }) => {
    const complete = async (countries: string) => {
      const call = {
        command: "countries follow",
        channelId,
        person: admin,
        focused: "countries",
        options: { countries },
      };
      return (await discord.interact.autocomplete(call)).map(({ value }) => value);
    };
    expect((await complete("nord"))[0]).toBe("Nordic countries");
    expect(await complete("EU")).toEqual(expect.arrayContaining(["EU members", "eu itself"]));
    expect(await complete("EU")).not.toContain("eu");
    expect((await complete("Belgium, Kazakh"))[0]).toBe("BE, KZ");
    expect((await complete("Benelux, Ke"))[0]).toBe("Benelux, KE");
    expect((await complete("Benelux, nord"))[0]).toBe("Benelux, Nordic countries");
    expect(await complete("NATO members, Benelux, Kenya, Ug")).toContain("NATO members, Benelux, KE, UG");
    expect(await complete("NATO itself, Narnia, Ug")).toContain("NATO itself, Narnia, UG");
    expect(await complete("Benelux, benel")).not.toContain("Benelux, Benelux");
    expect((await complete("all"))[0]).toBe("everything");
    expect(await complete("Belgium, all")).not.toContain("everything");
    expect((await complete("Belgium with south k"))[0]).toBe("Belgium with KR");
    expect((await complete("between Belgium and south k"))[0]).toBe("Belgium with KR");
    expect((await complete("Benelux; France & Germany; ke"))[0]).toBe("Benelux, FR with DE, KE");
    expect(await complete("")).toContain("everything");
  });
});

test("a server has at most 25 calendars, and the message says so", async () => {
  await withBot(NOW, async (running) => {
    const { discord, store, guildId } = running;
    const setup = async () => {
      const place = { ...running, channelId: discord.addChannel(guildId) };
      return (await ask(place, "setup", { hour: "9", zone: "UTC" })).text;
    };
    const looked = await ask({ ...running, channelId: discord.addChannel(guildId) }, "setup");
    for (let calendars = 0; calendars < 25; calendars += 1) expect(await setup()).toContain("Done.");
    expect((await looked.press("Start posting")).text).toContain("This server has 25 calendars, which is the most.");
    expect(await setup()).toContain("This server has 25 calendars, which is the most.");
    expect((await ask(running, "subscriptions list")).text).toContain("25 calendars in this server, and 1 not begun");
    await ask(running, "setup");
    expect((await store.subscriptions.ofGuild(guildId)).filter((each) => isBegun(each))).toHaveLength(25);
    const [first] = (await store.subscriptions.ofGuild(guildId)).filter((each) => isBegun(each));
    await store.subscriptions.end(first?.id ?? "", 0);
    expect((await looked.press("Start posting")).text).toContain("Done.");
  });
});
