import { expect, test } from "vitest";
import { suggestFollowing } from "../../commands/typed/following.ts";
import { openCatalogue } from "../../src/messages/catalogue.ts";
import { withBot, withRealFacts } from "../main/bot.ts";
import { TRANSLATIONS } from "../messages/language.ts";
import { ask, following } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-20T08:00Z";

test("/countries follow takes countries and several pairs at once, each shown, taken back and unfollowed by the same words", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    await following(running, "Chad");
    const selection = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection;
    const said = "following Chad, Kenya, Belgium with South Korea and France with Germany.";
    const countries = "Belgium with South Korea; Kenya; France with Germany";
    const followed = await ask(running, "countries follow", { countries });
    expect(followed.text).toContain(said);
    const both = [
      ["BE", "KR"],
      ["FR", "DE"],
    ];
    expect(await selection()).toMatchObject({ parties: ["TD", "KE"], together: both });
    const list = await ask(running, "countries list");
    expect(list.text).toContain("2 parties and 2 pairs are followed");
    expect(list.text).toContain("Belgium with South Korea, France with Germany");
    expect((await ask(running, "setup")).text).toContain(
      "Chad, Kenya, Belgium with South Korea and France with Germany",
    );
    expect((await followed.press("Undo")).text).toContain("following Chad.");
    expect(await selection()).toMatchObject({ parties: ["TD"], together: [] });
    await ask(running, "countries follow", { countries });

    // the other way round it is the same pair, and nothing new
    expect((await ask(running, "countries follow", { countries: "South Korea with Belgium" })).text).toContain(
      "nothing was changed",
    );
    const unfollow = async (what: string) => (await ask(running, "countries unfollow", { countries: what })).text;
    expect(await unfollow("Belgium")).toContain(
      "None of these is followed alone, only what is in common: Belgium with South Korea. Name the whole",
    );
    expect(await unfollow("Peru")).toContain("None of these is followed. This calendar follows Chad, Kenya, Belgium");
    const less = await ask(running, "countries unfollow", { countries: "South Korea with Belgium, Kenya" });
    expect(less.text).toContain("following Chad and France with Germany.");
    expect((await less.press("Undo")).text).toContain(said);
    expect(await unfollow(countries)).toContain("following Chad.");
    expect(await unfollow("Chad with Kenya")).toContain("None of these is followed");
    await ask(running, "countries only", { countries: "France with Germany" });
    expect(await unfollow("Germany with France")).toContain("nobody would be left");
  });
});

test("what a calendar with pairs follows is in the preview, the reasons, the record of changes, the export and the lookups", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId, discord, channelId, admin } = running;
    await following(running);
    const first = await ask(running, "countries follow", { countries: "Belarus with Russia; Kenya" });
    expect(first.text).toContain("That is instead of all countries");
    const preview = (await ask(running, "preview", { date: "25 June" })).text;
    const lines = preview.split("\n").filter((line) => line.includes("**: "));
    expect(lines.some((line) => /Belarus.*Russia|Russia.*Belarus/.test(line))).toBe(true);
    for (const line of lines) expect(line).toMatch(/Kenya|Belarus.*Russia|Russia.*Belarus/);
    const why = (await ask(running, "subscriptions why")).text;
    expect(why).toContain("following Kenya and Belarus with Russia.");
    expect(why).toMatch(/Left out: .*\d+ of countries or pairs that are not followed/);
    expect(why).toContain("countries all countries → Kenya, pairs none → Belarus with Russia");
    await ask(running, "countries only", { countries: "Belarus with Russia" });
    expect((await ask(running, "subscriptions why")).text).toContain("countries Kenya → none but in pairs");
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar?.selection.together).toEqual([["BY", "RU"]]);
    const exported = await ask(running, "data export");
    const url = exported.message.attachments[0]?.url ?? "";
    expect(await (await fetch(url)).text()).toContain(String.raw`\"together\":[[\"BY\",\"RU\"]]`);
    // whom the server follows comes first where a country is asked for
    const call = { command: "country", channelId, person: admin, focused: "name", options: { name: "bel" } };
    expect((await discord.interact.autocomplete(call))[0]?.name).toBe("Belarus");
  });
});

test.each([
  ["Belgium - South Korea", [["BE", "KR"]]],
  ["Belgium – South Korea", [["BE", "KR"]]],
  ["Belgium & South Korea", [["BE", "KR"]]],
  ["Belgium + South Korea", [["BE", "KR"]]],
  ["BELGIUM WITH KR", [["BE", "KR"]]],
  ["between Belgium and South Korea", [["BE", "KR"]]],
  ["Between the United States and the United Kingdom", [["US", "GB"]]],
  ["between Bosnia and Herzegovina and Serbia", [["BA", "RS"]]],
  ["between Serbia and Bosnia and Herzegovina", [["RS", "BA"]]],
  ["between Antigua and Barbuda and Trinidad and Tobago", [["AG", "TT"]]],
  ["Bosnia & Herzegovina & Serbia", [["BA", "RS"]]],
  ["Serbia & Bosnia & Herzegovina", [["RS", "BA"]]],
  [
    "Serbia with Bosnia & Herzegovina; Guinea-Bissau - Senegal",
    [
      ["RS", "BA"],
      ["GW", "SN"],
    ],
  ],
  ["Congo - Kinshasa with Congo - Brazzaville", [["CD", "CG"]]],
  ["Belgium with Luxembourg with Netherlands", [["BE", "LU", "NL"]]],
  [
    "NATO with Russia; EU itself with South Korea",
    [
      ["nato", "RU"],
      ["eu", "KR"],
    ],
  ],
  ["Belgium with Kenya; Kenya with Belgium", [["BE", "KE"]]],
])("“%s” is read as pairs, however they are written", async (countries, together) => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const { text } = await ask(running, "countries only", { countries });
    expect(text).toContain("Changed.");
    const [calendar] = await running.store.subscriptions.ofGuild(running.guildId);
    expect(calendar?.selection).toMatchObject({ parties: [], together });
    // and what is listed can be typed again
    const list = (await ask(running, "countries list")).text.replaceAll("\\", "");
    const again = list.split("\n").find((line) => line.includes(" with ")) ?? "";
    expect((await ask(running, "countries follow", { countries: again })).text).toContain("nothing was changed");
    const listed = await ask(running, "countries follow", { countries: "Chad" });
    expect(listed.text).toContain("following Chad");
    expect((await ask(running, "countries unfollow", { countries: again })).text).toContain("following Chad.");
  });
});

test("names with a sign in them stay one country", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    await ask(running, "countries only", { countries: "Bosnia & Herzegovina, Congo - Kinshasa; Guinea-Bissau" });
    const [calendar] = await running.store.subscriptions.ofGuild(running.guildId);
    expect(calendar?.selection).toMatchObject({ parties: ["BA", "CD", "GW"], together: [] });
  });
});

test("a calendar names at most 120 countries, those in pairs counted too, all of which its list shows", async () => {
  await withBot(NOW, async (running) => {
    await following(running, "Chad");
    const names = ["Bolivia", "Dominican Republic", "Central African Republic", "Papua New Guinea", "Saudi Arabia"];
    const others = [
      "Burkina Faso",
      "Solomon Islands",
      "Marshall Islands",
      "New Zealand",
      "South Africa",
      "Sierra Leone",
    ];
    const all = [...names, ...others, "Trinidad and Tobago"];
    const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => `${one} with ${other}`));
    const only = async (count: number) =>
      (await ask(running, "countries only", { countries: pairs.slice(0, count).join("; ") })).text;
    expect(await only(61)).toContain(
      "That would be 122 countries, those in pairs counted too. A calendar follows at most 120",
    );
    expect(await only(60)).toContain("and 45 more");
    const list = (await ask(running, "countries list")).text;
    expect(list).toContain("60 pairs are followed");
    for (const pair of pairs.slice(0, 60)) expect(list).toContain(pair);
    expect((await ask(running, "countries follow", { countries: "Kenya" })).text).toContain("That would be 121");
  });
});

test("a post of the day leads with what a followed pair did, and two calendars with other pairs get other posts", async () => {
  await withBot("2026-06-24T08:00Z", async (running) => {
    const { discord, guildId, at } = running;
    const [one, other] = [discord.addChannel(guildId), discord.addChannel(guildId)];
    const setup = (channelId: string, countries: string) =>
      ask({ ...running, channelId }, "setup", { hour: "9", zone: "UTC", countries });
    await setup(one, "Belarus with Russia");
    await setup(other, "North Korea with South Korea");
    await at("2026-06-25T09:00Z");
    const posts = [one, other].map((channelId) => JSON.stringify(discord.messages(channelId)));
    expect(posts[0]).toContain("Belarus");
    expect(posts[1]).toContain("Korea");
    expect(posts[1]).not.toContain("Belarus");
  });
});

test("a group that is followed together is told when its members change, and taken over where it is", async () => {
  await withBot("2019-06-10T08:00Z", async (running) => {
    const { at, store, guildId } = running;
    const selection = async () => (await store.subscriptions.ofGuild(guildId))[0]?.selection;
    await following(running, "South Korea");
    await ask(running, "countries only", { countries: "EU members", together: true });
    await ask(running, "countries follow", { countries: "Chad; France with United Kingdom" });
    expect((await selection())?.together[0]).toContain("GB");
    await at("2026-06-25T08:00Z");
    const list = await ask(running, "countries list");
    expect(list.text).toContain("EU members: the United Kingdom left after you chose it.");
    await list.press("Follow the groups as they are now");
    expect((await selection())?.together[0]).not.toContain("GB");
    expect(await selection()).toMatchObject({ parties: ["TD"], together: [expect.anything(), ["FR", "GB"]] });
    expect((await ask(running, "countries list")).text).not.toContain("after you chose it");
  });
});

test("who continues another is no pair with it, whether “with” or “together” says so", async () => {
  await withBot(NOW, async (running) => {
    const { store, guildId } = running;
    await following(running, "Chad");
    const one = await ask(running, "countries only", { countries: "Russia with Soviet Union" });
    const other = await ask(running, "countries only", { countries: "Russia, Soviet Union", together: true });
    expect(other.text).toContain("Russia continues the Soviet Union: they are one and the same state");
    expect(other.text).toContain("Name Russia alone, which brings the facts of the Soviet Union as well");
    expect(other.text).toBe(one.text);
    const three = await ask(running, "countries only", { countries: "Chad, Russia, Soviet Union", together: true });
    expect(three.text).toContain("one and the same state");
    const [calendar] = await store.subscriptions.ofGuild(guildId);
    expect(calendar?.selection).toMatchObject({ parties: ["TD"], together: [] });
  });
});

test("a list of thousands of names is refused with the most there may be, and completed at once with nothing", async () => {
  await withBot(NOW, async (running) => {
    const { admin, almanac, channelId, discord } = running;
    await following(running, "Chad");
    for (const long of ["a+".repeat(2990), "a,".repeat(2990), "Chad with ".repeat(590)]) {
      for (const [command, options] of [
        ["countries only", { countries: long }],
        ["setup", { countries: long }],
      ] as const)
        expect((await ask(running, command, options)).text).toMatch(/names, and at most 200 are read at once/);
      const options = { countries: long };
      const command = "countries only";
      const asked = { command, channelId, person: admin, focused: "countries", options };
      expect(await discord.interact.autocomplete(asked)).toEqual([]);
      let looked = 0;
      const { parties } = almanac;
      const resolve: typeof parties.resolve = (...typed) => {
        looked += 1;
        return parties.resolve(...typed);
      };
      const language = openCatalogue(TRANSLATIONS, parties, () => 0).language("en-GB");
      const source = { parties: { search: parties.search.bind(parties), resolve }, language };
      suggestFollowing(long, source);
      expect(looked).toBe(0);
    }
  });
});
