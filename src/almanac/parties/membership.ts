import type { PartialDate } from "../date.ts";
import type { Event } from "../event.ts";
import type { PartyCode } from "../party.ts";
import { firstDayOf, lastDayOf } from "./existence.ts";
import type { Register } from "./register.ts";

/** Whose members data/parties/states.csv lists, since the lists of its admissions name some states otherwise. */
const UNITED_NATIONS = "un";

/**
 * The members of an organisation on a date, from events of the kinds joined and left (others are passed over); none
 * before it was founded and after it was dissolved. A date known to the month or the year counts from its first day. An
 * organisation that continues another has the other's members. A member that is no more is succeeded by the party that
 * continues it, or by the one that it merged into to found.
 */
export function membersOn(
  register: Register,
  organisation: PartyCode,
  date: PartialDate,
  events: readonly Event[],
): ReadonlySet<PartyCode> {
  const code = register.party(organisation)?.code ?? organisation;
  if (!register.existedOn(code, date)) return new Set();
  const line = continuedBy(register, code);
  const day = firstDayOf(date);
  const members = new Set<PartyCode>();
  const changes = events
    .filter(({ kind }) => kind === "joined" || kind === "left")
    .filter(
      ({ parties, date: since }) => line.has(register.party(parties[1] ?? "")?.code ?? "") && firstDayOf(since) <= day,
    )
    .sort((one, other) => firstDayOf(one.date) - firstDayOf(other.date));
  for (const { kind, parties } of changes) {
    if (kind === "joined") members.add(parties[0]);
    else members.delete(parties[0]);
  }
  if (code === UNITED_NATIONS) for (const party of unitedNations(register, day)) members.add(party);
  return new Set([...members].flatMap((member) => holderOn(register, member, day) ?? []));
}

/** The organisation and those that it continues: the African Union, the Organisation of African Unity. */
function continuedBy(register: Register, organisation: PartyCode): ReadonlySet<PartyCode> {
  const line = new Set([organisation]);
  const formers = [...register.lineageOf(organisation)];
  for (const code of line)
    for (const former of formers)
      if (register.successorsOf(former).some(({ successor, how }) => successor === code && how === "continuation"))
        line.add(former);
  return line;
}

function unitedNations(register: Register, day: number): readonly PartyCode[] {
  return register.all.flatMap(({ code, unMemberSince }) =>
    unMemberSince && firstDayOf(unMemberSince) <= day ? [code] : [],
  );
}

/** Who holds a party's seat on a day: itself while it exists. */
function holderOn(register: Register, member: PartyCode, day: number): PartyCode | undefined {
  const until = register.party(member)?.until;
  if (until === undefined || day <= lastDayOf(until)) return member;
  const heirs = register.successorsOf(member).filter(({ successor, how }) => {
    const from = register.party(successor)?.from;
    return how === "continuation" || (how === "merger" && from !== undefined && firstDayOf(from) >= firstDayOf(until));
  });
  const [heir] = heirs;
  return heir && holderOn(register, heir.successor, day);
}
