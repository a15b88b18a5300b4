import { byTrust, combine, type Draft } from "./draft.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";
import { likeness } from "./treaties-match.ts";

const PEACE = new Set(["peace-treaty", "armistice"]);
const ENDS_A_WAR = /\bpeace\b|friendly relations|cessation of hostilities|cease-?fire/i;

/** One event of a peace that one list files as a peace and another as a treaty signed, or as an armistice. */
export function mergePeace(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ date, parties }) => `${date} ${partySet(parties)}`).values()].flatMap((group) => {
    const at = group.findIndex(({ kind }) => PEACE.has(kind));
    const peace = group[at];
    if (peace === undefined || group.length === 1) return group;
    const same = group.filter((other) => isSamePeace(peace, other));
    const [leader, ...others] = [peace, ...same].toSorted(byTrust);
    if (leader === undefined || others.length === 0) return group;
    for (const other of others) tally.merged(leader, other, "the same peace, filed under another kind");
    const merged = { ...others.reduce(combine, leader), kind: kindOf([leader, ...others]) };
    return [merged, ...group.filter((other) => other !== peace && !same.includes(other))];
  });
}

function kindOf(drafts: readonly Draft[]): Draft["kind"] {
  if (/cease-?fire|truce/i.test(drafts[0]?.name ?? "")) return "armistice";
  return drafts.some(({ kind }) => kind === "peace-treaty") ? "peace-treaty" : "armistice";
}

function isSamePeace(peace: Draft, other: Draft): boolean {
  if (other === peace || other.facts[0].file === peace.facts[0].file) return false;
  if (PEACE.has(other.kind)) return true;
  return other.kind === "treaty-signed" && (likeness(peace, other) > 0.5 || ENDS_A_WAR.test(other.name ?? ""));
}
