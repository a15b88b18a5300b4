import { describe, expect, test } from "vitest";
import { withBot, withRealFacts } from "../../main/bot.ts";
import { ask } from "../lookups.ts";
import { given, kept, NOW, pressedAgain } from "./support.ts";

withRealFacts();

describe("/events edit", () => {
  test("changes what is given and leaves the rest, shows before and after, and can be undone once nobody has changed it since", async () => {
    await withBot(NOW, async (running) => {
      const [event] = await given(running, { parties: ["BE"], kind: "Twin towns", link: "https://example.org/" });
      const id = event?.id ?? "";
      const edited = await ask(running, "events edit", {
        event: id,
        date: "26 August 1992",
        countries: "Kenya",
        link: "-",
      });
      expect(edited.text).toContain("Before: **25 August, every year**: 🇧🇪 Anna (Twin towns) [example.org]");
      expect(edited.text).toContain("Now: **26 August 1992**: 🇰🇪 **34 years**: Anna (1992; Twin towns)");
      expect(await kept(running)).toEqual(["1992-08-26 | Anna | Twin towns | KE | -"]);
      const again = await ask(running, "events edit", { event: "anna", text: "Hannah" });
      expect((await edited.press("Undo")).text).toContain("changed again since");
      await again.press("Undo");
      expect(await kept(running)).toEqual(["1992-08-26 | Anna | Twin towns | KE | -"]);
      expect((await edited.press("Undo")).text).toContain("changed again since");
      const [undone, change, first] = await running.store.ownEvents.history(running.guildId, 3);
      expect([undone, change, first].map((each) => each?.changes.map(({ field }) => field))).toEqual([
        ["text"],
        ["text"],
        ["date", "countries", "link"],
      ]);
    });
  });

  test("a button does not take back what somebody else changed at the same instant", async () => {
    await withBot(NOW, async (running) => {
      const [event] = await given(running, { parties: ["BE"] });
      const { ownEvents } = running.store;
      const edited = await ask(running, "events edit", { event: event?.id ?? "", text: "Hannah" });
      const [entry] = await ownEvents.history(running.guildId, 1);
      if (event === undefined || entry === undefined) throw new Error("nothing was changed");
      await ownEvents.change(running.guildId, event.id, (now) => ({ ...now, parties: ["KE"] }), entry);
      expect((await edited.press("Undo")).text).toContain("changed again since");
      expect(await kept(running)).toEqual(["XXXX-08-25 | Hannah | - | KE | -"]);
    });
  });

  test("two admins at once: both changes count", async () => {
    await withBot(NOW, async (running) => {
      await given(running, {});
      await Promise.all([
        ask(running, "events edit", { event: "Anna", kind: "Name day" }),
        ask(running, "events edit", { event: "Anna", countries: "Belgium" }),
        ask(running, "events edit", { event: "Anna", link: "example.org" }),
      ]);
      expect(await kept(running)).toEqual(["XXXX-08-25 | Anna | Name day | BE | https://example.org/"]);
    });
  });

  test.each([
    [{ event: "Anna" }, "Nothing was to be changed"],
    [{ event: "Anna", text: "Anna" }, "It is like that already"],
    [{ event: "A", text: "x" }, "No own date of this server is meant by"],
    [{ event: "**nobody**", text: "x" }, "No own date of this server is meant by"],
    [{ event: "Anna", date: "soon" }, "is not a date"],
  ])("%o is refused", async (options, text) => {
    await withBot(NOW, async (running) => {
      await given(running, {}, { text: "Adam" });
      expect((await ask(running, "events edit", options)).text).toContain(text);
      expect(await kept(running)).toHaveLength(2);
    });
  });
});

test("/events remove takes one away, and undo brings it back as it was, under its id", async () => {
  await withBot(NOW, async (running) => {
    const [event] = await given(running, { parties: ["BE"], kind: "visit", link: "https://example.org/" });
    const removed = await ask(running, "events remove", { event: event?.id ?? "" });
    expect(removed.text).toContain("Own date removed");
    expect(await kept(running)).toEqual([]);
    await removed.press("Undo");
    expect(await running.store.ownEvents.ofGuild(running.guildId)).toEqual([event]);
    expect(await pressedAgain(running, removed)).toContain("changed again since");
  });
});

test("/events list shows all in pages, from January on, and one can be removed there", async () => {
  await withBot(NOW, async (running) => {
    expect((await ask(running, "events list")).text).toContain("/events add begins");
    const months = Array.from(
      { length: 12 },
      (_, index) => ({ month: index + 1, day: 1, precision: "every-year" }) as const,
    );
    await given(running, ...months.map((date) => ({ date, text: `Month ${date.month}` })).toReversed());
    const list = await ask(running, "events list");
    expect(list.text).toContain("12 of 500");
    expect(list.text).toMatch(/\*\*1 January, every year\*\*: Month 1\n[^]*Month 8\n/);
    const next = await list.press("Next");
    expect(next.text).toContain("Month 12");
    const option = next.component("Remove one of these …").options?.find(({ label }) => label.includes("Month 12"));
    const removed = await next.press("Remove one of these …", option?.value ?? "");
    expect(removed.text).toContain("Month 12");
    expect(await kept(running)).toHaveLength(11);
  });
});

test("the longest and most hostile that can be typed is answered by every subcommand", async () => {
  await withBot(NOW, async (running) => {
    const { discord, guildId } = running;
    for (let channels = 0; channels < 24; channels += 1)
      await ask({ ...running, channelId: discord.addChannel(guildId) }, "setup", {
        hour: "9",
        zone: "UTC",
        countries: "Kenya",
      });
    await running.setup({ hour: "9", zone: "UTC" });
    const parties = ["SUHH", "CSHH", "YUCS", "DDDE", "korean-empire", "nato", "un", "eu", "coe", "african-union"];
    const link = `https://${"a-very-long-host-name.".repeat(9)}example/${"_".repeat(80)}`;
    const text = "*_".repeat(100);
    const date = { precision: "day", year: 1001, month: 9, day: 30 } as const;
    await given(running, ...Array.from({ length: 12 }, () => ({ date, text, parties, link, kind: "`|".repeat(20) })));
    const [event] = await running.store.ownEvents.ofGuild(guildId);
    const edited = await ask(running, "events edit", { event: event?.id ?? "", date: "30 September 1002" });
    expect(edited.text).toContain("Own date changed");
    expect((await ask(running, "events list")).text).toContain("12 of 500");
    expect((await ask(running, "preview", { date: "30 September" })).text).toContain("own dates");
    expect((await ask(running, "events remove", { event: event?.id ?? "" })).text).toContain("removed");
  });
});
