import { join } from "node:path";
import type { Almanac } from "../almanac/almanac.ts";
import { DataError } from "../almanac/fault.ts";
import { openAlmanac } from "../almanac/open.ts";
import { openPresets, type Presets } from "../almanac/parties/presets.ts";
import { openPlaces, type Places } from "../almanac/places.ts";
import { EXIT, Fatal } from "../fatal.ts";
import { type Catalogue, openCatalogue } from "../messages/catalogue.ts";

/** All that data/ holds. */
export interface Archive {
  readonly almanac: Almanac;
  readonly catalogue: Catalogue;
  readonly presets: Presets;
  readonly places: Places;
}

/**
 * Opens the facts and the texts of a data directory; their index is cached in another one, which may be deleted at any time.
 * Throws Fatal, with file and line, where they cannot be read.
 */
export function openArchive(dataDirectory: string, cacheDirectory: string): Archive {
  try {
    const almanac = openAlmanac(dataDirectory, cacheDirectory);
    const catalogue = openCatalogue(join(dataDirectory, "translations"), almanac.parties, (code) =>
      almanac.partyCount(code),
    );
    return { almanac, catalogue, presets: openPresets(dataDirectory, almanac), places: openPlaces(dataDirectory) };
  } catch (error) {
    if (error instanceof DataError)
      throw new Fatal(`The data cannot be read; put this right and start again:\n${error.message}`, EXIT.mend);
    if (error instanceof Error && "code" in error && "path" in error)
      throw new Fatal(
        `The facts in ${dataDirectory} cannot be read (${error.message}). Start Attaché in its own folder, or correct DATA_DIRECTORY.`,
        EXIT.mend,
      );
    throw error;
  }
}
