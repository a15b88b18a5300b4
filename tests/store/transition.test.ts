import { readdirSync, readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { TRANSITIONS, type Transition } from "../../src/delivery/transitions.ts";
import { createDatabase } from "../../src/store/database.ts";
import { openStore } from "../../src/store/open.ts";
import { sqliteDialect } from "../../src/store/sqlite.ts";
import { transition } from "../../src/store/transition.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";
import { settingsWith } from "./support.ts";

const STATES = ["claimed", "sent", "empty", "skipped", "failed", "rejected", "unknown"] as const;
const NAMES = Object.keys(TRANSITIONS) as Transition[];

test.each(NAMES)("%s moves rows out of the states that it leaves, and no others", async (name) => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const store = await openStore(path, systemClock, silentLog);
  const { subscription } = await store.subscriptions.subscribe(settingsWith(), 0);
  const database = createDatabase(path, sqliteDialect(path), systemClock, silentLog);
  await database.run(async (db) => {
    for (const [index, state] of STATES.entries())
      await sql`insert into delivery (key, subscription_id, slot, local_date, state, attempts, claimed_at)
        values (${state}, ${subscription.id}, 'daily', ${`2026-06-0${index + 1}`}, ${state}, 1, 0)`.execute(db);
    await transition(db, name).execute();
    const after = await db.selectFrom("delivery").select(["key", "state"]).orderBy("local_date").execute();
    const { from, to } = TRANSITIONS[name];
    expect(after).toEqual(
      STATES.map((state) => ({ key: state, state: from.some((each) => each === state) ? to : state })),
    );
  });
  await database.close();
  await store.close();
});

test("what is sent, empty or skipped stays so: no transition leaves it", () => {
  const left = new Set<string>(NAMES.flatMap((name) => [...TRANSITIONS[name].from]));
  expect(STATES.filter((state) => !left.has(state))).toEqual(["sent", "empty", "skipped"]);
});

test("no statement of the store but the named transitions writes the state of a row", () => {
  const folder = new URL("../../src/store/", import.meta.url);
  for (const name of readdirSync(folder).filter((file) => file.endsWith(".ts") && file !== "transition.ts")) {
    const text = readFileSync(new URL(name, folder), "utf8");
    for (const [statement] of text.matchAll(/updateTable\("delivery"\)[\s\S]*?execute/g))
      expect(statement, name).not.toMatch(/\bstate:/);
    for (const [statement] of text.matchAll(/\btransition\([\s\S]*?execute/g))
      expect(statement, name).not.toMatch(/\bstate:/);
  }
});
