import { parseLocalDate } from "../src/almanac/date.ts";
import { DEFAULT_SETTINGS, type Subscription, type SubscriptionSettings } from "../src/delivery/subscription.ts";
import { EVERYTHING } from "../src/digest/digest.ts";
import type { Language } from "../src/messages/language.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { clean, shorten } from "../src/messages/plain.ts";
import { MOST_PARTIES } from "./admin/follow.ts";
import { followingText } from "./admin/setting-words.ts";
import type { Command, Input, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";
import { completedText, IN_SERVERS, MANAGERS, textOf } from "./options.ts";
import { missingText } from "./permissions.ts";
import { readCountries, suggestCountries } from "./typed/country.ts";
import { readHour } from "./typed/hour.ts";
import { hourChoices, zoneChoices } from "./typed/when-choices.ts";
import { readZone } from "./typed/zone.ts";

type SetupNeeds = Pick<Needs, "language" | "parties" | "subscribe" | "subscriptions">;

/** So many calendars a server: a list of them is a select, which has so many options. */
const MOST_CALENDARS = 25;

/** /setup hour zone [countries]: the channel where it is used gets a post every day. */
export const setup: Command<SetupNeeds> = {
  definition: (words) => ({
    ...words("setup"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: [
      completedText(words, "setup.hour", true),
      completedText(words, "setup.zone", true),
      completedText(words, "setup.countries", false),
    ],
  }),

  async run(input, needs) {
    const language = needs.language(input.locale);
    const settings = settingsOf(input, needs, language);
    if ("kind" in settings) return settings;
    const others = (await needs.subscriptions(settings.guildId)).filter(
      ({ channelId }) => channelId !== settings.channelId,
    );
    if (others.length >= MOST_CALENDARS) return refusal(language.text("admin.limit", { most: MOST_CALENDARS }));
    const { subscription, isNew } = await needs.subscribe(settings, input);
    return { kind: "quiet", message: { content: confirmation(subscription, isNew, input, language) } };
  },

  complete({ option, text }, input, { language, parties }) {
    if (option === "hour") return hourChoices(text);
    return option === "zone"
      ? zoneChoices(text, input, parties)
      : suggestCountries(text, parties, language(input.locale));
  },
};

/** What was typed as settings, or the refusal of the first thing that cannot be. */
function settingsOf(input: Input, { parties }: SetupNeeds, language: Language): SubscriptionSettings | Reply {
  const { guild, channel } = input;
  const [hour, zone] = [textOf(input, "hour"), textOf(input, "zone")];
  const [postAt, inZone] = [readHour(hour), readZone(zone)];
  const countries = readCountries(textOf(input, "countries"), parties, language);
  if (guild === undefined || channel.kind === "unsupported")
    return refusal(language.text("commands.error.wrong-channel"));
  if (postAt === undefined) return refusal(language.text("commands.error.not-an-hour", { typed: quoted(hour) }));
  if (inZone === undefined) return refusal(language.text("commands.error.not-a-zone", { typed: quoted(zone) }));
  if (!countries.ok) return countries.refusal;
  const count = countries.codes.length;
  if (count > MOST_PARTIES) return refusal(language.text("admin.countries.too-many", { most: MOST_PARTIES, count }));
  return {
    ...DEFAULT_SETTINGS,
    guildId: guild.id,
    channelId: channel.id,
    channelKind: channel.kind,
    postAt,
    zone: inZone,
    locale: guild.locale,
    selection: { ...EVERYTHING, parties: countries.codes },
  };
}

/** What will be posted where, when the first one comes, and what the bot lacks for it. */
function confirmation(subscription: Subscription, isNew: boolean, { channel }: Input, language: Language): string {
  const { channelId, channelKind, postAt, zone, selection, nextDue } = subscription;
  const first = parseLocalDate(nextDue?.slice(0, 10) ?? "");
  if (first === undefined) throw new Error(`subscription ${subscription.id} is set up and has no next post`);
  const text = language.text(isNew ? "commands.setup.done" : "commands.setup.changed", {
    channel: `<#${channelId}>`,
    hour: postAt,
    zone: escapeMarkdown(zone),
    following: escapeMarkdown(followingText(selection.parties, selection.match, language)),
    first: language.weekday(first),
  });
  return [
    text,
    language.text("commands.setup.overviews"),
    ...missingText(channelKind, channel.appPermissions, language),
  ].join("\n");
}

function refusal(text: string): Reply {
  return { kind: "refusal", text };
}

function quoted(typed: string): string {
  return shorten(clean(typed), 80);
}
