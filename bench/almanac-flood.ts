// A process that answers many questions of all sorts and prints what is resident afterwards, in megabytes: arguments are the
// directories of data and cache, and how many questions.
import { openAlmanac } from "../src/almanac/open.ts";
import { flood } from "./almanac.ts";

const [dataDir = "data", cacheDir = ".attache/cache", count = "10000"] = process.argv.slice(2);
const almanac = openAlmanac(dataDir, cacheDir);
await almanac.prepare(); // as the bot does before it connects
flood(almanac, Number(count));
console.log(process.memoryUsage.rss() / 1e6);
