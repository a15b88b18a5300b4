import type { Clock } from "../ports.ts";

/** What the work comes to, or an error after so many milliseconds. */
export function within<T>(milliseconds: number, clock: Clock, work: Promise<T>): Promise<T> {
  const done = new AbortController();
  const late = clock
    .sleep(milliseconds, done.signal)
    .then(() => Promise.reject(new Error(`no answer within ${milliseconds} ms`)));
  return Promise.race([work, late]).finally(() => done.abort());
}
