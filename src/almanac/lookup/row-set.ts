/** A set of rows, one bit each: of a hundred thousand rows it takes 14 kB, whatever is in it. */
export class RowSet {
  readonly #bits: Uint32Array;

  constructor(bits: Uint32Array) {
    this.#bits = bits;
  }

  /** Of so many rows those on the lists. */
  static of(size: number, lists: Iterable<ArrayLike<number>>): RowSet {
    const set = new RowSet(new Uint32Array(Math.ceil(size / BITS)));
    for (const list of lists) for (let at = 0; at < list.length; at++) set.add(list[at] ?? 0);
    return set;
  }

  /** Of so many rows those from one on that are before another. */
  static between(size: number, from: number, until: number): RowSet {
    const set = RowSet.of(size, []);
    set.addBetween(from, until);
    return set;
  }

  addBetween(from: number, until: number): void {
    for (let row = from; row < until; row++) this.add(row);
  }

  add(row: number): void {
    this.#bits[row >>> 5] = (this.#bits[row >>> 5] ?? 0) | (1 << (row & 31));
  }

  has(row: number): boolean {
    return (((this.#bits[row >>> 5] ?? 0) >>> (row & 31)) & 1) === 1;
  }

  /** What is in both. */
  and(other: RowSet): RowSet {
    const both = this.#bits.slice();
    for (let at = 0; at < both.length; at++) both[at] = (both[at] ?? 0) & (other.#bits[at] ?? 0);
    return new RowSet(both);
  }

  /** What is in this one and not among some rows. */
  without(rows: readonly number[]): RowSet {
    const left = new RowSet(this.#bits.slice());
    for (const row of rows) left.#bits[row >>> 5] = (left.#bits[row >>> 5] ?? 0) & ~(1 << (row & 31));
    return left;
  }

  /** What is in either. */
  or(other: RowSet): RowSet {
    const either = this.#bits.slice();
    for (let at = 0; at < either.length; at++) either[at] = (either[at] ?? 0) | (other.#bits[at] ?? 0);
    return new RowSet(either);
  }

  count(): number {
    let count = 0;
    for (let at = 0; at < this.#bits.length; at++) count += ones(this.#bits[at] ?? 0);
    return count;
  }

  /** Visits every row, ascending. */
  each(visit: (row: number) => void): void {
    for (let at = 0; at < this.#bits.length; at++)
      for (let bits = this.#bits[at] ?? 0; bits !== 0; bits &= bits - 1)
        visit(at * BITS + 31 - Math.clz32(bits & -bits));
  }

  /** All of them, ascending: the beginning of an array that has room for them. */
  rows(room: Uint32Array): Uint32Array {
    let count = 0;
    for (let at = 0; at < this.#bits.length; at++)
      for (let bits = this.#bits[at] ?? 0; bits !== 0; bits &= bits - 1)
        room[count++] = at * BITS + 31 - Math.clz32(bits & -bits);
    return room.subarray(0, count);
  }

  /** The rows at these places (from 0) among those in the set, ascending. */
  slice(start: number, end: number): readonly number[] {
    const rows: number[] = [];
    let place = 0;
    for (let at = 0; at < this.#bits.length && place < end; at++) {
      const word = this.#bits[at] ?? 0;
      const after = place + ones(word);
      if (after > start)
        for (let bits = word; bits !== 0; bits &= bits - 1, place++)
          if (place >= start && place < end) rows.push(at * BITS + 31 - Math.clz32(bits & -bits));
      place = after;
    }
    return rows;
  }
}

const BITS = 32;

/** How many bits of a number are 1 (H. S. Warren, Hacker's Delight, figure 5-2). */
function ones(bits: number): number {
  let sums = bits - ((bits >>> 1) & 0x55555555);
  sums = (sums & 0x33333333) + ((sums >>> 2) & 0x33333333);
  return Math.imul((sums + (sums >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
