import { deserialize } from "node:v8";

/** Reads what v8.serialize wrote, so that nothing of the bytes is held: v8 reads arrays in place where it can. */
export function deserializeOwned(bytes: Buffer): unknown {
  return copyOf(deserialize(bytes));
}

/** Copies the arrays of numbers, of whatever object they are in. */
function copyOf(value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array) return value.slice();
  if (value instanceof Float32Array || value instanceof Float64Array) return value.slice();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)]));
}
