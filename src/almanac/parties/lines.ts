import type { PartyCode } from "../party.ts";
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
