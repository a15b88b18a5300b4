/** No name and no typed text that search compares is longer. */
export const LONGEST = 80;

/** Three rows of the table of distances, used again for every comparison: it is made thousands of times a keystroke. */
const rows = [new Uint8Array(LONGEST + 4), new Uint8Array(LONGEST + 4), new Uint8Array(LONGEST + 4)] as const;

/**
 * The fewest typing errors (a letter left out, put in, changed, or two neighbours swapped: optimal string alignment)
 * that turn what was typed into the beginning of a name; limit + 1 where there are more than the limit.
 */
export function errorsToPrefix(typed: string, name: string, limit: number): number {
  const width = Math.min(name.length, typed.length + limit, LONGEST + 2);
  let [before, previous, current] = rows;
  for (let column = 0; column <= width; column++) previous[column] = column;
  let least = 0;
  for (let row = 1; row <= typed.length; row++) {
    least = fillRow(current, previous, before, { typed, name, row, width });
    if (least > limit) return limit + 1;
    [before, previous, current] = [previous, current, before];
  }
  return least;
}

interface Place {
  readonly typed: string;
  readonly name: string;
  readonly row: number;
  readonly width: number;
}

/** Fills one row from the two above it; the answer is its least number. */
function fillRow(
  current: Uint8Array,
  previous: Uint8Array,
  before: Uint8Array,
  { typed, name, row, width }: Place,
): number {
  const letter = typed.charCodeAt(row - 1);
  const letterBefore = typed.charCodeAt(row - 2);
  let left = row;
  let least = row;
  current[0] = row;
  for (let column = 1; column <= width; column++) {
    const other = name.charCodeAt(column - 1);
    let cost = Math.min(
      (previous[column] ?? 0) + 1,
      left + 1,
      (previous[column - 1] ?? 0) + (letter === other ? 0 : 1),
    );
    if (row > 1 && column > 1 && letter === name.charCodeAt(column - 2) && letterBefore === other)
      cost = Math.min(cost, (before[column - 2] ?? 0) + 1);
    current[column] = cost;
    left = cost;
    if (cost < least) least = cost;
  }
  return least;
}

/** How many errors are forgiven in a text of that length: none in three letters, where everything is near everything. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
