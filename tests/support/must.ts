/** What a test wrote itself and then parsed. */
export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("a test's own value does not parse");
  return value;
}
