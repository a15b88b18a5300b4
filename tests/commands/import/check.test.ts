import { assert, property, string, uint8Array } from "fast-check";
import { expect, test } from "vitest";
import { fileFaultText } from "../../../commands/import/fault-text.ts";
import { entriesOf } from "../../../commands/import/read-file.ts";
import type { OwnEventContent } from "../../../src/almanac/own-event.ts";
import { register } from "../../almanac/parties/the-register.ts";
import { english } from "../../messages/language.ts";
import { checkAll } from "./check-all.ts";

const reading = {
  parties: register,
  today: { precision: "day", year: 2026, month: 6, day: 25 },
  language: english,
} as const;

function check(text: string, present: readonly OwnEventContent[] = []) {
  const read = entriesOf(Buffer.from(text), english);
  if (!read.ok) throw new Error(fileFaultText(read.fault, english));
  return checkAll(read.value.entries, present, reading);
}

const faultsOf = (...rows: string[]) =>
  check(["date,text,countries,kind,link", ...rows].join("\n")).faults.map(
    ({ line, field, text }) => `${line} ${field ?? "-"}: ${text}`,
  );
const oneFault = (row: string) => faultsOf(row).join("\n");

test("what is right is read as the commands read it", () => {
  const rows = [
    '25 August 1992,One,"Belgium; South Korea, KZ",Treaty signed,example.org/a',
    "25 August,Two,🇧🇪,name day,",
    "XXXX-02-29,Three,NATO,,https://example.org/",
    "31/12/1999,Four,,relations-established,",
    "25.08.1992,Five,Soviet Union,,",
  ];
  const { right, faults, wrong } = check(["date,text,countries,kind,link", ...rows].join("\n"));
  expect({ faults, wrong }).toEqual({ faults: [], wrong: 0 });
  const day = (year: number, month: number, of: number) => ({ precision: "day", year, month, day: of });
  expect(right).toEqual([
    {
      date: day(1992, 8, 25),
      text: "One",
      parties: ["BE", "KR", "KZ"],
      kind: "treaty-signed",
      link: "https://example.org/a",
    },
    {
      date: { precision: "every-year", month: 8, day: 25 },
      text: "Two",
      parties: ["BE"],
      kind: "name day",
      link: undefined,
    },
    {
      date: { precision: "every-year", month: 2, day: 29 },
      text: "Three",
      parties: ["nato"],
      kind: undefined,
      link: "https://example.org/",
    },
    { date: day(1999, 12, 31), text: "Four", parties: [], kind: "relations-established", link: undefined },
    { date: day(1992, 8, 25), text: "Five", parties: ["SUHH"], kind: undefined, link: undefined },
  ]);
});

test("every part that is wrong is said at once, with its line and what would be right", () => {
  expect(faultsOf("2026-06-25,fine", "", "31 June,,Belgum,,ftp://example.org", "tomorrow week,x")).toEqual([
    expect.stringMatching(/^4 date: .*June.*30/),
    "4 text: The text is empty: write what the day is about.",
    expect.stringMatching(/^4 countries: .*“Belgum”.*Belgium \(BE\)/),
    expect.stringMatching(/^4 link: .*https:\/\//),
    expect.stringMatching(/^5 date: /),
  ]);
});

test("a date that may be two is not guessed at", () => {
  expect(oneFault("03/04/1992,x")).toBe(
    "2 date: “03/04/1992” may be 3 April 1992 or 4 March 1992: write 1992-04-03 or 1992-03-04.",
  );
  expect(oneFault("03/04,x")).toContain(
    "may be 3 April, every year or 4 March, every year: write XXXX-04-03 or XXXX-03-04.",
  );
  expect(oneFault("Friday,x")).toContain("write the date itself, such as 2026-06-26.");
  expect(oneFault("tomorrow,x")).toContain("such as 2026-06-26.");
  expect(oneFault("25,x")).toContain("such as 2026-06-25.");
  expect(oneFault("04/04/1992,x")).toBe("");
  expect(oneFault("1 May,x")).toBe("");
  expect(oneFault(",x")).toContain("The date is empty");
});

test("a country that is not one for sure is a fault with what comes near", () => {
  expect(oneFault("2026-06-25,x,Korea")).toMatch(/“Korea”.*\((KR|KP)\).*\((KR|KP)\)/);
  expect(oneFault("2026-06-25,x,qqqq")).toContain("is called “qqqq”");
  expect(oneFault(`2026-06-25,x,"${"BE,".repeat(30)}FR"`)).toBe("");
  const eleven = ["AD", "AE", "AF", "AG", "AL", "AM", "AO", "AR", "AT", "AU", "AZ"];
  expect(oneFault(`2026-06-25,x,"${eleven.join()}"`)).toMatch(/11 countries.*10/);
});

test("what is said twice in a file is wrong the second time, what the server has already is left out", () => {
  const text =
    'date,text,countries\n1992-08-25,One,"BE,KR"\n25 August 1992, One ,"South Korea, Belgium"\n1992-08-26,One,\n';
  const { right, faults, wrong } = check(text);
  expect(right.map(({ date }) => date.day)).toEqual([25, 26]);
  expect(faults).toEqual([{ line: 3, text: "This says the same as line 2: take one of them out." }]);
  expect(wrong).toBe(1);
  expect(check(text, right)).toMatchObject({ right: [], already: 2, wrong: 1 });
});

test("numbers, depth and length of any size are faults and nothing else", () => {
  const huge = "9".repeat(300);
  expect(oneFault(`${huge},x`)).toMatch(/^2 date: /);
  expect(oneFault(`2026-06-25,${"x".repeat(2_001)}`)).toContain("2,001 characters");
  expect(oneFault(`2026-06-25,${"x".repeat(201)}`)).toMatch(/201.*200/);
  expect(oneFault(`2026-06-25,x,,,https://example.org/${"a".repeat(300)}`)).toMatch(/320.*300/);
  expect(oneFault("9999-12-31,x")).toContain("9999");
  expect(check(`[{"date": ${huge}, "text": {"text": ["x"]}}]`).faults.map(({ field }) => field)).toEqual([
    "date",
    "text",
  ]);
});

test("right-to-left marks, controls and what hides are cleaned away, mentions and markdown stay the text that they are", () => {
  const [event] = check(
    '[{"date": "2026-06-25", "text": "a\\u202Eb\\u0007c @everyone <@123456789012345678> **x**\\u200B"}]',
  ).right;
  expect(event?.text).toBe("ab c @everyone <@123456789012345678> **x**");
});

test("whatever the bytes are, there is an answer", () => {
  const answered = (bytes: Uint8Array): void => {
    const read = entriesOf(bytes, english);
    if (read.ok) checkAll(read.value.entries, [], reading);
    else expect(fileFaultText(read.fault, english)).not.toBe("");
  };
  assert(property(uint8Array({ maxLength: 400 }), answered));
  assert(property(string({ unit: "binary" }), (text) => answered(Buffer.from(`date;text;countries\n${text}`))));
  assert(property(string({ unit: "binary" }), (text) => answered(Buffer.from(`[{"date":"${text}","text":"x"}]`))));
});
