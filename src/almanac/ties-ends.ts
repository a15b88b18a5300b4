import { compareDates } from "./calendar.ts";
import type { PartialDate } from "./date.ts";
import type { Event } from "./event.ts";
import type { Kind } from "./kind.ts";
import type { Annexation } from "./party.ts";
import type { End, Tie } from "./ties.ts";
import type { Past } from "./ties-past.ts";
import type { War } from "./ties-wars.ts";

/** After which what two do shows that they have relations: the break that nothing on record mended, or a war that may have been one. */
export function lastQuarrel({ stretches }: Pick<Tie, "stretches">, wars: readonly War[]): Event | undefined {
  const last = stretches.at(-1);
  if (last?.ended?.how === "broken") return last.ended.by;
  if (last?.ended?.how === "war") return last.ended.by.ended ?? last.ended.by.began;
  const since = last?.ended === undefined ? last?.began : undefined;
  const war = since && wars.findLast(({ began }) => compareDates(began.date, since.date) > 0);
  return war && (war.ended ?? war.began);
}

/** The last annexation of one of the two between two beginnings of theirs: nobody broke off what had to be begun anew after it. */
export function annexedBetween(open: Event, event: Event, pastOf: (party: string) => Past): Annexation | undefined {
  return event.parties
    .flatMap((party) => pastOf(party).annexed ?? [])
    .filter(({ from }) => compareDates(open.date, from) < 0 && compareDates(from, event.date) < 0)
    .toSorted((a, b) => compareDates(a.until, b.until))
    .at(-1);
}

/** In a later year: what follows within the year may still belong to the break. */
export function isLater(event: Event, ended: Event): boolean {
  return event.date.year > ended.date.year;
}

/** Beginnings by the two themselves after the last act or war that ended their relations; none while relations last. */
export function sinceEnd({ stretches }: Pick<Tie, "stretches">, begins: readonly Event[]): readonly Event[] {
  const last = stretches.at(-1);
  if (last !== undefined && last.ended === undefined) return [];
  // what a former party had, and lost with its end, says nothing of what the two themselves began meanwhile
  const end = stretches.flatMap(({ ended }) => dateOf(ended) ?? []).at(-1);
  return end === undefined ? begins : begins.filter(({ date }) => compareDates(date, end) >= 0);
}

/** What is dated after the beginning of the relations that last; none where none last. */
export function sinceBeginning({ stretches }: Pick<Tie, "stretches">, events: readonly Event[]): readonly Event[] {
  const last = stretches.at(-1);
  const since = last?.ended === undefined ? last?.began : undefined;
  return since === undefined ? [] : events.filter(({ date }) => compareDates(since.date, date) < 0);
}

/** The closing of an embassy after the beginning of the relations that last, where none opened since. */
export function closedSince(found: Pick<Tie, "stretches">, events: readonly Event[]): Event | undefined {
  const last = sinceBeginning(found, events).findLast(({ kind }) => EMBASSIES.includes(kind));
  return last?.kind === "embassy-closed" ? last : undefined;
}

const EMBASSIES: readonly Kind[] = ["embassy-opened", "embassy-closed", "relations-upgraded"];

function dateOf(ended: End | undefined): PartialDate | undefined {
  if (ended === undefined || ended.how === "lapsed") return undefined;
  if (ended.how === "unknown") return ended.before;
  if (ended.how === "annexed") return ended.until;
  return (ended.how === "war" ? (ended.by.ended ?? ended.by.began) : ended.by).date;
}
