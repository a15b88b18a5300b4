import type { Event } from "./event.ts";

/** How round a count of years is: it is a multiple of this; 1 is any year. */
export const TIERS = [100, 50, 25, 10, 5, 1] as const;
export type Tier = (typeof TIERS)[number];

/** When 29 February is marked in a common year. */
export const LEAP_DAYS = ["02-28", "03-01"] as const;
export type LeapDayRule = (typeof LEAP_DAYS)[number];
/** The rule where nobody has chosen one: a server chooses for itself. */
export const LEAP_DAY: LeapDayRule = "02-28";

/** An event seen from a day: the event and how many whole years ago it was; 0 on the date itself, which is no anniversary. */
export interface Anniversary {
  readonly event: Event;
  readonly years: number;
  readonly tier: Tier;
}

/** Facts of one day that tell one story, shown as one line. The lead is the one the line is about. */
export interface Occasion {
  /** The lead event's id. */
  readonly id: string;
  readonly lead: Anniversary;
  readonly others: readonly Anniversary[];
  /** How much it matters in any year (significance.ts: weigh); times the roundness of the years it is its significance. */
  readonly weight: number;
}

/** The tier of a count of years: 125 is a 25. */
export function tierOf(years: number): Tier {
  return TIERS.find((tier) => years % tier === 0) ?? 1;
}

/** The event seen from a year after its own, or from its own. */
export function anniversaryIn(year: number, event: Event): Anniversary {
  const years = year - event.date.year;
  return { event, years, tier: isCounted(event) ? tierOf(years) : 1 };
}

/**
 * Whether the years since an event are told. A national day is kept for a birthday, a saint or a battle as often as for
 * what its year brought; where that was a founding, the founding leads the occasion and is counted.
 */
export function isCounted({ kind }: Pick<Event, "kind">): boolean {
  return kind !== "national-day";
}
