/** How those before ended, as far as it tells something of the next. */
export interface Before {
  readonly refused: number;
  readonly done: number;
}

/** What is held of the share before anything is known: mostly that nearly all or nearly none are refused, and rather that none. */
const AT_FIRST: Before = { refused: 0.1, done: 1 };

/**
 * The chance (0 to 1) that at least so many of so many requests are refused, where of the share that is refused no more is known than how those
 * before them ended: the beta-binomial distribution.
 */
export function chanceOfRefusals(least: number, requests: number, { refused, done }: Before): number {
  if (least <= 0) return 1;
  if (least > requests) return 0;
  const [one, other] = [refused + AT_FIRST.refused, done + AT_FIRST.done];
  let exactly = 1;
  for (let each = 0; each < requests; each += 1) exactly *= (other + each) / (one + other + each);
  let fewer = exactly;
  for (let count = 0; count < least - 1; count += 1) {
    exactly *= ((requests - count) / (count + 1)) * ((one + count) / (other + requests - count - 1));
    fewer += exactly;
  }
  return Math.max(0, 1 - fewer);
}
