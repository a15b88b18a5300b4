import ICAL from "ical.js";
import { beforeAll, expect, test } from "vitest";
import { startFeeds } from "../../src/http/feed.ts";
import { feedPath, parseFeedPath } from "../../src/messages/lookup/feed-path.ts";
import { openArchive } from "../../src/wiring/archive.ts";
import { createFeedSource } from "../../src/wiring/feeds.ts";
import { FakeClock } from "../support/clock.ts";

const { almanac, catalogue } = openArchive("data", ".attache/cache");
const source = createFeedSource(almanac, catalogue);

/** As the bot does when it starts. */
beforeAll(() => almanac.prepare(), 120_000);

async function withFeeds(
  play: (feeds: { readonly url: string; readonly clock: FakeClock }) => Promise<void>,
): Promise<void> {
  const clock = new FakeClock("2026-06-25T09:00:00Z");
  const { url, close } = await startFeeds({ host: "127.0.0.1", port: 0 }, source, clock);
  try {
    await play({ url, clock });
  } finally {
    close();
  }
}

test("a feed is a calendar that a real reader reads, of a year from the 1st of the month on", async () => {
  await withFeeds(async ({ url }) => {
    const response = await fetch(`${url}/v1/en-GB/BY/all.ics`);
    expect(response.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
    const calendar = new ICAL.Component(ICAL.parse(await response.text()) as unknown[]);
    const events = calendar.getAllSubcomponents("vevent").map((each) => new ICAL.Event(each));
    expect(events.length).toBeGreaterThan(100);
    expect(events.length).toBeLessThanOrEqual(250);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    const dates = events.map(({ startDate }) => startDate.toString());
    expect(dates).toEqual(dates.toSorted());
    expect(dates[0]?.startsWith("2026-06")).toBe(true);
    expect(events.map(({ summary }) => summary).join("\n")).toContain(
      "34 years: Belarus and Russia established diplomatic relations",
    );
  });
});

test("it is told to be the same until the month is over", async () => {
  await withFeeds(async ({ url, clock }) => {
    const address = `${url}/v1/de/EE/milestones.ics`;
    const first = await fetch(address);
    const etag = first.headers.get("etag") ?? "";
    const text = await first.text();
    clock.advance(3 * 86_400_000);
    const again = await fetch(address, { headers: { "If-None-Match": `"x", W/${etag}` } });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const head = await fetch(address, { method: "HEAD" });
    expect([head.status, head.headers.get("content-length")]).toEqual([200, String(Buffer.byteLength(text))]);
    clock.advance(5 * 86_400_000);
    expect((await fetch(address, { headers: { "If-None-Match": etag } })).status).toBe(200);
  });
});

test.each([
  "/",
  "/v1/en-GB/BE/all.ics?x=1",
  "/v1/en-GB/XX/all.ics",
  "/v1/en-GB/BE.__proto__/all.ics",
  "/v1/en-GB/KZ.BE/all.ics",
  "/v1/xx/BE/all.ics",
  "/v1/en-GB/BE/other.ics",
  "/v1/en-GB/../all/all.ics",
  `/v1/en-GB/${"BE.".repeat(200)}KZ/all.ics`,
])("%s is nothing", async (path) => {
  await withFeeds(async ({ url }) => {
    expect((await fetch(`${url}${path}`)).status).toBe(404);
    expect((await fetch(`${url}/v1/en-GB/BE/all.ics`, { method: "POST" })).status).toBe(405);
  });
});

test("a flood of different feeds is asked to come back, and what is kept is still served", async () => {
  await withFeeds(async ({ url, clock }) => {
    expect((await fetch(`${url}/v1/en-GB/EE/milestones.ics`)).status).toBe(200);
    const refused = await fetch(`${url}/v1/en-GB/LV/milestones.ics`);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([503, "5"]);
    expect((await fetch(`${url}/v1/en-GB/EE/milestones.ics`)).status).toBe(200);
    clock.advance(500);
    expect((await fetch(`${url}/v1/en-GB/LV/milestones.ics`)).status).toBe(200);
  });
});

test("a feed's address comes back as what it was made of; for more than ten parties there is none", () => {
  const { parties } = almanac;
  const following = parties.all.slice(0, 10).map(({ code }) => code);
  const feed = { locale: "pt-BR", following: following.toSorted(), milestones: true };
  const path = feedPath(feed) ?? "";
  expect(parseFeedPath(path, parties)).toEqual(feed);
  expect(feedPath({ ...feed, following: parties.all.slice(0, 11).map(({ code }) => code) })).toBeUndefined();
});
