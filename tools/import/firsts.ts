import type { Draft } from "./draft.ts";
import type { Tally } from "./tally.ts";

/**
 * Calls a visit the first only where none before it went the same way: a list that counts each office for itself calls a president's visit
 * the first after a prime minister's.
 */
export function onlyFirsts(visits: readonly Draft[], tally: Tally): readonly Draft[] {
  const earliest = new Map<string, string>();
  for (const { parties, date } of visits) {
    const way = parties.join(" ");
    const known = earliest.get(way);
    if (known === undefined || date < known) earliest.set(way, date);
  }
  return visits.map((visit) => {
    const before = earliest.get(visit.parties.join(" ")) ?? visit.date;
    // what is known to the year alone may have been later in it
    if (!visit.first || visit.date.startsWith(before)) return visit;
    tally.count(visit.facts[0].file, "changed: no first visit, another went the same way before");
    return { ...visit, first: false };
  });
}
