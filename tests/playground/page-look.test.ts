import { Routes } from "discord-api-types/v10";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/playground.ts";
import { noBrowser, openBrowser } from "../../tools/browser.ts";
import { FakeClock } from "../support/clock.ts";
import { type Bot, startBot } from "./bot.ts";
import { sampleAnswer, sampleCommands, samplePost } from "./sample.ts";

/** Runs in the page: every piece of text whose contrast with what is behind it is below what WCAG 2 asks for at level AA. */
const PALE = `() => {
  const brush = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const layers = (element) => (element === null ? [] : [...layers(element.parentElement), getComputedStyle(element)]);
  const paint = (colours) => {
    for (const colour of colours) {
      brush.fillStyle = colour;
      brush.fillRect(0, 0, 1, 1);
    }
    const light = (part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    const [red, green, blue] = [...brush.getImageData(0, 0, 1, 1).data].map(light);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const pale = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement;
    if (node.data.trim() === "" || !element.checkVisibility() || element.closest("option")) continue;
    const behind = layers(element).flatMap(({ backgroundColor, backgroundImage }) => [
      backgroundColor,
      ...(backgroundImage.match(/rgb\\([^)]*\\)/g)?.slice(-1) ?? []),
    ]);
    const [low, high] = [paint(behind), paint([...behind, getComputedStyle(element).color])].sort((a, b) => a - b);
    if ((high + 0.05) / (low + 0.05) < 4.5) pale.push(node.data + " " + ((high + 0.05) / (low + 0.05)).toFixed(2));
  }
  return pale;
}`;

describe.skipIf(noBrowser !== undefined)(noBrowser ?? "the page", () => {
  let browser: Browser;
  let playground: Playground;
  let bot: Bot;
  const start = async (port = 0) => {
    playground = await startPlayground({
      clock: new FakeClock("2026-06-25T05:00:00Z"),
      port,
      zone: "Europe/Brussels",
      hour: "09:00",
    });
    const { applicationId } = playground.discord;
    bot = await startBot({ ...playground, applicationId, commands: sampleCommands, answer: sampleAnswer });
  };
  const stop = async () => {
    await bot.close();
    await playground.close();
  };
  const open = async (colorScheme: "light" | "dark") => {
    const page = await browser.newPage({ colorScheme, locale: "en-GB" });
    page.setDefaultTimeout(5_000);
    await page.goto(playground.pageUrl);
    return page;
  };
  beforeAll(async () => {
    [browser] = await Promise.all([openBrowser(), start()]);
  });
  afterAll(async () => {
    await stop();
    await browser.close();
  });

  test.each(["light", "dark"] as const)(
    "can be read when the system is %s, with a list open and a complaint",
    async (scheme) => {
      await bot.rest.post(Routes.channelMessages(playground.channelId), { body: samplePost });
      const page = await open(scheme);
      await page.getByRole("article").last().waitFor();
      const box = page.getByRole("combobox", { name: "Command" });
      await box.fill("hello");
      await page.keyboard.press("Enter");
      await box.fill("/o");
      await page.getByRole("option", { name: "/on" }).waitFor();
      expect(await page.evaluate(`(${PALE})()`)).toEqual([]);
      await page.keyboard.press("Enter");
      await page.getByText("A day of the year (required)").waitFor();
      expect(await page.evaluate(`(${PALE})()`)).toEqual([]);
      await page.close();
    },
  );

  test("runs what is in a message's menu, and shows the bot's direct messages among the others, answered where they are", async () => {
    const page = await open("dark");
    const { discord, channelId } = playground;
    await bot.rest.post(Routes.channelMessages(channelId), { body: { content: "a post" } });
    const post = page.getByRole("article").filter({ hasText: "a post" });
    await post.getByRole("button", { name: "Sources" }).click();
    const id = discord.messages(channelId).find(({ content }) => content === "a post")?.id ?? "";
    await page.getByText(`Sources of ${id}`).waitFor();
    const you = (await page.evaluate("fetch('/state').then((answer) => answer.json())")) as { directId: string };
    await bot.rest.post(Routes.channelMessages(you.directId), { body: samplePost });
    const direct = page.getByRole("article").filter({ hasText: "In a direct message to you" });
    await direct.getByRole("button", { name: "The whole day" }).click();
    await page.getByText('pressed {"custom_id":"day"').waitFor();
    expect(discord.messages(channelId).some(({ content }) => content.startsWith("pressed"))).toBe(false);
    await page.reload();
    expect(await direct.count()).toBeGreaterThan(0);
    await page.close();
  });

  test("keeps what was typed after a command that needs more, and names the field that is still empty", async () => {
    const page = await open("dark");
    await page.getByRole("combobox", { name: "Command" }).fill("/pair Belgium");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("combobox", { name: "one", exact: true }).inputValue()).toBe("Belgium");
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe("other");
    await page.getByRole("button", { name: "Send" }).click();
    expect(await page.getByRole("alert").textContent()).toBe("/pair needs “other”: fill it in and send again.");
    await page.close();
  });

  test("takes what the list shows, whatever comes late for what was typed before", async () => {
    const page = await open("dark");
    await page.getByRole("combobox", { name: "Command" }).fill("/on");
    await page.keyboard.press("Enter");
    const answered = Promise.withResolvers<void>();
    const late = Promise.withResolvers<void>();
    await page.route("**/complete", async (route) => {
      const choice = route.request().postData()?.includes("early") === true ? "early" : "newest";
      if (choice === "early") await late.promise;
      await route.fulfill({ json: { choices: [{ name: `${choice} shown`, value: `${choice} sent` }] } });
      if (choice === "early") answered.resolve();
    });
    const date = page.getByRole("combobox", { name: "date" });
    await date.fill("early");
    await date.fill("newest");
    await page.getByRole("option", { name: "newest shown" }).waitFor();
    const received = page.waitForResponse((response) => response.request().postData()?.includes("early") === true);
    late.resolve();
    await answered.promise;
    await (await received).finished();
    await page.keyboard.press("Enter");
    expect(await date.inputValue()).toBe("newest shown");
    await page.keyboard.press("Enter");
    await page.getByText('"value":"newest sent"').waitFor();
    await page.close();
  });

  test("says that the playground was stopped and how to start it, and begins anew once it is", async () => {
    const page = await open("dark");
    await page.getByRole("combobox", { name: "Command" }).waitFor();
    const port = Number(new URL(playground.pageUrl).port);
    await stop();
    await page.getByText("Start it again with npm start").waitFor();
    await page.getByRole("combobox", { name: "Command" }).fill("/today");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send" }).click();
    expect(await page.getByRole("alert").textContent()).toContain("it has been stopped");
    await start(port);
    await page.getByText("Start it again with npm start").waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "Command" }).waitFor();
    expect(await page.locator("#notice").textContent()).toBe("");
    await page.close();
  });
});
