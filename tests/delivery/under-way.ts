import { setImmediate as turn } from "node:timers/promises";

/** Counts the calls of ports that have begun and not ended, so that a test can wait until there are none. */
export interface UnderWay {
  /** The same port, its calls counted; told is called with "name.method before" and "... after" around each, and what it is called with. */
  watch<T extends object>(name: string, port: T, told?: (boundary: string, args: readonly unknown[]) => void): T;
  /** Resolves once no call is under way and what the last ones brought is acted on: all else waits for a clock. */
  still(): Promise<void>;
}

export function callsUnderWay(): UnderWay {
  const under = { way: 0 };
  const waiting: (() => void)[] = [];

  async function call(member: CallableFunction, target: object, args: unknown[]): Promise<unknown> {
    under.way += 1;
    try {
      return await (Reflect.apply(member, target, args) as Promise<unknown>);
    } finally {
      under.way -= 1;
      if (under.way === 0) for (const wake of waiting.splice(0)) wake();
    }
  }

  return {
    watch: (name, port, told = () => undefined) =>
      new Proxy(port, {
        get(target, method) {
          const member: unknown = Reflect.get(target, method);
          if (typeof member !== "function") return member;
          return async (...args: unknown[]): Promise<unknown> => {
            told(`${name}.${String(method)} before`, args);
            const result = await call(member, target, args);
            told(`${name}.${String(method)} after`, args);
            return result;
          };
        },
      }),
    async still() {
      // what follows from a call's end, up to the next call, runs before the event loop turns
      for (await turn(); under.way > 0; await turn()) await new Promise<void>((resolve) => waiting.push(resolve));
    },
  };
}
