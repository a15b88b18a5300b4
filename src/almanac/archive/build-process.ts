import { spawnSync } from "node:child_process";
import { serialize } from "node:v8";
import { DataError, type Fault } from "../fault.ts";
import { buildIndex } from "./build.ts";
import { readDataFiles } from "./data-files.ts";
import { deserializeOwned } from "./serial.ts";
import type { Index } from "./shape.ts";

/** What the building process answers: an index and the digest of the data it is of, or what is wrong with the data. */
export type Built = { readonly index: Index; readonly digest: string } | { readonly faults: readonly Fault[] };

/** Many objects live for a moment while an index is built: a large nursery saves half of the time. */
export const FLAGS = ["--max-semi-space-size=64", "--disable-warning=ExperimentalWarning"];

/**
 * Builds the index of a data directory in a process of its own, so that the memory this takes goes back when it is done.
 * Throws if the process fails for another reason than the data.
 */
export function buildElsewhere(dataDir: string): Built {
  const { stdout, stderr, status, error } = spawnSync(process.execPath, [...FLAGS, import.meta.filename, dataDir], {
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  if (error || status !== 0)
    throw new Error(`The index of ${dataDir} could not be built: ${error?.message ?? stderr.toString()}`);
  // Written by this very file, so it has the shape of a Built.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  return deserializeOwned(stdout) as Built;
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
