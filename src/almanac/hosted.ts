import type { Event } from "./event.ts";
import type { PartyCode } from "./party.ts";

/** Organisations under which others conclude treaties. Unlike the European Union, they are not bound by them. */
export const TREATY_HOSTS: ReadonlySet<PartyCode> = new Set(["un", "league-of-nations", "coe", "african-union", "wto"]);

/** Whether only the organisation is known under which a treaty of many was concluded: nobody signed it alone. */
export function isHosted({
  kind,
  parties,
}: {
  readonly kind: Event["kind"];
  readonly parties: readonly PartyCode[];
}): boolean {
  const [host, ...others] = parties;
  if (kind !== "treaty-signed" && kind !== "treaty-in-force") return false;
  return host !== undefined && others.length === 0 && TREATY_HOSTS.has(host);
}
