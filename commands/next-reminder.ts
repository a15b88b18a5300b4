import { type LocalDate, parseLocalDate } from "../src/almanac/date.ts";
import { firstDue } from "../src/delivery/due.ts";
import type { Subscription } from "../src/delivery/subscription.ts";
import { dateOf, wallAt } from "../src/delivery/wall.ts";

/** The next date that has a message still to come: today no more once its hour is over, or its message is out. */
export function nextDateOf(order: Subscription, now: number): LocalDate {
  const today = dateOf(wallAt(now, order.zone));
  const due = dateOf(order.nextDue ?? firstDue(order, now));
  const next = parseLocalDate(due > today ? due : today);
  if (next === undefined) throw new RangeError(`${order.id} has no next date`);
  return next;
}
