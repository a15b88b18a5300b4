import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { SKIPS } from "../../src/delivery/skips.ts";
import { english } from "../messages/language.ts";
import { temporaryFolder } from "../support/folder.ts";
import { settingsWith, temporaryStore } from "./support.ts";

const NOW = Date.parse("2026-06-25T06:00Z");

/** What the version before wrote down, with the name and the rest that this one makes of it. */
const BEFORE = [
  ["paused by an admin", "paused", undefined],
  ["its time zone was not known on that date", "zone-unknown", undefined],
  ["its settings could not be read on that date", "settings-unreadable", undefined],
  ["not posted before its settings were changed", "settings-changed", undefined],
  ["the bot was removed from the server before its turn came", "removed", undefined],
  ["the bot was not in the server on that date", "away", undefined],
  [
    "the bot was not in the server at its hour, and back only after the window for late posts",
    "away-too-late",
    undefined,
  ],
  ["not running on that date, or not with this record of what was posted", "not-running", undefined],
  ["not running at its hour, and back only after the window for late posts", "not-running-too-late", undefined],
  [
    "its turn came only after its date had ended: more was due than could be sent, or Discord took no posts",
    "crowded-out",
    undefined,
  ],
  [
    "its turn came only after the window for late posts: more was due than could be sent, or Discord took no posts",
    "crowded-out-too-late",
    undefined,
  ],
  [
    "the channel got it, or may have, from a calendar that has moved to another channel since",
    "had-from-another",
    undefined,
  ],
  ["its date ended before a try succeeded", "tries-failed", "its date ended before a try succeeded"],
  [
    "its window for late posts passed before a try succeeded; last: HTTP 503",
    "tries-failed-too-late",
    "its window for late posts passed before a try succeeded; last: HTTP 503",
  ],
  [
    "not asked on that date: its channel had refused (no-access)",
    "refused-before",
    "not asked on that date: its channel had refused (no-access)",
  ],
  ["20022 limit of edits", "discord-limit", "20022 limit of edits"],
] as const;

test("rows that the version before skipped, with an English sentence, say why by a name that any language has words for", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const old = await temporaryStore(path);
  const { id } = (await old.subscriptions.subscribe(settingsWith(), NOW)).subscription;
  await old.close();
  const database = new SQLite(path);
  database.exec(
    "alter table delivery drop column reason; alter table delivery drop column left_channel; alter table delivery drop column paused_at; alter table guild drop column command_channel_id; alter table guild drop column command_locale; delete from migration where number >= 13",
  );
  const row = database.prepare(
    "insert into delivery (key, subscription_id, slot, local_date, due, state, attempts, claimed_at, detail) values (?, ?, 'daily', ?, ?, ?, 0, 0, ?)",
  );
  const date = (day: number) => `2026-05-${String(day + 1).padStart(2, "0")}`;
  for (const [day, [sentence]] of BEFORE.entries())
    row.run(String(day), id, date(day), `${date(day)}T09:00:00`, "skipped", sentence);
  row.run("sent", id, "2026-06-01", "2026-06-01T09:00:00", "sent", "found in the channel");
  database.close();
  const store = await temporaryStore(path);
  const rows = await store.ledger.history(id, 60);
  const said = rows.map(({ localDate, reason, detail }) => [localDate, reason, detail]).toReversed();
  expect(said).toEqual([
    ...BEFORE.map(([, reason, detail], day) => [date(day), reason, detail]),
    ["2026-06-01", undefined, "found in the channel"],
  ]);
  const since = ["paused-meanwhile"];
  expect(new Set<string>([...BEFORE.map(([, reason]) => reason), ...since])).toEqual(new Set(SKIPS));
  await store.close();
});

test("each reason has words of its own", () => {
  expect(new Set(SKIPS.map((reason) => english.text(`delivery.skipped.${reason}`))).size).toBe(SKIPS.length);
});
