import { join } from "node:path";
import { checkData } from "../almanac/check/check.ts";
import { formatFault } from "../almanac/fault.ts";
import { translationFaults } from "../messages/check.ts";

/** Prints every fault of a data directory, one a line; false if there is any. */
export function checkDirectory(dataDir: string): boolean {
  const translations = join(dataDir, "translations");
  const faults = [
    ...checkData(dataDir).map(formatFault),
    ...translationFaults(translations).map((fault) => `${translations}: ${fault}`),
  ];
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? `${dataDir} is in order.` : `${faults.length} faults.`);
  return faults.length === 0;
}
