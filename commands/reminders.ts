import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { DEFAULT_SETTINGS } from "../src/delivery/default-settings.ts";
import { GRACE_DAYS } from "../src/delivery/keeping.ts";
import { parsePostAt, type SubscriptionSettings } from "../src/delivery/subscription.ts";
import { EVERYTHING } from "../src/digest/digest.ts";
import type { Reminder } from "../src/digest/reminders.ts";
import { betweenAnswer } from "../src/messages/lookup/between-answer.ts";
import { eventAnswer } from "../src/messages/lookup/event-answer.ts";
import { eventCalled } from "../src/messages/lookup/event-reference.ts";
import { readCode } from "../src/messages/lookup/few.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { canBeMarked } from "../src/messages/lookup/remind-buttons.ts";
import { keyOf, MOST_REMINDERS, reminderNote, remindersList, reminderText } from "../src/messages/reminders-list.ts";
import type { Asked, Command, Input, Pressed, Reply } from "./command.ts";
import { inquiryOf, type LookupNeeds, outdated } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { nextDateOf } from "./next-reminder.ts";
import { completedText, EVERYWHERE, isWholeBetween, textOf } from "./options.ts";
import { quoted, refusal } from "./refusal.ts";
import { readHour } from "./typed/hour.ts";
import { hourChoices, zoneChoices } from "./typed/when-choices.ts";
import { readZone } from "./typed/zone.ts";

type ReminderNeeds = LookupNeeds & Pick<Needs, "reminders" | "directMessages" | "zone" | "parties" | "places">;

const MOST_DAYS = 30;
const DAYS = 7;

/** /reminders [days] [hour] [zone]: what one is reminded of by direct message, and when. Buttons elsewhere add to it. */
export const reminders: Command<ReminderNeeds> = {
  definition: (words) => ({
    ...words("reminders"),
    ...EVERYWHERE,
    options: [
      { ...words("reminders.days"), type: ApplicationCommandOptionType.Integer, min_value: 0, max_value: MOST_DAYS },
      completedText(words, "reminders.hour", false),
      completedText(words, "reminders.zone", false),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    if (input.options.size === 0) return list(input, needs, inquiry);
    const changes = changesOf(input, inquiry, needs);
    if ("kind" in changes) return changes;
    if ((await needs.reminders.of(input.user.id)) === undefined)
      return refusal(inquiry.language.text("reminder.none-to-change"));
    await needs.reminders.change(input.user.id, (existing) => existing && { ...existing, ...changes }, input.now);
    return list(input, needs, inquiry);
  },

  complete: ({ option, text }, input, { parties, places, language }) =>
    option === "hour" ? hourChoices(text, language(input.locale)) : zoneChoices(text, input, { parties, places }),

  actions: {
    async add(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const event = eventCalled(pressed.args[0] ?? "", inquiry.almanac);
      if (event === undefined) return outdated(inquiry);
      if (event.date.precision !== "day") return refusal(inquiry.language.text("reminder.no-day"));
      if (event.confidence === "low") return refusal(inquiry.language.text("reminder.doubtful"));
      return add({ event: event.id }, pressed, needs, inquiry);
    },
    async pair(pressed, needs) {
      const inquiry = await inquiryOf(pressed, needs);
      const [one, other] = pressed.args.map((code) => readCode(code, inquiry.almanac.parties));
      if (one === undefined || other === undefined || one === other) return outdated(inquiry);
      if (!canBeMarked([one, other], inquiry)) return refusal(inquiry.language.text("reminder.no-days"));
      return add({ pair: one < other ? [one, other] : [other, one] }, pressed, needs, inquiry);
    },
    list: async (pressed, needs) => list(pressed, needs, await inquiryOf(pressed, needs)),
    open: async (pressed, needs) => open(pressed, needs, await inquiryOf(pressed, needs)),
    hour: async (pressed, needs) => {
      const postAt = parsePostAt(pressed.values[0] ?? "");
      const change = (existing?: SubscriptionSettings) => existing && postAt && { ...existing, postAt };
      if (postAt !== undefined) await needs.reminders.change(pressed.user.id, change, pressed.now);
      return list(pressed, needs, await inquiryOf(pressed, needs), "update");
    },
    again: async (pressed, needs) => {
      await needs.reminders.change(pressed.user.id, (existing) => existing, pressed.now);
      return list(pressed, needs, await inquiryOf(pressed, needs), "update");
    },
    remove: (pressed, needs) => keep(pressed, needs, (reminder) => !pressed.values.includes(keyOf(reminder))),
    forget: (pressed, needs) => keep(pressed, needs, () => false),
  },
};

type Changes = Partial<Pick<SubscriptionSettings, "headsUpDays" | "postAt" | "zone">>;

/** What was typed, or the refusal of the first thing that cannot be. */
function changesOf(input: Input, { language }: Inquiry, { places }: Pick<Needs, "places">): Changes | Reply {
  const [hour, zone] = [textOf(input, "hour"), textOf(input, "zone")];
  const [postAt, inZone] = [readHour(hour, language), readZone(zone, places)];
  const days = input.options.get("days");
  const typed = (text: string) => ({ typed: quoted(text) });
  if (days !== undefined && !isWholeBetween(days, 0, MOST_DAYS))
    return refusal(language.text("reminder.not-days", { most: MOST_DAYS }));
  if (hour !== "" && postAt === undefined) return refusal(language.text("commands.error.not-an-hour", typed(hour)));
  if (zone !== "" && inZone === undefined) return refusal(language.text("commands.error.not-a-zone", typed(zone)));
  return {
    ...(days !== undefined && { headsUpDays: days === 0 ? undefined : days }),
    ...(postAt && { postAt }),
    ...(inZone && { zone: inZone }),
  };
}

/** What one has, and when it comes. */
async function list(
  { user, now }: Asked,
  needs: ReminderNeeds,
  inquiry: Inquiry,
  kind: "quiet" | "update" = "quiet",
): Promise<Reply> {
  const stored = await needs.reminders.of(user.id);
  if (stored === undefined) return refusal(inquiry.language.text("reminder.none"));
  const { subscription, isClosed } = stored;
  const view = {
    reminders: subscription.reminders,
    days: subscription.headsUpDays ?? 0,
    from: nextDateOf(subscription, now),
    hour: subscription.postAt,
    zone: subscription.zone,
    isClosed,
    grace: GRACE_DAYS,
  };
  return { kind, message: remindersList(view, inquiry) };
}

/** The event or the pair of one of the reminders. */
async function open({ user, values }: Pressed, needs: ReminderNeeds, inquiry: Inquiry): Promise<Reply> {
  const stored = await needs.reminders.of(user.id);
  const reminder = stored?.subscription.reminders.find((each) => values.includes(keyOf(each)));
  if (reminder === undefined) return refusal(inquiry.language.text("reminder.gone"));
  if ("pair" in reminder) {
    const view = { pair: reminder.pair, organisations: false, page: 1 };
    return { kind: "quiet", message: betweenAnswer(view, inquiry) };
  }
  const event = inquiry.almanac.event(reminder.event);
  return event === undefined ? outdated(inquiry) : { kind: "quiet", message: eventAnswer(event, inquiry) };
}

async function add(reminder: Reminder, pressed: Pressed, needs: ReminderNeeds, inquiry: Inquiry): Promise<Reply> {
  const { language } = inquiry;
  const had = (await needs.reminders.of(pressed.user.id))?.subscription;
  const what = reminderText(reminder, inquiry);
  if (had?.reminders.some((each) => keyOf(each) === keyOf(reminder)))
    return refusal(language.text("reminder.known", { what }));
  if ((had?.reminders.length ?? 0) >= MOST_REMINDERS)
    return refusal(language.text("reminder.too-many", { most: MOST_REMINDERS }));
  const settings = had ?? (await anew(pressed, needs));
  if (settings === undefined) return refusal(language.text("reminder.unreachable"));
  const changed = await needs.reminders.change(
    pressed.user.id,
    (existing) => withReminder({ ...(existing ?? settings), locale: pressed.locale }, reminder),
    pressed.now,
  );
  const when = { days: changed?.headsUpDays ?? 0, hour: settings.postAt, zone: settings.zone };
  // somebody who presses many at once may have filled the list meanwhile
  if (changed?.reminders.some((each) => keyOf(each) === keyOf(reminder)) !== true)
    return refusal(language.text("reminder.too-many", { most: MOST_REMINDERS }));
  const said = (text: string): Reply => ({ kind: "quiet", message: reminderNote(text, settings.postAt, inquiry) });
  if ("event" in reminder) return said(language.text("reminder.added", { what, ...when }));
  const [one, other] = reminder.pair;
  const names = { one: language.nameInText(one), other: language.nameInText(other) };
  return said(language.text("reminder.added-pair", { ...names, ...when }));
}

/** Pressed twice at once it is there once, and never are there more than there is room for. */
function withReminder(settings: SubscriptionSettings, reminder: Reminder): SubscriptionSettings {
  const others = settings.reminders.filter((each) => keyOf(each) !== keyOf(reminder));
  return { ...settings, reminders: [...others, reminder].slice(0, MOST_REMINDERS) };
}

/** The first reminder of a person: undefined where Discord does not open their direct messages. */
async function anew(asked: Asked, needs: ReminderNeeds): Promise<SubscriptionSettings | undefined> {
  const direct = await needs.directMessages(asked.user.id);
  if (direct.outcome !== "done") return undefined;
  return {
    ...DEFAULT_SETTINGS,
    guildId: asked.user.id,
    channelId: direct.value,
    channelKind: "direct",
    zone: await needs.zone(asked),
    locale: asked.locale,
    selection: EVERYTHING,
    overviews: { month: false, year: false },
    headsUpDays: DAYS,
  };
}

async function keep(pressed: Pressed, needs: ReminderNeeds, isKept: (reminder: Reminder) => boolean): Promise<Reply> {
  const inquiry = await inquiryOf(pressed, needs);
  const changed = await needs.reminders.change(
    pressed.user.id,
    (existing) => {
      const kept = existing?.reminders.filter(isKept) ?? [];
      return existing && kept.length > 0 ? { ...existing, reminders: kept } : undefined;
    },
    pressed.now,
  );
  if (changed !== undefined) return list(pressed, needs, inquiry, "update");
  const { language } = inquiry;
  const message = textPage(language.text("reminder.list"), [language.text("reminder.forgotten")]);
  return { kind: "update", message };
}
