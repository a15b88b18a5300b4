import { expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { ask, following } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-20T08:00Z";
const selection = async ({ store, guildId }: Running) => (await store.subscriptions.ofGuild(guildId))[0]?.selection;

test("a name that is nobody's, but near some, is asked about with a button for each, which does what was asked for", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const asked = await ask(running, "countries follow", { countries: "Kenya; Belgium with Korea" });
    expect(asked.text).toContain("called “Korea”");
    expect(asked.text).toContain("Press what you mean, or write it anew.");
    expect(asked.labels).toEqual(expect.arrayContaining(["Belgium with South Korea", "Belgium with North Korea"]));
    expect(await selection(running)).toMatchObject({ parties: ["TD"], together: [] });
    await running.restart();
    const pressed = await asked.press("Belgium with South Korea");
    expect(pressed.message.id).toBe(asked.message.id);
    expect(pressed.text).toContain("Changed.");
    expect(await selection(running)).toMatchObject({ parties: ["TD", "KE"], together: [["BE", "KR"]] });
    expect((await pressed.press("Undo")).text).toContain("following Chad.");
    await asked.press("Belgium with South Korea").catch(() => undefined);
    await ask(running, "countries follow", { countries: "Belgium with KR" });
    const less = await ask(running, "countries unfollow", { countries: "Belgium with Korea" });
    await less.press("Belgium with South Korea");
    expect(await selection(running)).toMatchObject({ together: [] });
    const alone = await (await ask(running, "countries only", { countries: "Korea" })).press("North Korea");
    expect(alone.text).toContain("following North Korea.");
    const both = await ask(running, "countries only", { countries: "Korea, Belgium", together: true });
    await both.press(both.labels.find((label) => label === "South Korea") ?? "");
    expect((await selection(running))?.together.map((codes) => codes.toSorted())).toEqual([["BE", "KR"]]);
  });
});

test("there are no buttons where more is wrong than one name, where nothing comes near, or where a button cannot hold it", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const long =
      "Kenya, Uganda, Rwanda, Burundi, Somalia, Ethiopia, Eritrea, Djibouti, Sudan, Egypt, Libya, Tunisia, Algeria, Korea";
    for (const countries of ["Korea, Congo", "Qwertzuiop", "Chad with Qwertzuiop", long])
      expect((await ask(running, "countries follow", { countries })).labels, countries).toEqual([]);
  });
});

test.each([
  ["Belgium-South Korea", [["BE", "KR"]]],
  ["Guinea-Bissau-Senegal", [["GW", "SN"]]],
  ["Senegal-Guinea-Bissau", [["SN", "GW"]]],
])("“%s” without spaces is a pair", async (countries, together) => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    await ask(running, "countries only", { countries });
    expect(await selection(running)).toMatchObject({ parties: [], together });
  });
});

test("“Belgium-Korea” is asked about like “Belgium with Korea”, and a hyphen in a name parts nothing", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    expect((await ask(running, "countries follow", { countries: "Belgium-Korea" })).labels).toContain(
      "Belgium with South Korea",
    );
    expect((await ask(running, "countries follow", { countries: "Congo-Brazaville" })).labels).toEqual([
      "Republic of the Congo",
    ]);
    expect((await ask(running, "countries follow", { countries: "Foo-Bar" })).text).toContain("called “Foo-Bar”");
  });
});

test("of groups in a pair each member is followed with each of the other, and that is said; too many are refused with what to do", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const both = await ask(running, "countries only", { countries: "Benelux with Baltic states" });
    expect(both.text).toContain(
      "“Benelux with Baltic states” was taken as each with each: 9 pairs, of the members of today.",
    );
    expect((await selection(running))?.together).toHaveLength(9);
    expect((await selection(running))?.together).toContainEqual(["LU", "EE"]);
    const one = await ask(running, "countries only", { countries: "Belgium with Benelux" });
    expect((await selection(running))?.together).toEqual([
      ["BE", "LU"],
      ["BE", "NL"],
    ]);
    expect(one.text).toContain("2 pairs");
    expect((await ask(running, "countries unfollow", { countries: "Benelux with Belgium; Chad" })).text).toContain(
      "nobody would be left",
    );
    const organisation = await ask(running, "countries only", { countries: "Benelux with ASEAN" });
    expect(organisation.text).toContain(
      "In a pair ASEAN is the organisation; for each of its members, write “ASEAN members”.",
    );
    expect((await selection(running))?.together).toHaveLength(3);
    const many = await ask(running, "countries only", { countries: "EU members with ASEAN members" });
    expect(many.text).toMatch(/is \d+ pairs, each with each, and a calendar follows at most 60\. Name a smaller group/);
    expect((await selection(running))?.together).toHaveLength(3);
  });
});

test("to unfollow says why nothing can be taken away, spares what another group has, and says which group is broken", async () => {
  await withBot(NOW, async (running) => {
    await following(running);
    const unfollow = async (countries: string) => (await ask(running, "countries unfollow", { countries })).text;
    expect(await unfollow("Belgium")).toContain(
      "follows all countries, so that no single one can be taken out. Name those",
    );
    await ask(running, "countries only", { countries: "Belgium with Luxembourg with Netherlands; Chad" });
    expect(await unfollow("Belgium")).toContain(
      "only what is in common: Belgium with Luxembourg with the Netherlands. Name the whole of that",
    );
    await ask(running, "countries only", { countries: "EU members, Benelux" });
    const spared = await unfollow("Benelux");
    expect(spared).toContain("following EU members.");
    expect(spared).not.toContain("No longer");
    const broken = await unfollow("Benelux");
    expect(broken).toContain("No longer followed as a whole: EU members.");
    expect((await selection(running))?.parties).not.toContain("BE");
  });
});

test("unfollow is completed with what the calendar follows, pairs first, in any language and with typing errors", async () => {
  await withBot(NOW, async (running) => {
    const { discord, channelId, admin } = running;
    await following(running, "Benelux, Kenya; Belgium with South Korea; NATO itself");
    const complete = async (typed: string) => {
      const call = { command: "countries unfollow", channelId, person: admin, focused: "countries" };
      return (await discord.interact.autocomplete({ ...call, options: { countries: typed } })).map(({ name }) => name);
    };
    expect((await complete("")).slice(0, 2)).toEqual(["Benelux", "Belgium with South Korea"]);
    expect((await complete("")).toSorted()).toEqual([
      "Belgium",
      "Belgium with South Korea",
      "Benelux",
      "Kenya",
      "Luxembourg",
      "NATO itself",
      "Netherlands",
    ]);
    expect(await complete("kore")).toEqual(["Belgium with South Korea"]);
    expect(await complete("Kenia")).toContain("Kenya");
    expect(await complete("Germany")).toEqual([]);
    expect(await complete("Kenya, sout")).toEqual(["Kenya, Belgium with South Korea"]);
  });
});

test("/setup with a name that is only near some changes nothing and writes out what may be meant, as it can be typed", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const asked = await ask(running, "setup", { hour: "18", zone: "Tokyo", countries: "Belgium with Korea" });
    const example = /such as “(?<example>[^”]+)”/u.exec(asked.text)?.groups?.["example"] ?? "";
    expect(["Belgium with South Korea", "Belgium with North Korea"]).toContain(example);
    expect(await selection(running)).toMatchObject({ parties: ["TD"], together: [] });
    await ask(running, "setup", { hour: "18", zone: "Tokyo", countries: example });
    expect(await selection(running)).toMatchObject({
      parties: [],
      together: [["BE", expect.stringMatching(/K[PR]/u)]],
    });
    expect((await ask(running, "setup", { countries: "Qwertzuiop" })).text).not.toContain("such as");
  });
});
