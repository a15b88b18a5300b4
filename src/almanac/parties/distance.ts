/**
 * The fewest typing errors (a letter left out, put in, changed, or two neighbours swapped: optimal string alignment)
 * that turn what was typed into the beginning of a name; Infinity above the limit.
 */
export function errorsToPrefix(typed: string, name: string, limit: number): number {
  const width = Math.min(name.length, typed.length + limit);
  let before: number[] = [];
  let previous = Array.from({ length: width + 1 }, (_, index) => index);
  for (let row = 1; row <= typed.length; row++) {
    const current = nextRow({ typed, name, row, width, previous, before });
    if (Math.min(...current) > limit) return Number.POSITIVE_INFINITY;
    before = previous;
    previous = current;
  }
  const errors = Math.min(...previous);
  return errors > limit ? Number.POSITIVE_INFINITY : errors;
}

interface Step {
  readonly typed: string;
  readonly name: string;
  readonly row: number;
  readonly width: number;
  readonly previous: readonly number[];
  readonly before: readonly number[];
}

function nextRow({ typed, name, row, width, previous, before }: Step): number[] {
  const current = [row];
  for (let column = 1; column <= width; column++) {
    const same = typed[row - 1] === name[column - 1];
    const replaced = (previous[column - 1] ?? 0) + (same ? 0 : 1);
    const oneMore = Math.min(previous[column] ?? 0, current[column - 1] ?? 0) + 1;
    const swapped =
      row > 1 && column > 1 && typed[row - 1] === name[column - 2] && typed[row - 2] === name[column - 1]
        ? (before[column - 2] ?? 0) + 1
        : oneMore;
    current.push(Math.min(replaced, oneMore, swapped));
  }
  return current;
}

/** How many errors are forgiven in a text of that length: none in three letters, where everything is near everything. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  return length < 8 ? 1 : 2;
}
