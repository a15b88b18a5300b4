import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { checkData } from "../almanac/check/check.ts";
import { type Fault, formatFault } from "../almanac/fault.ts";
import { translationFaults } from "../messages/check.ts";
import { coverageFile, coverageOf } from "./coverage.ts";
import { openDesk, settings, todayHere } from "./desk.ts";

/** Prints every fault of the data directory, one a line; false if there is any. */
export function checkDirectory(): boolean {
  const dataDir = settings().dataDirectory;
  const translations = join(dataDir, "translations");
  const ofData = checkData(dataDir, todayHere());
  const faults = [
    ...[...ofData, ...(ofData.length === 0 ? coverageFaults(dataDir) : [])].map(formatFault),
    ...translationFaults(translations).map((fault) => `${translations}: ${fault}`),
  ];
  for (const fault of faults) console.log(fault);
  console.log(faults.length === 0 ? `${dataDir} is in order.` : `${faults.length} to mend.`);
  return faults.length === 0;
}

/** The figures are of the data as it is; they can be known only where all of it can be read. */
function coverageFaults(dataDir: string): readonly Fault[] {
  const file = coverageFile(dataDir);
  const written = existsSync(file) ? readFileSync(file, "utf8") : "";
  if (written === coverageOf(openDesk().almanac)) return [];
  return [{ file, rule: "the figures are not those of the data", cure: "run npm run attache -- coverage --write" }];
}
