/**
 * Proves that package-lock.json holds every platform's optional packages and no address of a registry. npm leaves such
 * entries out silently when a registry lags, and `npm ci` then fails on the next machine (npm/cli #4828).
 */
import { readFileSync } from "node:fs";
import { z } from "zod";

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({ resolved: z.string().optional(), optionalDependencies: z.record(z.string(), z.string()).optional() }),
  ),
});

function faultsOf(path: string): string[] {
  const { packages } = Lock.parse(JSON.parse(readFileSync(path, "utf8")));
  return Object.entries(packages).flatMap(([place, entry]) => [
    ...(entry.resolved === undefined ? [] : [`${path}: ${place} names an address: remove "resolved"`]),
    ...Object.keys(entry.optionalDependencies ?? {})
      .filter((name) => !(`node_modules/${name}` in packages) && !(`${place}/node_modules/${name}` in packages))
      .map((name) => `${path}: ${place || "the project"} wants ${name}, which is missing: pin an older ${place}`),
  ]);
}

const faults = ["package-lock.json", "launcher/package-lock.json"].flatMap(faultsOf);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
