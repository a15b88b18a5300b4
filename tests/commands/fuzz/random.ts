/** A repeatable source of choices: the same seed, the same run. */
export interface Random {
  /** A whole number from 0 on, below that. */
  readonly below: (limit: number) => number;
  readonly oneOf: <Item>(items: readonly [Item, ...Item[]]) => Item;
  readonly chance: (share: number) => boolean;
}

/** Mulberry32, a small generator of known quality. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    oneOf: (items) => items[below(items.length)] ?? items[0],
    chance: (share) => next() < share,
  };
}
