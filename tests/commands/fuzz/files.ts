import type { FileRead, GivenFile } from "../../../commands/command.ts";
import { hostileText } from "./hostile.ts";
import type { Random } from "./random.ts";

/** A file as an interaction brings it (resources/message, "Attachment Object"). */
export interface Attached {
  readonly id: string;
  readonly filename: string;
  readonly size: number;
  readonly url: string;
}

/** What somebody may attach to /events import: tables and lists of what people type, cut, glued, or no text at all. */
export function hostileFile(random: Random): Uint8Array {
  const delimiter = random.oneOf([",", ";", "\t"]);
  const quoted = (text: string) => (random.chance(0.8) ? `"${text.replaceAll('"', '""')}"` : text);
  const cell = () =>
    quoted(random.chance(0.5) ? random.oneOf(["25 June", "1992-08-25", "BE, KR", "visit"]) : hostileText(random));
  const rows = Array.from({ length: random.below(30) }, () =>
    Array.from({ length: random.below(7) }, cell).join(delimiter),
  );
  const header = random.oneOf([
    "date,text,countries,kind,link",
    "text,date",
    "date,text,__proto__,<@1>",
    hostileText(random),
  ]);
  const table = [header.replaceAll(",", delimiter), ...rows].join(random.oneOf(["\n", "\r\n", "\r"]));
  const object = () => ({
    date: "25 June",
    text: hostileText(random),
    [hostileText(random)]: random.below(9),
    countries: [hostileText(random)],
  });
  const list = JSON.stringify(Array.from({ length: random.below(20) }, object));
  const text = random.oneOf([
    table,
    table,
    list,
    list.slice(0, random.below(list.length + 1)),
    "[".repeat(9_999),
    `${table}"`,
  ]);
  const encoding = random.oneOf(["utf8", "utf8", "utf8", "utf8", "utf16le", "latin1"] as const);
  return Buffer.from(`${text} `, encoding);
}

/** So many files there are to attach. */
export const FILES = 40;

/** Files that a process without a network can attach and read. */
export function madeUpFiles(random: Random): {
  readonly files: readonly [Attached, ...Attached[]];
  readonly readFile: (file: GivenFile, mostBytes: number) => Promise<FileRead>;
} {
  const contents = new Map(
    Array.from({ length: FILES }, (_, at) => [`https://cdn.discordapp.com/${at}`, hostileFile(random)]),
  );
  const files = [...contents].map(([url, { byteLength }], at) => ({
    id: `90000000000000${1_000 + at}`,
    filename: hostileText(random).slice(0, 100),
    size: byteLength,
    url,
  }));
  const [first, ...rest] = files;
  if (first === undefined) throw new Error("no files");
  return {
    files: [first, ...rest],
    readFile({ url }) {
      const bytes = contents.get(url);
      return Promise.resolve(bytes === undefined ? { outcome: "gone" } : { outcome: "read", bytes });
    },
  };
}
