import { expect, test } from "vitest";
import { edit, fixtureData } from "../support/data.ts";
import { KAZINFORM, line, messages, PAGES, swap, VISITS } from "./checked.ts";

test.each<[string, string, (text: string) => string, string | RegExp | readonly string[]]>([
  [
    "what is sure though only a copy tells it, each event of it",
    PAGES,
    line(KAZINFORM, (row) => row.replace(/https:.*$/, "https://wikimili.com/en/Foreign_relations_of_Kazakhstan")),
    ["events/treaties/be.csv:9", `${VISITS}:9`, `${VISITS}:10`].map(
      (place) =>
        `${place}: no source carries it alone (Wikipedia: a copy, a post, a nameless page or one that nobody read) - name a page that was read and is none of these, or make the confidence medium`,
    ),
  ],
  [
    "a reference that nobody followed under another name",
    "sources/cited-pages.csv",
    (text) => `${text}zzz,Nobody,https://example.org/\n`,
    [
      'sources/cited-pages.csv:7: no event uses the source "zzz" - delete the row, or name it in an event',
      'sources/cited-pages.csv:7: the id "zzz" does not begin with cited- - call references that nobody followed cited-..., in cited-pages.csv, and nothing else',
    ],
  ],
  [
    "a publisher that is told twice",
    "publishers.csv",
    swap("\nwikipedia.org,", "\nwikipedia.org,Wikipedia,,\nwikipedia.org,"),
    'publishers.csv:66: "wikipedia.org" is also in publishers.csv:65 - keep one of the rows',
  ],
  [
    "a grade without a reason",
    "publishers.csv",
    swap("copies Wikipedia", ""),
    "publishers.csv:2: the grade has no reason - say in the note why it is so",
  ],
  [
    "a grade that there is not",
    "publishers.csv",
    swap(",copy,", ",mirror,"),
    'publishers.csv:2: unknown grade "mirror" - make it one of copy, unsourced, post, data-set, or leave it empty',
  ],
  [
    "a publisher's address that is none",
    "publishers.csv",
    (text) => `${text}zzz,Nobody,,\n`,
    /^publishers.csv:\d+: "zzz" is no address - write a domain without www\./,
  ],
  [
    "a publisher without a name",
    "publishers.csv",
    (text) => `${text}zzz.example,,,\n`,
    /^publishers.csv:\d+: the publisher has no name - write who answers for its pages$/,
  ],
  [
    "a redirect that is there twice",
    "redirects.csv",
    (text) => text.replace(/\n(.+)\n$/, "\n$1\n$1\n"),
    /^redirects.csv:3: ".*" is also redirected in redirects.csv:2 - keep one of the rows$/,
  ],
  [
    "a usual name of no event",
    "usual-names.csv",
    swap(",be-korean-empire-1901-03-23-treaty-signed", ",be-korean-empire-1901-03-24-treaty-signed"),
    'usual-names.csv:2: no event has the id "be-korean-empire-1901-03-24-treaty-signed" - write the ids of events, separated by a space, did you mean "be-korean-empire-1901-03-23-treaty-signed"?',
  ],
  [
    "a usual name that is there already, but for small words",
    "usual-names.csv",
    (text) => `${text}the korean deal of,be-korean-empire-1901-03-23-treaty-signed\n`,
    'usual-names.csv:3: "the korean deal of" is also in usual-names.csv:2 - keep one of the rows, with the events of both',
  ],
  [
    "a source without a name",
    PAGES,
    line(KAZINFORM, (row) => row.replace(/,.*,https/, ",,https")),
    /^sources\/pages.csv:4: the source has no name - write what a reader would call it$/,
  ],
  [
    "a source that is there twice",
    PAGES,
    line(KAZINFORM, (row) => `${row}\n${row}`),
    /^sources\/pages.csv:5: the id ".*" is also in sources\/pages.csv:4 - give one of the two another id$/,
  ],
  [
    "a party that is named twice",
    "events/relations/be.csv",
    line("be-kz-1992", swap(",BE KZ,", ",BE BE KZ,")),
    /^events\/relations\/be.csv:5: party "BE" is given twice - leave one of them out$/,
  ],
  [
    "an old name of nobody in the row",
    "events/relations/be.csv",
    line("be-kz-1992", swap(",BE KZ,,", ",BE KZ,LK=Ceylon,")),
    /^events\/relations\/be.csv:5: "LK=Ceylon" names no party of this row - write names_then as /,
  ],
  [
    "a formula of a spreadsheet",
    VISITS,
    line("kz-be-2021-11-visit", swap(",Brussels,", ",=Brussels,")),
    `${VISITS}:9: "=Brussels" begins like a formula of a spreadsheet - write it without the sign at the start`,
  ],
])("%s is told", (_, file, change, expected) => {
  const folder = fixtureData();
  edit(folder, file, change);
  expect(messages(folder)).toEqual(expected instanceof RegExp ? [expect.stringMatching(expected)] : [expected].flat());
});

test("what only a copy tells may stand with medium confidence", () => {
  const folder = fixtureData();
  edit(
    folder,
    PAGES,
    line(KAZINFORM, (row) => row.replace(/https:.*$/, "https://wikimili.com/en/Foreign_relations_of_Kazakhstan")),
  );
  for (const file of ["events/treaties/be.csv", VISITS])
    edit(folder, file, (text) => text.replaceAll(new RegExp(`,${KAZINFORM},$`, "gm"), `,${KAZINFORM},medium`));
  expect(messages(folder)).toEqual([]);
});
