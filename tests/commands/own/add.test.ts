import { describe, expect, test } from "vitest";
import { withBot, withRealFacts } from "../../main/bot.ts";
import { temporaryFolder } from "../../support/folder.ts";
import { ask } from "../lookups.ts";
import { add, given, kept, NOW, pressedAgain } from "./support.ts";

withRealFacts();

describe("/events add", () => {
  test("keeps a date with all that was said of it, shows it as members will see it, says when and where; and undoes it", async () => {
    await withBot(
      NOW,
      async (running) => {
        await running.setup({ hour: "9", zone: "UTC", countries: "Belgium" });
        const options = { countries: "Belgium, South Korea", kind: "Twin towns", link: "example.org/twins" };
        const answer = await add(running, "25 August 1992", "Ghent *and* Gwangju", options);
        expect(answer.isQuiet).toBe(true);
        expect(answer.text).toContain(
          "**25 August 1992**: 🇧🇪 🇰🇷 **34 years**: Ghent \\*and\\* Gwangju (1992; Twin towns) [example.org](https://example.org/twins)",
        );
        expect(answer.text).toContain(`Next shown on Tuesday, 25 August 2026, in <#${running.channelId}>.`);
        expect(answer.text).toContain("1 of 500 own dates.");
        expect(await kept(running)).toEqual([
          "1992-08-25 | Ghent *and* Gwangju | Twin towns | BE KR | https://example.org/twins",
        ]);
        const undone = await answer.press("Undo");
        expect(undone.text).toContain("Undone");
        expect(undone.message.id).toBe(answer.message.id);
        expect(await kept(running)).toEqual([]);
        expect(await pressedAgain(running, answer)).toContain("changed again since");
      },
      { database: `${temporaryFolder()}/attache.sqlite` },
    );
  });

  test("what a server has already is not added again: the answer names it; what differs in anything is", async () => {
    await withBot(NOW, async (running) => {
      const options = { countries: "Belgium, South Korea", kind: "Twin towns" };
      await add(running, "25 August 1992", "Ghent *and* Gwangju", options);
      const [event] = await running.store.ownEvents.ofGuild(running.guildId);
      const turned = { ...options, countries: "South Korea, Belgium" };
      const again = await add(running, "1992-08-25", "Ghent *and* Gwangju", turned);
      expect(again.text).toContain("This server has that already, so nothing was added: 25 August 1992: Ghent");
      expect(again.text).toContain(`(${event?.id}). /events edit changes it.`);
      expect(again.labels).toEqual([]);
      expect(await kept(running)).toHaveLength(1);
      expect(await running.store.ownEvents.history(running.guildId, 9)).toHaveLength(1);
      await add(running, "25 August", "Ghent *and* Gwangju", options);
      await add(running, "25 August 1992", "Ghent *and* Gwangju");
      expect(await kept(running)).toHaveLength(3);
    });
  });

  test("a day without a year is every year's; a kind of the archive is known by its name; nothing else is needed", async () => {
    await withBot(NOW, async (running) => {
      const answer = await add(running, "24 June", "Name day of John");
      expect(answer.text).toContain("**24 June, every year**: Name day of John");
      expect(answer.text).toContain(
        "Nothing is posted in this server yet: /setup begins. On Thursday, 24 June 2027 it is in /today.",
      );
      await add(running, "5 December 2026", "Reception at the embassy", { kind: "visit", countries: "-", link: "-" });
      expect(await kept(running)).toEqual([
        "XXXX-06-24 | Name day of John | - | - | -",
        "2026-12-05 | Reception at the embassy | visit | - | -",
      ]);
    });
  });

  test("says in which channels a date is not shown, and why", async () => {
    await withBot(NOW, async (running) => {
      const { discord, guildId, store } = running;
      const [kenya, visits] = [discord.addChannel(guildId), discord.addChannel(guildId)];
      await running.setup({ hour: "9", zone: "UTC", countries: "South Korea" });
      await ask({ ...running, channelId: kenya }, "setup", { hour: "9", zone: "UTC", countries: "Kenya" });
      await ask({ ...running, channelId: visits }, "setup", { hour: "9", zone: "UTC" });
      const calendar = (await store.subscriptions.ofGuild(guildId)).find(({ channelId }) => channelId === visits);
      if (calendar === undefined) throw new Error("it is there");
      const settings = { ...calendar, selection: { ...calendar.selection, families: ["visits"] as const } };
      await store.subscriptions.revise(calendar.id, calendar.revision, settings, Date.parse(NOW));
      const { text } = await add(running, "25 August 1992", "Twins", { countries: "KR", kind: "Treaty signed" });
      expect(text).toContain(`Next shown on Tuesday, 25 August 2026, in <#${running.channelId}>.`);
      expect(text).toContain(`Not in <#${kenya}>: other countries are followed there.`);
      expect(text).toContain(`Not in <#${visits}>: events of this kind are left out there.`);
      await ask(running, "subscriptions pause");
      const paused = await add(running, "25 August 1993", "Twins", { countries: "KR", kind: "Treaty signed" });
      expect(paused.text).toContain("No post shows it. On Tuesday, 25 August 2026 it is in /today.");
      expect(paused.text).toContain(
        `Not in <#${running.channelId}>: nothing is posted there until /subscriptions resume.`,
      );
    });
  });

  test.each([
    [{ date: "31 April", text: "x" }, "30 days"],
    [{ date: "25 August 2092", text: "x" }, "too far ahead"],
    [{ date: "some day", text: "x" }, "is not a date"],
    [{ date: "25 August", text: "\u200b" }, "The text is empty"],
    [{ date: "25 August", text: "x", countries: "Atlantiss" }, "no country, former state or organisation"],
    [{ date: "25 August", text: "x", link: "http://example.org" }, "begins with https"],
    [{ date: "25 August", text: "x", kind: "k".repeat(41) }, "the most is 40"],
  ])("%o is refused with what to write instead, and nothing is kept", async (options, text) => {
    await withBot(NOW, async (running) => {
      expect((await ask(running, "events add", options)).text).toContain(text);
      expect(await kept(running)).toEqual([]);
    });
  });

  test("500 are the most, and the message says so; nothing is lost by undoing a removal when it is full again", async () => {
    await withBot(NOW, async (running) => {
      await given(running, ...Array.from({ length: 499 }, () => ({})));
      expect((await add(running, "25 August", "The last")).text).toContain("500 of 500 own dates.");
      expect((await add(running, "25 August", "Too many")).text).toContain(
        "This server has 500 own dates, and the most is 500. Remove some with /events remove",
      );
      const removed = await ask(running, "events remove", { event: "the last" });
      expect(removed.text).toContain("499 of 500");
      await add(running, "25 August", "Another");
      expect((await removed.press("Undo")).text).toContain("This server has 500 own dates, and the most is 500.");
      expect(await kept(running)).toHaveLength(500);
    });
  });
});

test("no own date is there twice: neither added by two admins at once, nor changed into another, nor brought back beside it", async () => {
  await withBot(NOW, async (running) => {
    const { discord } = running;
    const already = "This server has that already, so nothing was";
    const second = { ...running, admin: discord.addPerson({ permissions: 32n }) };
    const both = await Promise.all([running, second, running, second].map((each) => add(each, "1 May", "Fair")));
    expect(both.filter(({ text }) => text.includes(already))).toHaveLength(3);
    expect(await kept(running)).toEqual(["XXXX-05-01 | Fair | - | - | -"]);

    await add(running, "2 May", "Fair");
    const later = (await running.store.ownEvents.ofGuild(running.guildId))[1]?.id ?? "";
    const edited = await ask(running, "events edit", { event: later, date: "1 May" });
    expect(edited.text).toContain(`${already} changed: 1 May, every year: Fair (`);
    const two = ["XXXX-05-01 | Fair | - | - | -", "XXXX-05-02 | Fair | - | - | -"];
    expect(await kept(running)).toEqual(two);

    // what Undo would bring back is there again by then
    const moved = await ask(running, "events edit", { event: later, date: "3 May" });
    await add(running, "2 May", "Fair");
    expect((await moved.press("Undo")).text).toContain(`${already} changed`);
    const removed = await ask(running, "events remove", { event: later });
    await add(running, "3 May", "Fair");
    expect((await removed.press("Undo")).text).toContain(`${already} added`);
    expect(await kept(running)).toEqual([...two, "XXXX-05-03 | Fair | - | - | -"]);
  });
});
