import { type APIMessage, ApplicationCommandType } from "discord-api-types/v10";
import * as z from "zod";
import type { Answer, Person, Place, StandIn } from "./api.ts";
import type { Calendar } from "./calendar.ts";
import { localDate, type MovedClock } from "./moved-clock.ts";

/** What the page's server needs to know of the channel it shows. */
export interface Shown {
  readonly discord: StandIn;
  readonly clock: MovedClock;
  readonly calendar: Calendar;
  readonly guildName: string;
  readonly channelName: string;
  readonly channelId: string;
  /** Where the bot writes to the person alone. */
  readonly directId: string;
  readonly guildId: string;
  readonly person: Person;
  /** Who and what else can be chosen and mentioned. */
  readonly others: readonly Person[];
  readonly roles: readonly { readonly id: string; readonly name: string }[];
}

const optionValues = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
const modalValues = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.boolean()]));
const locale = z.string().max(10);

const requests = {
  slash: z.object({ command: z.string(), options: optionValues, locale }),
  complete: z.object({ command: z.string(), options: optionValues, focused: z.string(), locale }),
  menu: z.object({ messageId: z.string(), command: z.string(), locale }),
  press: z.object({ messageId: z.string(), customId: z.string(), values: z.array(z.string()).optional(), locale }),
  submit: z.object({ interactionId: z.string(), values: modalValues, locale }),
  dismiss: z.object({ messageId: z.string() }),
  clock: z.object({ date: z.iso.date() }),
};

const SLASH: number = ApplicationCommandType.ChatInput;
const IN_MENU: number = ApplicationCommandType.Message;

/** What the person sees in the channel, then the bot's direct messages. */
export function seenBy({ discord, person, channelId, directId }: Shown): readonly APIMessage[] {
  return [channelId, directId].flatMap((id) => discord.seenBy(person.id, id));
}

/** What the page shows when it opens; later changes come as events. */
export function pageState(shown: Shown): object {
  const { discord, channelId, directId, guildId, person, clock, calendar } = shown;
  const commands = [...discord.commands(), ...discord.commands(guildId)];
  return {
    guild: { id: guildId, name: shown.guildName },
    channel: { id: channelId, name: shown.channelName },
    person: { id: person.id, username: person.username },
    commands: commands.filter(({ type }) => type === SLASH),
    menu: commands.filter(({ type }) => type === IN_MENU).map(({ name }) => name),
    channels: [{ id: channelId, name: shown.channelName }],
    roles: shown.roles,
    people: [person, ...shown.others].map(({ id, username }) => ({ id, name: username })),
    messages: seenBy(shown),
    directId,
    clock: {
      now: clock.now(),
      date: calendar.date,
      today: localDate(clock.unmoved(), calendar.due.zone),
      zone: calendar.due.zone,
    },
  };
}

type Verb = (body: unknown) => Promise<object>;

/** The page's verbs: each takes the request's JSON and answers JSON; faults of the person are thrown with their words. */
export function pageVerbs(shown: Shown): ReadonlyMap<string, Verb> {
  const { discord, channelId, person } = shown;
  const place = (wanted: string): Place => ({ channelId, person: { ...person, locale: wanted } });
  const channelOf = (messageId: string) => seenBy(shown).find(({ id }) => id === messageId)?.channel_id ?? channelId;
  const placeOf = (messageId: string, wanted: string) => ({ ...place(wanted), channelId: channelOf(messageId) });
  const modals = new Map<string, NonNullable<Answer["modal"]>>();
  const told = async (answer: Answer) => {
    await shown.calendar.note();
    if (answer.modal === undefined) return {};
    modals.set(answer.interactionId, answer.modal);
    return { modal: { interactionId: answer.interactionId, ...answer.modal } };
  };
  const verbs: Readonly<Record<string, Verb>> = {
    slash: async (body) => {
      const { command, options, locale: wanted } = requests.slash.parse(body);
      return told(await discord.interact.slash({ ...place(wanted), command, options }));
    },
    complete: async (body) => {
      const { command, options, focused, locale: wanted } = requests.complete.parse(body);
      return { choices: await discord.interact.autocomplete({ ...place(wanted), command, options, focused }) };
    },
    press: async (body) => {
      const { messageId, customId, values, locale: wanted } = requests.press.parse(body);
      return told(await discord.interact.press(placeOf(messageId, wanted), messageId, customId, values));
    },
    menu: async (body) => {
      const { messageId, command, locale: wanted } = requests.menu.parse(body);
      return told(await discord.interact.onMessage(placeOf(messageId, wanted), command, messageId));
    },
    submit: async (body) => {
      const { interactionId, values, locale: wanted } = requests.submit.parse(body);
      const modal = modals.get(interactionId);
      if (modal === undefined)
        throw new Error("This form is no longer open: press the button that opened it once more.");
      return told(await discord.interact.submit(place(wanted), modal, values));
    },
    dismiss: async (body) => {
      const { messageId } = requests.dismiss.parse(body);
      discord.deleteMessage(channelOf(messageId), messageId);
      return {};
    },
    clock: async (body) => {
      await shown.calendar.goTo(requests.clock.parse(body).date);
      return {};
    },
  };
  return new Map(Object.entries(verbs));
}
