import { ApplicationCommandOptionType } from "discord-api-types/v10";
import { isBegun, isPosting, type Subscription } from "../src/delivery/subscription.ts";
import { customId } from "../src/messages/custom-id.ts";
import { readPage, turned } from "../src/messages/lookup/paging.ts";
import { button, buttonRow, type MessagePayload } from "../src/messages/payload.ts";
import { calendarCard, calendarPressed, calendarText, channelFrom, tooMany, versionOf } from "./admin/calendar.ts";
import { calendarMeant, calendarToChange } from "./admin/calendar-meant.ts";
import { changesMessage } from "./admin/changes.ts";
import { listMessage } from "./admin/list-message.ts";
import { nextPosting } from "./admin/next-posting.ts";
import { lackingText } from "./admin/panel.ts";
import { panelActions } from "./admin/panel-actions.ts";
import { knownOf, lostChannel, panelReply } from "./admin/panel-reply.ts";
import { trial } from "./admin/trial.ts";
import { MOST_CHANGES, whyAnswer } from "./admin/why.ts";
import type { Asked, Command, Input, Pressed, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";
import { calendarOption, IN_SERVERS, MANAGERS } from "./options.ts";

type CalendarNeeds = Pick<
  Needs,
  | "language"
  | "subscriptions"
  | "almanac"
  | "pause"
  | "resume"
  | "unsubscribe"
  | "compose"
  | "places"
  | "presets"
  | "today"
  | "trial"
  | "history"
  | "audit"
  | "changes"
  | "ownEvents"
  | "forumTags"
  | "channelUnseen"
>;

type Act = (calendar: Subscription, asked: Asked, needs: CalendarNeeds) => Reply | Promise<Reply>;

/** What can be done with one calendar, by subcommand. */
const ACTS: Readonly<Record<string, Act>> = {
  edit: (calendar, asked, needs) => panelReply("quiet", { calendar }, asked, needs),
  pause: (calendar, asked, needs) => pause("quiet", calendar, asked, needs),
  resume: (calendar, asked, needs) => resume("quiet", calendar, asked, needs),
  remove: askFirst,
  test: trial,
  why,
};

/** /subscriptions: the calendars of a server, each with how it stands and what can be done about it. */
export const subscriptions: Command<CalendarNeeds> = {
  definition: (words) => ({
    ...words("subscriptions"),
    ...IN_SERVERS,
    ...MANAGERS,
    options: (["list", "edit", "pause", "resume", "remove", "test", "why"] as const).map((name) => ({
      ...words(`subscriptions.${name}`),
      type: ApplicationCommandOptionType.Subcommand,
      options: name === "list" ? [] : [calendarOption(words)],
    })),
  }),

  async run(input, needs) {
    const act = ACTS[input.subcommand ?? ""];
    if (act === undefined) return list(input, needs);
    const found = await (input.subcommand === "edit" ? calendarToChange : calendarMeant)(input, needs);
    if (!found.ok) return found.refusal;
    return act(found.calendar, input, needs);
  },

  // the panel of /subscriptions edit
  panels: { setup: ["open", ...Object.keys(panelActions)] },

  actions: {
    show: (pressed, needs) =>
      on(pressed, needs, async (calendar, asked) => ({ kind: "quiet", message: await cardOf(calendar, asked, needs) })),
    why: (pressed, needs) => on(pressed, needs, why),
    changes: (pressed, needs) => on(pressed, needs, (calendar) => changesOf(calendar, pressed, needs)),
    trial: (pressed, needs) => on(pressed, needs, trial),
    pause: (pressed, needs) => on(pressed, needs, (calendar, asked) => pause("update", calendar, asked, needs)),
    resume: (pressed, needs) => on(pressed, needs, (calendar, asked) => resume("update", calendar, asked, needs)),
    ask: (pressed, needs) => on(pressed, needs, askFirst),
    now: (pressed, needs) => on(pressed, needs, (calendar) => remove(calendar, pressed, needs)),
    keep: ({ locale }, { language }) => ({
      kind: "update",
      message: { content: language(locale).text("admin.kept"), components: [] },
    }),
  },
};

async function on(pressed: Pressed, needs: CalendarNeeds, act: Act): Promise<Reply> {
  const found = await calendarPressed(pressed, needs);
  return found.ok ? act(found.calendar, pressed, needs) : found.refusal;
}

async function list(
  { guild, locale, now }: Input,
  { language: languageOf, subscriptions: of, ownEvents, almanac, history }: CalendarNeeds,
): Promise<Reply> {
  const language = languageOf(locale);
  const all = await of(guild?.id ?? "");
  if (all.length === 0) return { kind: "refusal", text: language.text("admin.nowhere") };
  const own = await ownEvents.ofGuild(guild?.id ?? "");
  const rows = new Map(await Promise.all(all.map(async ({ id }) => [id, await history(id)] as const)));
  // of many calendars only the next date is looked at
  const next = (calendar: Subscription) =>
    calendar.nextDue === undefined
      ? undefined
      : nextPosting({ calendar, almanac, own, history: rows.get(calendar.id) ?? [], now }, 1);
  return { kind: "quiet", message: listMessage(all, next, language) };
}

async function pause(
  kind: "quiet" | "update",
  calendar: Subscription,
  asked: Asked,
  needs: CalendarNeeds,
): Promise<Reply> {
  const wasPaused = calendar.standing.state === "paused" ? "admin.same" : "admin.paused";
  const said = isBegun(calendar) ? wasPaused : "admin.nothing-to-pause";
  return card(kind, await needs.pause(calendar, asked), said, asked, needs);
}

async function resume(
  kind: "quiet" | "update",
  calendar: Subscription,
  asked: Asked,
  needs: CalendarNeeds,
): Promise<Reply> {
  const posts = isPosting(calendar);
  const lost = posts ? undefined : await lostChannel("quiet", calendar, asked, needs);
  if (lost !== undefined) return lost;
  return card(kind, await needs.resume(calendar, asked), posts ? "admin.same" : "admin.resumed", asked, needs);
}

async function card(
  kind: "quiet" | "update",
  calendar: Subscription | "full" | undefined,
  said: "admin.paused" | "admin.resumed" | "admin.same" | "admin.nothing-to-pause",
  asked: Asked,
  needs: CalendarNeeds,
): Promise<Reply> {
  const language = needs.language(asked.locale);
  if (calendar === "full") return tooMany("begun", language);
  if (calendar === undefined) return { kind: "refusal", text: language.text("admin.over") };
  return { kind, message: await cardOf(calendar, asked, needs, language.text(said)) };
}

/** With what the bot lacks where the card promises a post. */
async function cardOf(
  calendar: Subscription,
  asked: Asked,
  needs: CalendarNeeds,
  said?: string,
): Promise<MessagePayload> {
  const language = needs.language(asked.locale);
  const posting = nextPosting(await knownOf(calendar, asked, needs));
  const lacking = isPosting(calendar) ? lackingText(calendar, asked, language) : [];
  return calendarCard(calendar, language, { ...(said === undefined ? {} : { said }), posting, lacking });
}

async function askFirst(calendar: Subscription, asked: Asked, needs: CalendarNeeds): Promise<Reply> {
  return { kind: "quiet", message: await question(calendar, asked, needs) };
}

async function question(
  calendar: Subscription,
  asked: Asked,
  needs: CalendarNeeds,
  said?: string,
): Promise<MessagePayload> {
  const language = needs.language(asked.locale);
  const posting = nextPosting(await knownOf(calendar, asked, needs));
  const now = customId("subscriptions", "now", calendar.id, versionOf(calendar));
  const confirm = button(language.text("admin.remove.button"), now);
  const cancel = button(language.text("admin.button.cancel"), customId("subscriptions", "keep", calendar.id));
  const orPause = calendar.standing.state === "active" ? [language.text("admin.remove.or-pause")] : [];
  const asking = [language.text("admin.remove.question"), ...orPause];
  const lines = [calendarText(calendar, language, posting), asking.join(" ")];
  const content = [...(said === undefined ? [] : [said]), ...lines].join("\n");
  return { content, components: [buttonRow([confirm, cancel])] };
}

/** Ends the calendar that the question named; one that has been changed since is asked about anew. */
async function remove(calendar: Subscription, pressed: Pressed, needs: CalendarNeeds): Promise<Reply> {
  const language = needs.language(pressed.locale);
  if (pressed.args[1] !== versionOf(calendar)) {
    const said = language.text("admin.remove.changed");
    return { kind: "update", message: await question(calendar, pressed, needs, said) };
  }
  await needs.unsubscribe(calendar, pressed);
  const content = language.text("admin.remove.done", { channel: `<#${calendar.channelId}>` });
  return { kind: "update", message: { content, components: [] } };
}

async function why(calendar: Subscription, asked: Asked, needs: CalendarNeeds): Promise<Reply> {
  const { almanac, history, audit, changes } = needs;
  const message = whyAnswer({
    calendar,
    almanac,
    history: await history(calendar.id),
    audit: await audit(calendar),
    changes: await changes(calendar, 0, MOST_CHANGES),
    own: await needs.ownEvents.ofGuild(calendar.guildId),
    channel: channelFrom(asked, calendar),
    presets: needs.presets,
    places: needs.places,
    today: await needs.today(asked),
    language: needs.language(asked.locale),
    now: asked.now,
  });
  return { kind: "quiet", message };
}

/** A page of the record: in a message of its own at first, then in the place of another page. */
async function changesOf(
  calendar: Subscription,
  { args, values, locale }: Pressed,
  needs: CalendarNeeds,
): Promise<Reply> {
  const { page } = turned({ page: readPage(args[1]) }, values);
  const message = await changesMessage(calendar, page, needs, needs.language(locale));
  return { kind: args[2] === "first" ? "quiet" : "update", message };
}
