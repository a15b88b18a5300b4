import {
  DEFAULT_SETTINGS,
  parsePostAt,
  type Revised,
  type Subscription,
  type SubscriptionSettings,
} from "../src/delivery/subscription.ts";
import { UTC } from "../src/delivery/wall.ts";
import { EVERYTHING } from "../src/digest/digest.ts";
import type { Language } from "../src/messages/language.ts";
import { clean, shorten } from "../src/messages/plain.ts";
import { calendarPressed } from "./admin/calendar.ts";
import { only } from "./admin/follow.ts";
import { confirmation, doneMessage, type Panel, panelMessage } from "./admin/panel.ts";
import { chosen, isPanelSetting } from "./admin/panel-settings.ts";
import type { Asked, Command, Input, Pressed, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";
import { completedText, IN_SERVERS, MANAGERS, textOf } from "./options.ts";
import { type Following, readFollowing, suggestFollowing } from "./typed/following.ts";
import { readHour } from "./typed/hour.ts";
import { hourChoices, zoneChoices } from "./typed/when-choices.ts";
import { likelyZones, readZone } from "./typed/zone.ts";

type SetupNeeds = Pick<
  Needs,
  | "language"
  | "parties"
  | "subscribe"
  | "prepare"
  | "revise"
  | "resume"
  | "subscriptions"
  | "almanac"
  | "presets"
  | "today"
>;

/** So many calendars a server: a list of them is a select, which has so many options. */
const MOST_CALENDARS = 25;

/**
 * /setup [hour] [zone] [countries]: the calendar of the channel where it is used. With hour and zone it posts from then on; else a panel
 * shows what it would be, and begins it. What is typed changes only that: whatever else was chosen stays.
 */
export const setup: Command<SetupNeeds> = {
  definition: (words) => ({
    ...words("setup"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: [
      completedText(words, "setup.hour", false),
      completedText(words, "setup.zone", false),
      completedText(words, "setup.countries", false),
    ],
  }),

  async run(input, needs) {
    const language = needs.language(input.locale);
    const all = await needs.subscriptions(input.guild?.id ?? "");
    const here = all.find(({ channelId }) => channelId === input.channel.id);
    const settings = settingsOf(input, here, await followingTyped(input, needs, language), language);
    if ("kind" in settings) return settings;
    if (here === undefined && all.length >= MOST_CALENDARS)
      return refusal(language.text("admin.limit", { most: MOST_CALENDARS }));
    const typed = (option: string) => textOf(input, option) !== "";
    if (typed("hour") && typed("zone")) {
      const { subscription, isNew } = await needs.subscribe(settings, input);
      return { kind: "quiet", message: { content: confirmation(subscription, isNew, input, language) } };
    }
    if (here === undefined) return panel("quiet", { calendar: await needs.prepare(settings, input) }, input, needs);
    if (input.options.size === 0) return panel("quiet", { calendar: here }, input, needs);
    return revised("quiet", await needs.revise(here, settings, input), input, needs);
  },

  complete({ option, text }, input, { language, parties }) {
    if (option === "hour") return hourChoices(text);
    return option === "zone"
      ? zoneChoices(text, input, parties)
      : suggestFollowing(text, { parties, language: language(input.locale) });
  },

  actions: {
    open: async (pressed, needs) => {
      const found = await calendarPressed(pressed, needs);
      return found.ok ? panel("quiet", { calendar: found.calendar }, pressed, needs) : found.refusal;
    },
    step: (pressed, needs) =>
      onPanel(pressed, needs, (calendar) => {
        const [open] = pressed.values;
        return panel("update", { calendar, ...(isPanelSetting(open) ? { open } : {}) }, pressed, needs);
      }),
    set: (pressed, needs) => onPanel(pressed, needs, (calendar) => set(calendar, pressed, needs)),
    done: (pressed, needs) => onPanel(pressed, needs, (calendar) => done(calendar, pressed, needs)),
  },
};

/** The panel's calendar where it still shows the settings as they are; a panel that is older is shown anew and changes nothing. */
async function onPanel(
  pressed: Pressed,
  needs: SetupNeeds,
  act: (calendar: Subscription) => Reply | Promise<Reply>,
): Promise<Reply> {
  const found = await calendarPressed(pressed, needs);
  if (!found.ok) return found.refusal;
  const { calendar } = found;
  return pressed.args[1] === String(calendar.revision) ? act(calendar) : stale(calendar, pressed, needs);
}

async function set(calendar: Subscription, pressed: Pressed, needs: SetupNeeds): Promise<Reply> {
  const setting = pressed.args[2];
  const language = needs.language(pressed.locale);
  const known = { presets: needs.presets, today: await needs.today(pressed) };
  const next = isPanelSetting(setting) ? chosen(setting, pressed.values, calendar, known) : undefined;
  if (next === undefined) return refusal(language.text("commands.error.unknown-action"));
  return revised("update", await needs.revise(calendar, next, pressed), pressed, needs);
}

async function done(calendar: Subscription, pressed: Pressed, needs: SetupNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const begun = calendar.standing.state === "active" ? calendar : await needs.resume(calendar, pressed);
  if (begun === undefined) return refusal(language.text("admin.over"));
  return { kind: "update", message: doneMessage(begun, pressed, language) };
}

function revised(kind: "quiet" | "update", result: Revised | undefined, asked: Asked, needs: SetupNeeds): Reply {
  const language = needs.language(asked.locale);
  if (result === undefined) return refusal(language.text("admin.over"));
  const said = language.text(result.isStale ? "admin.panel.stale" : "admin.changed");
  return panel(kind, { calendar: result.subscription, said }, asked, needs);
}

function stale(calendar: Subscription, asked: Asked, needs: SetupNeeds): Reply {
  return panel("update", { calendar, said: needs.language(asked.locale).text("admin.panel.stale") }, asked, needs);
}

function panel(kind: "quiet" | "update", shown: Panel, asked: Asked, { almanac, language }: SetupNeeds): Reply {
  return { kind, message: panelMessage(shown, asked, almanac, language(asked.locale)) };
}

/** What there is, or else a good guess, with what was typed; or the refusal of the first thing that cannot be. */
function settingsOf(
  input: Input,
  here: Subscription | undefined,
  following: Following | undefined,
  language: Language,
): SubscriptionSettings | Reply {
  const { guild, channel } = input;
  const [hour, zone] = [textOf(input, "hour"), textOf(input, "zone")];
  const [postAt, inZone] = [readHour(hour), readZone(zone)];
  if (guild === undefined || channel.kind === "unsupported")
    return refusal(language.text("commands.error.wrong-channel"));
  if (hour !== "" && postAt === undefined)
    return refusal(language.text("commands.error.not-an-hour", { typed: quoted(hour) }));
  if (zone !== "" && inZone === undefined)
    return refusal(language.text("commands.error.not-a-zone", { typed: quoted(zone) }));
  if (following?.ok === false) return following.refusal;
  const { id: guildId, locale } = guild;
  const place = { guildId, channelId: channel.id, channelKind: channel.kind };
  const base = here ?? { ...DEFAULT_SETTINGS, ...place, ...guess(locale), selection: EVERYTHING };
  const followed = following === undefined ? undefined : only(base, following, "any", language);
  if (followed?.ok === false) return refusal(followed.text);
  return {
    ...base,
    ...(postAt === undefined ? {} : { postAt }),
    ...(inZone === undefined ? {} : { zone: inZone }),
    ...followed?.settings,
  };
}

/** Whom to follow, where that was typed: the way of /countries only. */
async function followingTyped(input: Input, needs: SetupNeeds, language: Language): Promise<Following | undefined> {
  const typed = textOf(input, "countries");
  return typed === "" ? undefined : readFollowing(typed, { ...needs, today: await needs.today(input), language });
}

/** At nine in the morning where most of those live who speak the server's language. */
function guess(locale: string): Pick<SubscriptionSettings, "postAt" | "zone" | "locale"> {
  const postAt = parsePostAt("09:00");
  if (postAt === undefined) throw new Error("nine in the morning is no time of day");
  return { postAt, zone: likelyZones(locale)[0] ?? UTC, locale };
}

function refusal(text: string): Reply {
  return { kind: "refusal", text };
}

function quoted(typed: string): string {
  return shorten(clean(typed), 80);
}
