import { PermissionFlagsBits } from "discord-api-types/v10";
import type { Subscription } from "../src/delivery/subscription.ts";
import { customId } from "../src/messages/custom-id.ts";
import type { Language } from "../src/messages/language.ts";
import { escapeMarkdown } from "../src/messages/markdown.ts";
import { button, buttonRow } from "../src/messages/payload.ts";
import type { Command } from "./command.ts";
import type { Needs } from "./needs.ts";
import { IN_SERVERS } from "./options.ts";

type StopNeeds = Pick<Needs, "language" | "subscriptions" | "unsubscribe">;

/** So many channels fit into an answer. */
const MOST_NAMED = 20;

/** /stop: after a confirmation, the channel where it is used gets no more posts. */
export const stop: Command<StopNeeds> = {
  definition: (words) => ({
    ...words("stop"),
    ...IN_SERVERS,
    default_member_permissions: PermissionFlagsBits.ManageGuild.toString(),
  }),

  async run({ guild, channel, locale }, { language: languageOf, subscriptions }) {
    const language = languageOf(locale);
    const all = await subscriptions(guild?.id ?? "");
    const here = all.find(({ channelId }) => channelId === channel.id);
    if (here !== undefined) return { kind: "quiet", message: question(here, language) };
    if (all.length === 0) return { kind: "refusal", text: language.text("commands.stop.nowhere") };
    const channels = language.list(all.slice(0, MOST_NAMED).map(({ channelId }) => `<#${channelId}>`));
    return { kind: "quiet", message: { content: language.text("commands.stop.elsewhere", { channels }) } };
  },

  actions: {
    async now(pressed, { language: languageOf, subscriptions, unsubscribe }) {
      const language = languageOf(pressed.locale);
      const all = await subscriptions(pressed.guild?.id ?? "");
      const meant = all.find(({ id }) => id === pressed.args[0]);
      if (meant === undefined) return { kind: "refusal", text: language.text("commands.stop.over") };
      await unsubscribe(meant.id, pressed.now);
      const content = language.text("commands.stop.done", { channel: `<#${meant.channelId}>` });
      return { kind: "update", message: { content, components: [] } };
    },
  },
};

function question({ id, channelId, postAt, zone }: Subscription, language: Language) {
  const details = { channel: `<#${channelId}>`, hour: postAt, zone: escapeMarkdown(zone) };
  const confirm = button(language.text("commands.stop.button"), customId("stop", "now", id));
  return { content: language.text("commands.stop.question", details), components: [buttonRow([confirm])] };
}
