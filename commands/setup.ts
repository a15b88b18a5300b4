import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { DEFAULT_SETTINGS } from "../src/delivery/default-settings.ts";
import { isUntouched, type Subscription, type SubscriptionSettings } from "../src/delivery/subscription.ts";
import { UTC } from "../src/delivery/wall.ts";
import { EVERYTHING } from "../src/digest/digest.ts";
import type { Language } from "../src/messages/language.ts";
import { calendarPressed, tooMany } from "./admin/calendar.ts";
import { asMembers, only } from "./admin/follow.ts";
import { lostCalendars, lostToo, movedOrNew } from "./admin/move.ts";
import { nextPosting } from "./admin/next-posting.ts";
import { confirmation, wantsTag } from "./admin/panel.ts";
import { change, panelActions } from "./admin/panel-actions.ts";
import { forumOf, knownOf, panelReply } from "./admin/panel-reply.ts";
import type { Asked, Channel, Command, Input, Pressed, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";
import { completedText, IN_SERVERS, MANAGERS, textOf } from "./options.ts";
import { quoted, refusal, refused } from "./refusal.ts";
import { type Following, readFollowing, suggestFollowing } from "./typed/following.ts";
import { readHour } from "./typed/hour.ts";
import { nearestFollowing } from "./typed/nearest.ts";
import { hourChoices, zoneChoices } from "./typed/when-choices.ts";
import { likelyZones, readZone } from "./typed/zone.ts";

type SetupNeeds = Pick<
  Needs,
  | "language"
  | "parties"
  | "places"
  | "setUp"
  | "revise"
  | "resume"
  | "subscriptions"
  | "almanac"
  | "presets"
  | "today"
  | "audit"
  | "history"
  | "forumTags"
  | "channelUnseen"
  | "ownEvents"
>;

/**
 * /setup [hour] [zone] [countries] [channel]: the calendar of that channel, or of the one where it is used (a forum takes no commands). With
 * hour and zone a new one posts from then on; else a panel shows what it would be, and begins it. What is typed changes only that, and can be
 * taken back: whatever else was chosen stays, and one that is paused, or has not begun and holds what somebody chose, stays so.
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
      { ...words("setup.channel"), type: ApplicationCommandOptionType.Channel },
    ],
  }),

  async run(input, needs) {
    const language = needs.language(input.locale);
    const all = await needs.subscriptions(input.guild?.id ?? "");
    const channel = channelMeant(input);
    const here = all.find(({ channelId }) => channelId === channel.id);
    const following = await followingTyped(input, needs, language);
    const settings = settingsOf(input, here, following, { language, places: needs.places });
    if ("kind" in settings) return settings;
    const typed = (option: string) => textOf(input, option) !== "";
    const lost = lostCalendars(all);
    // one that was only looked at here gives way
    const gives = here === undefined || isUntouched(here);
    const members = following?.ok === true ? asMembers(following, language) : [];
    const notes = [...members, ...(gives ? lostToo(lost, language) : [])];
    const isWhole = gives && typed("hour") && typed("zone");
    // a forum that demands a tag is asked about first
    if (isWhole && !wantsTag(settings, await forumOf(settings, needs))) {
      const made = await needs.setUp({ settings, begin: "active", isChosen: true }, input);
      if (!made.ok) return tooMany(made.full, language);
      const { subscription, became } = made;
      if (became === "found") return overtaken("quiet", subscription, input, needs);
      const posting = nextPosting(await knownOf(subscription, input, needs));
      const said = confirmation(subscription, "begun", posting, input, language);
      return { kind: "quiet", message: { content: [said, ...notes].join("\n") } };
    }
    // the channel that is named is not where the buttons are pressed
    if (gives && channel === input.channel && lost.length > 0 && !hasTyped(input))
      return { kind: "quiet", message: movedOrNew(lost, language) };
    if (here === undefined) return prepared("quiet", settings, input, needs, { isChosen: hasTyped(input), notes });
    if (!hasTyped(input)) return panelReply("quiet", { calendar: here }, input, needs);
    return change("quiet", here, settings, input, needs, notes);
  },

  complete({ option, text }, input, { language, parties, places }) {
    if (option === "hour") return hourChoices(text, language(input.locale));
    return option === "zone"
      ? zoneChoices(text, input, { parties, places })
      : suggestFollowing(text, { parties, language: language(input.locale) });
  },

  actions: {
    open: async (pressed, needs) => {
      const found = await calendarPressed(pressed, needs);
      return found.ok ? panelReply("quiet", { calendar: found.calendar }, pressed, needs) : found.refusal;
    },
    begin: (pressed, needs) => begin(pressed, needs),
    ...panelActions,
  },
};

/** A calendar of its own for the channel, with what a good guess says. */
async function begin(pressed: Pressed, needs: SetupNeeds): Promise<Reply> {
  const all = await needs.subscriptions(pressed.guild?.id ?? "");
  const here = all.find(({ channelId }) => channelId === pressed.channel.id);
  if (here !== undefined) return panelReply("update", { calendar: here }, pressed, needs);
  const settings = guessed(pressed, pressed.channel, needs.places);
  const language = needs.language(pressed.locale);
  if (settings === undefined) return refusal(language.text("commands.error.wrong-channel"));
  return prepared("update", settings, pressed, needs, { isChosen: false });
}

/** The panel of a calendar that begins paused, or of the one that somebody else has made there meanwhile. */
async function prepared(
  kind: "quiet" | "update",
  settings: SubscriptionSettings,
  asked: Asked,
  needs: SetupNeeds,
  { isChosen, notes }: { readonly isChosen: boolean; readonly notes?: readonly string[] },
): Promise<Reply> {
  const made = await needs.setUp({ settings, begin: "paused", isChosen }, asked);
  if (!made.ok) return tooMany(made.full, needs.language(asked.locale));
  return made.became === "found"
    ? overtaken(kind, made.subscription, asked, needs)
    : panelReply(kind, { calendar: made.subscription, notes }, asked, needs);
}

/** The panel of the calendar that somebody else has made or begun there meanwhile: nothing of it was changed. */
function overtaken(kind: "quiet" | "update", calendar: Subscription, asked: Asked, needs: SetupNeeds): Promise<Reply> {
  const said = needs.language(asked.locale).text("admin.panel.stale");
  return panelReply(kind, { calendar, said }, asked, needs);
}

/** Whether any setting was named, not only the channel. */
function hasTyped({ options }: Input): boolean {
  return [...options.keys()].some((option) => option !== "channel");
}

/** The channel that is named, or else the one where somebody asks. */
function channelMeant({ channel, channels, options }: Input): Channel {
  return channels.get(String(options.get("channel") ?? "")) ?? channel;
}

/** What there is, or else a good guess, with what was typed; or the refusal of the first thing that cannot be. */
function settingsOf(
  input: Input,
  here: Subscription | undefined,
  following: Following | undefined,
  { language, places }: { readonly language: Language; readonly places: Needs["places"] },
): SubscriptionSettings | Reply {
  const [hour, zone] = [textOf(input, "hour"), textOf(input, "zone")];
  const [postAt, inZone] = [readHour(hour, language), readZone(zone, places)];
  const base = here ?? guessed(input, channelMeant(input), places);
  if (base === undefined) return refusal(language.text("commands.error.wrong-channel"));
  if (hour !== "" && postAt === undefined)
    return refusal(language.text("commands.error.not-an-hour", { typed: quoted(hour) }));
  if (zone !== "" && inZone === undefined)
    return refusal(language.text("commands.error.not-a-zone", { typed: quoted(zone) }));
  if (following?.ok === false) return following.refusal;
  const followed = following === undefined ? undefined : only(base, following, language);
  if (followed?.ok === false) return refusal(followed.text);
  return {
    ...base,
    ...(postAt === undefined ? {} : { postAt }),
    ...(inZone === undefined ? {} : { zone: inZone, lostZone: undefined }),
    ...followed?.settings,
  };
}

/** Whom to follow, where that was typed: the way of /countries only. */
async function followingTyped(input: Input, needs: SetupNeeds, language: Language): Promise<Following | undefined> {
  const typed = textOf(input, "countries");
  if (typed === "") return undefined;
  const source = { ...needs, today: await needs.today(input), language };
  const following = readFollowing(typed, source);
  if (following.ok || following.refusal.kind !== "refusal") return following;
  const [near] = nearestFollowing(typed, source);
  if (near === undefined) return following;
  const example = language.text("admin.countries.written", { example: near.name });
  return refused([following.refusal.text, example].join("\n"));
}

/** All countries, at nine in the morning where most of those live who speak the server's language; undefined where nothing can be posted. */
function guessed({ guild }: Asked, channel: Channel, places: Needs["places"]): SubscriptionSettings | undefined {
  if (guild === undefined || channel.kind === "unsupported") return undefined;
  const { id: guildId, locale } = guild;
  const place = { guildId, channelId: channel.id, channelKind: channel.kind };
  return {
    ...DEFAULT_SETTINGS,
    ...place,
    zone: likelyZones(locale, places)[0] ?? UTC,
    locale,
    selection: EVERYTHING,
  };
}
