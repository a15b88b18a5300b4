import { existsSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder and those above it that are missing. One by one: Node's own recursive way never ends where a folder that is there
 * takes no other (/proc). Throws as mkdir does.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    // another process may have made it at the same moment
    if (!existsSync(folder)) throw error;
  }
}
