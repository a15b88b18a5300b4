import { type APIChatInputApplicationCommandInteraction, GatewayDispatchEvents, Routes } from "discord-api-types/v10";
import { array, constantFrom, oneof, sample, string } from "fast-check";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Playground, startPlayground } from "../../src/playground/playground.ts";
import { noBrowser, openBrowser } from "../../tools/browser.ts";
import { FakeClock } from "../support/clock.ts";
import { type Bot, startBot } from "./bot.ts";
import { sampleAnswer, sampleCommands, samplePost } from "./sample.ts";

/** Runs in the page: the elements that come out of markdown and should not. */
const STRANGE_ELEMENTS = `async (texts) => {
  const { markdown } = await import("/markdown.js");
  const names = { zone: "UTC", now: 0, channels: new Map(), roles: new Map(), people: new Map() };
  const allowed = new Set("P H3 H4 H5 UL OL LI PRE CODE BLOCKQUOTE STRONG EM U S A SPAN TIME BUTTON IMG".split(" "));
  const isFine = (element) =>
    allowed.has(element.tagName) &&
    element.getAttributeNames().every((name) => !name.startsWith("on")) &&
    /^https?:/u.test(element.getAttribute("href") ?? "https:") &&
    (element.getAttribute("src") ?? "/flags/").startsWith("/flags/");
  return texts
    .flatMap((text) => [...markdown(text, names).querySelectorAll("*")])
    .filter((element) => !isFine(element))
    .map((element) => element.outerHTML);
}`;

let browser: Browser;
let playground: Playground;
let bot: Bot;
let page: Page;
let asked: string[];
const faults: string[] = [];

async function open(width = 1100, height = 850): Promise<Page> {
  const opened = await browser.newPage({ viewport: { width, height }, locale: "en-GB" });
  opened.setDefaultTimeout(5_000);
  opened.on("request", (request) => asked.push(request.url()));
  opened.on("pageerror", (error) => faults.push(error.message));
  opened.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await opened.goto(playground.pageUrl);
  await opened.getByRole("heading", { name: "diplomatic-calendar" }).waitFor();
  return opened;
}

const post = (body: object) => bot.rest.post(Routes.channelMessages(playground.channelId), { body });
const ready = () => page.getByRole("article").first().waitFor();
const box = () => page.getByRole("combobox", { name: "Command" });

describe.skipIf(noBrowser !== undefined)(noBrowser ?? "the page", () => {
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    asked = [];
    faults.length = 0;
    playground = await startPlayground({
      clock: new FakeClock("2026-06-25T05:00:00Z"),
      port: 0,
      zone: "Europe/Brussels",
      hour: "09:00",
    });
    const { applicationId } = playground.discord;
    bot = await startBot({ ...playground, applicationId, commands: sampleCommands, answer: sampleAnswer });
    await playground.begin("setup", {});
    page = await open();
  });
  afterEach(async () => {
    await page.close();
    await bot.close();
    await playground.close();
    expect(faults).toEqual([]);
    for (const url of asked) expect(new URL(url).hostname).toBe("127.0.0.1");
  });

  test("shows a post with its flags, links and controls, and asks nobody else for anything", async () => {
    await post(samplePost);
    await ready();
    const article = page.getByRole("article").last();
    expect(await article.getByRole("heading", { level: 4 }).textContent()).toBe("On this day: 25 June");
    expect(await article.getByRole("link", { name: "Source" }).first().getAttribute("href")).toBe(
      "https://example.org/belarus_(russia)",
    );
    expect(await article.getByRole("img", { name: "🇧🇪" }).count()).toBe(1);
    await page.evaluate("Promise.all(Array.from(document.images, (image) => image.decode()))");
    expect(await article.textContent()).toContain("<script>alert(1)</script>");
    expect(await article.locator("script").count()).toBe(0);
  });

  test("runs a command from the keyboard alone, with its choices", async () => {
    await box().focus();
    await page.keyboard.type("/o");
    await page.getByRole("option", { name: "/on" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "25 August" }).waitFor();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText('/on [{"name":"date","type":3,"value":"25 August"}]').waitFor();
    expect(await page.getByText("you used /on").count()).toBe(1);
    expect(await page.evaluate("document.activeElement.id")).toBe("box");
  });

  test("takes a file along for an option, as its bytes are, and says what is wrong with another", async () => {
    await box().fill("/import");
    await page.keyboard.press("Enter");
    const field = page.getByLabel("file", { exact: true });
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("/import needs “file”").waitFor();
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x00, 0xff, 0x0a]);
    await field.setInputFiles({ name: "letters.txt", mimeType: "text/plain", buffer: bytes });
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("this takes .csv, .json, not letters.txt").waitFor();
    faults.length = 0;
    await box().fill("/import");
    await page.keyboard.press("Enter");
    await field.setInputFiles({ name: "our events.csv", mimeType: "text/csv", buffer: bytes });
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("/import [{").waitFor();
    const called = bot.events.findLast(({ t }) => t === GatewayDispatchEvents.InteractionCreate)?.d;
    const { attachments } = (called as APIChatInputApplicationCommandInteraction).data.resolved ?? {};
    const [file] = Object.values(attachments ?? {});
    expect(file).toMatchObject({ filename: "our_events.csv", size: 6, content_type: "text/csv" });
    expect(Buffer.from(await (await fetch(file?.url ?? "")).arrayBuffer())).toEqual(bytes);
  });

  test("Enter in an empty field takes nothing from its list: the command goes as it is", async () => {
    await box().fill("/today");
    await page.keyboard.press("Enter");
    await page.getByRole("option", { name: "25 June" }).waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("/today []").waitFor();
  });

  test("goes to no day that no clock can count", async () => {
    await page.getByLabel("Day", { exact: true }).fill("9999-12-31");
    await expect.poll(() => page.getByRole("alert").textContent()).toBe("Choose a day from 1970-01-01 to 2099-12-31");
    await expect.poll(() => page.getByLabel("Day", { exact: true }).inputValue()).toBe("2026-06-25");
    // the browser's own report of the refused request
    expect(faults.splice(0).join()).toContain("400");
  });

  test("runs a command typed in one line, and says what cannot be", async () => {
    await box().fill("/on 23 March");
    await page.keyboard.press("Enter");
    await page.getByText('"value":"23 March"').waitFor();
    await box().fill("hello");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toContain("begin with /");
    await box().fill("/nowhere 23 March");
    await page.keyboard.press("Enter");
    expect(await page.getByRole("alert").textContent()).toBe(
      "There is no command /nowhere. Type / to see all of them, or use /help.",
    );
  });

  test("buttons, selects and forms reach the bot; only you see the answer, until dismissed", async () => {
    await post(samplePost);
    await page.getByRole("button", { name: "The whole day" }).click();
    await page.getByText('pressed {"custom_id":"day"').waitFor();
    await page.getByRole("button", { name: "Dismiss message" }).click();
    await page.getByText('pressed {"custom_id":"day"').waitFor({ state: "detached" });
    await page.getByRole("combobox", { name: "Kinds of events" }).selectOption("visits");
    await page.getByText('"values":["visits"]').waitFor();
    await page.getByRole("button", { name: "Form" }).click();
    await page.getByRole("dialog", { name: "Add an event" }).getByLabel("Date").fill("25 June 1992");
    await page.keyboard.press("Enter");
    await page.getByText('"value":"25 June 1992"').waitFor();
  });

  test("sets the clock to any day, and tells who waits for it", async () => {
    const instants: string[] = [];
    playground.onClockSet(() => instants.push(new Date(playground.clock.now()).toISOString()));
    const day = page.getByLabel("Day", { exact: true });
    expect(await day.inputValue()).toBe("2026-06-25");
    await day.fill("2027-08-25");
    await expect.poll(() => instants).toEqual(["2027-08-25T07:00:00.000Z"]);
    await page.getByRole("button", { name: "The day before" }).click();
    await expect.poll(() => instants.at(-1)).toBe("2027-08-24T07:00:00.000Z");
    await page.reload();
    await page.getByRole("button", { name: "Today" }).click();
    await expect.poll(() => instants.at(-1)).toBe("2026-06-25T07:00:00.000Z");
  });

  test("fits a phone: nothing is wider than the screen", async () => {
    await post(samplePost);
    await post({ content: `${"a".repeat(500)} https://example.org/${"b".repeat(200)}` });
    const phone = await open(360, 740);
    await phone.getByRole("article").last().waitFor();
    await phone.getByRole("combobox", { name: "Command" }).fill("/setup");
    await phone.keyboard.press("Enter");
    await phone.getByRole("option", { name: "25 June" }).waitFor();
    expect(await phone.evaluate("document.documentElement.scrollWidth")).toBeLessThanOrEqual(360);
    await phone.close();
  });

  test("whatever a message says, it stays text", async () => {
    await ready();
    const nasty = array(
      oneof(
        constantFrom(
          "<img src=x onerror=alert(1)>",
          "[a](javascript:alert(1))",
          "**",
          "__",
          "||",
          "`",
          "```",
          "> ",
          "- ",
          "# ",
          "\n",
          "](",
          "<t:1:R>",
          "🇧🇪",
          "\\",
          "<https://a.b",
        ),
        string(),
      ),
    );
    const texts = sample(nasty, 300).map((parts) => parts.join(""));
    const found = await page.evaluate(`(${STRANGE_ELEMENTS})(${JSON.stringify(texts)})`);
    expect(found).toEqual([]);
  });
});

test("a taken port is one clear message", async () => {
  const settings = { clock: new FakeClock("2026-06-25T05:00:00Z"), zone: "UTC", hour: "09:00" };
  const first = await startPlayground({ ...settings, port: 0 });
  const port = Number(new URL(first.pageUrl).port);
  await expect(startPlayground({ ...settings, port })).rejects.toThrow(`Port ${port} of 127.0.0.1 is taken`);
  await first.close();
});
