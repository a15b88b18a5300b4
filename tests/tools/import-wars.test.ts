import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { importLines, told } from "./lines.ts";

const CODED = { name: "Correlates of War", url: "https://example.org/CorrelatesOfWar/Inter-StateWarData.csv" };
const war = { file: "wars", kind: "war-began" } as const;

describe("wars", () => {
  test("allies are never told as enemies: each row is of two that fought each other", () => {
    const parties = ["FI", "CA", "GB", "AU", "NZ", "SUHH", "ZA", "ET"];
    const imported = importLines([{ ...war, date: "1941-06-25", parties, name: "World War II", source: CODED }]);
    expect(told(imported)).toEqual(["war-began FI SUHH 1941-06-25"]);
  });

  test("all who fought one enemy fought it, not each other", () => {
    const imported = importLines([
      {
        file: "wars",
        kind: "other",
        date: "1956-11-06",
        parties: ["FR", "IL", "EG", "GB"],
        name: "End of fighting: Sinai War",
      },
    ]);
    expect([...told(imported)].sort()).toEqual([
      "fighting-ended FR EG 1956-11-06",
      "fighting-ended GB EG 1956-11-06",
      "fighting-ended IL EG 1956-11-06",
    ]);
  });

  test("the surrender of 8 May 1945 is one instrument, with the four allies", () => {
    const imported = importLines([
      {
        file: "us-relations",
        kind: "other",
        date: "1945-05-08",
        parties: ["DE"],
        name: "German surrender to the Allied powers",
      },
    ]);
    expect(told(imported)).toEqual(["treaty-signed DE FR GB SUHH US 1945-05-08"]);
  });

  test("a war that begins twice within two weeks is one, on the day that is remembered", () => {
    const imported = importLines([
      { ...war, date: "1982-03-25", parties: ["GB", "AR"], name: "Falkland Islands War", source: CODED },
      { ...war, date: "1982-04-02", parties: ["AR", "GB"], name: "Falklands War" },
    ]);
    expect(told(imported)).toEqual(["war-began AR GB 1982-04-02 (1982-03-25)"]);
  });

  test("the first fighting after a declaration of war is no second beginning; before it, it is", () => {
    const declared = { file: "wars", kind: "war-declared", parties: ["US", "DE"], date: "1917-04-06" } as const;
    const fighting = { ...war, parties: ["US", "DE"], name: "World War I", source: CODED };
    expect(told(importLines([declared, { ...fighting, date: "1917-04-17" }]))).toEqual([
      "war-declared US DE 1917-04-06",
    ]);
    expect(told(importLines([declared, { ...fighting, date: "1917-04-05" }]))).toHaveLength(2);
  });

  test("no row of data/ has more than two parties in a war", () => {
    const folder = join(import.meta.dirname, "../../data/events/conflict");
    const many = readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), "utf8")
        .split("\n")
        .filter((line) => /,(war-began|war-declared|fighting-ended),[^, ]+ [^, ]+ [^,]+,/.test(line)),
    );
    expect(many).toEqual([]);
  });
});

describe("a state that joins a war which others had been waging", () => {
  const cow = {
    ...war,
    source: { name: "Correlates of War", url: "https://example.org/CorrelatesOfWar/wars.csv" },
    name: "Ifni War",
  };

  test("enters it: the war did not begin that day", () => {
    const imported = importLines([
      { ...cow, date: "1957-11-21", parties: ["ES", "MA"] },
      { ...cow, date: "1958-02-10", parties: ["MA", "FR"] },
    ]);
    expect([...told(imported)].sort()).toEqual(["war-began ES MA 1957-11-21", "war-entered FR MA 1958-02-10"]);
  });

  test("enters it against one that had itself entered it", () => {
    const imported = importLines([
      { ...cow, date: "1957-11-21", parties: ["ES", "MA"] },
      { ...cow, date: "1958-02-10", parties: ["MA", "FR"] },
      { ...cow, date: "1958-03-10", kind: "war-entered", parties: ["IT", "DZ"] },
      { ...cow, date: "1958-04-01", parties: ["IT", "PT"] },
    ]);
    expect([...told(imported)]).toContain("war-entered PT IT 1958-04-01");
  });

  test("but two that fought others before begin one between them, and so does what another list dates too", () => {
    const imported = importLines([
      { ...cow, date: "1957-11-21", parties: ["ES", "MA"] },
      { ...cow, date: "1957-11-21", parties: ["FR", "DZ"] },
      { ...cow, date: "1958-02-11", parties: ["FR", "MA"] },
      { ...cow, date: "1958-03-10", parties: ["IT", "MA"] },
      {
        ...war,
        source: { name: "Page", url: "https://example.org/page" },
        name: "Ifni War",
        date: "1958-03-10",
        parties: ["IT", "MA"],
      },
    ]);
    expect([...told(imported)].sort()).toEqual([
      "war-began ES MA 1957-11-21",
      "war-began FR DZ 1957-11-21",
      "war-began FR MA 1958-02-11",
      "war-began IT MA 1958-03-10",
    ]);
  });
});
