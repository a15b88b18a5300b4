import { ApplicationCommandOptionType } from "discord-api-types/v10";
import type { EntryId } from "../src/delivery/audit.ts";
import { isPosting, type Revised, type Subscription } from "../src/delivery/subscription.ts";
import { dateOf } from "../src/delivery/wall.ts";
import { customId } from "../src/messages/custom-id.ts";
import type { Language } from "../src/messages/language.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { button, buttonRow, LIMITS, type MessagePayload } from "../src/messages/payload.ts";
import { shorten } from "../src/messages/plain.ts";
import { calendarPressed, calendarText } from "./admin/calendar.ts";
import { calendarMeant } from "./admin/calendar-meant.ts";
import { asMembers, type Changed, follow, groupChanges, only, onlyTogether, unfollow, update } from "./admin/follow.ts";
import { followingMessage } from "./admin/following-list.ts";
import { nextPosting } from "./admin/next-posting.ts";
import { lackingText } from "./admin/panel.ts";
import { knownOf } from "./admin/panel-reply.ts";
import { beforeEntry } from "./admin/undo.ts";
import type { Asked, Choice, Command, Pressed, Reply } from "./command.ts";
import { partiesFor } from "./inquiry.ts";
import type { Needs } from "./needs.ts";
import { calendarOption, completedText, flag, IN_SERVERS, MANAGERS, textOf } from "./options.ts";
import { refusal } from "./refusal.ts";
import { suggestFollowed } from "./typed/followed.ts";
import { readFollowing, suggestFollowing } from "./typed/following.ts";
import { nearestFollowing } from "./typed/nearest.ts";

type CountriesNeeds = Pick<
  Needs,
  | "language"
  | "subscriptions"
  | "parties"
  | "presets"
  | "today"
  | "revise"
  | "audit"
  | "almanac"
  | "following"
  | "ownEvents"
  | "history"
>;

/** /countries: whom a calendar follows. */
export const countries: Command<CountriesNeeds> = {
  definition: (words) => ({
    ...words("countries"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: (["follow", "unfollow", "only", "list"] as const).map((name) => ({
      ...words(`countries.${name}`),
      type: ApplicationCommandOptionType.Subcommand,
      options: [
        ...(name === "list" ? [] : [completedText(words, "countries.countries", true)]),
        ...(name === "only" ? [flag(words, "countries.together")] : []),
        calendarOption(words),
      ],
    })),
  }),

  async run(input, needs) {
    const language = needs.language(input.locale);
    const found = await calendarMeant(input, needs);
    if (!found.ok) return found.refusal;
    const today = await needs.today(input);
    if (input.subcommand === "list")
      return { kind: "quiet", message: followingMessage(found.calendar, needs, today, language) };
    const typed = textOf(input, "countries");
    const asked = readFollowing(typed, { ...needs, today, language });
    const way = input.options.get("together") === true ? "together" : input.subcommand;
    if (!isWay(way)) return refusal(language.text("commands.error.unknown-action"));
    if (!asked.ok)
      return nearOr(
        asked.refusal,
        found.calendar,
        way,
        nearestFollowing(typed, { ...needs, today, language }),
        language,
      );
    return changed(found.calendar, way, asked, input, needs);
  },

  async complete({ text }, input, needs) {
    const source = { parties: await partiesFor(input, needs), language: needs.language(input.locale) };
    if (input.subcommand !== "unfollow") return suggestFollowing(text, source);
    const found = await calendarMeant(input, needs);
    return suggestFollowed(
      text,
      found.ok ? [found.calendar] : await needs.subscriptions(input.guild?.id ?? ""),
      source,
    );
  },

  actions: { undo, update: takeOver, meant },
};

/** What is done with whom somebody names. */
const WAYS = { follow, only, unfollow, together: onlyTogether } as const;
type Way = keyof typeof WAYS;

function isWay(text: string | undefined): text is Way {
  return text !== undefined && Object.hasOwn(WAYS, text);
}

/** So much of a custom_id leaves room for a grant (src/discord/grants.ts). */
const LONGEST_ID = 72;

/** The refusal of a name that nobody has; with a button for each of those that come near, where that is all that is wrong. */
function nearOr(refused: Reply, { id }: Subscription, way: Way, near: readonly Choice[], language: Language): Reply {
  const buttons = near.flatMap(({ name, value }) =>
    value.length <= LONGEST_ID - customId("countries", "meant", id, way, "").length
      ? [button(shorten(name, LIMITS.label), customId("countries", "meant", id, way, value))]
      : [],
  );
  if (refused.kind !== "refusal" || buttons.length === 0) return refused;
  const content = [refused.text, language.text("admin.countries.near")].map(escapeMarkdown).join("\n");
  return { kind: "quiet", message: { content, components: [buttonRow(buttons)] } };
}

/** Does what was asked for with the one that was meant. */
async function meant(pressed: Pressed, needs: CountriesNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const found = await calendarPressed(pressed, needs);
  if (!found.ok) return found.refusal;
  const [, way, typed = ""] = pressed.args;
  if (!isWay(way)) return refusal(language.text("commands.error.unknown-action"));
  const asked = readFollowing(typed, { ...needs, today: await needs.today(pressed), language });
  if (!asked.ok) return asked.refusal;
  const reply = await changed(found.calendar, way, asked, pressed, needs);
  return reply.kind === "quiet" ? { ...reply, kind: "update" } : reply;
}

/** So often a change is tried again on what somebody else has just changed. */
const TRIES = 5;

/** Changes what the calendar follows as it is now, whoever else changes it at the same time, and offers to undo it. */
async function changed(
  calendar: Subscription,
  way: Way,
  asked: Parameters<typeof follow>[1],
  asker: Asked,
  needs: CountriesNeeds,
): Promise<Reply> {
  const language = needs.language(asker.locale);
  const said = way === "unfollow" ? [] : asMembers(asked, language);
  let seen = calendar;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const next: Changed = WAYS[way](seen, asked, language);
    if (!next.ok) return { kind: "refusal", text: next.text };
    const revised = await needs.revise(seen, { ...seen, ...next.settings }, asker);
    if (revised === undefined) return { kind: "refusal", text: language.text("admin.over") };
    const all = next.said === undefined ? said : [next.said, ...said];
    if (revised.outcome !== "stale")
      return { kind: "quiet", message: await changedMessage(revised, asker, needs, all) };
    seen = revised.subscription;
  }
  return { kind: "refusal", text: language.text("admin.busy") };
}

/** What the calendar follows now, with Undo where that is a change. */
async function changedMessage(
  revised: Revised,
  asked: Asked,
  needs: CountriesNeeds,
  said: readonly string[] = [],
): Promise<MessagePayload> {
  const language = needs.language(asked.locale);
  const { subscription: calendar, outcome } = revised;
  const posting = nextPosting(await knownOf(calendar, asked, needs));
  const back = (entry: EntryId) =>
    button(
      language.text("admin.button.undo"),
      customId("countries", "undo", calendar.id, String(calendar.revision), entry),
    );
  const lacking = isPosting(calendar) ? lackingText(calendar, asked, language) : [];
  const buttons = [
    ...(revised.outcome === "changed" && revised.entry !== undefined ? [back(revised.entry)] : []),
    ...(calendar.nextDue === undefined ? [] : [nextPostButton(calendar, calendar.nextDue, language)]),
  ];
  const what = escapeMarkdown(language.text(outcome === "changed" ? "admin.changed" : "admin.same"));
  return {
    content: [`${what} ${calendarText(calendar, language, posting)}`, ...lacking, ...said].join("\n"),
    components: buttons.length === 0 ? [] : [buttonRow(buttons)],
  };
}

function nextPostButton({ id }: Subscription, nextDue: string, language: Language) {
  return button(language.text("admin.button.preview"), customId("preview", "open", id, dateOf(nextDue), "daily"));
}

/** Follows the chosen groups as they are now, unless somebody has changed the calendar since. */
async function takeOver(pressed: Pressed, needs: CountriesNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const found = await calendarPressed(pressed, needs);
  if (!found.ok) return found.refusal;
  const { calendar } = found;
  if (pressed.args[1] !== String(calendar.revision))
    return { kind: "refusal", text: language.text("admin.changed-since") };
  const changes = groupChanges(calendar, needs.presets, await needs.today(pressed));
  const next = update(calendar, changes, language);
  if (!next.ok) return { kind: "refusal", text: next.text };
  const revised = await needs.revise(calendar, { ...calendar, ...next.settings }, pressed);
  if (revised === undefined) return { kind: "refusal", text: language.text("admin.over") };
  if (revised.outcome === "stale") return { kind: "refusal", text: language.text("admin.changed-since") };
  return { kind: "quiet", message: await changedMessage(revised, pressed, needs) };
}

/** Takes the change back that the button was made for, unless somebody has changed the calendar since. */
async function undo(pressed: Pressed, needs: CountriesNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  const found = await calendarPressed(pressed, needs);
  if (!found.ok) return found.refusal;
  const { calendar } = found;
  const isLast = pressed.args[1] === String(calendar.revision);
  const settings = isLast ? beforeEntry(calendar, pressed.args[2], await needs.audit(calendar)) : undefined;
  if (settings === undefined) return { kind: "refusal", text: language.text("admin.changed-since") };
  const revised = await needs.revise(calendar, settings, pressed);
  if (revised === undefined) return { kind: "refusal", text: language.text("admin.over") };
  if (revised.outcome === "stale") return { kind: "refusal", text: language.text("admin.changed-since") };
  const posting = nextPosting(await knownOf(revised.subscription, pressed, needs));
  const what = escapeMarkdown(language.text("admin.undone"));
  const content = [
    `${what} ${calendarText(revised.subscription, language, posting)}`,
    ...(isPosting(revised.subscription) ? lackingText(revised.subscription, pressed, language) : []),
  ].join("\n");
  return { kind: "update", message: { content, components: [] } };
}
