import type { Named } from "./ids.ts";
import { readImportTable } from "./tables.ts";

const PRINCIPALS = readImportTable("principal-parties", ["event", "principals", "reason"]);
const BY_EVENT = new Map(PRINCIPALS.map((row) => [row.cell("event"), row]));

/** The event with those of its parties first whom it is about: the loser of a peace, the state whose borders others guarantee. */
export function withPrincipals(event: Named): Named {
  const principals = BY_EVENT.get(event.id)?.cell("principals").split(" ") ?? [];
  return principals.length === 0 ? event : { ...event, draft: { ...event.draft, principals } };
}

/** The lines of the table that mean no event, or name one that is not among its parties. */
export function idlePrincipals(events: readonly Named[]): readonly number[] {
  const parties = new Map(events.map(({ id, draft }) => [id, draft.parties]));
  return PRINCIPALS.filter(({ cell }) => {
    const among = parties.get(cell("event"));
    return !cell("principals")
      .split(" ")
      .every((code) => among?.includes(code));
  }).map(({ line }) => line);
}
