import type { Kind } from "../../src/almanac/kind.ts";

interface Change {
  readonly matches: RegExp;
  /** Undefined where no kind of ours fits: the fact is left out. */
  readonly kind: Kind | undefined;
  /** The parties, where the kind demands others than the fact has. */
  readonly parties?: readonly string[];
  readonly name?: string;
}

/** What a fact of kind "other" is, by its name. All of them were read; the last line is what is left. */
const CHANGES: readonly Change[] = [
  { matches: /^(End of|Leaves the) fighting: |^German surrender/, kind: "fighting-ended" },
  { matches: /^Withdrawal (from the Central|of Senegal)|^Secession of Syria/, kind: "independence" },
  { matches: /^Arrival of Commodore Perry/, kind: "visit" },
  { matches: /^Kingdom of Saudi Arabia/, kind: "state-founded", name: "Kingdom of Saudi Arabia" },
  { matches: /^Dominion of New Zealand/, kind: "state-founded", parties: ["NZ"] },
  { matches: /recalled from /, kind: "ambassador-recalled" },
  { matches: /declared persona non grata/, kind: "expulsion" },
  { matches: /^Portugal accepts a Rhodesian mission/, kind: "mission-opened", parties: ["RHZW", "PT"] },
  { matches: /^Opening of the |liaison office$/i, kind: "mission-opened" },
  {
    matches: /^Annexation of |annexed by|^Handover of |^Panama takes over|^Return of Porkkala/,
    kind: "territory-transferred",
  },
  { matches: /^Transfer of sovereignty/, kind: "territory-transferred" },
  { matches: /^Dissolution of /, kind: "organisation-dissolved" },
  { matches: /^Shanghai Five|^First council meeting|^Dutch-Indonesian Round Table/, kind: "summit" },
  { matches: /assassinat|hostages|seizure|bomb|attack|burned|killed|siege|shot$|custody/i, kind: "incident" },
  { matches: /^Canadian Caper|^Exchange of agents/, kind: "incident" },
  { matches: /^Peres-Hussein/, kind: "treaty-signed" },
  { matches: /^Eight-Nation Alliance takes|^Return of the Crown/, kind: undefined },
  { matches: /./, kind: "declaration" },
];

/** How a fact of kind "other" is told in ours. */
export function changeOther(name: string): Change {
  const change = CHANGES.find(({ matches }) => matches.test(name)) ?? { matches: /^/, kind: undefined };
  const war = name.replace(/^(End of|Leaves the) fighting: /, "");
  return war === name ? change : { ...change, name: war };
}
