/** Many short lists of numbers in two typed arrays: list i is values[starts[i]] up to values[starts[i + 1]]. */
export interface Lists {
  readonly starts: Uint32Array;
  readonly values: Uint32Array;
}

/** One of the lists: a view, not a copy. */
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
