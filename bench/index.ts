import { openAlmanac } from "../src/almanac/open.ts";
import { benchFlood, benchLookups, benchStarts } from "./almanac.ts";
import { benchCommands } from "./commands.ts";
import { benchPartySearch } from "./parties.ts";
import { benchStartup } from "./startup.ts";

const DATA = "data";

function print(title: string, rows: readonly (readonly [string, string])[]): void {
  console.log(`\n${title}`);
  for (const [what, figure] of rows) console.log(`  ${what.padEnd(34)} ${figure}`);
}

function ms(value: number): string {
  return `${value.toFixed(value < 100 ? 2 : 0).padStart(7)} ms`;
}

const { cold, built } = benchStarts(DATA, 5);
print("The archive, from the start of the process to the first answer", [
  ["nothing built (target 1500 ms)", `${ms(cold.milliseconds)}  ${cold.megabytes.toFixed(0)} MB resident`],
  [
    "index built before (target 400 ms)",
    `${ms(built.milliseconds)}  ${built.megabytes.toFixed(0)} MB resident (target 150 MB)`,
  ],
]);

const almanac = openAlmanac(DATA, ".attache/cache");
await almanac.prepare();
print(
  `Lookups in ${almanac.size} events (target p99 5 ms); in brackets: each question's fastest round`,
  benchLookups(almanac, 10).map(([sort, times]) => [
    sort,
    `p50 ${ms(times.p50)}  p99 ${ms(times.p99)}  (p99 ${ms(times.p99OfFastest)})`,
  ]),
);

const FLOOD = 10_000;
print("The archive after a flood of questions of all sorts", [
  [`${FLOOD} questions (target 150 MB)`, `${benchFlood(DATA, ".attache/cache", FLOOD).toFixed(0)} MB resident`],
]);

const search = benchPartySearch(DATA, 5);
print("Country autocomplete (target p99 1 ms)", [
  [
    "every beginning of what is typed",
    `p50 ${ms(search.p50)}  p99 ${ms(search.p99)}  (p99 ${ms(search.p99OfFastest)})`,
  ],
]);

for (const [sort, { p50, p99 }, times] of await benchCommands(DATA, 10))
  print(`${sort}, in process (target p50 ${p50} ms, p99 ${p99} ms)`, [
    [
      `${times.questions} interactions`,
      `p50 ${ms(times.p50)}  p99 ${ms(times.p99)}  worst ${ms(times.worst)}  (p99 ${ms(times.p99OfFastest)})`,
    ],
  ]);

const start = await benchStartup(20);
const resident = ({ megabytes }: (typeof start)["cold"]) =>
  megabytes === undefined ? "" : `${megabytes.toFixed(0)} MB resident after 20 s idle`;
print("The bot, from the start of the process until it is ready (connected, commands registered)", [
  ["nothing built", `${ms(start.cold.milliseconds)}  ${resident(start.cold)}`],
  ["index built before", `${ms(start.built.milliseconds)}  ${resident(start.built)}`],
]);

await import("./wave.ts");
