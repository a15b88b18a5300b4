import SQLite from "better-sqlite3";
import { Kysely, sql } from "kysely";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock.ts";
import { StoreError } from "../../src/store/errors.ts";
import { migrate } from "../../src/store/migrate.ts";
import { up as subscriptionsAndLedger } from "../../src/store/migrations/0001-subscriptions-and-ledger.ts";
import { up as dueOfDelivery } from "../../src/store/migrations/0002-due-of-delivery.ts";
import { openStore } from "../../src/store/open.ts";
import { sqliteDialect } from "../../src/store/sqlite.ts";
import type { Tables } from "../../src/store/tables.ts";
import { temporaryFolder } from "../support/folder.ts";
import { silentLog } from "../support/log.ts";
import { settingsWith } from "./support.ts";

const SCHEMA = new URL("../../src/store/schema.sql", import.meta.url);

test("src/store/schema.sql is what the migrations make: after a change, npm test -- tests/store -u writes it anew", async () => {
  const dialect = sqliteDialect(":memory:");
  const db = new Kysely<Tables>({ dialect: dialect.kysely });
  await migrate(db, dialect, ":memory:", 0);
  const schema = dialect.schema();
  await migrate(db, dialect, ":memory:", 0);
  expect(dialect.schema()).toBe(schema);
  await expect(schema).toMatchFileSnapshot(SCHEMA.pathname);
  await db.destroy();
});

test("what is looked for each minute is found through an index, never by reading a table", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  await (await openStore(path, systemClock, silentLog)).close();
  const database = new SQLite(path);
  const plan = (query: string) =>
    database
      .prepare<[], { detail: string }>(`explain query plan ${query}`)
      .all()
      .map(({ detail }) => detail)
      .join("; ");
  const queries = [
    "select id, next_due from subscription where zone = 'UTC' and next_due is not null and next_due <= 'x' order by next_due",
    "select count(*), min(next_due) from subscription where zone = 'UTC' and next_due is not null and next_due <= 'x'",
    "select min(zone) from subscription where next_due is not null and zone > 'Europe/Berlin'",
    "select key from delivery where wake_at is not null and wake_at <= 5 order by wake_at limit 20",
    "select * from notice where tried = 0 and at <= 5 order by at limit 20",
    "delete from delivery where local_date < '2026-01-01'",
  ];
  for (const query of queries) {
    expect(plan(query), query).toMatch(/SEARCH/);
    expect(plan(query), query).not.toMatch(/SCAN|TEMP B-TREE/);
  }
  database.close();
});

test("a database of a newer version is refused, and left as it is", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  await (await openStore(path, systemClock, silentLog)).close();
  const database = new SQLite(path);
  const ours = database.prepare("select * from migration").all();
  database.exec("insert into migration values (99, 'from-the-future', 0)");
  database.close();
  await expect(openStore(path, systemClock, silentLog)).rejects.toThrow(StoreError);
  await expect(openStore(path, systemClock, silentLog)).rejects.toMatchObject({ fault: "newer" });
  const future = { number: 99, name: "from-the-future", applied_at: 0 };
  expect(new SQLite(path).prepare("select * from migration").all()).toEqual([...ours, future]);
});

test("rows of before a post had its own due time are due at their subscription's hour", async () => {
  const dialect = sqliteDialect(":memory:");
  const db = new Kysely<Tables>({ dialect: dialect.kysely });
  await subscriptionsAndLedger(db, dialect);
  await sql`insert into guild (id) values ('1')`.execute(db);
  await sql`insert into subscription values ('abc', '1', '2', 'text', '07:30', 'UTC', 'en-GB', '{}', 'active', 0, null, 0, null)`.execute(
    db,
  );
  await sql`insert into delivery (key, subscription_id, slot, local_date, state, attempts, claimed_at)
    values ('k', 'abc', 'daily', '2026-06-25', 'claimed', 1, 0)`.execute(db);
  await dueOfDelivery(db);
  expect(await db.selectFrom("delivery").select(["due", "overdue"]).execute()).toEqual([
    { due: "2026-06-25T07:30:00", overdue: 0 },
  ]);
  await db.destroy();
});

test("two processes that start at once on a new file both find it made", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const stores = await Promise.all([1, 2, 3].map(() => openStore(path, systemClock, silentLog)));
  for (const store of stores) expect(await store.ledger.zones()).toEqual([]);
  await Promise.all(stores.map((store) => store.close()));
});

test("the ledger survives a power cut: full synchronisation in WAL, foreign keys watched", async () => {
  const dialect = sqliteDialect(`${temporaryFolder()}/attache.sqlite`);
  const db = new Kysely<Tables>({ dialect: dialect.kysely });
  const pragma = async (name: string) =>
    Object.values((await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(db)).rows[0] ?? {})[0];
  expect([await pragma("journal_mode"), await pragma("synchronous"), await pragma("foreign_keys")]).toEqual([
    "wal",
    2,
    1,
  ]);
  await db.destroy();
});

test("a subscription of before there was a setting for routine shows it on a day that has nothing else", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const store = await openStore(path, systemClock, silentLog);
  const { subscription: made } = await store.subscriptions.subscribe(settingsWith(), 0);
  const database = new SQLite(path);
  database.exec("update subscription set settings = json_remove(settings, '$.selection.routine')");
  database.close();
  expect((await store.subscriptions.find(made.id))?.selection).toEqual(settingsWith().selection);
  await store.close();
});
