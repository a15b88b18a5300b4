/** Many short lists of numbers in two typed arrays: list i is values[starts[i]] up to values[starts[i + 1]]. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

export function listAt({ starts, values }: Lists, index: number): Uint32Array {
  return values.subarray(starts[index], starts[index + 1]);
}

/** From "the keys of each row" to "the rows of each key", rows ascending. */
export function transpose({ starts, values }: Lists, keys: number): Lists {
  const rowStarts = new Uint32Array(keys + 1);
  for (const key of values) rowStarts[key + 1] = (rowStarts[key + 1] ?? 0) + 1;
  for (let key = 0; key < keys; key++) rowStarts[key + 1] = (rowStarts[key + 1] ?? 0) + (rowStarts[key] ?? 0);
  const next = rowStarts.slice();
  const rows = new Uint32Array(values.length);
  for (let row = 0; row + 1 < starts.length; row++) {
    for (let at = starts[row] ?? 0; at < (starts[row + 1] ?? 0); at++) {
      const key = values[at] ?? 0;
      const to = next[key] ?? 0;
      rows[to] = row;
      next[key] = to + 1;
    }
  }
  return { starts: rowStarts, values: rows };
}

/** Lists from the values of one list after the other. */
export class ListsBuilder {
  readonly #starts = [0];
  readonly #values: number[] = [];

  push(value: number): void {
    this.#values.push(value);
  }

  endList(): void {
    this.#starts.push(this.#values.length);
  }

  /** The lists in another order: list i of the result is list order[i] as it was pushed. */
  build(order: Uint32Array): Lists {
    const starts = new Uint32Array(order.length + 1);
    const values = new Uint32Array(this.#values.length);
    let to = 0;
    order.forEach((list, index) => {
      for (let at = this.#starts[list] ?? 0; at < (this.#starts[list + 1] ?? 0); at++)
        values[to++] = this.#values[at] ?? 0;
      starts[index + 1] = to;
    });
    return { starts, values };
  }
}

/** Ascending numbers that are in any of the ascending lists. */
export function union(lists: readonly Uint32Array[]): Uint32Array {
  const [only = new Uint32Array(), ...more] = lists.filter((list) => list.length > 0);
  if (more.length === 0) return only;
  const highest = lists.reduce((high, list) => Math.max(high, list.at(-1) ?? 0), 0);
  const marked = new Uint8Array(highest + 1);
  let count = 0;
  // By place, here and in lookup/: what goes through a hundred thousand rows takes half as long without an iterator.
  for (const list of lists) {
    for (let at = 0; at < list.length; at++) {
      const value = list[at] ?? 0;
      count += 1 - (marked[value] ?? 0);
      marked[value] = 1;
    }
  }
  const all = new Uint32Array(count);
  for (let value = 0, to = 0; to < count; value++) if (marked[value] === 1) all[to++] = value;
  return all;
}

/** Ascending numbers that are in both ascending lists. */
export function intersection(a: Uint32Array, b: Uint32Array): Uint32Array {
  const common = new Uint32Array(Math.min(a.length, b.length));
  let count = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) common[count++] = x;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return common.subarray(0, count);
}
