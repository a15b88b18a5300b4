import type { LocalDate } from "../../src/almanac/date.ts";

/** The Buddhist years that Thai people may mean, and how far they are ahead. */
const BUDDHIST = { first: 2_400, last: 2_700, ahead: 543 };

/** Every fourth year has a 29 February, but for once in a hundred years or more. */
export const YEARS_AHEAD = 8;

/** Of two digits the year that is no more than some years ahead: 63 is 1963, and 27 is 2027. Thai people may mean Buddhist years. */
export function yearOf(year: string, today: LocalDate): number {
  const number = Number(year);
  if (year.length <= 2) {
    const latest = today.year + YEARS_AHEAD;
    return latest - ((((latest - number) % 100) + 100) % 100);
  }
  return number >= BUDDHIST.first && number <= BUDDHIST.last ? number - BUDDHIST.ahead : number;
}
