import { groupChanges } from "../../commands/admin/follow.ts";
import { parseLocalDate } from "../almanac/date.ts";
import type { Presets } from "../almanac/parties/presets.ts";
import { tell } from "../delivery/tell.ts";
import { dateOf, UTC, wallAt } from "../delivery/wall.ts";
import type { Clock, Store } from "../ports.ts";

/** So many calendars are read at a time. */
const A_READING = 100;

/**
 * Once a date (UTC) the admins of calendars that follow groups as a whole are told where members have joined or left since the group was chosen:
 * once, until somebody changes the calendar.
 */
export function groupWatch({
  store,
  presets,
  clock,
}: {
  readonly store: Store;
  readonly presets: Presets;
  readonly clock: Clock;
}): () => Promise<void> {
  let looked = "";
  return async () => {
    const date = dateOf(wallAt(clock.now(), UTC));
    const today = parseLocalDate(date);
    if (date === looked || today === undefined) return;
    const known = new Map<string, ReturnType<Presets>>();
    const membersOn: Presets = (preset, day) => {
      const members = known.get(preset) ?? presets(preset, day);
      known.set(preset, members);
      return members;
    };
    for (let last = "", some = true; some; ) {
      const calendars = await store.subscriptions.withGroups(last, A_READING);
      for (const calendar of calendars)
        if (groupChanges(calendar, membersOn, today).length > 0)
          await tell({ store, clock }, calendar, "groups-changed");
        else await store.guilds.withdraw(calendar, ["groups-changed"]);
      last = calendars.at(-1)?.id ?? last;
      some = calendars.length > 0;
    }
    looked = date;
  };
}
