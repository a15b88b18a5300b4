import { createRegister, type Register } from "./register.ts";

/** The register of parties of a data directory; empty until data/parties is read. */
export function loadRegister(_dataDir: string): Register {
  return createRegister({ parties: [], lineage: [], aliases: [], translations: new Map() });
}
