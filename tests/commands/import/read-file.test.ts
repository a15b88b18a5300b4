import { describe, expect, test } from "vitest";
import type { Entries, Read } from "../../../commands/import/entry.ts";
import { entriesOf } from "../../../commands/import/read-file.ts";
import { english } from "../../messages/language.ts";

const read = (text: string | Uint8Array) => entriesOf(typeof text === "string" ? Buffer.from(text) : text, english);
const faultIn = (text: string | Uint8Array) => {
  const found = read(text);
  return found.ok ? undefined : found.fault;
};
const entriesIn = (text: string) => valueOf(read(text)).entries;

function valueOf(found: Read<Entries>): Entries {
  if (!found.ok) throw new Error(`it is ${found.fault.kind}`);
  return found.value;
}

const utf16 = (text: string) => Buffer.from(text, "utf16le");

describe("a table", () => {
  test("its columns stand in any order, under any case, and what is not known by name is said", () => {
    const { entries, unknown } = valueOf(read("Notes,TEXT, Date ,colour\nsecret,Name day,25 June,red\n"));
    expect(unknown).toEqual(["Notes", "colour"]);
    expect(entries).toEqual([
      { line: 2, fields: { date: "25 June", text: "Name day", countries: "", kind: "", link: "" }, wrong: [] },
    ]);
  });

  test.each([
    ["commas", 'date,text,countries\n2026-06-25,"one, two",BE\n'],
    ["semicolons, as where the comma is in numbers", "date;text;countries\n2026-06-25;one, two;BE\n"],
    ["tabs, as copied from a spreadsheet", "date\ttext\tcountries\n2026-06-25\tone, two\tBE\n"],
    ["a byte order mark and CRLF", '\uFEFFdate,text,countries\r\n2026-06-25,"one, two",BE\r\n'],
    ["line ends of an old Mac", 'date,text,countries\r2026-06-25,"one, two",BE'],
    ["quotes around all", '"date";"text";"countries"\n"2026-06-25";"one, two";"BE"'],
    ["Excel's own first line", "sep=;\r\ndate;text;countries\r\n2026-06-25;one, two;BE\r\n"],
    ["empty lines", '\n\ndate,text,countries\n,,\n2026-06-25,"one, two",BE\n\n'],
  ])("with %s", (_, text) => {
    expect(entriesIn(text).map(({ fields }) => [fields.date, fields.text, fields.countries])).toEqual([
      ["2026-06-25", "one, two", "BE"],
    ]);
  });

  test("every entry has the line on which it begins, whatever the cells before it hold", () => {
    const text = 'date,text\r\n\r\n2026-06-25,"one\r\ntwo\nthree"\r\n2026-06-26,"say ""hi"""\r\n,\r\n2026-06-27,x';
    expect(entriesIn(text).map(({ line, fields }) => [line, fields.text])).toEqual([
      [3, "one\r\ntwo\nthree"],
      [6, 'say "hi"'],
      [8, "x"],
    ]);
  });

  test("a quote that stays open, or closes too early, is found where it begins, and swallows nothing", () => {
    expect(faultIn('date,text\n1,a\n2,"open\n3,b\n4,c\n')).toEqual({ kind: "quote", line: 3 });
    expect(faultIn('date,text\n1,"a" b\n')).toEqual({ kind: "quote", line: 2 });
    expect(faultIn('date,text\n1,5" guns\n')).toBeUndefined();
  });

  test("a line with more cells than columns is at fault, one with fewer is not", () => {
    const [more, fewer] = entriesIn("date,text,link\n2026-06-25,one,,two\n2026-06-26,x\n");
    expect(more?.wrong).toEqual([{ kind: "cells", cells: 4, columns: 3 }]);
    expect(fewer?.wrong).toEqual([]);
    expect(entriesIn("date,text\n2026-06-25,one,,,\n")[0]?.wrong).toEqual([]);
  });

  test("without a date, without a text or with two dates it is no table of own dates", () => {
    expect(faultIn("day,text\n1,2")).toEqual({ kind: "no-column", field: "date", found: ["day", "text"] });
    expect(faultIn("2026-06-25,Name day")).toMatchObject({ kind: "no-column", field: "date" });
    expect(faultIn("date,countries\n1,2")).toMatchObject({ kind: "no-column", field: "text" });
    expect(faultIn("date,text,Date\n1,2,3")).toMatchObject({ kind: "column-twice", field: "date" });
  });
});

describe("JSON", () => {
  test("a list of objects, each with the line where it begins", () => {
    const text =
      '[\n  {"date": "2026-06-25", "text": "one", "countries": ["BE", "KR"], "link": null},\n\n  {"text":\n"two"}]';
    const { entries, unknown } = valueOf(read(text));
    expect(entries).toEqual([
      { line: 2, fields: { date: "2026-06-25", text: "one", countries: "BE, KR", kind: "", link: "" }, wrong: [] },
      { line: 4, fields: { date: "", text: "two", countries: "", kind: "", link: "" }, wrong: [] },
    ]);
    expect(unknown).toEqual([]);
  });

  test("what is no text, no object and no list is said where it is", () => {
    const wrong = entriesIn('[7, {"date": 20260625, "text": {"a": [1]}, "countries": [["BE"]]}, null, []]');
    expect(wrong.map((entry) => entry.wrong)).toEqual([
      [{ kind: "not-an-object" }],
      [
        { kind: "not-text", field: "date" },
        { kind: "not-text", field: "text" },
        { kind: "not-text", field: "countries" },
      ],
      [{ kind: "not-an-object" }],
      [{ kind: "not-an-object" }],
    ]);
    expect(faultIn('{"date": "2026-06-25"}')).toEqual({ kind: "not-a-list" });
    expect(faultIn('[\n{"date": "2026-06-25",\n"text" "x"}]')).toEqual({ kind: "not-json", line: 3, column: 8 });
  });

  test("a field under two keys, or under one twice, is said where it is: nobody knows which of the two was meant", () => {
    const text =
      '[{"date": "1 May", "Date": "2 May", "text": "x"},\n{"text": "a", "te\\u0078t": "b", "date": "1 May"},\n{"date": "3 May", "text": "y"}]';
    expect(entriesIn(text).map(({ line, wrong }) => [line, wrong])).toEqual([
      [1, [{ kind: "twice", field: "date" }]],
      [2, [{ kind: "twice", field: "text" }]],
      [3, []],
    ]);
    expect(entriesIn('[{"date": "1 May", "text": "x", "note": {"date": "2 May", "text": "y"}}]')[0]?.wrong).toEqual([]);
  });

  test("names that mean something to JavaScript mean nothing here", () => {
    const text = '[{"__proto__": {"text": "evil"}, "constructor": "x", "toString": "y", "date": "2026-06-25"}]';
    const { entries, unknown } = valueOf(read(text));
    expect(unknown).toEqual(["__proto__", "constructor", "toString"]);
    expect(entries[0]?.fields.text).toBe("");
    expect(({} as { text?: string }).text).toBeUndefined();
  });

  test("a million brackets are no stack to overflow", () => {
    expect(faultIn("[".repeat(1_000_000))?.kind).toBe("not-json");
    expect(faultIn(`{"a":${"[".repeat(300_000)}${"]".repeat(300_000)}}`)?.kind).toBe("not-a-list");
    expect(entriesIn(`[${"[".repeat(300_000)}${"]".repeat(300_000)}]`)).toHaveLength(1);
  });
});

describe("what is no UTF-8 text is told by what it is", () => {
  test.each([
    ["UTF-16 with its mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16("date,text\n")]), { kind: "utf-16" }],
    ["UTF-16 the other way round", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16("x").swap16()]), { kind: "utf-16" }],
    ["UTF-16 without a mark", utf16("date,text\n2026-06-25,Fête\n"), { kind: "utf-16" }],
    ["Latin-1", Buffer.from("date,text\nx,y\n2026-06-25,F\u00EAte\n", "latin1"), { kind: "not-utf-8", line: 3 }],
    ["NUL", Buffer.from("date,text\n2026-06-25,a\u0000b and much more text\n"), { kind: "binary" }],
    ["an .xlsx file", Buffer.from("PK\u0003\u0004\u0014\u0000"), { kind: "spreadsheet" }],
    ["an .xls file", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), { kind: "spreadsheet" }],
    ["nothing", Buffer.from("\uFEFF \r\n"), { kind: "empty" }],
    ["no byte", Buffer.alloc(0), { kind: "empty" }],
  ])("%s", (_, bytes, fault) => expect(faultIn(bytes)).toEqual(fault));
});

test("500 entries are read, one more is too many, and so are 10,000", () => {
  const table = (count: number) => `date,text\n${"2026-06-25,x\n".repeat(count)}`;
  const list = (count: number) => `[${Array.from({ length: count }, () => "{}").join()}]`;
  for (const of of [table, list]) {
    expect(entriesIn(of(500))).toHaveLength(500);
    expect(faultIn(of(501))).toEqual({ kind: "too-many", count: 501 });
    expect(faultIn(of(10_000))).toEqual({ kind: "too-many", count: 10_000 });
  }
});

/** Each a megabyte, which is as much as is ever read. */
test.each([
  ["one long text", `date,text\n2026-06-25,${"a".repeat(1_000_000)}`, undefined],
  ["one long text of quotes", `date,text\n2026-06-25,"${'""'.repeat(500_000)}"`, undefined],
  ["quotes that stay open", `date,text\n2026-06-25,"${'""'.repeat(500_000)}`, "quote"],
  ["nothing but cells", ",".repeat(1_000_000), "overfull"],
  ["nothing but columns", `date,text${",x".repeat(190_000)}`, undefined],
  ["nothing but empty lines", `date,text\n${"\n".repeat(1_000_000)}`, "overfull"],
  ["more lines than anybody has", `date,text\n${"a,b\n".repeat(90_000)}`, "too-many"],
  ["nothing but brackets", "[".repeat(1_000_000), "not-json"],
  ["objects without end", `[${"{},".repeat(300_000)}{}]`, "too-many"],
  ["one object of many keys", `[{${Array.from({ length: 90_000 }, (_, at) => `"k${at}":1`).join()}}]`, undefined],
])("%s: read or refused in good time", (_, text, fault) => {
  const start = process.cpuUsage();
  expect(faultIn(text)?.kind).toBe(fault);
  expect(process.cpuUsage(start).user / 1_000).toBeLessThan(1_500);
});
