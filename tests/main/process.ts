import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { DAYS_OF_YEAR, localDate } from "../../src/almanac/calendar.ts";
import { formatDate } from "../../src/almanac/date.ts";
import { JUDGED } from "../support/data.ts";

/** A data directory of few facts, so that a process starts at once; and a folder for what it writes. */
export interface Place {
  readonly folder: string;
  readonly data: string;
  readonly database: string;
}

export function createPlace(): Place {
  const folder = mkdtempSync(join(tmpdir(), "attache-"));
  const data = join(folder, "data");
  for (const part of ["parties", "zones", "translations", "publishers.csv", "redirects.csv", ...JUDGED])
    cpSync(join("data", part), join(data, part), { recursive: true });
  // no event and no page here is one that these name
  write(join(data, "usual-names.csv"), ["name,events"]);
  for (const table of ["pages", "renowned"]) {
    const [header = ""] = readFileSync(join("data/significance", `${table}.csv`), "utf8").split("\n");
    write(join(data, "significance", `${table}.csv`), [header]);
  }
  write(join(data, "sources/test.csv"), ["id,name,url", "test,A source,https://example.org/"]);
  write(join(data, EVENTS), [
    "id,date,end,kind,parties,names_then,name,people,place,rank,first,note,other_dates,sources,confidence",
    ...DAYS_OF_YEAR.map(({ month, day }) => {
      const date = formatDate(localDate(1960, month, day));
      return `be-fr-${date}-treaty-signed,${date},,treaty-signed,BE FR,,,,,,,,,test,`;
    }),
  ]);
  return { folder, data, database: join(folder, "attache.sqlite") };
}

/** The only file of events: a treaty of Belgium and France on each day of 1960, so that no test hangs on today's date. */
export const EVENTS = "events/treaties/be.csv";

function write(path: string, lines: readonly string[]): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${lines.join("\n")}\n`);
}

export function removePlace({ folder }: Place): void {
  rmSync(folder, { recursive: true, force: true });
}

/** The last words of a process that cannot go on, which are one line of the log. */
export function lastWords(output: string): string {
  const lines = output.trimEnd().split("\n");
  const { level, msg } = z
    .object({ level: z.string(), time: z.number(), msg: z.string() })
    .parse(JSON.parse(lines.at(-1) ?? ""));
  if (level !== "fatal") throw new Error(`the last line is no fatal one: ${output}`);
  return msg;
}

export interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Resolves once the output matches; rejects when the process has ended without it. */
  readonly says: (pattern: RegExp) => Promise<RegExpExecArray>;
  readonly ended: Promise<number | null>;
}

/** What the launcher sets for every process: the code is compiled once, not at each of these starts. */
const COMPILED = { NODE_COMPILE_CACHE: join(process.cwd(), ".attache/compiled") };

/** Starts src/main.ts as a process of its own, with nothing but these settings in its environment. */
export function start(place: Place, settings: Readonly<Record<string, string>>): Started {
  const usual = { DATA_DIRECTORY: place.data, DATABASE_URL: place.database, PLAYGROUND_PORT: "0", TZ: "UTC" };
  const child = spawn(process.execPath, ["src/main.ts"], {
    env: { ...COMPILED, ...usual, ...settings },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners = new Set<() => void>();
  const heard = (chunk: Buffer) => {
    output += chunk.toString();
    for (const listener of listeners) listener();
  };
  child.stdout.on("data", heard);
  child.stderr.on("data", heard);
  const ended = new Promise<number | null>((resolve) => child.on("close", (code) => resolve(code)));
  const says = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const look = () => {
        const found = pattern.exec(output);
        if (found) resolve(found);
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without saying ${String(pattern)}:\n${output}`)));
    });
  return { child, output: () => output, says, ended };
}
