import { join } from "node:path";
import { expect, test } from "vitest";
import { readTables } from "../../tools/import/data-rows.ts";

const EVENTS = join(import.meta.dirname, "../../data/events");
const ENTRY_INTO_FORCE = "2002-07-01";
const DAY = 86_400_000;

/** The first day of the month after the sixtieth day from the deposit (Rome Statute, article 126). */
function memberFrom(deposit: string): string {
  const sixtieth = new Date(Date.parse(`${deposit}T00:00Z`) + 60 * DAY);
  const first = new Date(Date.UTC(sixtieth.getUTCFullYear(), sixtieth.getUTCMonth() + 1, 1)).toISOString().slice(0, 10);
  return first < ENTRY_INTO_FORCE ? ENTRY_INTO_FORCE : first;
}

/** Montenegro succeeded to the ratification of Serbia and Montenegro: a party from its independence. */
const SUCCEEDED = new Set(["ME"]);

test("a state is a member of the Criminal Court from the day that follows from its deposit", () => {
  const events = [...readTables(EVENTS).values()].flat();
  const joined = new Map(
    events
      .filter(({ kind, parties }) => kind === "joined" && parties?.endsWith(" icc") === true)
      .map(({ parties = "", date = "" }) => [parties.split(" ")[0] ?? "", date]),
  );
  const deposits = events.filter(
    ({ kind, name, parties = "" }) =>
      kind === "treaty-ratified" &&
      name?.startsWith("Rome Statute of the International Criminal Court") === true &&
      !SUCCEEDED.has(parties),
  );
  const told = deposits.map(({ parties = "" }) => [parties, joined.get(parties)]);
  expect(deposits.length).toBeGreaterThan(100);
  expect(told).toEqual(deposits.map(({ parties = "", date = "" }) => [parties, memberFrom(date)]));
});
