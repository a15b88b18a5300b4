import { expect, test } from "vitest";
import { localDate } from "../../../src/almanac/calendar.ts";
import { type Running, textOf, withBot, withRealFacts } from "../../main/bot.ts";
import { type Asking, ask } from "../lookups.ts";
import { given, NOW, type Options } from "./support.ts";

withRealFacts();

const OURS = "(this server’s own date)";
const every = (month: number, day: number) => ({ precision: "every-year", month, day }) as const;

/** Another server in which the same bot is, and the admin's direct messages. */
function elsewhere(running: Running): readonly [other: Running, direct: Running] {
  const { discord, admin } = running;
  const guildId = discord.addGuild();
  return [
    { ...running, guildId, channelId: discord.addChannel(guildId) },
    { ...running, channelId: discord.directMessages(admin.id) },
  ];
}

async function fileOf({ message }: Asking): Promise<string> {
  const text = await (await fetch(message.attachments[0]?.url ?? "")).text();
  return text.replaceAll("\r\n ", "");
}

test("/upcoming tells a server's own dates among the others, first on their day, in that server alone", async () => {
  await withBot(NOW, async (running) => {
    const [other, direct] = elsewhere(running);
    await given(
      running,
      { date: localDate(1976, 6, 26), text: "Twins", kind: "Twin towns", parties: ["BE"], link: "https://a.example/b" },
      { date: every(6, 26), text: "A *name* day" },
      { date: every(6, 24), text: "Yesterday's" },
      { date: localDate(2028, 6, 26), text: "Still to come" },
      { date: every(6, 27), parties: ["KE"], text: "Kenya's" },
    );
    await given(other, { date: every(6, 26), text: "The other server's" });
    const asked = { country: "Belarus", days: 3 };
    const { text } = await ask(running, "upcoming", asked);
    expect(text).toContain(`**25 June 2026** (today): 🇧🇾`);
    expect(text).toContain(`): A \\*name\\* day ${OURS}\n`);
    expect(text).not.toMatch(/Twins|Kenya's|Yesterday|Still to come|The other/);
    const belgian = await ask(running, "upcoming", { country: "Belgium", days: 30 });
    const line = `🇧🇪 **50 years**: Twins (1976; Twin towns) [a.example](https://a.example/b) ${OURS}`;
    expect(belgian.text).toContain(line);
    const lines = belgian.text.split("\n").filter((each) => each.startsWith("**26 June 2026**"));
    expect(lines.map((each) => each.includes(OURS)).slice(0, 3)).toEqual([true, true, false]);
    const [theirs, mine] = [await ask(other, "upcoming", asked), await ask(direct, "upcoming", asked)];
    expect(theirs.text).toContain(`The other server's ${OURS}`);
    expect(theirs.text).not.toMatch(/name|Twins/);
    expect(mine.text).not.toContain("own date");
    expect((await ask(running, "upcoming", { ...asked, days: 366 })).text).not.toContain("The other");
  });
});

test("of round anniversaries only, those of own dates too; its pages keep them apart from another server's", async () => {
  await withBot(NOW, async (running) => {
    const [other] = elsewhere(running);
    await given(
      running,
      { date: localDate(1976, 6, 26), text: "Fifty" },
      { date: localDate(1977, 6, 26), text: "Forty-nine" },
      { date: localDate(2026, 6, 26), text: "The day itself" },
      { date: every(6, 26), text: "Of no year" },
    );
    const round = await ask(running, "upcoming", { country: "Belarus", days: 2, milestones: true });
    expect([/Fifty/, /The day itself/, /Forty-nine/, /Of no year/].map((each) => each.test(round.text))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    await given(running, ...Array.from({ length: 20 }, (_, index) => ({ date: every(7, 1), text: `July ${index}.` })));
    const pages = [await ask(running, "upcoming", { country: "Belarus", days: 10 })];
    for (let last = pages.at(-1); last?.labels.includes("Next"); last = pages.at(-1))
      pages.push(await last.press("Next"));
    const all = pages.map(({ text }) => text).join("\n");
    for (let index = 0; index < 20; index += 1) expect(all.split(`July ${index}.`)).toHaveLength(2);
    const answer = await ask(other, "upcoming", { country: "Belarus", days: 10 });
    expect(answer.text).not.toContain("own date");
  });
});

test("/calendar has them in the file of that server and nowhere else, also where two ask for the same", async () => {
  const feedUrl = "https://calendar.example.org";
  await withBot(
    NOW,
    async (running) => {
      const [other, direct] = elsewhere(running);
      const asked: Options = { country: "Belarus" };
      const before = await fileOf(await ask(other, "calendar", asked));
      const [kept] = await given(
        running,
        { date: localDate(1976, 7, 4), text: "Twins; of *ours*, too", link: "https://a.example/b" },
        { date: localDate(1977, 7, 4), text: "Not round" },
      );
      await given(other, { date: every(7, 5), text: "The other server's" });
      const answer = await ask(running, "calendar", asked);
      expect(answer.text).toContain("2 of this server’s own dates are in the file.");
      expect(answer.text).toMatch(
        /`https:\/\/calendar\.example\.org\/[^`]+`\nA feed has none of this server’s own dates/,
      );
      const file = await fileOf(answer);
      expect(file).toContain(
        [
          `UID:own-${kept?.id}-2026@attache`,
          "DTSTAMP:19700101T000000Z",
          "DTSTART;VALUE=DATE:20260704",
          "DTEND;VALUE=DATE:20260705",
          "SUMMARY:50 years: Twins\\; of *ours*\\, too (1976)",
          "URL:https://a.example/b",
          "TRANSP:TRANSPARENT",
        ].join("\r\n"),
      );
      expect(file).not.toContain("The other");
      const theirs = await fileOf(await ask(other, "calendar", asked));
      expect([theirs.includes("The other server's"), theirs.includes("Twins")]).toEqual([true, false]);
      const mine = await ask(direct, "calendar", asked);
      expect(mine.text).not.toContain("own date");
      expect(await fileOf(mine)).toBe(before);
      expect(await fileOf(await ask(running, "calendar", asked))).toBe(file);
      const round = await fileOf(await ask(running, "calendar", { ...asked, milestones: true }));
      expect([round.includes("Twins"), round.includes("Not round")]).toEqual([true, false]);
    },
    { feedUrl },
  );
});

test("/jubilees tells the round ones in their month, and first where the month is asked for, in that server alone", async () => {
  await withBot(NOW, async (running) => {
    const [other, direct] = elsewhere(running);
    await given(
      running,
      { date: localDate(2004, 2, 29), text: "A leap day's" },
      { date: localDate(1980, 3, 1), text: "Of March" },
      { date: localDate(1979, 3, 1), text: "Not round" },
      { date: every(3, 1), text: "Of no year" },
      { date: localDate(2030, 3, 1), text: "Just happened" },
    );
    const asked = { country: "Belgium", year: 2029 };
    const february = await (await ask(running, "jubilees", asked)).press("Choose a month …", "2");
    expect(february.text).toMatch(
      /^## [^\n]+\n\*\*28 February 2029\*\* \([^)]+\): \*\*25 years\*\*: A leap day's \(2004\) \(this server’s own date\)\n/,
    );
    const year = await ask(running, "jubilees", { ...asked, year: 2030, every: 50 });
    expect(year.text).toMatch(/### March 2030\n(?:\*\*.+\n)*?\*\*1 March 2030\*\* [^\n]+: Of March \(1980\)/);
    expect(year.text).not.toMatch(/Not round|Of no year|Just happened|leap/);
    expect((await year.press("Choose a month …", "3")).text).toContain("Of March");
    const april = await (await ask(running, "jubilees", { ...asked, year: 2030 })).press("Choose a month …", "4");
    expect(april.text).not.toContain("own date");
    for (const place of [other, direct])
      expect((await ask(place, "jubilees", { ...asked, year: 2030 })).text).not.toContain("own date");
    await given(
      running,
      ...Array.from({ length: 16 }, (_, at) => ({ date: localDate(1980, 5, 1), text: `Ours ${at}.` })),
    );
    const may = await (await ask(running, "jubilees", { ...asked, year: 2030 })).press("Choose a month …", "5");
    const pages = [may];
    for (let turn = 0; turn < 2; turn += 1) pages.push((await pages.at(-1)?.press("Next")) ?? expect.fail("no page"));
    const told = pages.map(({ message }) => textOf(message)).join("\n");
    expect(told.match(/own date\)/g)).toHaveLength(16);
    expect(told).toMatch(/Belgium/);
  });
});
