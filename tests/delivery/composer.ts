import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import type { Tier } from "../../src/almanac/anniversary.ts";
import type { Composer, Composition } from "../../src/delivery/compose.ts";
import type { OutgoingMessage } from "../../src/ports.ts";

function buttonRow(): APIActionRowComponent<APIButtonComponent> {
  const button: APIButtonComponent = { type: 2, style: ButtonStyle.Secondary, custom_id: "v1:today:all", label: "All" };
  return { type: ComponentType.ActionRow, components: [button] };
}

function textMessage(text: string, files: OutgoingMessage["files"] = []): OutgoingMessage {
  const pictures = files.map(({ name }): APIMessageTopLevelComponent => {
    return { type: ComponentType.MediaGallery, items: [{ media: { url: `attachment://${name}` } }] };
  });
  const shown: APIMessageTopLevelComponent = { type: ComponentType.TextDisplay, content: text };
  return { body: { flags: MessageFlags.IsComponentsV2, components: [shown, ...pictures, buttonRow()] }, files };
}

export function plainMessage(text: string): OutgoingMessage {
  return { body: { content: text, components: [buttonRow()] }, files: [] };
}

/** It counts what it composes; `named` is the name of every post in a forum from now on. */
export type SimpleComposer = Composer & { composed: number; named: string | undefined };

/** Short posts that say what they were asked for. */
export function simpleComposer(
  tiers: readonly Tier[] = [25],
  files: OutgoingMessage["files"] = [],
  suffix = "",
): SimpleComposer {
  return {
    composed: 0,
    named: undefined,
    compose({ slot, localDate, late, settings }): Composition | undefined {
      this.composed += 1;
      if (settings.selection.parties.includes("nobody")) return undefined;
      const text = `${slot} ${localDate}${late ? " (late)" : ""}${suffix}`;
      const bare = textMessage(text);
      const full = files.length > 0 ? textMessage(text, files) : bare;
      return { full, bare, plain: plainMessage(`plain ${text}`), title: this.named ?? `${slot} ${localDate}`, tiers };
    },
    notice: (fault, about) => {
      const several = about.length === 1 ? "" : ` of ${about.map(({ channelId }) => channelId).join(" ")}`;
      return { body: { content: `fault: ${fault}${several}` }, files: [] };
    },
  };
}
