import type { PartialDate } from "../date.ts";
import type { Kind } from "../kind.ts";
import { existedOn } from "../parties/existence.ts";
import type { Party } from "../party.ts";

/**
 * Treaties are signed for a state before it begins, and lists keep the old name for a while after it ends (Zanzibar in
 * 1964, Prussia in 1872). What lasted longer, a mandate or a government in exile, is in the years of data/parties.
 */
const GRACE_YEARS = 2;

/**
 * Whether a party may stand in an event of that kind and date. A national day remembers what may lie long before the
 * state: the Treaty of Waitangi for Niue.
 */
export function mayName(party: Party, date: PartialDate, kind: Kind): boolean {
  if (kind === "national-day" || existedOn(party, date)) return true;
  const years = [GRACE_YEARS, -GRACE_YEARS].map((by): PartialDate => ({ precision: "year", year: date.year + by }));
  return years.some((year) => existedOn(party, year));
}
