import type { Kysely } from "kysely";
import { TRANSITIONS, type Transition } from "../delivery/transitions.ts";
import type { Tables } from "./tables.ts";

/** An update of rows of the ledger by a named transition: only of those that are in a state which it leaves. */
export function transition(db: Kysely<Tables>, name: Transition) {
  const { from, to } = TRANSITIONS[name];
  return db.updateTable("delivery").set({ state: to }).where("state", "in", from);
}

/** Rows that were skipped by mistake, to be deleted: their dates are due again. */
export function undoSkipped(db: Kysely<Tables>) {
  return db.deleteFrom("delivery").where("state", "=", "skipped");
}
