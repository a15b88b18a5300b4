import { expect, test } from "vitest";
import { withBot, withRealFacts } from "../main/bot.ts";
import { ask } from "./lookups.ts";

withRealFacts();

const NOW = "2026-06-25T10:00Z";

test.each([
  [
    "DE",
    "FR",
    /since 11 July 1951: 74 years; no break is known to the archive\. Before that: .*war 3 August 1914\s–\s11 November 1918; war 3 September 1939\s–\s22 June 1940\./,
  ],
  [
    "RU",
    "JP",
    /since 12 December 1956 \(the Soviet Union\): 69 years; .* Before that: established 7 February 1855 \(the Russian Empire\); war 8 February 1904\s–\s15 September 1905.*war 9 August\s–\s2 September 1945 \(the Soviet Union\)/,
  ],
  [
    "GB",
    "AR",
    /since 15 February 1990: 36 years; .* Before that: established 2 February 1825; broken off 2 April 1982; war 2 April\s–\s14 June 1982\./,
  ],
  [
    "IQ",
    "IR",
    /since 14 October 1990: 35 years; .* Before that: established 25 April 1929; broken off 30 November 1971 \(one weak source\); restored October 1973 \(one weak source\); war 22 September 1980\s–\s20 August 1988; broken off October 1987\./,
  ],
  [
    "CN",
    "IN",
    /since 1 April 1950: 76 years, but whether they lasted through a war in between is not on record here: war 20 October\s–\s21 November 1962\./,
  ],
  [
    "EG",
    "IL",
    /since 26 January 1980: 46 years; no break is known to the archive\. Before that: .*war 6\s–\s24 October 1973; peace 26 March 1979\./,
  ],
  [
    "ET",
    "ER",
    /since 8 July 2018: 7 years; .* Before that: established 22 May 1993; war 6 May 1998\s–\s12 December 2000; broken off 12 May 1998; peace 12 December 2000\./,
  ],
  [
    "GB",
    "US",
    /since 8 August 1815: 210 years; .* Before that: established 1 June 1785; broken off 18 June 1812; war 18 June 1812\s–\s24 December 1814; peace 24 December 1814\./,
  ],
  [
    "EG",
    "SY",
    /no restoration is on record here: established 1944; broken off 5 December 1977; restored 27 December 1989; broken off 15 June 2013 \(weak sources only\)\./,
  ],
  [
    "BO",
    "CL",
    /Broken off, and whether relations were taken up again since is not on record here: established 1 August 1840; war 14 February 1879\s–\s11 December 1883; taken up again, when is not on record; broken off 15 April 1962; restored 8 February 1975; broken off March 1978\./,
  ],
  [
    "CL",
    "PE",
    /When relations were taken up again is not on record here\. Later events point to relations: 18 December 1907: .*; 1 March 2009: .*\. Before that: established 8 October 1822 \(sources differ\); war 5 April 1879\s–\s23 October 1883; peace 20 October 1883\./,
  ],
  [
    "CN",
    "TW",
    /No establishment of diplomatic relations is on record here\. On record between them: war 3 September 1954/,
  ],
  [
    "UA",
    "RU",
    /Broken off, and no restoration is on record here: .*broken off 24 February 2022; war from 24 February 2022\./,
  ],
])("/between %s %s tells the wars between them, and counts no years through them as sure", async (a, b, told) => {
  await withBot(NOW, async (running) => {
    const there = await ask(running, "between", { a, b });
    const back = await ask(running, "between", { a: b, b: a });
    expect(there.text).toMatch(told);
    expect(back.text).toMatch(told);
  });
});

test.each([
  ["DE", "US", /Separately: .*established 4 September 1974 \(East Germany/],
  ["FI", "RU", /Before that: war 30 December 1918.*established 31 December 1920/],
])(
  "/between %s %s tells every beginning, also of a former party beside the relations that last",
  async (a, b, told) => {
    await withBot(NOW, async (running) => {
      const { text } = await ask(running, "between", { a, b });
      expect(text).toMatch(told);
    });
  },
);

test("/between of a party that is no more tells nothing as since its end that was before", async () => {
  await withBot(NOW, async (running) => {
    const { text } = await ask(running, "between", { a: "US", b: "South Vietnam" });
    expect(text).toMatch(/until the end of South Vietnam/);
    expect(text).not.toContain("On record since then");
  });
});
