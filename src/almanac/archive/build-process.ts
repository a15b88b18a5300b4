import { spawnSync } from "node:child_process";
import { deserialize, serialize } from "node:v8";
import { DataError, type Fault } from "../fault.ts";
import { buildIndex } from "./build.ts";
import { readDataFiles } from "./data-files.ts";
import type { Index } from "./shape.ts";

/** What the building process answers: an index and the digest of the data it is of, or what is wrong with the data. */
export type Built = { readonly index: Index; readonly digest: string } | { readonly faults: readonly Fault[] };

/** Many objects live for a moment while an index is built: a large nursery saves half of the time. */
const FLAGS = ["--max-semi-space-size=64", "--disable-warning=ExperimentalWarning"];

/**
 * Builds the index of a data directory in a process of its own, so that the memory this takes goes back when it is done.
 * Answers a Built in the form of v8.serialize. Throws if the process fails for another reason than the data.
 */
export function buildElsewhere(dataDir: string): Buffer {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [...FLAGS, import.meta.filename, dataDir], {
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (error || status !== 0)
    throw new Error(`The index of ${dataDir} could not be built: ${error?.message ?? stderr.toString()}`);
  return stdout;
}

/** Reads what buildElsewhere answered. */
export function readBuilt(bytes: Buffer): Built {
  // Written by this very code (see keyOf in cache.ts), so it has the shape of a Built.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return copyOf(deserialize(bytes)) as Built;
}

/** v8 reads arrays in place where it can; copies of the arrays, of whatever object they are in, let the bytes go. */
function copyOf(value: unknown): unknown {
  if (value instanceof Uint8Array || value instanceof Uint16Array || value instanceof Uint32Array) return value.slice();
  if (value instanceof Float32Array || value instanceof Float64Array) return value.slice();
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, copyOf(each)]));
}

function build(dataDir: string): Built {
  try {
    const data = readDataFiles(dataDir);
    return { index: buildIndex(data), digest: data.digest };
  } catch (error) {
    if (error instanceof DataError) return { faults: error.faults };
    throw error;
  }
}

if (import.meta.main) process.stdout.write(serialize(build(process.argv[2] ?? "")));
