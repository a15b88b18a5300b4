import { about } from "./about.ts";
import { between } from "./between.ts";
import { calendar } from "./calendar.ts";
import type { AnyCommand } from "./command.ts";
import { countries } from "./countries.ts";
import { country } from "./country.ts";
import { data } from "./data.ts";
import { event } from "./event.ts";
import { events } from "./events.ts";
import { help } from "./help.ts";
import { jubilees } from "./jubilees.ts";
import type { Needs } from "./needs.ts";
import { on } from "./on.ts";
import { preview } from "./preview.ts";
import { privacy } from "./privacy.ts";
import { random } from "./random.ts";
import { reminders } from "./reminders.ts";
import { search } from "./search.ts";
import { setup } from "./setup.ts";
import { sources } from "./sources.ts";
import { subscriptions } from "./subscriptions.ts";
import { today } from "./today.ts";
import { upcoming } from "./upcoming.ts";

/** The bot's table of contents. */
export const commands: readonly AnyCommand<Needs>[] = [
  today,
  on,
  country,
  between,
  event,
  search,
  upcoming,
  jubilees,
  random,
  calendar,
  reminders,
  sources,
  help,
  about,
  privacy,
  setup,
  subscriptions,
  preview,
  countries,
  events,
  data,
];
