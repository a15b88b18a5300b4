import type { Fact } from "./fact.ts";
import { readImportTable } from "./tables.ts";

/**
 * Who fought whom, of facts about more than two parties: those lists name allies and enemies in one row, and parties that
 * were at war with others only. Read one by one. Sides stand on either side of ">", several pairs of sides are separated
 * by ";"; codes are those of the collection.
 */
const SIDES = new Map(
  readImportTable("war-sides", ["date", "what", "war", "sides", "source", "reason"]).map(({ cell }) => [
    keyOf(cell("what") === "began", cell("date"), cell("war")),
    cell("sides"),
  ]),
);

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
  const sides = SIDES.get(keyOf(begins, date, name.replace(ENDED_PREFIX, "")));
  if (sides !== undefined)
    return sides.split("; ").flatMap((pair) => acrossOf(pair).map((two) => ({ ...fact, parties: [...two] })));
  return begins || ENDED_PREFIX.test(name) ? "no two sides that fought each other are known" : [fact];
}

function keyOf(begins: boolean, date: string, war: string): string {
  return `${begins ? "began" : "ended"} ${date} ${war}`;
}

function acrossOf(pair: string): readonly (readonly [string, string])[] {
  const [ours = [], theirs = []] = pair.split(" > ").map((side) => side.split(" "));
  return ours.flatMap((one) => theirs.map((other) => [one, other] as const));
}
