import SQLite from "better-sqlite3";
import { expect, test } from "vitest";
import { before } from "../../src/delivery/settings-undo.ts";
import { EVERYTHING } from "../../src/digest/digest.ts";
import { temporaryFolder } from "../support/folder.ts";
import { settingsWith, temporaryStore } from "./support.ts";

const NOW = Date.parse("2026-06-25T06:00Z");
const BY = "300000000000000001";

/** A calendar in a file as the version before pairs left it, with what its admin did, oldest first; then opened by this version. */
async function opened(selection: object, acts: readonly (readonly object[])[]) {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const old = await temporaryStore(path);
  const settings = settingsWith();
  const { id } = (await old.subscriptions.subscribe(settings, NOW)).subscription;
  const database = new SQLite(path);
  const { together: _, ...rest } = EVERYTHING;
  database
    .prepare("update subscription set settings = json_set(settings, '$.selection', json(?)) where id = ?")
    .run(JSON.stringify({ ...rest, match: "any", ...selection }), id);
  const line = database.prepare("insert into audit values (?, ?, ?, ?, ?, 'changed', ?, ?, ?)");
  for (const [index, changes] of acts.entries())
    line.run(
      settings.guildId,
      id,
      settings.channelId,
      NOW + index,
      BY,
      JSON.stringify(changes),
      index + 1,
      String(index),
    );
  database.exec(
    "alter table delivery drop column reason; alter table notice drop column asked_at; alter table delivery drop column left_channel; alter table delivery drop column paused_at; alter table guild drop column command_channel_id; alter table guild drop column command_locale; delete from migration where number >= 11",
  );
  database.close();
  await old.close();
  const store = await temporaryStore(path);
  const found = (await store.subscriptions.find(id)) ?? expect.fail("it has ended");
  return { calendar: found, audit: await store.audit.ofGuild(settings.guildId, 10), path };
}

test("a calendar of before there were pairs follows what it followed: any of its parties, or what all of them did together", async () => {
  const of = async (selection: object) => (await opened(selection, [])).calendar.selection;
  expect(await of({ parties: ["BE", "KR"] })).toMatchObject({ parties: ["BE", "KR"], together: [] });
  expect(await of({ parties: ["BE", "KR"], match: "all" })).toMatchObject({ parties: [], together: [["BE", "KR"]] });
  expect(await of({ parties: ["BE", "LU", "NL"], match: "all", tier: 25 })).toMatchObject({
    parties: [],
    together: [["BE", "LU", "NL"]],
    tier: 25,
  });
  expect(await of({ parties: ["BE"], match: "all" })).toMatchObject({ parties: ["BE"], together: [] });
  expect(await of({ parties: [], match: "all" })).toEqual(EVERYTHING);
});

test("the record of how it came to that says so in the words of now, and can be taken back step by step", async () => {
  const change = (setting: string, from: string, to: string) => ({ setting, from, to });
  const { calendar, audit } = await opened({ parties: ["BE", "KR", "KE"], match: "all" }, [
    [change("parties", "", "BE KR"), change("match", "any", "all"), change("tier", "1", "25")],
    [change("hour", "09:00", "10:00")],
    [change("parties", "BE KR", "BE"), change("match", "all", "any")],
    [change("parties", "BE", "BE KR KE")],
    [change("match", "any", "all")],
  ]);
  expect(audit.map(({ changes }) => changes)).toEqual([
    [change("parties", "BE KR KE", "-"), change("together", "", "BE+KR+KE")],
    [change("parties", "BE", "BE KR KE")],
    [change("parties", "-", "BE"), change("together", "BE+KR", "")],
    [change("hour", "09:00", "10:00")],
    [change("parties", "", "-"), change("together", "", "BE+KR"), change("tier", "1", "25")],
  ]);
  const steps = audit.reduce(
    (all, { changes }) => [...all, before(all.at(-1) ?? calendar, changes) ?? expect.fail("it cannot be taken back")],
    [before(calendar, []) ?? calendar],
  );
  expect(steps.map(({ selection: { parties, together } }) => [parties, together])).toEqual([
    [[], [["BE", "KR", "KE"]]],
    [["BE", "KR", "KE"], []],
    [["BE"], []],
    [[], [["BE", "KR"]]],
    [[], [["BE", "KR"]]],
    [[], []],
  ]);
});

test("settings that nobody can read are left as they are, and so is what is of this version already", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const old = await temporaryStore(path);
  const pairs = { ...EVERYTHING, together: [["BE", "KR"]] as const };
  const { id } = (await old.subscriptions.subscribe(settingsWith({ selection: pairs }), NOW)).subscription;
  const { id: broken } = (await old.subscriptions.subscribe(settingsWith({ channelId: "200000000000000077" }), NOW))
    .subscription;
  const database = new SQLite(path);
  database.prepare("update subscription set settings = '{nonsense' where id = ?").run(broken);
  database.exec("delete from migration where number = 11");
  await old.close();
  const store = await temporaryStore(path);
  expect((await store.subscriptions.find(id))?.selection).toEqual(pairs);
  expect(database.prepare("select settings from subscription where id = ?").pluck().get(broken)).toBe("{nonsense");
  database.close();
});
