import { ChannelType, PermissionFlagsBits } from "discord-api-types/v10";
import { expect, test } from "vitest";
import { FAULTS } from "../../src/delivery/subscription.ts";
import { textOf, withBot, withRealFacts } from "../main/bot.ts";
import { subscribed } from "../store/support.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

/** What changes a server. */
const ADMINISTRATION = new Set(["setup", "subscriptions", "preview", "countries", "data", "events"]);

test("questions can be asked everywhere by everyone; what changes a server needs Manage Server there", async () => {
  await withBot(NOW, async ({ discord }) => {
    const registered = discord.commands();
    expect(registered.map(({ name }) => name)).toEqual(expect.arrayContaining(["today", "on", "between", "setup"]));
    for (const { name, contexts, default_member_permissions } of registered)
      expect({ name, contexts, default_member_permissions }).toEqual(
        ADMINISTRATION.has(name)
          ? { name, contexts: [0], default_member_permissions: PermissionFlagsBits.ManageGuild.toString() }
          : { name, contexts: [0, 1, 2], default_member_permissions: null },
      );
  });
});

test("/today answers for the date where the server lives, in the asker's own country of interest", async () => {
  await withBot("2026-06-24T22:30Z", async ({ discord, channelId, admin, setup }) => {
    const today = async (options = {}) =>
      textOf((await discord.interact.slash({ command: "today", channelId, person: admin, options })).message());
    expect(await today()).toContain("24 June 2026");
    await setup({ hour: "09:00", zone: "Europe/Minsk" });
    expect(await today({ country: "Belarus" })).toMatch(
      /25 June 2026[^]*Belarus and Russia established diplomatic relations/,
    );
  });
});

test("/today of a country without anything on that day says so of it alone, and opens the whole day", async () => {
  await withBot("2026-11-21T10:00Z", async (running) => {
    const empty = await ask(running, "today", { country: "Tuvalu" });
    expect(empty.text).toContain("Nothing about Tuvalu is recorded for 21 November 2026.");
    expect((await empty.press("Whole day")).text).toMatch(/\d+ entries/);
  });
});

test("/today works in direct messages too", async () => {
  await withBot(NOW, async ({ discord }) => {
    const person = discord.addPerson();
    const channelId = discord.directMessages(person.id);
    const answer = await discord.interact.slash({ command: "today", channelId, person });
    expect(textOf(answer.message())).toContain("25 June 2026");
  });
});

test("/on reads a date as typed, and says kindly what it cannot read", async () => {
  await withBot(NOW, async ({ discord, channelId, admin }) => {
    const on = async (options: Record<string, string>) =>
      (await discord.interact.slash({ command: "on", channelId, person: admin, options })).message();
    expect(textOf(await on({ date: "23 March", country: "Korean Empire" }))).toContain("Korean Empire");
    expect(textOf(await on({ date: "soon @everyone" }))).toMatch(/“soon \\@everyone” is not a date/);
    expect(textOf(await on({ date: "25 June Belarus" }))).toContain("says more than a date: “belarus”");
    expect(textOf(await on({ date: "31 June" }))).toContain("June has 30 days at most");
    expect(textOf(await on({ date: "29 Feb 2027" }))).toContain(
      "February 2027 has 28 days. What comes nearest: 28 February 2027, 1 March 2027 and 29 February 2028",
    );
    expect(textOf(await on({ date: "25 June", country: "Atlantis" }))).toContain("Atlantis");
    expect(textOf(await on({ date: "29 February" }))).toContain("29 February 2028");
  });
});

test("/on shows while typing what it understands, and countries by any of their names", async () => {
  await withBot(NOW, async ({ discord, channelId, admin }) => {
    const complete = (focused: string, options: Record<string, string>) =>
      discord.interact.autocomplete({ command: "on", channelId, person: admin, focused, options });
    const week = await complete("date", { date: "" });
    expect(week[0]).toEqual({ name: "Thursday, 25 June 2026", value: "2026-06-25" });
    expect(week[6]).toEqual({ name: "Wednesday, 1 July 2026", value: "2026-07-01" });
    expect(week).toHaveLength(7);
    expect(await complete("date", { date: "25 aug 2027" })).toEqual([
      { name: "Wednesday, 25 August 2027", value: "2027-08-25" },
    ]);
    expect((await complete("country", { date: "1", country: "Ceyl" }))[0]?.value).toBe("LK");
    expect((await complete("country", { date: "1", country: "BE, Kazakh" }))[0]?.value).toBe("BE, KZ");
  });
});

test("/setup says what is posted where and when it begins; used again, it changes that", async () => {
  await withBot(NOW, async ({ setup, channelId }) => {
    const done = await setup({ hour: "9", zone: "Brussels", countries: "Belgium, South Korea" });
    expect(done).toContain(
      `Done. <#${channelId}> gets a post at 09:00 (Europe/Brussels) every day that has something to tell, following Belgium and South Korea.`,
    );
    expect(done).toContain("The first post comes on Friday, 26 June 2026.");
    const changed = await setup({ hour: "23:00", zone: "Europe/Kyiv" });
    expect(changed).toContain("Changed.");
    expect(changed).toContain("The next post comes on Thursday, 25 June 2026.");
    for (const setting of ["Hour: **23:00**", "Time zone: **Europe/Kyiv", "Countries: **Belgium and South Korea**"])
      expect(changed).toContain(setting);
  });
});

test("/setup used twice at once is one calendar and one post a day", async () => {
  await withBot(NOW, async ({ setup, at, store, guildId, discord, channelId }) => {
    const answers = await Promise.all(["11", "12"].map((hour) => setup({ hour, zone: "UTC" })));
    const later = answers.filter((answer) => !answer.startsWith("Done."));
    expect(later).toHaveLength(1);
    // the later one comes after the other is done and changes its hour, or amid it, and sees what the other has made
    const isAfter = later[0]?.includes("**Changed.**") === true;
    expect(later[0]).toContain(isAfter ? "Hour: **12:00**" : "your last choice was not applied");
    const [calendar, ...others] = await store.subscriptions.ofGuild(guildId);
    expect(others).toEqual([]);
    expect(later[0]).toContain(`Hour: **${calendar?.postAt ?? ""}**`);
    await at("2026-06-25T12:00Z");
    expect(discord.messages(channelId)).toHaveLength(1);
  });
});

test.each([
  [{ hour: "25", zone: "UTC" }, "“25” is not a time of day"],
  [{ hour: "9", zone: "Atlantis" }, "“Atlantis” is not a time zone"],
  [{ hour: "9", zone: "UTC", countries: "Belgium, Atlantis" }, "Atlantis"],
])("/setup %j is refused with what to do", async (options, text) => {
  await withBot(NOW, async ({ setup }) => {
    expect(await setup(options)).toContain(text);
  });
});

test("/setup takes 120 countries, and says how many that is where there are more", async () => {
  await withBot(NOW, async ({ setup, almanac }) => {
    const states = almanac.parties.all.filter(({ type }) => type === "state").map(({ code }) => code);
    expect(await setup({ hour: "9", zone: "UTC", countries: states.slice(0, 121).join(",") })).toContain(
      "That would be 121 countries, those in pairs counted too. A calendar follows at most 120",
    );
    expect(await setup({ hour: "9", zone: "UTC", countries: states.slice(0, 120).join(",") })).toContain("Done.");
  });
});

test("/setup names the permissions that are missing in the channel", async () => {
  await withBot(NOW, async ({ discord, setup, channelId, guildId, admin }) => {
    expect(await setup({ hour: "9", zone: "UTC" })).not.toContain("⚠️");
    discord.setPermissions(channelId, PermissionFlagsBits.ViewChannel);
    const answer = await setup({ hour: "9", zone: "UTC" });
    expect(answer).toMatch(
      /I cannot post there yet\. Open the channel’s settings \(Edit Channel → Permissions\).*allow: Send Messages\./,
    );
    expect(answer).toContain("Also allow: Read Message History");
    const voice = discord.addChannel(guildId, { type: ChannelType.GuildVoice, permissions: 0n });
    const options = { hour: "9", zone: "UTC" };
    const inVoice = await discord.interact.slash({ command: "setup", channelId: voice, person: admin, options });
    expect(inVoice.message()?.content).toContain("View Channel, Connect and Send Messages");
  });
});

test("/setup completes hours, and zones by city, offset or country", async () => {
  await withBot(NOW, async ({ discord, channelId, admin }) => {
    const complete = async (focused: string, text: string) => {
      const options = { hour: "", zone: "", [focused]: text };
      const choices = await discord.interact.autocomplete({
        command: "setup",
        channelId,
        person: admin,
        focused,
        options,
      });
      return choices.map(({ value }) => value);
    };
    expect(await complete("hour", "9p")).toEqual([]);
    expect(await complete("hour", "9pm")).toEqual(["21:00"]);
    expect((await complete("zone", "Kolk"))[0]).toBe("Asia/Kolkata");
    expect(await complete("zone", "Nepal")).toContain("Asia/Kathmandu");
    expect(await complete("zone", "+5:45")).toContain("Asia/Kathmandu");
    expect(await complete("zone", "")).not.toEqual([]);
  });
});

test("what could not be told in a channel is told once, five at a time, to admins who use a command, alone", async () => {
  await withBot(NOW, async ({ discord, store, setup, guildId, channelId, admin }) => {
    const { id: subscriptionId } = await subscribed(store, { guildId, channelId }, 0);
    for (const [at, fault] of FAULTS.slice(0, 7).entries())
      await store.guilds.notify({ guildId, channelId, subscriptionId, fault, at });
    const use = (person: typeof admin) => discord.interact.slash({ command: "today", channelId, person });
    const told = (person: typeof admin) =>
      discord
        .seenBy(person.id, channelId)
        .flatMap(({ content }) => (content.startsWith("About the posts") ? [content.split("\n").length] : []));
    const member = discord.addPerson({ permissions: 0n });
    await use(member);
    await use(admin);
    await expect.poll(() => told(admin)).toEqual([5]);
    await expect
      .poll(async () => (await store.guilds.notices(guildId)).map(({ fault }) => fault))
      .toEqual(FAULTS.slice(5, 7));
    const other = discord.addPerson({ permissions: PermissionFlagsBits.Administrator });
    await use(other);
    await expect.poll(() => told(other)).toEqual([2]);
    await expect.poll(() => store.guilds.notices(guildId)).toEqual([]);
    await use(admin);
    await setup({ hour: "10", zone: "UTC" }); // by now a further notice would be there
    expect([told(admin), told(other), told(member)]).toEqual([[5], [2], []]);
  });
});

test("what all 25 calendars of a server lack is told once at the next command, with all their channels", async () => {
  await withBot(NOW, async ({ discord, store, guildId, channelId, admin }) => {
    const channels: string[] = [];
    for (let at = 0; at < 25; at += 1) {
      const place = discord.addChannel(guildId);
      const { id: subscriptionId } = await subscribed(store, { guildId, channelId: place }, 0);
      await store.guilds.notify({ guildId, channelId: place, subscriptionId, fault: "no-permission", at });
      await store.guilds.notify({ guildId, channelId: place, subscriptionId, fault: "channel-gone", at });
      channels.push(place);
    }
    await discord.interact.slash({ command: "today", channelId, person: admin });
    const told = () =>
      discord.seenBy(admin.id, channelId).filter(({ content }) => content.startsWith("About the posts"))[0]?.content;
    await expect.poll(told).toBeDefined();
    expect(told()?.split("\n")).toHaveLength(1);
    for (const place of channels) expect(told()).toContain(`<#${place}>`);
    await expect.poll(async () => (await store.guilds.notices(guildId)).length).toBe(25);
  });
});
