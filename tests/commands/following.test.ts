import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask, following } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T08:00Z";

test("a choice of the list shows all that was typed before it, and is read as it shows", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin, store, guildId } = running;
    await following(running, "Chad");
    const call = (countries: string) => ({
      command: "countries only",
      channelId,
      person: admin,
      focused: "countries",
      options: { countries },
    });
    for (const [typed, shown, parties] of [
      ["Benelux, Ke", "Benelux, Kenya", ["KE", "BE", "LU", "NL"]],
      ["nato itself, Baltic states, Ug", "NATO, Baltic states, Uganda", ["UG", "nato", "EE", "LT", "LV"]],
    ] as const) {
      const choices = await discord.interact.autocomplete(call(typed));
      const choice = choices.find(({ name }) => name.replace(" itself", "").toLowerCase() === shown.toLowerCase());
      expect(choices.map(({ name }) => name)).toContain(choice?.name);
      await ask(running, "countries only", { countries: String(choice?.value) });
      expect((await store.subscriptions.ofGuild(guildId))[0]?.selection.parties).toEqual(parties);
    }
  });
});

test.each([
  ["NATO", "NATO members", "US"],
  ["eu", "EU members", "BE"],
  ["European Union", "EU members", "BE"],
  ["BRICS", "BRICS members", "BR"],
  ["ASEAN", "ASEAN members", "VN"],
  ["CIS", "CIS members", "KZ"],
  ["G7", "G7", "JP"],
  ["G20", "G20 states", "KR"],
  ["P5", "P5: permanent members", "CN"],
  ["Benelux", "Benelux", "LU"],
  ["Nordics", "Nordic countries", "IS"],
  ["Baltics", "Baltic states", "EE"],
  ["African Union", "African Union members", "KE"],
  ["Arab League", "Arab League members", "EG"],
  ["Mercosur", "Mercosur members", "UY"],
  ["Commonwealth", "Commonwealth members", "MT"],
  ["Pacific Islands Forum", "Pacific Islands Forum members", "FJ"],
])("%s is the group of its members, which the answer says", async (typed, said, member) => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    await following(running, "Switzerland");
    const parties = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection.parties ?? [];
    const changed = await ask(running, "countries only", { countries: typed });
    expect(changed.text).toContain(`following ${said}`);
    expect(await parties()).toContain(member);
    expect((await parties()).every((code) => /^[A-Z]{2}$/.test(code))).toBe(true);
    await ask(running, "countries only", { countries: "Switzerland" });
    await ask(running, "countries follow", { countries: typed });
    expect(await parties()).toContain(member);
    await ask(running, "countries unfollow", { countries: typed });
    expect(await parties()).toEqual(["CH"]);
  });
});

test("NATO itself is the organisation alone, /setup takes the group too, and unfollowing NATO takes away both", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    const parties = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection.parties ?? [];
    await following(running, "NATO");
    expect(await parties()).toContain("US");
    const group = await ask(running, "countries only", { countries: "NATO, Chad" });
    expect(group.text).toContain(
      "NATO was taken as the group of its members; the organisation alone is “NATO itself”.",
    );
    expect((await ask(running, "countries unfollow", { countries: "United States" })).text).toContain("Changed.");
    expect((await ask(running, "countries only", { countries: "NATO members" })).text).not.toContain("was taken as");
    await ask(running, "countries only", { countries: "NATO itself" });
    expect(await parties()).toEqual(["nato"]);
    await ask(running, "countries follow", { countries: "NATO, Chad" });
    expect(await parties()).toEqual(expect.arrayContaining(["nato", "US", "TD"]));
    await ask(running, "countries unfollow", { countries: "NATO" });
    expect(await parties()).toEqual(["TD"]);
  });
});

test("whoever follows one country where all were followed is told that it is instead of them", async () => {
  await withBot(NOW, async (running) => {
    await following(running);
    const follow = async (countries: string) => (await ask(running, "countries follow", { countries })).text;
    expect(await follow("Kenya")).toContain("instead of all countries");
    expect(await follow("Chad")).not.toContain("instead of");
    expect(await follow("all countries")).not.toContain("instead of");
  });
});

test("every name that nobody knows is told at once", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const { text } = await ask(running, "countries only", { countries: "Belgum, Kenya, Narnia" });
    expect(text).toMatch(/“Belgum”[^]*Belgium[^]*“Narnia”/);
    expect(text).not.toContain("“Kenya”");
  });
});

test.each(["all countries, Belgium", "Kenya; All Countries", "all countries with Belgium", "everything, Chad"])(
  "“%s” is refused with what to do: all countries are named alone",
  async (countries) => {
    await withBot("2026-06-20T08:00Z", async (running) => {
      await following(running, "Chad");
      for (const command of ["countries only", "countries follow", "countries unfollow", "setup"])
        expect((await ask(running, command, { countries })).text, command).toContain(
          "“all countries” has everyone already: name it alone",
        );
      const [calendar] = await running.store.subscriptions.ofGuild(running.guildId);
      expect(calendar?.selection).toMatchObject({ parties: ["TD"], together: [] });
    });
  },
);
