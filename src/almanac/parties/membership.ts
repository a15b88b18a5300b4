import type { PartialDate } from "../date.ts";
import type { Event } from "../event.ts";
import type { PartyCode } from "../party.ts";
import { firstDayOf, lastDayOf } from "./existence.ts";
import type { Register } from "./register.ts";

/** What is asked of an event of the kinds joined and left; others are passed over. */
export type Change = Pick<Event, "kind" | "parties" | "date">;

/** The members of one organisation on a date; a date known to the month or the year counts from its first day. */
export type MembersOn = (date: PartialDate) => ReadonlySet<PartyCode>;

/** The members of an organisation on a date (membership). */
export function membersOn(
  register: Register,
  organisation: PartyCode,
  date: PartialDate,
  changes: readonly Change[],
): ReadonlySet<PartyCode> {
  return membership(register, organisation, changes)(date);
}

/**
 * The members of an organisation on any date, from events of the kinds joined and left; none before it was founded and
 * after it was dissolved. An organisation that continues another has the other's members. A member that is no more is
 * succeeded by the party that continues it, or by the one that it merged into to found, unless it is on record who sat in
 * its place (data/parties/seats.csv).
 */
export function membership(register: Register, organisation: PartyCode, changes: readonly Change[]): MembersOn {
  const code = register.party(organisation)?.code ?? organisation;
  const own = changesOf(register, code, changes);
  const days = [
    ...new Set([
      ...own.flatMap(({ day, member }) => [day, ...endsOf(register, member)]),
      ...register
        .seatsIn(code)
        .flatMap(({ from, until }) => [firstDayOf(from), ...(until ? [lastDayOf(until) + 1] : [])]),
    ]),
  ].sort((a, b) => a - b);
  const known = new Map<number, ReadonlySet<PartyCode>>();
  return (date) => {
    if (!register.existedOn(code, date)) return NOBODY;
    const day = firstDayOf(date);
    // Between two of the days nothing changes.
    const since = days.findLastIndex((each) => each <= day);
    const members = known.get(since) ?? membersAt(register, code, own, day);
    known.set(since, members);
    return members;
  };
}

const NOBODY: ReadonlySet<PartyCode> = new Set();

interface DatedChange {
  readonly day: number;
  readonly member: PartyCode;
  readonly isIn: boolean;
}

/** Oldest first. */
function changesOf(register: Register, organisation: PartyCode, changes: readonly Change[]): readonly DatedChange[] {
  const line = continuedBy(register, organisation);
  return changes
    .filter(({ kind }) => kind === "joined" || kind === "left")
    .filter(({ parties }) => line.has(register.party(parties[1] ?? "")?.code ?? ""))
    .map(({ kind, parties, date }) => ({ day: firstDayOf(date), member: parties[0], isIn: kind === "joined" }))
    .sort((one, other) => one.day - other.day);
}

/** The members at the end of a day. */
function membersAt(
  register: Register,
  organisation: PartyCode,
  changes: readonly DatedChange[],
  until: number,
): ReadonlySet<PartyCode> {
  const members = new Set<PartyCode>();
  for (const { day, member, isIn } of changes) {
    if (day > until) continue;
    if (isIn) members.add(member);
    else members.delete(member);
  }
  return new Set([...members].flatMap((member) => seatOn(register, organisation, member, until) ?? []));
}

/** Who sits in the seat of a member on a day: who is on record for that (data/parties/seats.csv), else who continues it. */
function seatOn(register: Register, organisation: PartyCode, member: PartyCode, day: number): PartyCode | undefined {
  const told = register
    .seatsIn(organisation)
    .find(({ seat, from, until }) => seat === member && firstDayOf(from) <= day && (!until || day <= lastDayOf(until)));
  return told ? told.holder : holderOn(register, member, day);
}

/** The organisation and those that it continues: the African Union, the Organisation of African Unity. */
export function continuedBy(register: Register, organisation: PartyCode): ReadonlySet<PartyCode> {
  const line = new Set([organisation]);
  const formers = [...register.lineageOf(organisation)];
  for (const code of line)
    for (const former of formers)
      if (register.successorsOf(former).some(({ successor, how }) => successor === code && how === "continuation"))
        line.add(former);
  return line;
}

/** Who holds a party's seat on a day: itself while it exists. */
function holderOn(register: Register, member: PartyCode, day: number): PartyCode | undefined {
  const until = register.party(member)?.until;
  if (until === undefined || day <= lastDayOf(until)) return member;
  const heir = heirOf(register, member, until);
  return heir && holderOn(register, heir, day);
}

function heirOf(register: Register, member: PartyCode, until: PartialDate): PartyCode | undefined {
  return register.successorsOf(member).find(({ successor, how }) => {
    const from = register.party(successor)?.from;
    return how === "continuation" || (how === "merger" && from !== undefined && firstDayOf(from) >= firstDayOf(until));
  })?.successor;
}

/** The days on which the seat of a member and of its heirs is no longer theirs. */
function endsOf(register: Register, member: PartyCode): readonly number[] {
  const until = register.party(member)?.until;
  if (until === undefined) return [];
  const heir = heirOf(register, member, until);
  return [lastDayOf(until) + 1, ...(heir === undefined ? [] : endsOf(register, heir))];
}
