/** At most so many at once; the rest wait in line. */
export interface Gate {
  /** Resolves when there is room, having taken it. */
  enter(): Promise<void>;
  leave(): void;
  /** Resolves once everybody has left. */
  empty(): Promise<void>;
}

export function createGate(most: number): Gate {
  let inside = 0;
  const waiting: (() => void)[] = [];
  let whenEmpty: (() => void)[] = [];
  return {
    async enter() {
      if (inside >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else inside += 1;
    },
    leave() {
      const next = waiting.shift();
      if (next) return next(); // its place goes to the next in line
      inside -= 1;
      if (inside > 0) return;
      for (const resolve of whenEmpty.splice(0)) resolve();
    },
    empty: () => (inside === 0 ? Promise.resolve() : new Promise((resolve) => whenEmpty.push(resolve))),
  };
}
