// node launcher/run.mjs bench/index.ts: all parts; with the names of some: only these. With a number: so many servers in a wave (else 400
// in our way, 200 in those of others; the whole one: 10000).
import { openAlmanac } from "../src/almanac/open.ts";
import { benchFlood, benchLookups, benchStarts, type Start } from "./almanac.ts";
import { benchCommands } from "./commands.ts";
import { benchPartySearch } from "./parties.ts";
import { createReport, type Figure, type Report } from "./report.ts";
import { benchStartup, type Startup } from "./startup.ts";
import type { Times } from "./timing.ts";
import { benchNewYear, benchPeers, benchWave } from "./wave.ts";

const DATA = "data";
const CACHE = ".attache/cache";
const FLOOD = 10_000;
/** What the archive may take of memory, in megabytes. */
const RESIDENT = 150;

interface Targets {
  readonly p50?: number;
  readonly p99?: number;
}

/** In brackets of "fastest": each question with its fastest round. */
function figuresOf(times: Times, { p50, p99 }: Targets): readonly Figure[] {
  const ms = (label: string, value: number, most?: number): Figure => {
    return { label, value, unit: "ms", ...(most !== undefined && { most }) };
  };
  return [
    ms("p50", times.p50, p50),
    ms("p99", times.p99, p99),
    ms("worst", times.worst),
    ms("p99 of the fastest rounds", times.p99OfFastest),
  ];
}

function startOf({ milliseconds, megabytes }: Start, most: number): readonly Figure[] {
  return [
    { label: "", value: milliseconds, unit: "ms", most },
    { label: "resident", value: megabytes, unit: "MB", most: RESIDENT },
  ];
}

function startupOf({ milliseconds, megabytes }: Startup): readonly Figure[] {
  const resident: Figure[] =
    megabytes === undefined ? [] : [{ label: "resident after 20 s idle", value: megabytes, unit: "MB" }];
  return [{ label: "", value: milliseconds, unit: "ms" }, ...resident];
}

/** Of a wave where no number is given; the promise is of 10,000, which takes minutes of real time. */
const SERVERS = { wave: 400, newYear: 400, peers: 200 };

const PARTS: Readonly<Record<string, (report: Report, servers: number | undefined) => Promise<void>>> = {
  archive: (report) =>
    report.part("The archive, from the start of the process to the first answer", () => {
      const { cold, built } = benchStarts(DATA, 5);
      return [
        { name: "nothing built", figures: startOf(cold, 1_500) },
        { name: "index built before", figures: startOf(built, 400) },
      ];
    }),
  async lookups(report) {
    const almanac = openAlmanac(DATA, CACHE);
    await almanac.prepare();
    await report.part(`Lookups in ${almanac.size} events`, () =>
      benchLookups(almanac, 10).map(([name, times]) => ({ name, figures: figuresOf(times, { p99: 5 }) })),
    );
  },
  flood: (report) =>
    report.part("The archive after a flood of questions of all sorts", () => [
      {
        name: `${FLOOD} questions`,
        figures: [{ label: "resident", value: benchFlood(DATA, CACHE, FLOOD), unit: "MB", most: RESIDENT }],
      },
    ]),
  countries: (report) =>
    report.part("Country autocomplete", () => [
      { name: "every beginning of what is typed", figures: figuresOf(benchPartySearch(DATA, 5), { p99: 1 }) },
    ]),
  commands: (report) =>
    report.part("Interactions, in process, from the interaction to the response", async () =>
      (await benchCommands(DATA, 10)).map(([name, target, times]) => ({ name, figures: figuresOf(times, target) })),
    ),
  start: (report) =>
    report.part(
      "The bot, from the start of the process until it is ready (connected, commands registered)",
      async () => {
        const { cold, built } = await benchStartup(20);
        return [
          { name: "nothing built", figures: startupOf(cold) },
          { name: "index built before", figures: startupOf(built) },
        ];
      },
    ),
  wave: (report, servers = SERVERS.wave) => benchWave(report, servers),
  "new-year": (report, servers = SERVERS.newYear) => benchNewYear(report, servers),
  peers: (_, servers = SERVERS.peers) => benchPeers(servers),
};

const asked = process.argv.slice(2);
const servers = asked.map(Number).find((number) => number > 0);
const names = asked.filter((word) => !(Number(word) > 0));
const unknown = names.filter((name) => PARTS[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")}; the parts are ${Object.keys(PARTS).join(", ")}.`);
  process.exit(2);
}
const report = createReport(console.log);
for (const [name, part] of Object.entries(PARTS))
  if (names.length === 0 || names.includes(name)) await part(report, servers);
if (report.missed().length > 0) {
  console.error(`\nTargets missed twice:\n${report.missed().join("\n")}`);
  process.exitCode = 1;
}
