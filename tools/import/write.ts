import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Replaces the folders that the import owns with these files; paths are inside the folder of the data. */
export function writeData(folder: string, files: ReadonlyMap<string, string>): void {
  for (const owned of ["events", "sources"]) rmSync(join(folder, owned), { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
