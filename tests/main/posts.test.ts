import { expect, test } from "vitest";
import { textOf, withBot, withRealFacts } from "./bot.ts";

withRealFacts();

/** The line of a post that has all of these in it. */
const lineWith = (text: string, ...parts: string[]) =>
  text.split("\n").find((line) => parts.every((part) => line.includes(part)));

test("25 June 2026, following Belarus: 34 years of relations with Russia, with the source", async () => {
  await withBot("2026-06-25T05:00Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "9:00", zone: "Europe/Minsk", countries: "Belarus" });
    await at("2026-06-25T06:00Z");
    const [post, ...more] = discord.messages(channelId);
    expect(more).toEqual([]);
    expect(textOf(post)).toContain("25 June 2026");
    expect(lineWith(textOf(post), "34 years", "Belarus", "Russia")).toMatch(
      /established diplomatic relations.*\]\(https?:/,
    );
  });
});

test("25 August 2027, following Belgium: 35 years with Kazakhstan", async () => {
  await withBot("2027-08-25T06:00Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "9:00", zone: "Europe/Brussels", countries: "BE" });
    await at("2027-08-25T07:00Z");
    expect(lineWith(textOf(discord.messages(channelId)[0]), "35 years", "Belgium", "Kazakhstan")).toBeDefined();
  });
});

test("23 March 2026, following South Korea: 125 years of Belgium and the Korean Empire", async () => {
  await withBot("2026-03-22T23:00Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "9:00", zone: "Asia/Seoul", countries: "South Korea" });
    await at("2026-03-23T00:00Z");
    const post = textOf(discord.messages(channelId)[0]);
    expect(post).toMatch(/125 years\nBelgium and the Korean Empire established diplomatic relations \(1901/);
    expect(post).toContain("The Korean Empire: continued by South Korea");
  });
});

test("12 June, following Russia: the Soviet Union under its own name, with the other date that sources give", async () => {
  await withBot("2026-06-12T05:00Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "9:00", zone: "Europe/Moscow", countries: "Russia" });
    await at("2026-06-12T06:00Z");
    const line = lineWith(textOf(discord.messages(channelId)[0]), "91 years", "Soviet Union", "Belgium");
    expect(line).toContain("12 July 1935");
  });
});

test("one post a day, however often the round looks, and the next one on the next day", async () => {
  await withBot("2026-06-25T08:59Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "09:00", zone: "UTC" });
    await at("2026-06-25T08:59:30Z");
    expect(discord.messages(channelId)).toHaveLength(0);
    for (const instant of ["09:00", "09:00", "09:01", "18:00", "23:59"]) await at(`2026-06-25T${instant}Z`);
    expect(discord.messages(channelId)).toHaveLength(1);
    await at("2026-06-26T09:00Z");
    expect(discord.messages(channelId)).toHaveLength(2);
  });
});

test("the post's button opens the whole day for the asker alone, page by page", async () => {
  await withBot("2026-06-25T08:00Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "09:00", zone: "UTC" });
    await at("2026-06-25T09:00Z");
    const post = discord.messages(channelId)[0];
    const place = { channelId, person: discord.addPerson({ permissions: 0n }) };
    const wholeDay = /"(v1:on:day:[^"]+)"/.exec(JSON.stringify(post))?.[1] ?? "";
    const day = (await discord.interact.press(place, post?.id ?? "", wholeDay)).message();
    expect(textOf(day)).toContain("page 1 of");
    const next = /"(v1:on:page:2026-06-25:2[^"]*)"/.exec(JSON.stringify(day))?.[1] ?? "";
    const turned = await discord.interact.press(place, day?.id ?? "", next);
    expect(textOf(turned.message())).toContain("page 2 of");
    expect(turned.message()?.id).toBe(day?.id);
    expect(discord.messages(channelId)).toEqual([post]);
  });
});

test("the month's overview opens the whole month for the asker alone, page by page", async () => {
  await withBot("2027-02-28T12:00Z", async ({ setup, at, discord, channelId }) => {
    await setup({ hour: "09:00", zone: "UTC" });
    await at("2027-03-01T09:00Z");
    const post = discord.messages(channelId).find((message) => textOf(message).includes("Anniversaries of the month"));
    const place = { channelId, person: discord.addPerson({ permissions: 0n }) };
    const wholeMonth = /"(v1:on:day:2027-03:1[^"]*)"/.exec(JSON.stringify(post))?.[1] ?? "";
    const month = (await discord.interact.press(place, post?.id ?? "", wholeMonth)).message();
    expect(textOf(month)).toContain("## March 2027");
    expect(textOf(month)).toContain("The month of these events is known, the day is not.");
    const next = /"(v1:on:page:2027-03:2[^"]*)"/.exec(JSON.stringify(month))?.[1] ?? "";
    const turned = await discord.interact.press(place, month?.id ?? "", next);
    expect(textOf(turned.message())).toMatch(/page 2 of [34]\b/);
  });
});
