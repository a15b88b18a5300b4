/** Draws the daily post of a day as the playground shows it: npm run picture -- [--day YYYY-MM-DD] [--countries Belgium] [--out file.png] */
import { parseArgs } from "node:util";
import type { Page } from "playwright-core";
import { openBrowser } from "./browser.ts";
import { startAttache } from "./started.ts";

const { values } = parseArgs({
  options: {
    day: { type: "string", default: "2027-08-25" },
    countries: { type: "string", default: "" },
    out: { type: "string", default: "docs/daily-post.png" },
  },
});

/** Sets the server up as its admin would, then goes to the day and waits for its post. */
async function postOf(page: Page, day: string, countries: string) {
  await page.getByRole("combobox", { name: "Command" }).fill("/setup");
  await page.keyboard.press("Enter");
  for (const [option, text] of Object.entries({ hour: "09:00", zone: "UTC", countries })) {
    await page.getByRole("combobox", { name: option }).fill(text);
  }
  await page.getByRole("button", { name: "Send" }).click();
  await page.getByText("you used /setup").waitFor();
  const before = await page.locator("article:not(.ephemeral)").count();
  await page.getByLabel("Day", { exact: true }).fill(day);
  const post = page.locator("article:not(.ephemeral)").nth(before);
  await post.waitFor();
  await page.evaluate("Promise.all(Array.from(document.images, (image) => image.decode()))");
  return post;
}

const attache = await startAttache();
const browser = await openBrowser();
try {
  const page = await browser.newPage({
    viewport: { width: 720, height: 1200 },
    deviceScaleFactor: 2,
    locale: "en-GB",
    colorScheme: "dark",
  });
  await page.goto(attache.pageUrl);
  const post = await postOf(page, values.day, values.countries);
  await post.screenshot({ path: values.out });
  console.log(`${values.out}: the post of ${values.day}`);
} finally {
  await browser.close();
  await attache.stop();
}
