import type { Correction } from "./corrections.ts";

/**
 * Rows of the World Factbook about a state that was there before: a new regime, a union, self-government. Their lines
 * name no more than the state and the day; without the name of what began, a reader would take it for a new state.
 */
const NAMES: readonly (readonly [date: string, kind: "state-founded" | "unification", party: string, name: string])[] =
  [
    ["1792-09-22", "state-founded", "FR", "First French Republic"],
    ["1804-08-11", "state-founded", "AT", "Austrian Empire"],
    ["1849-06-05", "state-founded", "DK", "Danish constitutional monarchy"],
    ["1867-03-30", "state-founded", "AT", "Dual Monarchy of Austria-Hungary"],
    ["1881-03-26", "state-founded", "RO", "Kingdom of Romania"],
    ["1910-10-05", "state-founded", "PT", "Portuguese Republic"],
    ["1918-11-11", "state-founded", "PL", "Second Polish Republic"],
    ["1918-11-12", "state-founded", "AT", "Republic of German-Austria"],
    ["1918-11-16", "state-founded", "HU", "Hungarian People's Republic"],
    ["1918-12-01", "state-founded", "IS", "Kingdom of Iceland"],
    ["1923-10-29", "state-founded", "TR", "Republic of Turkey"],
    ["1945-04-27", "state-founded", "AT", "Second Austrian Republic"],
    ["1947-12-30", "state-founded", "RO", "Romanian People's Republic"],
    ["1949-04-18", "state-founded", "IE", "Republic of Ireland"],
    ["1949-10-01", "state-founded", "CN", "People's Republic of China"],
    ["1958-10-04", "state-founded", "FR", "Fifth French Republic"],
    ["1961-05-31", "state-founded", "ZA", "Republic of South Africa"],
    ["1979-04-01", "state-founded", "IR", "Islamic Republic of Iran"],
    ["1719-01-23", "state-founded", "LI", "Principality of Liechtenstein"],
    ["1291-08-01", "state-founded", "CH", "Old Swiss Confederacy"],
    ["1965-08-04", "state-founded", "CK", "Self-government of the Cook Islands"],
    ["1974-10-19", "state-founded", "NU", "Self-government of Niue"],
    ["1707-05-01", "unification", "GB", "Kingdom of Great Britain"],
    ["1801-01-01", "unification", "GB", "United Kingdom of Great Britain and Ireland"],
    ["1907-12-17", "unification", "BT", "Kingdom of Bhutan"],
    ["1932-09-23", "unification", "SA", "Kingdom of Saudi Arabia"],
    ["1964-04-26", "unification", "TZ", "United Republic of Tanganyika and Zanzibar"],
    ["1990-05-22", "unification", "YE", "Republic of Yemen"],
    ["1814-11-04", "unification", "NO", "Union between Sweden and Norway"],
    ["1993-01-01", "state-founded", "CZ", "Czech Republic"],
    ["1993-01-01", "state-founded", "SK", "Slovak Republic"],
  ];

/** The name of what began, for the rows that lack it. */
export const REGIMES: readonly Correction[] = NAMES.map(([date, kind, party, name]) => ({
  file: "independence",
  date,
  kind,
  parties: party,
  right: [party],
  name,
  why: "named",
}));
