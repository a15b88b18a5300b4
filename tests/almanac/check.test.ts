import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { edit, fixtureData } from "../support/data.ts";
import { KAZINFORM, line, messages, PAGES, RELATIONS, swap, VISITS } from "./checked.ts";

test("the fixture is in order", () => {
  expect(messages(fixtureData())).toEqual([]);
});

test("a line saved in another encoding is told, and what is right beside it is not", () => {
  const folder = fixtureData();
  const file = join(folder, VISITS);
  const lines = readFileSync(file, "utf8").split("\n");
  const place = Buffer.from(`${lines[1]?.replace(/Minsk|Brussels/u, "Li\u00E8ge")}\n`, "latin1");
  writeFileSync(file, Buffer.concat([Buffer.from(`${lines[0]}\n`), place, Buffer.from(lines.slice(2).join("\n"))]));
  expect(messages(folder)).toEqual([
    `${VISITS}:2: the line is not UTF-8 - save the file in UTF-8, then write its letters anew`,
  ]);
});

const KZ = "be-kz-1992-08-25-relations-established";

test.each<[string, string, (text: string) => string, string]>([
  [
    "a day that does not exist",
    RELATIONS,
    line(KZ, swap(",1992-08-25,", ",1992-02-30,")),
    `${RELATIONS}:5: no such date as "1992-02-30" - write a day that exists as 1992-08-25, a month as 1992-08, a year as 1992`,
  ],
  [
    "another day than the id says",
    RELATIONS,
    line(KZ, swap(",1992-08-25,", ",1992-08-26,")),
    `${RELATIONS}:5: the id is "${KZ}" - make it be-kz-1992-08-26-relations-established, as the row says, and redirect the old id in data/redirects.csv if it was published`,
  ],
  [
    "an unknown code",
    RELATIONS,
    line(KZ, swap(",BE KZ,", ",BE KQ,")),
    `${RELATIONS}:5: unknown code "KQ" - use a code of data/parties, did you mean "AQ"?`,
  ],
  [
    "an unknown kind",
    RELATIONS,
    line(KZ, swap(",relations-established,", ",relation-established,")),
    `${RELATIONS}:5: unknown kind "relation-established" - use a kind of src/almanac/kind.ts, did you mean "relations-established"?`,
  ],
  [
    "the same row twice",
    RELATIONS,
    line(KZ, (row) => `${row}\n${row}`),
    `${RELATIONS}:6: this is the same fact as in ${RELATIONS}:5 - keep one row, with the sources of both`,
  ],
  [
    "one id for two facts",
    VISITS,
    line("ru-be-1994-05-26-visit", (row) => `${row}\n${row.replace("Pavel Grachev", "Boris Yeltsin")}`),
    `${VISITS}:8: the id "ru-be-1994-05-26-visit" is also in ${VISITS}:7 - end this one in -2, or in the next free number`,
  ],
  [
    "no source",
    VISITS,
    line("kz-be-2021-11-visit", swap(`,${KAZINFORM},`, ",,")),
    `${VISITS}:9: no source - write the ids of its sources in data/sources`,
  ],
  [
    "an unknown source",
    VISITS,
    line("kz-be-2021-11-visit", swap("kazinform-18", "kazinform-19")),
    `${VISITS}:9: unknown source "${KAZINFORM.replace("18", "19")}" - add it to data/sources, or use an id from there, did you mean "${KAZINFORM}"?`,
  ],
  [
    "a stray column",
    VISITS,
    line("kz-be-2021-11-visit", (row) => `${row},`),
    `${VISITS}:9: 16 cells where the header has 15 columns - add or take away commas; put a field that holds a comma in "quotation marks"`,
  ],
  [
    "a missing column",
    PAGES,
    swap("id,name,url", "id,url"),
    `${PAGES}:1: the columns are "id,url" - make the first line id,name,url`,
  ],
  [
    "an open quotation mark",
    VISITS,
    line("kz-be-2021-11-visit", swap(",Brussels,", ',"Brussels,')),
    `${VISITS}:9: a quotation mark is not closed on this line - close it, write " inside a field as "", keep a row on one line`,
  ],
  [
    "an end before the start",
    VISITS,
    line("ru-be-1992-03-08-visit", swap("1992-03-11", "1992-03-01")),
    `${VISITS}:2: it ends on 1992-03-01 and starts on 1992-03-08 - write the last day, or leave the end empty for a single day`,
  ],
  [
    "a state that was no more",
    RELATIONS,
    line("be-suhh", (row) => row.replaceAll("1935-06-12", "2005-06-12")),
    `${RELATIONS}:3: "SUHH" did not exist on 2005-06-12 - name the party of that time, correct the date, or correct its years in data/parties`,
  ],
  [
    "a row in the file of another kind",
    RELATIONS,
    line("be-kz", (row) => row.replaceAll("relations-established", "treaty-signed")),
    `${RELATIONS}:5: the row is in the wrong file - move it to treaties/be.csv, or to such a file of a collection`,
  ],
  [
    "rows out of order",
    RELATIONS,
    (text) => text.replace(/^(be-suhh.*\n)(be-ru.*\n)/m, "$2$1"),
    `${RELATIONS}:3: the row is out of order - order the rows of a file by date, then by id`,
  ],
  [
    "stray spaces",
    VISITS,
    line("kz-be-2021-11-visit", swap(",Brussels,", ",Brussels ,")),
    `${VISITS}:9: stray spaces in "Brussels " - take out spaces at the ends, and doubled ones inside`,
  ],
  [
    "an empty line",
    VISITS,
    line("kz-be-2021-11-visit", (row) => `\n${row}`),
    `${VISITS}:9: the line is empty - delete it`,
  ],
  [
    "a file as Windows saves it",
    VISITS,
    (text) => text.replaceAll("\n", "\r\n"),
    `${VISITS}:1: the lines end as on Windows (CR LF) - save it as plain UTF-8 with LF line ends`,
  ],
  [
    "a byte-order mark",
    VISITS,
    (text) => `\uFEFF${text}`,
    `${VISITS}:1: the file begins with a byte-order mark - save it as plain UTF-8 with LF line ends`,
  ],
  [
    "a day still to come",
    VISITS,
    (text) => `${text}kz-be-2099-11-visit,2099-11,,visit,KZ BE,,,,,,,,,${KAZINFORM},\n`,
    `${VISITS}:12: 2099-11 is still to come - correct the date: data/ holds what has happened`,
  ],
  [
    "a row far from its place",
    RELATIONS,
    (text) => text.replace(/^(.*\n)([^]*\n)(.*\n)$/, "$1$3$2"),
    `${RELATIONS}:2: the row is out of order - order the rows of a file by date, then by id`,
  ],
  [
    "no source where another had none",
    RELATIONS,
    line(KZ, (row) => row.replace(/,[^,]*,$/, ",,")),
    `${RELATIONS}:5: no source - write the ids of its sources in data/sources`,
  ],
  [
    "Windows line ends",
    VISITS,
    line("kz-be-2021-11-visit", (row) => `${row}\r`),
    `${VISITS}:9: the line ends as on Windows (CR LF) - save the file with LF line ends`,
  ],
  [
    "no line break at the end",
    VISITS,
    (text) => text.trimEnd(),
    `${VISITS}:11: the last line does not end with a line break - end the file with a single line break`,
  ],
  [
    "another date that is the same",
    RELATIONS,
    line(KZ, swap(",1992-08-18,", ",1992-08-25,")),
    `${RELATIONS}:5: 1992-08-25 is given twice - keep in other_dates only what other sources say`,
  ],
  [
    "an unknown confidence",
    RELATIONS,
    line(KZ, (row) => `${row}medum`),
    `${RELATIONS}:5: unknown confidence "medum" - leave it empty for high, else write medium or low`,
  ],
  [
    "a source that nobody uses",
    PAGES,
    (text) => `${text}zzz,Nobody,https://example.org/\n`,
    `${PAGES}:12: no event uses the source "zzz" - delete the row, or name it in an event`,
  ],
  [
    "a source without an address",
    PAGES,
    line(KAZINFORM, swap("https://", "")),
    `${PAGES}:4: "www.inform.kz/en/kazakhstan-belgium-political-consultations-confirm-commitment-to-strengthening-cooperation_a3991674" is no address - write an address that begins with https:// or http://`,
  ],
  [
    "a redirect to nothing",
    "redirects.csv",
    swap(",be-korean-empire-1901-03-23-treaty-signed", ",be-korean-empire-1901-03-24-treaty-signed"),
    'redirects.csv:2: no event has the id "be-korean-empire-1901-03-24-treaty-signed" - redirect to the id of an event, did you mean "be-korean-empire-1901-03-23-treaty-signed"?',
  ],
  [
    "a redirect to a redirect",
    "redirects.csv",
    (text) => `${text}be-korea-treaty,be-korea-1901-03-23-treaty-signed\n`,
    'redirects.csv:3: "be-korea-1901-03-23-treaty-signed" is itself redirected, in redirects.csv:2 - redirect to be-korean-empire-1901-03-23-treaty-signed',
  ],
  [
    "a redirect from an event",
    "redirects.csv",
    (text) => `${text}${KZ},be-ru-1991-12-27-recognition\n`,
    `redirects.csv:3: "${KZ}" is the id of an event - delete the redirect, or give the event another id`,
  ],
  [
    "a redirect from nothing",
    "redirects.csv",
    (text) => `${text},${KZ}\n`,
    "redirects.csv:3: there is no id to redirect - write the id that the event once had",
  ],
  [
    "names_then where no party is left",
    RELATIONS,
    line(KZ, swap(",BE KZ,,", ",,BE=Belgium,")),
    `${RELATIONS}:5: no party - write the codes of the parties, separated by a space`,
  ],
])("%s gives one message", (_, file, change, expected) => {
  const folder = fixtureData();
  edit(folder, file, change);
  expect(messages(folder)).toEqual([expected]);
});

test("an empty line among the events is not the event that a redirect without an aim leads to", () => {
  const folder = fixtureData();
  edit(
    folder,
    RELATIONS,
    line(KZ, (text) => `\n${text}`),
  );
  edit(folder, "redirects.csv", swap(",be-korean-empire-1901-03-23-treaty-signed", ","));
  expect(messages(folder)).toEqual([
    `${RELATIONS}:5: the line is empty - delete it`,
    'redirects.csv:2: no event has the id "" - redirect to the id of an event',
  ]);
});
