import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { noBrowser, openBrowser } from "../../tools/browser.ts";
import { type Started, startAttache } from "../../tools/started.ts";

/** A newcomer's first minute: `npm start` without a token, in a process of its own, seen in a browser. */
describe.skipIf(noBrowser !== undefined)(noBrowser ?? "npm start without a token", () => {
  let attache: Started;
  let browser: Browser;
  beforeAll(async () => {
    [attache, browser] = await Promise.all([startAttache(), openBrowser()]);
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await attache.stop();
  });

  test("today's post is there; days ahead and back get theirs, none twice; /on answers; another hour is kept, however it was typed", async () => {
    const page = await browser.newPage({ locale: "en-GB" });
    await page.goto(attache.pageUrl);
    const posts = page.locator("article:not(.ephemeral)");
    await expect.poll(() => posts.count()).toBe(1);
    const day = page.getByLabel("Day", { exact: true });
    const today = await day.inputValue();
    const goTo = async (date: string, heading: string) => {
      await day.fill(date);
      await page.getByRole("heading", { name: heading }).waitFor();
    };
    await goTo("2027-08-25", "Wednesday, 25 August 2027");
    await goTo("2026-06-25", "Thursday, 25 June 2026");
    await day.fill(today);
    await goTo("2027-08-24", "Tuesday, 24 August 2027");
    expect(await posts.count()).toBe(4);
    await page.getByRole("combobox", { name: "Command" }).fill("/on 23 March 2026");
    await page.keyboard.press("Enter");
    await page.getByText("Belgium and the Korean Empire").first().waitFor();
    await page.getByRole("combobox", { name: "Command" }).fill("/setup");
    await page.keyboard.press("Enter");
    await page.getByRole("combobox", { name: "hour" }).fill("6 pm");
    await page.getByRole("combobox", { name: "zone" }).fill("Seoul");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("you used /setup").waitFor();
    await goTo("2027-08-26", "Thursday, 26 August 2027");
    expect(await page.locator("#time").textContent()).toBe("18:00 Asia/Seoul");
    expect(await posts.last().textContent()).not.toContain("late");
    await page.getByRole("combobox", { name: "Command" }).fill("/countries only Kenya");
    await page.keyboard.press("Enter");
    await page.getByText("you used /countries only").waitFor();
    await goTo("2027-08-27", "Friday, 27 August 2027");
    expect(await page.locator("#time").textContent()).toBe("18:00 Asia/Seoul");
    await page.getByRole("combobox", { name: "Command" }).fill("/countries list");
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("1 party is followed").waitFor();
    expect(await page.locator("#notice").textContent()).toBe("");
  }, 60_000);
});
