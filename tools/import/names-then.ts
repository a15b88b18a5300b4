import type { CodedParty } from "./codes.ts";

/**
 * Whose name a fact's "as" is: one party each, whichever other parties the fact has. A name that is not here names
 * the only party of its line or else is left out and counted.
 */
const OWNER: Readonly<Record<string, string>> = {
  "Abu Dhabi": "AE",
  "Arab Union": "arab-federation",
  "Byelorussian SSR": "BY",
  "Conference on Security and Co-operation in Europe": "osce",
  Ceylon: "LK",
  Dahomey: "BJ",
  Dubai: "AE",
  "Dutch Republic": "NL",
  "Batavian Republic": "NL",
  "FR Yugoslavia": "CSXX",
  "Federal Republic of Germany": "DE",
  "Federal Republic of Yugoslavia": "CSXX",
  "Federation of Malaya": "MY",
  "Government of the Grand National Assembly": "TR",
  "Grand National Assembly": "TR",
  "Grand Principality of Moscow": "RU",
  "Kingdom of England": "GB",
  "Kingdom of Serbia": "RS",
  "Kingdom of Yemen": "YE",
  "Muscat and Oman": "OM",
  "North Yemen": "YE",
  "Palestine Liberation Organization": "PS",
  "People's Republic of Southern Yemen": "YDYD",
  "Principality of Serbia": "RS",
  "Provisional Government of the Algerian Republic": "DZ",
  "Republic of China": "TW",
  "Republic of the Congo (Léopoldville)": "CD",
  Russia: "RU",
  "Russian Empire": "RU",
  "Russian Republic": "RU",
  "Russian SFSR": "RU",
  "Sahrawi Arab Democratic Republic": "EH",
  Serbia: "RS",
  "Southern Rhodesia": "RHZW",
  "Soviet Russia": "RU",
  "Soviet Russia (RSFSR)": "RU",
  Transjordan: "JO",
  "Tsardom of Russia": "RU",
  "Ukrainian SSR": "UA",
  "United Arab Republic": "EG",
  "Yemen (Mutawakkilite Kingdom)": "YE",
  "Yemen Arab Republic": "YE",
  "Zimbabwe Rhodesia": "RHZW",
};

/** Names that say nothing about the time: today's own name, a part of today's state, or a remark. */
const NOT_A_NAME = /^(Russia|Serbia|Northern Ireland|Wales|Greenland|West Bank)$|\(then |Interim Authority/;

/** One spelling where the files have two. */
const SPELT: Readonly<Record<string, string>> = {
  "FR Yugoslavia": "Federal Republic of Yugoslavia",
  "Soviet Russia (RSFSR)": "Soviet Russia",
  "Grand National Assembly": "Government of the Grand National Assembly",
  "Yemen (Mutawakkilite Kingdom)": "Kingdom of Yemen",
};

/** The name of an organisation that its note gives for the time: "CSCE, ministers meeting of 30-31 January". */
export function nameInNote(note: string | undefined): string | undefined {
  return note !== undefined && /^CSCE\b/.test(note) ? "Conference on Security and Co-operation in Europe" : undefined;
}

/** Which party bore which name then; a semicolon in "as" parts two names. The United States never is the renamed one. */
export function namesThen(as: string | undefined, parties: readonly CodedParty[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { code, nameThen } of parties) if (nameThen !== undefined) found.set(code, nameThen);
  for (const name of as?.split("; ") ?? []) {
    const others = parties.filter(({ code }) => code !== "US");
    const owner = OWNER[name] ?? (others.length === 1 ? others[0]?.code : undefined);
    if (owner === undefined || NOT_A_NAME.test(name) || !parties.some(({ code }) => code === owner)) continue;
    found.set(owner, SPELT[name] ?? name);
  }
  return found;
}
