import { describe, expect, test } from "vitest";
import { importLines, told } from "./lines.ts";

const line = { file: "treaties-gb", kind: "treaty-signed" } as const;

describe("the British list", () => {
  test.each([
    ["1950-07-31", ["GB", "NP"], "Treaty of Peace and Friendship between Nepal and India", "IN NP"],
    ["1931-03-26", ["GB", "IQ"], "Treaty of Friendship between Iraq and the Trans-Jordan", "IQ transjordan"],
    ["1935-04-12", ["GB", "HT"], "Exchange of Notes constituting a Modus Vivendi between Canada and Hayti", "CA HT"],
    [
      "1969-08-01",
      ["GB", "IN"],
      "Agreement between the European Economic Community and the Republic of India",
      "european-communities IN",
    ],
    ["1961-12-09", ["fao", "GB"], "Letters exchanged between the Euratom Commission and the FAO", "euratom fao"],
  ])("%s: what it only registered is a treaty of those who concluded it", (date, parties, name, expected) => {
    const codes = parties.map((party) => (party === "fao" ? "org:fao" : party));
    expect(told(importLines([{ ...line, date, parties: codes, name }]))).toEqual([`treaty-signed ${expected} ${date}`]);
  });

  test.each([
    ["1930-09-03", ["GB", "TR"], "Exchange of Notes regarding Commercial relations between India and Turkey"],
    ["1926-06-05", ["GB", "IQ"], "Treaty regarding the Settlement of the Frontier between Turkey and Iraq"],
    ["1968-10-22", ["GB", "GR"], "Agreement between Greece and the Governments of Australia, Canada, India and others"],
    ["1953-01-22", ["FR", "GB"], "Agreement between the United Kingdom and France on air services to India"],
  ])("%s: what Britain concluded stays its treaty", (date, parties, name) => {
    expect(told(importLines([{ ...line, date, parties, name }]))).toEqual([
      `treaty-signed ${parties.join(" ")} ${date}`,
    ]);
  });
});

describe("agreements of the Community", () => {
  const listed = {
    file: "treaties-environment-trade",
    kind: "treaty-signed",
    parties: ["BE", "DE", "GB", "KR"],
    date: "2010-10-06",
    name: "EC Korea trade agreement",
  } as const;
  const of = (...fields: readonly object[]) => told(importLines([Object.assign({}, listed, ...fields)]));

  test("are of the Community and the one other that the title names, whichever members a depositary lists", () => {
    expect(of()).toEqual(["treaty-signed eu KR 2010-10-06"]);
    expect(of({ name: "EU UK Trade Cooperation Agreement" })).toEqual(["treaty-signed eu GB 2010-10-06"]);
  });

  test("stay as they are where the title names several, nobody among the parties, or no state", () => {
    const stays = ["treaty-signed BE DE GB KR 2010-10-06"];
    expect(of({ name: "EC Korea Germany trade agreement" })).toEqual(stays);
    expect(of({ name: "EC Japan trade agreement" })).toEqual(stays);
    expect(of({ name: "EC Nice trade agreement" })).toEqual(stays);
    expect(of({ name: "EFTA Korea trade agreement" })).toEqual(stays);
  });
});
