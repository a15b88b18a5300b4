import ICAL from "ical.js";
import { expect, test } from "vitest";
import { type Running, withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

/** The file that the answer shows, as a calendar reads it. */
async function fileOf(running: Running, options: Readonly<Record<string, string | boolean>>) {
  const { message } = await ask(running, "calendar", options);
  const attachment = message.attachments[0];
  expect(attachment?.filename).toMatch(/^attache[\w-]*\.ics$/u);
  const text = await (await fetch(attachment?.url ?? "")).text();
  const events = new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents("vevent");
  return { text, events: events.map((each) => new ICAL.Event(each)) };
}

test("/calendar is a file of single all-day entries of the year to come, that takes up no time", async () => {
  await withBot(NOW, async (running) => {
    const { text, events } = await fileOf(running, { country: "Belarus" });
    expect(events.length).toBeGreaterThan(50);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
    for (const { startDate, endDate, component } of events) {
      expect(startDate.isDate).toBe(true);
      expect(endDate.subtractDate(startDate).days + endDate.subtractDate(startDate).weeks * 7).toBe(1);
      expect(startDate.toString() >= "2026-06-25" && startDate.toString() <= "2027-06-25").toBe(true);
      expect(component.getFirstPropertyValue("transp")).toBe("TRANSPARENT");
      expect(component.getFirstPropertyValue("dtstamp")?.toString()).toBe("1970-01-01T00:00:00Z");
      expect(component.hasProperty("rrule")).toBe(false);
    }
    const today = events.find(({ startDate }) => startDate.toString() === "2026-06-25");
    expect(today?.summary).toContain("34 years: Belarus and Russia established diplomatic relations");
    for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect((await fileOf(running, { country: "Belarus" })).text).toBe(text);
  });
});

test("/calendar asked for again is of the day, the countries and the choice that are asked for", async () => {
  await withBot(NOW, async (running) => {
    const first = await fileOf(running, { country: "Belarus" });
    for (let again = 0; again < 2; again++)
      expect((await fileOf(running, { country: "Belarus" })).text).toBe(first.text);
    const files = [first.text, (await fileOf(running, { country: "Belarus", milestones: true })).text];
    files.push((await fileOf(running, { country: "Estonia" })).text);
    await running.at("2026-06-26T10:00Z");
    files.push((await fileOf(running, { country: "Belarus" })).text);
    expect(new Set(files).size).toBe(4);
    expect(files[3]).not.toContain("VALUE=DATE:20260625");
  });
});

test("/calendar of everything holds what matters most, and of round anniversaries only those", async () => {
  await withBot(NOW, async (running) => {
    expect((await fileOf(running, {})).events).toHaveLength(250);
    const { events } = await fileOf(running, { country: "Kazakhstan", milestones: true });
    for (const { summary } of events) expect(summary).toMatch(/^(?:\d*00|\d*25|\d*50|\d*75) years: /);
    const wrong = await ask(running, "calendar", { country: "Atlantis" });
    expect(wrong.text).toContain("“Atlantis”");
  });
});

test("/calendar names the address of a feed where the operator serves them, and of no feed for too many countries", async () => {
  await withBot(
    NOW,
    async (running) => {
      expect((await ask(running, "calendar", { country: "Belarus", milestones: true })).text).toContain(
        "`https://dates.example.org/v1/en-GB/BY/milestones.ics`",
      );
      const many = "BE, BY, CZ, DK, EE, FR, GB, HU, IT, JP, KZ";
      expect((await ask(running, "calendar", { country: many })).text).not.toContain("example.org/v1");
    },
    { feedUrl: "https://dates.example.org" },
  );
  await withBot(NOW, async (running) => {
    expect((await ask(running, "calendar", { country: "Belarus" })).text).not.toContain(".ics`");
  });
});

test("an answer, its file and its calendar say for whom they are, so that two can be told apart", async () => {
  await withBot(NOW, async (running) => {
    const answer = await ask(running, "calendar", { country: "BE, KZ", milestones: true });
    expect(answer.text).toContain("## For your own calendar: Belgium and Kazakhstan, round anniversaries");
    expect(answer.message.attachments[0]?.filename).toBe("attache-be-kz-milestones.ics");
    const { text } = await fileOf(running, { country: "BE, KZ", milestones: true });
    expect(text).toContain("X-WR-CALNAME:Attaché: Belgium and Kazakhstan\\, round anniversaries\r\n");
    expect((await ask(running, "calendar")).message.attachments[0]?.filename).toBe("attache.ics");
  });
});
