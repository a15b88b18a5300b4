import SQLite from "better-sqlite3";
import { expect, onTestFinished, test } from "vitest";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { openStore } from "../../src/store/open.ts";
import { FakeClock } from "../support/clock.ts";
import { temporaryFolder } from "../support/folder.ts";
import { recordingLog, scene } from "./support.ts";

const FAULT = "settings-unreadable";
const at = (time: string, day = 25) => `2026-06-${day}T${time}Z`;

/** Three calendars whose settings a newer version wrote, one that is whole, what the log says and what such a version or a person writes. */
async function downgraded() {
  const clock = new FakeClock(at("06:00"));
  const path = `${temporaryFolder()}/attache.sqlite`;
  const { log, lines } = recordingLog(clock);
  const store = await openStore(path, clock, log);
  onTestFinished(() => store.close());
  const stage = await scene(at("06:00"), { clock, store, log });
  const broken = [await stage.subscribe(), await stage.subscribe(), await stage.subscribe()] as const;
  const whole = await stage.subscribe();
  const other = new SQLite(path);
  onTestFinished(() => void other.close());
  const before = other.prepare("select settings from subscription where id = ?").pluck().get(broken[0].id);
  const write = (id: string, settings: unknown) =>
    other.prepare("update subscription set settings = ? where id = ?").run(settings, id);
  for (const { id } of broken) write(id, '{"selection":{"families":["of-tomorrow"]}}');
  return { ...stage, broken, one: broken[0], whole, lines, mend: (id: string) => write(id, before) };
}

test("settings that cannot be read: its admins are told once with the cure, it is shown as suspended, one line in the log, and all others get theirs", async () => {
  const { at: minute, broken, whole, texts, store, lines, delivery, one } = await downgraded();
  for (const time of ["07:00", "07:01", "07:02", "08:01"]) await minute(at(time));
  await minute(at("07:00", 26));
  await minute(at("07:02", 26));
  for (const { channelId } of broken) expect(texts(channelId)).toEqual([`fault: ${FAULT}`]);
  expect(texts(whole.channelId)).toEqual(["daily 2026-06-25", "daily 2026-06-26"]);
  expect(lines().filter((line) => line.includes("cannot be read"))).toHaveLength(1);
  expect((await store.subscriptions.find(one.id))?.standing).toMatchObject({ state: "suspended", fault: FAULT });
  expect(await store.subscriptions.ofGuild(one.guildId)).toHaveLength(1);
  expect(delivery.state().overdue).toEqual([]);
});

test("chosen anew it goes on with the day's post, and nothing more is told", async () => {
  const { at: minute, one, texts, store, clock, history, standIn } = await downgraded();
  standIn.setPermissions(one.channelId, 0n);
  await minute(at("07:00"));
  expect((await history(one))[0]).toMatchObject({ state: "rejected", fault: FAULT });
  await minute(at("07:02"));
  expect(await store.guilds.notices(one.guildId)).toMatchObject([{ fault: FAULT }]);
  const seen = await store.subscriptions.find(one.id);
  if (seen === undefined) throw new Error("it is gone");
  const { revision } = seen;
  standIn.setPermissions(one.channelId, (1n << 10n) | (1n << 11n) | (1n << 16n));
  const revised = await store.subscriptions.revise(one.id, revision, { ...seen, selection: EVERYTHING }, clock.now());
  expect(revised).toMatchObject({ outcome: "changed", subscription: { standing: { state: "active" } } });
  expect(await store.guilds.notices(one.guildId)).toEqual([]);
  await minute(at("07:20"));
  await minute(at("07:00", 26));
  expect(texts(one.channelId)).toEqual(["daily 2026-06-25 (late)", "daily 2026-06-26"]);
});

test("the newer version is back: it goes on as it was", async () => {
  const { at: minute, one, texts, store, mend, afterRestart, delivery, history } = await downgraded();
  await minute(at("07:00"));
  await minute(at("07:02"));
  await delivery.stop();
  mend(one.id);
  await afterRestart(at("10:00", 28));
  expect(texts(one.channelId)).toEqual([`fault: ${FAULT}`, "daily 2026-06-28 (late)"]);
  expect((await history(one)).map(({ localDate, reason }) => [localDate, reason])).toEqual([
    ["2026-06-28", undefined],
    ...[27, 26].map((day) => [`2026-06-${day}`, "settings-unreadable"]),
    ["2026-06-25", undefined],
  ]);
  expect((await store.subscriptions.find(one.id))?.standing.state).toBe("active");
});

test("what is not settings changes nothing of them: a deleted role leaves them as they were written", async () => {
  const { one, store, mend } = await downgraded();
  await store.subscriptions.amend(one.id, { mention: undefined }, 0);
  mend(one.id);
  expect(await store.subscriptions.find(one.id)).toMatchObject({
    revision: one.revision + 1,
    selection: one.selection,
  });
});
