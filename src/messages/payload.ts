import type {
  APIButtonComponent,
  APIComponentInContainer,
  APIComponentInMessageActionRow,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APITextDisplayComponent,
  RESTPostAPIChannelMessageJSONBody,
} from "discord-api-types/v10";

/** A message as Discord takes it, as plain data. */
export type MessagePayload = RESTPostAPIChannelMessageJSONBody;

/**
 * Discord's limits (reference "Components", "Message" and "Uploading Files"; the total of text in Components V2 is known from its
 * validation only). Lengths are counted in UTF-16 units, which is never less than what Discord counts.
 */
export const LIMITS = { text: 4000, components: 40, content: 2000, label: 80 } as const;

const SUPPRESS_EMBEDS = 1 << 2;
const IS_COMPONENTS_V2 = 1 << 15;
/** A quiet slate blue: nothing that cheers or warns. */
const ACCENT = 0x4a_6f_a5;

/** Text with markdown. */
export function textDisplay(content: string): APITextDisplayComponent {
  return { type: 10, content };
}

/** A file that goes with the message, to open or to save. */
export function fileDisplay(name: string): APIComponentInContainer {
  return { type: 13, file: { url: `attachment://${name}` } };
}

/** A line between parts, or only the room for one. */
export function separator(divider: boolean): APIComponentInContainer {
  return { type: 14, divider, spacing: 1 };
}

/** A grey button that comes back with its custom_id. */
export function button(label: string, customId: string): APIButtonComponent {
  return { type: 2, style: 2, label, custom_id: customId };
}

/** The one button that leads on. */
export function mainButton(label: string, customId: string): APIButtonComponent {
  return { type: 2, style: 1, label, custom_id: customId };
}

/** A button that opens an address in the browser. */
export function linkButton(label: string, url: string): APIButtonComponent {
  return { type: 2, style: 5, label, url };
}

/** The frame of a message, with our colour at its side. */
export function container(components: APIComponentInContainer[]): APIContainerComponent {
  return { type: 17, accent_color: ACCENT, components };
}

/** At most five buttons beside each other. */
export function buttonRow(buttons: APIButtonComponent[]): { type: 1; components: APIButtonComponent[] } {
  return { type: 1, components: buttons };
}

/** Discord takes five buttons in a row. */
export const ROW = 5;

/** All the buttons, in as many rows as they need. */
export function buttonRows(buttons: readonly APIButtonComponent[]): readonly ReturnType<typeof buttonRow>[] {
  const [row, rest] = [buttons.slice(0, ROW), buttons.slice(ROW)];
  return row.length === 0 ? [] : [buttonRow([...row]), ...buttonRows(rest)];
}

/** A Components V2 message: it has no content, its links have no previews, and it mentions nobody. */
export function componentsMessage(components: APIMessageTopLevelComponent[]): MessagePayload {
  return { flags: IS_COMPONENTS_V2, components, allowed_mentions: { parse: [] } };
}

/** A plain message for channels that refuse Components V2: text without link previews, buttons, and no mentions. */
export function plainMessage(content: string, buttons: readonly APIButtonComponent[]): MessagePayload {
  return { flags: SUPPRESS_EMBEDS, content, components: [...buttonRows(buttons)], allowed_mentions: { parse: [] } };
}

/** Whether a message of ours is inside Discord's limits for text and components. */
export function fits(message: MessagePayload): boolean {
  const all = (message.components ?? []).flatMap(withChildren);
  const text = all.reduce((sum, component) => sum + ("content" in component ? component.content.length : 0), 0);
  return (message.content ?? "").length <= LIMITS.content && all.length <= LIMITS.components && text <= LIMITS.text;
}

/** The message with as many of the lines as fit, from the first on; `build` says how many of them it leaves out. */
export function fit<Line>(
  lines: readonly Line[],
  build: (shown: readonly Line[], omitted: number) => MessagePayload,
): MessagePayload {
  let shown = lines;
  let message = build(shown, 0);
  while (shown.length > 0 && !fits(message)) {
    shown = shown.slice(0, -1);
    message = build(shown, lines.length - shown.length);
  }
  return message;
}

type Component = APIMessageTopLevelComponent | APIComponentInContainer | APIComponentInMessageActionRow;

/** A component and all inside it: Discord counts them all. No message of ours has sections, whose accessory would count too. */
function withChildren(component: Component): readonly Component[] {
  const children: readonly Component[] = "components" in component ? component.components : [];
  return [component, ...children.flatMap(withChildren)];
}
