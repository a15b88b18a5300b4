import { expect, test } from "vitest";
import { calendarCard, standingText } from "../../commands/admin/calendar.ts";
import { english } from "../messages/language.ts";
import { subscribed, temporaryStore } from "../store/support.ts";

test("a calendar whose channel refused today says so, why, when it is tried again, and can be resumed", async () => {
  const store = await temporaryStore();
  const now = Date.parse("2026-06-25T06:00Z");
  const { id, channelId } = await subscribed(store, {}, now);
  const shown = async () => {
    const calendar = await store.subscriptions.find(id);
    if (calendar === undefined) throw new Error("it is there");
    return { text: standingText(calendar, english), card: JSON.stringify(calendarCard(calendar, english)) };
  };
  expect((await shown()).text).toBe("The next day it looks at is Thursday, 25 June 2026.");
  expect((await shown()).card).toContain("subscriptions:pause");
  await store.subscriptions.refused(id, "no-access", now, channelId);
  expect((await shown()).text).toMatch(
    /^It cannot post now: .*View Channel.*It is tried again on Thursday, 25 June 2026\.$/,
  );
  expect((await shown()).card).toContain("subscriptions:resume");
  await store.subscriptions.recover({ id, channelId }, now);
  expect((await shown()).text).toBe("The next day it looks at is Thursday, 25 June 2026.");
});
