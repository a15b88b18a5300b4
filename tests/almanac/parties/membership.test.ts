import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type Day, parseLocalDate } from "../../../src/almanac/date.ts";
import type { Event } from "../../../src/almanac/event.ts";
import { membersOn } from "../../../src/almanac/parties/membership.ts";
import { register } from "./the-register.ts";

const day = (text: string): Day => {
  const date = parseLocalDate(text);
  if (date === undefined) throw new Error(text);
  return date;
};

function change(kind: Event["kind"], date: string, state: string, organisation: string): Event {
  const source = {
    id: "list",
    name: "A list of members",
    url: "https://example.org/members",
    publisher: "example.org",
  };
  return {
    id: `${state}-${organisation}-${date}-${kind}`.toLowerCase(),
    date: day(date),
    kind,
    parties: [state, organisation],
    namesThen: {},
    people: [],
    first: false,
    otherDates: [],
    sources: [source],
    confidence: "high",
  };
}

const members = (organisation: string, date: string, events: readonly Event[]): readonly string[] =>
  [...membersOn(register, organisation, day(date), events)].sort();

const NATO = [
  change("joined", "1949-04-04", "BE", "nato"),
  change("joined", "1949-04-04", "US", "nato"),
  change("joined", "1952-02-18", "TR", "nato"),
];

test("members are those who joined by the day", () => {
  expect(members("nato", "1949-04-04", NATO)).toEqual(["BE", "US"]);
  expect(members("nato", "1952-02-17", NATO)).toEqual(["BE", "US"]);
  expect(members("nato", "1952-02-18", NATO)).toEqual(["BE", "TR", "US"]);
  expect(members("nato", "1949-04-03", NATO)).toEqual([]);
  expect(members("seato", "1960-01-01", NATO)).toEqual([]);
});

test("who left is no member from that day, and is again after returning", () => {
  const events = [
    change("left", "1962-02-14", "CU", "oas"),
    change("joined", "1902-05-20", "CU", "oas"),
    change("joined", "2009-06-03", "CU", "oas"),
  ];
  expect(members("oas", "1962-02-13", events)).toEqual(["CU"]);
  expect(members("oas", "1962-02-14", events)).toEqual([]);
  expect(members("oas", "2010-01-01", events)).toEqual(["CU"]);
});

test("an organisation that continues another has its members, one into which another merged has not", () => {
  const events = [
    change("joined", "1963-05-25", "EG", "oau"),
    change("joined", "1963-05-25", "MA", "oau"),
    change("left", "1985-11-12", "MA", "oau"),
    change("joined", "1920-01-10", "CH", "league-of-nations"),
  ];
  expect(members("african-union", "2003-01-01", events)).toEqual(["EG"]);
  expect(members("african-union", "1990-01-01", events)).toEqual([]);
  expect(members("oau", "1980-01-01", events)).toEqual(["EG", "MA"]);
  expect(members("oau", "2003-01-01", events)).toEqual([]);
  expect(members("un", "1946-10-24", events)).not.toContain("CH");
});

test("the seat of a party that is no more goes to the one that continues it", () => {
  const events = [
    change("joined", "1957-01-01", "SUHH", "iaea"),
    change("joined", "1957-01-01", "CSHH", "iaea"),
    change("joined", "1963-01-01", "tanganyika", "iaea"),
    change("joined", "1973-01-01", "DDDE", "iaea"),
    change("joined", "1957-01-01", "VDVN", "iaea"),
  ];
  // The other republics, Czechia, Slovakia and a Germany that was there before have to join by themselves.
  expect(members("iaea", "1974-01-01", events)).toEqual(["CSHH", "DDDE", "SUHH", "TZ", "VDVN"]);
  expect(members("iaea", "1995-01-01", events)).toEqual(["RU", "TZ", "VN"]);
});

test("who sat in the place of a member is on record where nobody continues it", () => {
  const events = [change("joined", "1945-10-24", "roc-mainland", "un"), change("joined", "1945-10-24", "SY", "un")];
  expect(members("un", "1949-01-01", events)).toEqual(["SY", "roc-mainland"]);
  expect(members("un", "1960-01-01", events)).toEqual(["TW", "united-arab-republic"]);
  expect(members("un", "1980-01-01", events)).toEqual(["CN", "SY"]);
  expect(members("un", "1945-10-23", events)).toEqual([]);
});

test("a code that was merged into another counts as the other", () => {
  const events = [change("joined", "1973-01-01", "DK", "ec"), change("joined", "1995-01-01", "SE", "eu")];
  expect(members("european-communities", "1980-01-01", events)).toEqual(["DK"]);
  expect(members("eu", "2000-01-01", events)).toEqual(["DK", "SE"]);
});

test("the order of the events does not matter", () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(NATO, { minLength: NATO.length }), (shuffled) => {
      expect(members("nato", "1960-01-01", shuffled)).toEqual(["BE", "TR", "US"]);
    }),
  );
});
