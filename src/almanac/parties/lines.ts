import type { PartyCode, Succession } from "../party.ts";
import type { Register } from "./register.ts";

/**
 * For each of several parties that are asked for at once, the party and what it continues, without the former parties that others of
 * them continue as well: Czechoslovakia alone is not Czechia and Slovakia.
 */
export function ownLines(
  codes: readonly PartyCode[],
  register: Pick<Register, "lineageOf">,
): readonly ReadonlySet<PartyCode>[] {
  const lines = codes.map((code) => register.lineageOf(code));
  return lines.map(
    (line, at) =>
      new Set(
        [...line].filter((code) => code === codes[at] || lines.every((other) => other === line || !other.has(code))),
      ),
  );
}

/**
 * How a party came after a former one, at any remove; undefined where it did not. Whatever continued it all the way is the same state; a
 * part of it, or who took it in, is another, with a history between the two.
 */
export function successionOf(
  former: PartyCode,
  now: PartyCode,
  register: Pick<Register, "successorsOf">,
  seen: readonly PartyCode[] = [],
): Succession | undefined {
  for (const { successor, how } of register.successorsOf(former)) {
    if (successor === now) return how;
    if (seen.includes(successor)) continue;
    const later = successionOf(successor, now, register, [...seen, former]);
    if (later !== undefined) return how === "continuation" ? later : how;
  }
  return undefined;
}
