import type { Fact } from "./fact.ts";

/**
 * Who fought whom, of facts about more than two parties: those lists name allies and enemies in one row, and parties that
 * were at war with others only. Read one by one. By date, kind and the name in the fact; sides stand on either side of
 * ">", several pairs of sides are separated by ";".
 */
const BEGAN: Readonly<Record<string, string>> = {
  "1849-05-08 Roman Republic War": "hist:two-sicilies hist:austrian-empire > hist:papal-states",
  "1854-03-31 Crimean War": "FR GB > RU",
  "1864-02-01 Second Schleswig-Holstein War": "hist:prussia hist:austrian-empire > DK",
  "1866-06-15 Seven Weeks":
    "hist:prussia > hist:austrian-empire hist:hesse-darmstadt hist:wurttemberg hist:bavaria hist:hesse-kassel hist:saxony hist:baden hist:hanover; hist:mecklenburg-schwerin > hist:austrian-empire",
  "1866-06-20 Seven Weeks": "IT > hist:austrian-empire",
  "1870-07-19 Franco-Prussian War": "hist:wurttemberg hist:baden hist:north-german-confederation hist:bavaria > FR",
  "1900-06-17 Boxer Rebellion": "RU JP US GB FR > hist:qing",
  "1906-05-27 Third Central American War": "GT > HN SV",
  "1907-02-19 Fourth Central American War": "NI > SV HN",
  "1912-10-17 First Balkan War": "GR BG RS > hist:ottoman-empire",
  "1913-06-30 Second Balkan War": "RS GR > BG",
  "1914-08-01 World War I": "RU > DE",
  "1914-08-03 World War I": "FR > DE",
  "1914-08-04 World War I": "BE > DE",
  "1914-08-05 World War I": "GB > DE",
  "1914-08-23 World War I": "JP > DE",
  "1914-10-28 World War I": "hist:ottoman-empire > RU",
  "1915-05-23 World War I": "IT > hist:austria-hungary",
  "1915-10-12 World War I": "BG > RS",
  "1916-03-01 World War I": "PT > DE",
  "1916-08-27 World War I": "RO > hist:austria-hungary",
  "1917-04-17 World War I": "US > DE",
  "1917-06-29 World War I": "GR > BG hist:ottoman-empire DE hist:austria-hungary",
  "1919-04-16 Latvian Liberation": "DE > EE LV",
  "1939-05-11 Nomonhan War": "SUHH MN > JP",
  "1939-09-03 World War II": "GB AU NZ FR > DE",
  "1940-05-10 World War II": "BE NL > DE",
  "1940-06-10 World War II": "IT > FR GB",
  "1940-10-25 World War II": "GR > IT",
  "1941-01-24 World War II": "ET > IT",
  "1941-04-06 World War II": "YUCS > IT DE",
  "1941-06-22 World War II": "SUHH > DE IT RO",
  "1941-06-25 World War II": "FI > SUHH",
  "1941-06-27 World War II": "HU > SUHH",
  "1941-12-07 World War II": "US > JP",
  "1941-12-13 World War II": "BG > GB US",
  "1943-10-18 World War II": "IT > DE",
  "1944-09-09 World War II": "RO > DE HU; BG > DE",
  "1948-05-15 Arab-Israeli War": "IL > EG SY LB JO IQ",
  "1950-10-27 Korean War": "CN > GB TR PH KR US",
  "1950-12-10 Korean War": "AU > CN KP",
  "1950-12-19 Korean War": "CA > CN KP",
  "1951-01-01 Korean War": "FR > CN KP",
  "1951-01-20 Korean War": "BE NL GR TH > CN KP",
  "1951-05-01 Korean War": "ET > CN KP",
  "1951-06-06 Korean War": "CO > CN KP",
  "1956-10-31 Sinai War": "FR GB > EG",
  "1965-02-07 Vietnam War, Phase 2": "US hist:south-vietnam AU > VDVN",
  "1967-06-05 Six Day War": "IL > EG JO SY",
  "1968-01-13 Second Laotian, Phase 2 War": "US LA > VDVN",
  "1970-05-01 Communist Coalition War": "US hist:south-vietnam > VDVN",
  "1973-10-06 Yom Kippur War": "EG SY IQ > IL",
  "1973-10-10 Yom Kippur War": "SA JO > IL",
  "1975-10-23 War over Angola": "CU > ZA ZRCD",
  "1975-11-11 War over Angola": "AO > ZA ZRCD",
  "1991-01-16 Gulf War": "US CA GB IT MA EG OM FR AE QA SA SY > IQ",
  "1992-04-07 Bosnian Independence": "HR BA > YUCS",
  "1999-03-24 War for Kosovo": "TR IT GB US NL FR DE > CSXX",
  "2001-10-07 Invasion of Afghanistan": "GB US > AF",
  "2003-03-19 Invasion of Iraq": "AU GB US > IQ",
  "2003-03-20 ": "US GB > IQ",
};

const ENDED: Readonly<Record<string, string>> = {
  "1849-07-02 Roman Republic War": "FR hist:two-sicilies hist:austrian-empire > hist:papal-states",
  "1856-03-01 Crimean War": "hist:ottoman-empire hist:sardinia FR GB > RU",
  "1859-07-12 Italian Unification": "hist:sardinia FR > hist:austrian-empire",
  "1864-07-20 Second Schleswig-Holstein War": "hist:prussia hist:austrian-empire > DK",
  "1866-05-09 Naval War": "CL PE > ES",
  "1866-06-29 Seven Weeks": "hist:hanover > hist:prussia",
  "1866-07-26 Seven Weeks":
    "hist:prussia > hist:austrian-empire hist:hesse-darmstadt hist:wurttemberg hist:bavaria hist:hesse-kassel hist:saxony hist:baden; IT hist:mecklenburg-schwerin > hist:austrian-empire",
  "1870-03-01 Lopez War": "AR BR > PY",
  "1900-08-14 Boxer Rebellion": "RU JP US GB FR > hist:qing",
  "1906-07-20 Third Central American War": "GT > HN SV",
  "1907-04-23 Fourth Central American War": "NI > SV HN",
  "1913-04-19 First Balkan War": "GR BG RS > hist:ottoman-empire",
  "1913-07-30 Second Balkan War": "RS GR RO hist:ottoman-empire > BG",
  "1917-12-05 World War I": "RU > BG hist:ottoman-empire DE hist:austria-hungary",
  "1917-12-09 World War I": "RO > BG hist:ottoman-empire DE hist:austria-hungary",
  "1918-09-29 World War I": "BG > RS GB GR FR",
  "1918-10-30 World War I": "hist:ottoman-empire > GB",
  "1918-11-03 World War I": "hist:austria-hungary > RS IT",
  "1918-11-11 World War I": "DE > FR GB US BE PT IT",
  "1919-07-13 Latvian Liberation": "DE > EE LV",
  "1919-08-04 Hungarian Adversaries": "CSHH RO > HU",
  "1920-01-03 Estonian Liberation": "EE FI > RU",
  "1939-09-16 Nomonhan War": "SUHH MN > JP",
  "1940-06-22 World War II": "FR > DE",
  "1941-04-17 World War II": "YUCS > DE IT",
  "1941-04-23 World War II": "GR > DE IT",
  "1941-07-03 World War II": "ET > IT",
  "1943-09-02 World War II": "IT > CA US GB",
  "1944-08-23 World War II": "RO > SUHH",
  "1944-09-08 World War II": "BG > SUHH",
  "1944-09-19 World War II": "FI > GB SUHH",
  "1945-01-20 World War II": "HU > GB SUHH US",
  "1945-05-08 German surrender to the Allied powers": "DE > FR GB SUHH US",
  "1945-08-14 World War II": "JP > US GB AU CA NZ hist:roc-mainland",
  "1953-07-27 Korean War": "KR US BE CA CO GB NL GR FR TR PH TH ET AU > CN KP",
  "1956-11-06 Sinai War": "FR IL GB > EG",
  "1958-04-10 IfniWar War": "FR ES > MA",
  "1967-06-10 Six Day War": "IL > EG JO SY",
  "1971-07-02 Communist Coalition War": "US KH hist:south-vietnam > VDVN",
  "1973-04-17 Second Laotian, Phase 2 War": "US TH LA > VDVN",
  "1973-10-24 Yom Kippur War": "EG SA JO SY IQ > IL",
  "1976-02-12 War over Angola": "CU AO > ZA ZRCD",
  "1978-03-09 Second Ogaden War, Phase 2": "ET CU > SO",
  "1979-04-11 Ugandian-Tanzanian War": "UG LY > TZ",
  "1991-04-11 Gulf War": "KW US CA GB IT MA EG OM FR AE QA SA SY > IQ",
  "1992-05-13 Bosnian Independence": "HR BA > CSXX",
  "1999-06-10 War for Kosovo": "TR IT GB US NL FR DE > CSXX",
  "2001-12-22 Invasion of Afghanistan": "CA FR GB US AU > AF",
  "2003-05-02 Invasion of Iraq": "AU GB US > IQ",
};

const ENDED_PREFIX = /^(?:End of|Leaves the) fighting: /;

/**
 * A fact of a war as facts of two parties each, one of each side, so that allies are never told as enemies; a text is the
 * reason why it is left out.
 */
export function bySides(fact: Fact): readonly Fact[] | string {
  const { kind, parties, date, name = "", note = "" } = fact;
  const begins = kind === "war-began";
  if (begins && note.includes("renewed fighting")) return "renewed fighting begins no war";
  if (parties.length === 2) return [fact];
  const sides = (begins ? BEGAN : ENDED)[`${date} ${name.replace(ENDED_PREFIX, "")}`];
  if (sides !== undefined)
    return sides.split("; ").flatMap((pair) => acrossOf(pair).map((two) => ({ ...fact, parties: [...two] })));
  return begins || ENDED_PREFIX.test(name) ? "no two sides that fought each other are known" : [fact];
}

function acrossOf(pair: string): readonly (readonly [string, string])[] {
  const [ours = [], theirs = []] = pair.split(" > ").map((side) => side.split(" "));
  return ours.flatMap((one) => theirs.map((other) => [one, other] as const));
}
