import type { Register } from "../../almanac/parties/register.ts";
import type { PartyCode } from "../../almanac/party.ts";
import { presentStates } from "../../digest/sequel.ts";

type Parties = Pick<Register, "lineageOf" | "successorsOf">;

/** Who continues a party that is no more; empty for one that lasts, or that split. */
export function heirsOf(code: PartyCode, parties: Parties): readonly PartyCode[] {
  return presentStates(code, { parties }).filter((heir) => heir !== code);
}

/** The pair of today: each former party in it gives way to the one that continues it. Undefined where that is the same pair, or one party. */
export function pairOfToday(
  pair: readonly [PartyCode, PartyCode],
  parties: Parties,
): readonly [PartyCode, PartyCode] | undefined {
  const today = (code: PartyCode): PartyCode => {
    const [heir = code, ...others] = heirsOf(code, parties);
    return others.length === 0 ? heir : code;
  };
  const [one, other] = [today(pair[0]), today(pair[1])];
  return one === other || (one === pair[0] && other === pair[1]) ? undefined : [one, other];
}
