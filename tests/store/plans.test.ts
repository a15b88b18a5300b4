import SQLite from "better-sqlite3";
import { expect, test, vi } from "vitest";
import { scene } from "../delivery/support.ts";
import { temporaryFolder } from "../support/folder.ts";
import { temporaryStore } from "./support.ts";

/** What has one row, or as many as there are zones or rows to write. */
const SHORT = /\bSCAN (?:continuity|hop|\d+-ROW VALUES CLAUSE)\b/gu;

/** How SQLite goes about a statement, whatever its values are. */
function planOf(database: SQLite.Database, statement: string): string {
  const values = (statement.match(/\?/gu) ?? []).map(() => null);
  const rows = database.prepare<unknown[], { detail: string }>(`explain query plan ${statement}`).all(...values);
  return rows.map(({ detail }) => detail).join("; ");
}

test("no statement of an ordinary minute, with posts, refusals and notices or without, reads a table from end to end", async () => {
  const path = `${temporaryFolder()}/attache.sqlite`;
  const stage = await scene("2026-06-25T06:00Z", { store: await temporaryStore(path) });
  const { channelId } = await stage.subscribe({ postAt: "09:30" });
  const refused = await stage.subscribe({ postAt: "09:30" }, { permissions: 0n });
  await stage.until("2026-06-25T07:05Z"); // what is done at a start and once a day is done
  const prepare = vi.spyOn(SQLite.prototype, "prepare");
  await stage.until("2026-06-25T07:35Z");
  const statements = new Set(prepare.mock.calls.map(([statement]) => statement));
  prepare.mockRestore();
  expect(stage.texts(channelId)).toEqual(["daily 2026-06-25"]);
  expect((await stage.history(refused))[0]?.state).toBe("rejected");
  const database = new SQLite(path, { readonly: true });
  const plans = [...statements]
    .filter((statement) => /^(?:select|with|insert|update|delete)\b/u.test(statement))
    .map((statement) => `${planOf(database, statement)}: ${statement}`);
  database.close();
  expect(plans.length).toBeGreaterThan(20);
  expect(plans.filter((plan) => /\bSCAN\b/u.test(plan.replaceAll(SHORT, "")))).toEqual([]);
});
