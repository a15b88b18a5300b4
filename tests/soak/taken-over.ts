import SQLite from "better-sqlite3";
import type { World } from "./crash-world.ts";

/** What a claim has for itself, however short the code makes it: within it nobody else may take it up. */
const LEASE = 60_000;

interface Takeover {
  readonly key: string;
  readonly claimed: number;
  readonly taken: number;
}

/** From now on the database keeps which claim took the place of another, and when. */
export function watchTakeovers({ database }: World): void {
  const open = new SQLite(database);
  open.exec(
    `create table takeover (key text not null, claimed integer not null, taken integer not null) strict;
     create trigger takeovers after update on delivery
       when old.state = 'claimed' and new.state = 'claimed' and new.attempts > old.attempts
       begin insert into takeover values (new.key, old.claimed_at, new.claimed_at); end`,
  );
  open.close();
}

/** All of them, and those that took a claim out of the hands of a process that might still have been on it, in words. */
export function takeovers({ database }: World): { readonly all: number; readonly early: readonly string[] } {
  const open = new SQLite(database, { readonly: true });
  const all = open.prepare<[], Takeover>("select key, claimed, taken from takeover").all();
  open.close();
  const early = all.filter(({ claimed, taken }) => taken - claimed < LEASE);
  return { all: all.length, early: early.map(({ key, claimed, taken }) => `${key}: after ${taken - claimed} ms`) };
}
