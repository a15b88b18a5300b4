import type { Clock } from "../../src/ports.ts";

/** The same port, each call on its way for half of so many milliseconds of that clock, and its answer for the other half. */
export function slowly<T extends object>(port: T, clock: Clock, milliseconds: number): T {
  return new Proxy(port, {
    get(target, method) {
      const member: unknown = Reflect.get(target, method);
      if (typeof member !== "function") return member;
      return async (...args: unknown[]): Promise<unknown> => {
        await clock.sleep(milliseconds / 2);
        const result = await (Reflect.apply(member, target, args) as Promise<unknown>);
        await clock.sleep(milliseconds / 2);
        return result;
      };
    },
  });
}
