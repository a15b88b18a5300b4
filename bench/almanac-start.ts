// A process that opens the archive, answers one question and says what that took: arguments are the directories of data
// and cache. The clock starts with the process.
import { localDate } from "../src/almanac/calendar.ts";
import { openAlmanac } from "../src/almanac/open.ts";

const [dataDir = "data", cacheDir = ".attache/cache"] = process.argv.slice(2);
const almanac = openAlmanac(dataDir, cacheDir);
const occasions = almanac.occasionsOn(localDate(2026, 6, 25), "02-28").length;
const milliseconds = performance.now();
console.log(JSON.stringify({ milliseconds, megabytes: process.memoryUsage.rss() / 1e6, occasions }));
