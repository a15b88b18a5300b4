import * as fc from "fast-check";
import { expect, test } from "vitest";
import { daysInMonth } from "../../src/almanac/date.ts";
import { formatOwnDate, OWN_LIMITS, type OwnEventContent, parseOwnDate } from "../../src/almanac/own-event.ts";
import { temporaryFolder } from "../support/folder.ts";
import { subscribed, temporaryStore } from "./support.ts";

const [OURS, THEIRS] = ["100000000000000001", "100000000000000002"] as const;
const DAY = 86_400_000;
const BY = { userId: "300000000000000001", channelId: "200000000000000001", at: 1 };

function own(changes: Partial<OwnEventContent> & { readonly on?: string } = {}): OwnEventContent {
  const { on = "1992-08-25", ...rest } = changes;
  const date = parseOwnDate(on);
  if (date === undefined) throw new Error(`${on} is no date`);
  return { date, text: "Ghent and Gwangju", kind: "twin towns", parties: ["BE", "KR"], link: undefined, ...rest };
}

test("own events come back as they were added, by day of the year, and no server sees another's", async () => {
  const { ownEvents } = await temporaryStore();
  const contents = [
    own({ on: "2004-02-29", link: "https://example.org/", kind: undefined, parties: [] }),
    own({ on: "XXXX-02-29", text: "'; drop table guild; --" }),
    own({ on: "1992-01-03", kind: "treaty-signed" }),
  ];
  const added = await ownEvents.add(OURS, contents, BY);
  if (!added.ok) throw new Error("there is room");
  expect(added.events).toMatchObject(contents);
  const [leap, yearly, january] = added.events;
  expect(await ownEvents.ofGuild(OURS)).toEqual([january, yearly, leap]);
  expect(await ownEvents.onDays(OURS, [{ month: 2, day: 29 }])).toEqual([yearly, leap]);
  expect(await ownEvents.onDays(OURS, [{ month: 2, day: 28 }])).toEqual([]);
  expect(await ownEvents.onDays(OURS, [])).toEqual([]);
  const id = leap?.id ?? "";
  expect(await ownEvents.find(OURS, id)).toEqual(leap);
  await subscribed(await temporaryStore(), { guildId: THEIRS }, 0);
  expect(await ownEvents.find(THEIRS, id)).toBeUndefined();
  expect(await ownEvents.ofGuild(THEIRS)).toEqual([]);
  expect(await ownEvents.onDays(THEIRS, [{ month: 2, day: 29 }])).toEqual([]);
  expect(await ownEvents.change(THEIRS, id, () => own(), BY)).toBeUndefined();
  expect(await ownEvents.remove(THEIRS, id, BY)).toBeUndefined();
  expect(await ownEvents.find(OURS, id)).toEqual(leap);
});

test("a change is made of what is there now, whoever else changes it, and removing tells what went", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const stores = [await temporaryStore(path), await temporaryStore(path)] as const;
  const [{ ownEvents }] = stores;
  const added = await ownEvents.add(OURS, [own({ text: "0" })], BY);
  const id = (added.ok && added.events[0]?.id) || "";
  await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      stores[index % 2 === 0 ? 0 : 1].ownEvents.change(
        OURS,
        id,
        (now) => ({
          ...now,
          text: `${Number(now.text) + 1}`,
        }),
        BY,
      ),
    ),
  );
  expect((await ownEvents.find(OURS, id))?.text).toBe("20");
  expect(await ownEvents.change(OURS, id, () => undefined, BY)).toBeUndefined();
  const { gone } = (await ownEvents.remove(OURS, id, BY)) ?? {};
  expect(gone).toMatchObject({ id, text: "20" });
  expect(await ownEvents.remove(OURS, id, BY)).toBeUndefined();
  expect(await ownEvents.change(OURS, id, () => own(), BY)).toBeUndefined();
  await ownEvents.add(OURS, gone === undefined ? [] : [gone], BY);
  expect(await ownEvents.find(OURS, id)).toEqual(gone);
});

test("changes of one instant are told apart, newest first, by the id that each answers, which never comes again", async () => {
  const { ownEvents, guilds, audit } = await temporaryStore();
  const added = await ownEvents.add(OURS, [own({ text: "0" })], BY);
  if (!added.ok) throw new Error("there is room");
  const id = added.events[0]?.id ?? "";
  const entries = [added.entry];
  for (const text of ["1", "2", "3"]) {
    const changed = await ownEvents.change(OURS, id, (now) => ({ ...now, text }), BY);
    entries.push(changed?.ok === true ? changed.entry : undefined);
  }
  expect(await ownEvents.change(OURS, id, (now) => now, BY)).toMatchObject({ ok: true, entry: undefined });
  entries.push((await ownEvents.remove(OURS, id, BY))?.entry);
  expect(new Set(entries).size).toBe(5);
  expect((await ownEvents.history(OURS, 9)).map((entry) => entry.id)).toEqual(entries.toReversed());
  await guilds.forget(OURS);
  await audit.prune(Number.POSITIVE_INFINITY);
  const again = await ownEvents.add(OURS, [own()], BY);
  expect(again.ok && again.entry).toMatch(/^[0-9a-z]{8}$/);
  expect(entries).not.toContain(again.ok && again.entry);
});

test("each change is on record with who made it, what it was before and after, in its own server alone", async () => {
  const { ownEvents, guilds } = await temporaryStore();
  const at = (instant: number) => ({ ...BY, at: instant });
  const added = await ownEvents.add(OURS, [own({ kind: undefined })], at(1));
  const id = (added.ok && added.events[0]?.id) || "";
  await ownEvents.change(OURS, id, (now) => ({ ...now, text: "Ghent", parties: ["BE"] }), at(2));
  await ownEvents.change(OURS, id, (now) => now, at(3));
  await ownEvents.remove(OURS, id, at(4));
  const several = await ownEvents.add(OURS, [own(), own()], at(5));
  const ids = several.ok ? several.events.map((event) => event.id) : [];
  const record = await ownEvents.history(OURS, 10);
  expect(record.map(({ at: when, act, eventId, userId }) => [when, act, eventId === id, userId])).toEqual([
    [5, "events-imported", false, BY.userId],
    [4, "event-removed", true, BY.userId],
    [2, "event-changed", true, BY.userId],
    [1, "event-added", true, BY.userId],
  ]);
  expect(record.map(({ changes }) => changes)).toEqual([
    [
      { field: "count", from: "", to: "2" },
      { field: "ids", from: "", to: ids.join(" ") },
    ],
    [
      { field: "date", from: "1992-08-25", to: "" },
      { field: "text", from: "Ghent", to: "" },
      { field: "countries", from: "BE", to: "" },
    ],
    [
      { field: "text", from: "Ghent and Gwangju", to: "Ghent" },
      { field: "countries", from: "BE KR", to: "BE" },
    ],
    [
      { field: "date", from: "", to: "1992-08-25" },
      { field: "text", from: "", to: "Ghent and Gwangju" },
      { field: "countries", from: "", to: "BE KR" },
    ],
  ]);
  expect(await ownEvents.history(OURS, 2)).toEqual(record.slice(0, 2));
  expect(await ownEvents.history(OURS, 1, id)).toEqual(record.slice(1, 2));
  expect(await ownEvents.history(THEIRS, 10)).toEqual([]);
  await guilds.forget(OURS);
  expect(await ownEvents.history(OURS, 10)).toEqual([]);
});

test("a server has at most 500, all or none of what is added at once, also when two add at the same time", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const stores = [await temporaryStore(path), await temporaryStore(path)] as const;
  const many = Array.from({ length: OWN_LIMITS.events - 2 }, () => own());
  expect(await stores[0].ownEvents.add(OURS, many, BY)).toMatchObject({ ok: true });
  expect(
    await stores[0].ownEvents.add(
      OURS,
      ["a", "b", "c"].map((text) => own({ text })),
      BY,
    ),
  ).toEqual({
    ok: false,
    present: 498,
  });
  const last = await Promise.all(
    [...stores, ...stores].map((store, at) => store.ownEvents.add(OURS, [own({ text: `${at}` })], BY)),
  );
  expect(last.filter(({ ok }) => ok)).toHaveLength(2);
  expect(await stores[1].ownEvents.ofGuild(OURS)).toHaveLength(500);
  expect(await stores[1].ownEvents.add(THEIRS, [own()], BY)).toMatchObject({ ok: true });
});

test("they go with the server's rows, are in its export, and outlive its last calendar", async () => {
  const store = await temporaryStore();
  const { guilds, ownEvents, subscriptions } = store;
  const kept = async () => (await ownEvents.ofGuild(OURS)).length;
  const { id } = await subscribed(store, { guildId: OURS }, 0);
  await ownEvents.add(OURS, [own({ text: "Community day" })], BY);
  expect(JSON.stringify(await guilds.everything(OURS))).toContain("Community day");
  await subscriptions.end(id, 0);
  expect(await subscriptions.purge(30 * DAY, 0)).toBe(1);
  expect(await kept()).toBe(1);
  await guilds.left(OURS, 30 * DAY);
  expect(await guilds.purge(30 * DAY)).toBe(0);
  expect(await kept()).toBe(1);
  expect(await guilds.purge(61 * DAY)).toBe(1);
  expect(await kept()).toBe(0);
  await ownEvents.add(OURS, [own()], BY);
  await guilds.forget(OURS);
  expect(await kept()).toBe(0);
});

test("dates are written so that they are read again, with or without a year, and days that do not exist are none", () => {
  const month = fc.integer({ min: 1, max: 12 });
  const day = fc.integer({ min: 1, max: 31 });
  fc.assert(
    fc.property(fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }), month, day, (year, m, d) => {
      const digits = (number: number) => String(number).padStart(2, "0");
      const text = `${year === undefined ? "XXXX" : String(year).padStart(4, "0")}-${digits(m)}-${digits(d)}`;
      const exists = d <= daysInMonth(year ?? 2000, m);
      const date = parseOwnDate(text);
      expect(date !== undefined).toBe(exists);
      if (date === undefined) return;
      expect(formatOwnDate(date)).toBe(text);
      if (year === undefined)
        expect([text.toLowerCase(), `--${text.slice(5)}`].map(parseOwnDate)).toEqual([date, date]);
    }),
  );
  for (const text of [
    "",
    "1992",
    "1992-08",
    "XXXX-08",
    "08",
    "0000-01-01",
    "-08-25",
    "1992-8-25",
    "XXXX-02-30",
    "08-25",
  ])
    expect(parseOwnDate(text), text).toBeUndefined();
});
