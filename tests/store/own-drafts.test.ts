import { expect, test } from "vitest";
import { OWN_LIMITS, type OwnEventContent, parseOwnDate } from "../../src/almanac/own-event.ts";
import { temporaryStore } from "./support.ts";

const [OURS, THEIRS] = ["100000000000000001", "100000000000000002"] as const;
const BY = { userId: "300000000000000001", channelId: "200000000000000001", at: 1 };
const OTHER = { ...BY, userId: "300000000000000002" };

function own(text: string, on = "1992-08-25"): OwnEventContent {
  const date = parseOwnDate(on);
  if (date === undefined) throw new Error(`${on} is no date`);
  return { date, text, kind: "twin towns", parties: ["BE", "KR"], link: "https://example.org/" };
}

const many = (count: number) => Array.from({ length: count }, (_, at) => own(`event ${at}`));
const texts = (events: readonly OwnEventContent[]) => events.map(({ text }) => text);

test("a draft is imported as it was kept, once, whoever presses at the same time, with one line in the record", async () => {
  const { ownDrafts, ownEvents } = await temporaryStore();
  const events = [own("a"), { ...own("b", "XXXX-02-29"), kind: undefined, link: undefined, parties: [] }, own('"; --')];
  const id = await ownDrafts.keep(OURS, events, BY);
  expect(await ownEvents.ofGuild(OURS)).toEqual([]);
  const presses = await Promise.all([1, 2, 3].map((at) => ownDrafts.add(OURS, id, { ...BY, at })));
  expect(presses.filter((each) => each !== undefined)).toMatchObject([{ ok: true, count: 3, events }]);
  expect(await ownEvents.ofGuild(OURS)).toHaveLength(3);
  expect(await ownEvents.history(OURS, 9)).toMatchObject([
    { act: "events-imported", changes: [{ to: "3" }, { field: "ids" }] },
  ]);
  expect(await ownDrafts.drop(OURS, id)).toBe(false);
});

test("what the server has by now is not added again; a draft without anything new adds nothing", async () => {
  const { ownDrafts, ownEvents } = await temporaryStore();
  const id = await ownDrafts.keep(OURS, [own("a"), own("b")], BY);
  await ownEvents.add(OURS, [{ ...own("a"), parties: ["KR", "BE"] }], BY);
  expect(await ownDrafts.add(OURS, id, BY)).toMatchObject({ ok: true, count: 1, events: [{ text: "b" }] });
  const again = await ownDrafts.keep(OURS, [own("a"), own("b")], BY);
  expect(await ownDrafts.add(OURS, again, BY)).toEqual({ ok: true, count: 0, events: [] });
  expect(await ownEvents.ofGuild(OURS)).toHaveLength(2);
});

test("one too many adds none and keeps the draft, until there is room", async () => {
  const { ownDrafts, ownEvents } = await temporaryStore();
  const id = await ownDrafts.keep(OURS, many(OWN_LIMITS.events), BY);
  const added = await ownEvents.add(OURS, [own("before")], BY);
  expect(await ownDrafts.add(OURS, id, BY)).toEqual({ ok: false, present: 1, count: OWN_LIMITS.events });
  expect(texts(await ownEvents.ofGuild(OURS))).toEqual(["before"]);
  await ownEvents.remove(OURS, added.ok ? (added.events[0]?.id ?? "") : "", BY);
  expect(await ownDrafts.add(OURS, id, BY)).toMatchObject({ ok: true, count: OWN_LIMITS.events });
});

test("each admin has one draft in a server, and no server has another's", async () => {
  const { ownDrafts, ownEvents } = await temporaryStore();
  const first = await ownDrafts.keep(OURS, [own("first")], BY);
  const second = await ownDrafts.keep(OURS, [own("second")], BY);
  const theirs = await ownDrafts.keep(OURS, [own("of another admin")], OTHER);
  expect(await ownDrafts.add(OURS, first, BY)).toBeUndefined();
  expect(await ownDrafts.add(THEIRS, second, BY)).toBeUndefined();
  expect(await ownDrafts.drop(THEIRS, second)).toBe(false);
  expect(await ownDrafts.add(OURS, second, BY)).toMatchObject({ ok: true });
  expect(await ownDrafts.drop(OURS, theirs)).toBe(true);
  expect(await ownDrafts.add(OURS, theirs, OTHER)).toBeUndefined();
  expect(texts(await ownEvents.ofGuild(OURS))).toEqual(["second"]);
});

test("old drafts go, with the rows of servers that have nothing else; /data shows and deletes them", async () => {
  const { ownDrafts, ownEvents, guilds } = await temporaryStore();
  const old = await ownDrafts.keep(OURS, [own("old")], { ...BY, at: 10 });
  await ownDrafts.keep(THEIRS, [own("old")], { ...BY, at: 10 });
  await ownEvents.add(THEIRS, [own("stays")], BY);
  const young = await ownDrafts.keep(THEIRS, [own("young")], { ...OTHER, at: 20 });
  await ownDrafts.prune(20);
  expect(await ownDrafts.add(OURS, old, BY)).toBeUndefined();
  expect(await guilds.all()).toEqual([{ guildId: THEIRS, left: false }]);
  const stored = await guilds.everything(THEIRS);
  expect(stored["own_draft"]).toMatchObject([{ id: young }]);
  await guilds.forget(THEIRS);
  expect(await ownDrafts.add(THEIRS, young, OTHER)).toBeUndefined();
});
