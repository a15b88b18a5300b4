import { addDays, localDate } from "../calendar.ts";
import type { LocalDate, PartialDate } from "../date.ts";
import type { Event } from "../event.ts";
import type { PartyCode } from "../party.ts";
import { firstDayOf, lastDayOf } from "./existence.ts";
import { continuedBy, membership } from "./membership.ts";
import type { Register } from "./register.ts";

/** A time in which a state, or one that it continues, belonged to an organisation, or to one that this continues. */
export interface MembershipStretch {
  readonly from: PartialDate;
  /** When it left, the day on which its seat went to another, or the last day of a party that ended; absent while it lasts. */
  readonly until?: PartialDate;
  /** The joining that began it; absent where a seat came to it without one. */
  readonly joined?: Event;
  /** The leaving that ended it. */
  readonly left?: Event;
}

/** The times of a membership until a day, in order, from the joinings and leavings of the two, and from who held whose seat. */
export function membershipStretches(
  state: PartyCode,
  organisation: PartyCode,
  changes: readonly Event[],
  register: Register,
  today: LocalDate,
): readonly MembershipStretch[] {
  const states = register.lineageOf(state);
  const organisations = [...continuedBy(register, organisation)];
  const memberships = organisations.map((each) => membership(register, each, changes));
  const isIn = (date: LocalDate): boolean =>
    memberships.some((membersOn) => [...membersOn(date)].some((member) => states.has(member)));
  const seats = organisations.flatMap((each) => register.seatsIn(each));
  const isTaken = (day: LocalDate): boolean => seats.some(({ from }) => firstDayOf(from) === firstDayOf(day));
  const turning = turningDays([...states, ...organisations], organisations, changes, register);
  return turning.reduce<readonly MembershipStretch[]>((before, day) => {
    const last = before.at(-1);
    const open = last !== undefined && last.until === undefined ? last : undefined;
    if (firstDayOf(day) > firstDayOf(today) || isIn(day) === (open !== undefined)) return before;
    const ofDay = changes.filter(
      ({ kind, date, parties: [, into = ""] }) =>
        kind === (open ? "left" : "joined") && firstDayOf(date) === firstDayOf(day) && organisations.includes(into),
    );
    const change = ofDay.find(({ parties }) => parties[0] === state) ?? ofDay[0];
    if (open === undefined) return [...before, { from: change?.date ?? day, ...(change && { joined: change }) }];
    const ended =
      change === undefined ? { until: isTaken(day) ? day : addDays(day, -1) } : { until: change.date, left: change };
    return [...before.slice(0, -1), { ...open, ...ended }];
  }, []);
}

/** The days on which a membership may begin or end, in order. */
function turningDays(
  parties: readonly PartyCode[],
  organisations: readonly PartyCode[],
  changes: readonly Event[],
  register: Register,
): readonly LocalDate[] {
  const times = [
    ...parties.flatMap((code) => register.party(code) ?? []),
    ...organisations.flatMap((code) => register.seatsIn(code)),
  ];
  const days = [
    ...changes.map(({ date }) => firstDay(date)),
    ...times.flatMap(({ from, until }) => [
      ...(from === undefined ? [] : [firstDay(from)]),
      ...(until === undefined ? [] : [addDays(lastDay(until), 1)]),
    ]),
  ];
  return [...new Map(days.map((day) => [firstDayOf(day), day])).values()].sort((a, b) => firstDayOf(a) - firstDayOf(b));
}

/** The first day that a date may mean, as a date. */
export function firstDay(date: PartialDate): LocalDate {
  return dayOf(firstDayOf(date));
}

function lastDay(date: PartialDate): LocalDate {
  return dayOf(lastDayOf(date));
}

function dayOf(number: number): LocalDate {
  return localDate(Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100);
}
