import SQLite from "better-sqlite3";
import { keyIn } from "../../src/delivery/stamp.ts";
import type { LoggedRequest } from "../../src/playground/api.ts";
import type { World } from "./crash-world.ts";
import { count, type Tally } from "./dimensions.ts";

/** The delivery's key in what is posted; undefined where it is something else. */
function keyOf({ method, body }: LoggedRequest): string | undefined {
  if (method !== "POST") return undefined;
  const [, customId = ""] = /"custom_id":"([^"]*)"/u.exec(JSON.stringify(body) ?? "") ?? [];
  return keyIn(customId);
}

/** Of each delivery that was claimed when a process was killed: that may be asked for once more, or looked for. */
export function countClaimed({ database }: World, killed: Tally): void {
  for (const key of keysWhere(database, "state = 'claimed'")) count(killed, key);
}

/**
 * What was asked for more often than its troubles explain (a request that Discord did not answer with a post, a process that was killed over it), or
 * looked for and found though it had none: that two processes were at it at once.
 */
export function unexplained({ database, standIn }: World, killed: Tally): readonly string[] {
  const asked = Map.groupBy(
    standIn.requests.filter((request) => keyOf(request) !== undefined),
    (request) => keyOf(request) ?? "",
  );
  const troublesOf = (key: string) =>
    (asked.get(key) ?? []).filter(({ status }) => status >= 300 || status < 200).length + (killed.get(key) ?? 0);
  const again = [...asked]
    .filter(([key, requests]) => requests.length > 1 + troublesOf(key))
    .map(([key, requests]) => `${key} asked for ${requests.length} times: ${requests.map(wordsOf).join(", ")}`);
  const found = keysWhere(database, "detail like '%found in the channel%'")
    .filter((key) => troublesOf(key) === 0)
    .map((key) => `${key} looked for`);
  return [...again, ...found];
}

function wordsOf({ at, status }: LoggedRequest): string {
  return `${status} at ${new Date(at).toISOString()}`;
}

function keysWhere(database: string, condition: string): readonly string[] {
  const open = new SQLite(database, { readonly: true });
  const keys = open.prepare<[], string>(`select key from delivery where ${condition}`).pluck().all();
  open.close();
  return keys;
}
