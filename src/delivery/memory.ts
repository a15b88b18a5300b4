import type { Clock, Instant } from "../ports.ts";

/** What is worth knowing for a while, and no longer. */
export interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): void;
  delete(key: K): void;
  readonly size: number;
}

/** Forgets what was set longer ago than so many milliseconds, or at an instant still to come (the clock went back). */
export function createMemory<K, V>(clock: Clock, keep: number): Memory<K, V> {
  const known = new Map<K, { readonly at: Instant; readonly value: V }>();

  function isOver(at: Instant): boolean {
    const now = clock.now();
    return at > now || at <= now - keep;
  }

  return {
    get(key) {
      const found = known.get(key);
      return found && !isOver(found.at) ? found.value : undefined;
    },
    set(key, value) {
      known.delete(key); // in the order of setting: the oldest come first
      known.set(key, { at: clock.now(), value });
      for (const [oldest, { at }] of known) {
        if (!isOver(at)) break;
        known.delete(oldest);
      }
    },
    delete: (key) => void known.delete(key),
    get size() {
      return known.size;
    },
  };
}
