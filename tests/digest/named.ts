import type { Register } from "../../src/almanac/parties/register.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Together } from "../../src/digest/digest.ts";

/** Whether an event names one of the parties, or all of one of the pairs: each itself, or a former state that only it of these continues. */
export function isNamed(
  event: { readonly parties: readonly PartyCode[] },
  parties: readonly PartyCode[],
  together: readonly Together[],
  register: Pick<Register, "lineageOf">,
): boolean {
  const lineageOf = (code: PartyCode): ReadonlySet<PartyCode> => register.lineageOf(code);
  const names = (code: PartyCode): boolean => event.parties.some((party) => lineageOf(code).has(party));
  const namesOwn = (code: PartyCode, all: Together): boolean =>
    event.parties.some((party) => {
      const heirs = all.filter((other) => lineageOf(other).has(party));
      return party === code || (heirs.length === 1 && heirs[0] === code);
    });
  return parties.some(names) || together.some((all) => all.every((code) => namesOwn(code, all)));
}
