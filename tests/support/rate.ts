const SECOND = 1_000;

/** The most of these instants that fall within any second, not only within those of the clock. */
export function mostInASecond(instants: readonly number[]): number {
  const sorted = instants.toSorted((one, other) => one - other);
  let [most, first] = [0, 0];
  for (const [last, instant] of sorted.entries()) {
    while ((sorted[first] ?? instant) <= instant - SECOND) first += 1;
    most = Math.max(most, last - first + 1);
  }
  return most;
}
