import type { Event } from "./event.ts";
import type { PartyCode } from "./party.ts";

/** Organisations under which others conclude treaties. Unlike the European Union, they are not bound by them. */
const TREATY_HOSTS: ReadonlySet<PartyCode> = new Set(["un", "league-of-nations", "coe", "african-union", "wto"]);

/** The note on a treaty that many states concluded, of which only the one that was their host is known. */
export const OF_MANY = "by many states";

/** Whether only the organisation or the host is known under which a treaty of many was concluded: nobody signed it alone. */
export function isHosted({
  kind,
  parties,
  note,
}: {
  readonly kind: Event["kind"];
  readonly parties: readonly PartyCode[];
  readonly note?: string | undefined;
}): boolean {
  const [host, ...others] = parties;
  if (kind !== "treaty-signed" && kind !== "treaty-in-force") return false;
  return host !== undefined && others.length === 0 && (TREATY_HOSTS.has(host) || note === OF_MANY);
}
