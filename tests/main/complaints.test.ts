/**
 * What people complain of in bots that post by the date, tried on the whole bot. What one part alone can get wrong is tested beside
 * that part: crashes and posts that come twice in tests/delivery and tests/soak, zones in tests/delivery/time.test.ts.
 */
import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { addDays, daysBetween, localDate } from "../../src/almanac/calendar.ts";
import { formatDate } from "../../src/almanac/date.ts";
import { INVITED_WITH } from "../../src/playground/world.ts";
import { ask } from "../commands/lookups.ts";
import { type Running, textOf, withBot, withRealFacts } from "./bot.ts";

withRealFacts();

const HOUR = { hour: "9:00", zone: "UTC" };

/** Another channel of the server, with a calendar whose panel has been used so. */
async function calendarWith(
  running: Running,
  options: Readonly<Record<string, string>>,
  ...choices: readonly [setting: string, select: string, value: string][]
): Promise<() => readonly string[]> {
  const { discord, guildId, admin } = running;
  const place = { discord, admin, channelId: discord.addChannel(guildId) };
  await ask(place, "setup", options);
  for (const [setting, select, value] of choices)
    await (await (await ask(place, "setup")).press("Change a setting…", setting)).press(select, value);
  return () => discord.messages(place.channelId).map(textOf);
}

test("“the timer missed its minute”: no minute is special, the next look posts what was due", async () => {
  await withBot("2026-06-25T08:58Z", async ({ setup, at, discord, channelId }) => {
    await setup(HOUR);
    await at("2026-06-25T08:59:58Z");
    expect(discord.messages(channelId)).toEqual([]);
    await at("2026-06-25T09:11:07Z");
    expect(discord.messages(channelId)).toHaveLength(1);
    expect(textOf(discord.messages(channelId)[0])).toContain("25 June 2026");
    await at("2026-06-25T09:12Z");
    expect(discord.messages(channelId)).toHaveLength(1);
  });
});

test("“without Embed Links the post is empty”: with what the invitation asks for it is whole, and with more no other", async () => {
  await withBot("2026-06-25T08:00Z", async ({ discord, guildId, channelId, admin, setup, at }) => {
    await setup(HOUR);
    const permissions = INVITED_WITH | PermissionFlagsBits.EmbedLinks | PermissionFlagsBits.AttachFiles;
    const generous = discord.addChannel(guildId, { permissions });
    await ask({ discord, admin, channelId: generous }, "setup", HOUR);
    await at("2026-06-25T09:00Z");
    const [post, other] = [channelId, generous].map((id) => textOf(discord.messages(id)[0]));
    expect(post?.match(/\]\(https?:/g)?.length).toBeGreaterThan(2);
    expect(post).toBe(other);
  });
});

test("“29 February”: on 28 February or 1 March as each calendar says, once, on its day in a leap year, and beside others", async () => {
  const said = "Afghanistan and Pakistan established diplomatic relations";
  await withBot("2027-02-27T12:00Z", async (running) => {
    const { discord, channelId, at, setup } = running;
    await setup({ ...HOUR, countries: "Afghanistan" });
    const before = () => discord.messages(channelId).map(textOf);
    const after = await calendarWith(running, { ...HOUR, countries: "Afghanistan" }, [
      "leap-day",
      "29 February",
      "03-01",
    ]);
    const everybody = await calendarWith(running, HOUR);
    const days = ["2027-02-28", "2027-03-01", "2028-02-28", "2028-02-29", "2028-03-01"];
    for (const day of days) await at(`${day}T09:00Z`);
    const datesOf = (posts: readonly string[]) =>
      posts.flatMap((post) => (post.includes(said) ? [/\d+ \w+ 202\d/.exec(post)?.[0]] : []));
    expect(datesOf(before())).toEqual(["28 February 2027", "29 February 2028"]);
    expect(datesOf(after())).toEqual(["1 March 2027", "29 February 2028"]);
    expect(everybody().filter((post) => /^## .*(?:February|March) 202\d$/m.test(post)).length).toBeGreaterThanOrEqual(
      5,
    );
  });
});

test.each([
  ["Bhutan", "BT"],
  ["Tuvalu", "TV"],
  ["San Marino", "SM"],
])(
  "“the window of what is to come misleads”: of %s, N days are today and the N - 1 after it, neither more nor less",
  async (name, code) => {
    await withBot("2026-06-25T10:00Z", async (running) => {
      const today = localDate(2026, 6, 25);
      const order = { order: "date", limit: 1 } as const;
      const [next] = running.almanac.upcoming(addDays(today, 3), 300, "02-28", { parties: [code] }, order).items;
      if (next?.on.precision !== "day") throw new Error(`${name} has nothing ahead`);
      const days = daysBetween(today, next.on) + 1;
      const date = `**${next.on.day} ${new Date(formatDate(next.on)).toLocaleString("en-GB", { month: "long", timeZone: "UTC" })} ${next.on.year}**`;
      const within = await ask(running, "upcoming", { country: name, days, milestones: false });
      expect(within.text).toContain(`The next ${days} days: ${name}`);
      expect(within.text).toContain(date);
      const short = await ask(running, "upcoming", { country: name, days: days - 1, milestones: false });
      expect(short.text).not.toContain(date);
    });
  },
);

test("“one notice for each kind”: each channel of a server has a calendar of its own, with its kinds alone", async () => {
  await withBot("2026-06-25T08:00Z", async (running) => {
    const treaties = await calendarWith(running, HOUR, ["families", "Kinds", "treaties"], ["lines", "Lines", "20"]);
    const visits = await calendarWith(running, HOUR, ["families", "Kinds", "visits"], ["lines", "Lines", "20"]);
    await running.at("2026-06-25T09:00Z");
    const [[one = ""], [other = ""]] = [treaties(), visits()];
    expect(one).toMatch(/signed/);
    expect(one).not.toMatch(/visited|established diplomatic relations/);
    expect(other).toMatch(/visited/);
    expect(other).not.toMatch(/signed|established diplomatic relations/);
  });
});
