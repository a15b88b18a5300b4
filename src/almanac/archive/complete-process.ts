// A process that completes the index of a data directory in a cache directory and ends: what an archive that is in use
// would otherwise have to do beside its work, with memory that does not come back.
import { openAlmanac } from "../open.ts";

const [dataDir = "", cacheDir = ""] = process.argv.slice(2);
openAlmanac(dataDir, cacheDir).find({}, { order: "significance", limit: 0 });
