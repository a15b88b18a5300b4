import type { Fault, FaultAction, FaultRule } from "./api.ts";

interface Injected {
  readonly rule: FaultRule;
  left: number;
  readonly struck: PromiseWithResolvers<void>;
  readonly released: PromiseWithResolvers<void>;
}

/** What strikes one request: the action, when to say so, and what a held answer waits for. */
export interface Strike {
  readonly action: FaultAction;
  readonly struck: () => void;
  readonly released: Promise<void>;
}

/** Faults that tests put in the way of the next requests; the first that fits strikes. */
export class Faults {
  readonly #injected: Injected[] = [];

  inject(rule: FaultRule): Fault {
    const entry: Injected = {
      rule,
      left: rule.times ?? 1,
      struck: Promise.withResolvers(),
      released: Promise.withResolvers(),
    };
    this.#injected.push(entry);
    return {
      struck: entry.struck.promise,
      release: () => entry.released.resolve(),
      remove: () => {
        entry.left = 0;
        entry.released.resolve();
      },
    };
  }

  strike(method: string, path: string): Strike | undefined {
    const entry = this.#injected.find(
      ({ rule, left }) =>
        left > 0 && (rule.method ?? method) === method && (rule.path === undefined || rule.path.test(path)),
    );
    if (entry === undefined) return undefined;
    entry.left -= 1;
    return { action: entry.rule.action, struck: () => entry.struck.resolve(), released: entry.released.promise };
  }
}
