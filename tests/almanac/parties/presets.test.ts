import { readFileSync } from "node:fs";
import { csvParse } from "d3-dsv";
import { describe, expect, test } from "vitest";
import { localDate } from "../../../src/almanac/calendar.ts";
import { checkData } from "../../../src/almanac/check/check.ts";
import { DataError } from "../../../src/almanac/fault.ts";
import { openAlmanac } from "../../../src/almanac/open.ts";
import { membersOn } from "../../../src/almanac/parties/membership.ts";
import { openPresets, PRESETS } from "../../../src/almanac/parties/presets.ts";
import { realAlmanac } from "../../digest/real-almanac.ts";
import { edit, fixtureData } from "../../support/data.ts";
import { temporaryFolder } from "../../support/folder.ts";

const almanac = realAlmanac();
const presets = openPresets("data", almanac);
const today = localDate(2026, 11, 22);

describe("groups", () => {
  test.each([
    ["eu", 27],
    ["nato", 32],
    ["asean", 11],
    ["arab-league", 22],
    ["benelux", 3],
    ["g7", 7],
    ["p5", 5],
    ["african-union", 55],
    ["commonwealth", 56],
    ["g20", 19],
    ["mercosur", 6],
    ["brics", 10],
    ["cis", 9],
    ["pacific-islands-forum", 18],
  ] as const)("%s has %d members today", (preset, count) => {
    expect(presets(preset, today)).toHaveLength(count);
  });

  test("those whose members the archive knows follow the date: the United Kingdom has left, Sweden has come", () => {
    expect(presets("eu", localDate(2019, 6, 1))).toContain("GB");
    expect(presets("eu", today)).not.toContain("GB");
    expect(presets("nato", localDate(2023, 6, 1))).not.toContain("SE");
    expect(presets("nato", today)).toContain("SE");
  });

  test("that list members agree with what the archive knows: the same where all are on record, else none besides", () => {
    const listed = csvParse(readFileSync("data/parties/presets.csv", "utf8")).filter(
      ({ organisation, members }) => organisation !== "" && members !== "",
    );
    expect(listed.map(({ preset }) => preset)).toEqual(["african-union", "brics", "cis", "pacific-islands-forum"]);
    for (const { organisation = "", members = "" } of listed) {
      const { items } = almanac.find({ parties: [organisation], kinds: ["joined", "left"] }, { order: "date" });
      const known = [...membersOn(almanac.parties, organisation, today, items)].sort();
      const all = members.split(" ").sort();
      if (almanac.parties.party(organisation)?.members === "complete") expect(known, organisation).toEqual(all);
      else
        expect(
          known.filter((code) => !all.includes(code)),
          organisation,
        ).toEqual([]);
    }
  });

  test("are all of states that there are today, each once", () => {
    for (const preset of PRESETS) {
      const members = presets(preset, today);
      expect(new Set(members).size).toBe(members.length);
      expect(members.length).toBeGreaterThan(2);
      for (const code of members) expect(almanac.parties.party(code)?.type, `${preset} ${code}`).toBe("state");
    }
  });
});

test.each([
  ["benelux,,BE LU NL,", "benelux,,BE LU XX,", /no party has the code "XX"/],
  ["benelux,,BE", "beneluxe,,BE", /"beneluxe" is unknown or twice/],
  ["benelux,,BE LU NL,2026-11-22,", "benelux,,BE LU NL,,", /no date or no source/],
  ["\neu,eu,,,", "\neu,,,,", /neither members nor an organisation/],
])("a wrong line of presets.csv is told by the check, and nothing starts with it: %s", (right, wrong, said) => {
  const folder = fixtureData();
  edit(folder, "parties/presets.csv", (text) => text.replace(right, wrong));
  const faults = checkData(folder, today).map(({ rule }) => rule);
  expect(faults.join("\n")).toMatch(said);
  const open = () => openPresets(folder, openAlmanac(folder, temporaryFolder()));
  expect(open).toThrow(DataError);
});
