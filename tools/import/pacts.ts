import type { Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";

const OBLIGATIONS = /^obligations: ([^;]+)/;
/** What makes a treaty an alliance: to fight for another or beside it. ATOP lists promises of peace beside them. */
const TO_FIGHT = /\b(defence|offence)\b/;

/**
 * The facts of ATOP with its pacts of non-aggression, neutrality and consultation as treaties: signed, acceded to and
 * ended. What only promises peace is no alliance (the German-Polish pact of 1934, Egypt's peace with Israel).
 */
export function pactsAmong(facts: readonly Fact[]): (fact: Fact) => Fact {
  const formed = facts.filter(({ kind, note }) => kind === "alliance-formed" && OBLIGATIONS.test(note ?? ""));
  const isPact = (fact: Fact) => !TO_FIGHT.test(OBLIGATIONS.exec(fact.note ?? "")?.[1] ?? "");
  const pacts = new Set(formed.filter(isPact).flatMap(keysOf));
  const alliances = new Set(formed.filter((fact) => !isPact(fact)).flatMap(keysOf));
  const isOfPacts = (fact: Fact) =>
    keysOf(fact).some((key) => pacts.has(key)) && !keysOf(fact).some((key) => alliances.has(key));
  return (fact) => {
    if (fact.kind === "alliance-formed" && OBLIGATIONS.test(fact.note ?? ""))
      return isPact(fact) ? { ...fact, kind: "treaty-signed" } : fact;
    if (fact.kind === "alliance-formed" && fact.note?.startsWith("accession of ") === true)
      return isOfPacts(fact) ? { ...fact, kind: "treaty-ratified", note: "accession" } : fact;
    return fact.kind === "alliance-ended" && isOfPacts(fact) ? { ...fact, kind: "treaty-ended" } : fact;
  };
}

/** By what other facts of one treaty are known: its name, and where it has none, its parties. */
function keysOf({ name, parties }: Fact): readonly string[] {
  return [name === undefined ? [...parties].sort().join(" ") : name.replace(/ \(accession\)$/, "")];
}

/** A pact without a name of its own as the treaty of what its parties promised; in no note, where the code says nothing to a reader. */
export function nameByPromise(draft: Draft): Draft {
  const promised = OBLIGATIONS.exec(draft.note ?? "")?.[1];
  if (promised === undefined) return draft;
  const note = draft.note?.replace(OBLIGATIONS, "").replace(/^; /, "") || undefined;
  if (draft.kind !== "treaty-signed" || draft.name !== undefined) return { ...draft, note };
  const [last = "", ...others] = promised.split(", ").toReversed();
  const what = others.length === 0 ? last : `${others.toReversed().join(", ")} and ${last}`;
  return { ...draft, name: `Treaty: ${what}`, note };
}

/** Whether a draft is ATOP's line of a treaty of which it knows the promises but not the name. */
export function isUnnamedPact({ name, note }: Draft): boolean {
  return name === undefined && OBLIGATIONS.test(note ?? "");
}

const POLITICAL =
  /friend|frien|amity|alliance|aggression|neutral|peace|security|defen[cs]e|mutual|relations|neighbo|cooperat|co-operation|harmony|consult|political|pact|brother|solidar|arbitration|collaborat/i;
const ROUTINE = /cultur|econom|commerc|trade|invest|legal|consular|boundary|technical|loan|air |visa/i;

/** Whether a treaty of another list may be the pact or alliance that ATOP has without a name. */
export function mayBeNamed(unnamed: Draft, other: Draft): boolean {
  if (!isUnnamedPact(unnamed)) return true;
  const name = other.name ?? "";
  return POLITICAL.test(name) && !ROUTINE.test(name);
}
