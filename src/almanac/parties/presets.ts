import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Almanac } from "../almanac.ts";
import { readTable } from "../csv.ts";
import type { LocalDate } from "../date.ts";
import { DataError, type Fault } from "../fault.ts";
import type { PartyCode } from "../party.ts";
import { membersOn } from "./membership.ts";
import type { Register } from "./register.ts";

/** Groups of states that people follow as a whole. */
export const PRESETS = [
  "africa",
  "african-union",
  "americas",
  "arab-league",
  "asean",
  "asia",
  "baltics",
  "benelux",
  "brics",
  "cis",
  "commonwealth",
  "eu",
  "europe",
  "g20",
  "g7",
  "mercosur",
  "nato",
  "nordics",
  "oceania",
  "p5",
  "pacific-islands-forum",
] as const;
export type Preset = (typeof PRESETS)[number];

/** A group that was chosen as a whole, and its members as they were then. */
export interface ChosenPreset {
  readonly preset: Preset;
  readonly members: readonly PartyCode[];
}

/** The states of a preset on a date, in the order of their codes. */
export type Presets = (preset: Preset, date: LocalDate) => readonly PartyCode[];

export function isPreset(text: string): text is Preset {
  return PRESETS.some((preset) => preset === text);
}

interface PresetRow {
  readonly organisation: PartyCode;
  /** Empty where the archive knows every member by the events of its joining and leaving. */
  readonly members: readonly PartyCode[];
}

const COLUMNS = ["preset", "organisation", "members", "as_of", "source"];

/** Reads data/parties/presets.csv; members that it does not list are computed from the archive. Throws DataError on what is wrong in it. */
export function openPresets(dataDir: string, almanac: Pick<Almanac, "parties" | "find">): Presets {
  const faults: Fault[] = [];
  const rows = readPresets(dataDir, almanac.parties, faults);
  if (faults.length > 0) throw new DataError(faults);
  return (preset, date) => {
    const { organisation = "", members: listed = [] } = rows.get(preset) ?? {};
    if (listed.length > 0) return listed;
    const { items } = almanac.find({ parties: [organisation], kinds: ["joined", "left"] }, { order: "date" });
    const members = [...membersOn(almanac.parties, organisation, date, items)];
    return members.filter((code) => almanac.parties.party(code)?.type === "state").sort();
  };
}

/** Reads data/parties/presets.csv, by preset; what is wrong is reported. Throws where the file cannot be read. */
export function readPresets(
  dataDir: string,
  parties: Pick<Register, "party">,
  faults: Fault[],
): ReadonlyMap<string, PresetRow> {
  const file = join(dataDir, "parties", "presets.csv");
  const rows = new Map<string, PresetRow>();
  for (const { line, cells } of readTable(file, readFileSync(file, "utf8"), COLUMNS, faults)) {
    const [preset = "", organisation = "", listed = "", asOf = "", source = ""] = cells;
    const members = listed.split(" ").filter((code) => code !== "");
    const fault = (rule: string, cure: string) => faults.push({ file, line, rule, cure });
    if (!isPreset(preset) || rows.has(preset))
      fault(`"${preset}" is unknown or twice`, `make it one of ${PRESETS.join(", ")}, each once`);
    for (const code of [...members, ...(organisation === "" ? [] : [organisation])])
      if (parties.party(code) === undefined) fault(`no party has the code "${code}"`, "correct it, or add the party");
    if (members.length === 0 && organisation === "")
      fault("it has neither members nor an organisation", "list the members, or name the organisation whose they are");
    if (members.length > 0 && (asOf === "" || !URL.canParse(source)))
      fault("its members have no date or no source", "say of which day they are, and where that can be read");
    rows.set(preset, { organisation, members });
  }
  for (const preset of PRESETS)
    if (!rows.has(preset)) faults.push({ file, rule: `${preset} is missing`, cure: "add its line" });
  return rows;
}
