import { type APIEmbed, type APIMessageTopLevelComponent, MessageFlags } from "discord-api-types/v10";
import { type BodyFault, invalidForm, refusal } from "../errors.ts";
import type { UploadedFile } from "../world.ts";
import { componentFaults, lengthOf, mediaOf, walk } from "./components.ts";

/** The fields of any message body (channel, interaction, webhook, edit) that the rules look at. */
export interface MessageBody {
  readonly content?: string | null | undefined;
  readonly embeds?: readonly APIEmbed[] | null | undefined;
  readonly components?: readonly APIMessageTopLevelComponent[] | null | undefined;
  readonly flags?: number | null | undefined;
  readonly sticker_ids?: readonly string[] | null | undefined;
  readonly poll?: object | null | undefined;
  readonly attachments?: readonly { readonly id: string | number }[] | null | undefined;
  readonly allowed_mentions?:
    | {
        readonly parse?: readonly string[] | null | undefined;
        readonly users?: readonly string[] | null | undefined;
        readonly roles?: readonly string[] | null | undefined;
      }
    | null
    | undefined;
  readonly nonce?: string | number | null | undefined;
  readonly enforce_nonce?: boolean | null | undefined;
}

/** Flags a bot may set on a message in a channel; answers to interactions may be ephemeral too. */
export const CHANNEL_FLAGS =
  MessageFlags.SuppressEmbeds |
  MessageFlags.SuppressNotifications |
  MessageFlags.IsComponentsV2 |
  MessageFlags.IsVoiceMessage;
export const ANSWER_FLAGS = CHANNEL_FLAGS | MessageFlags.Ephemeral;

/** Refuses what the documentation forbids in a message and its schema does not say (resources/message). */
export function checkMessage(body: MessageBody, files: readonly UploadedFile[], settable: number): void {
  const flags = body.flags ?? 0;
  const isV2 = (flags & MessageFlags.IsComponentsV2) !== 0;
  const faults: BodyFault[] = [
    ...(isV2 ? legacyFaults(body) : contentFaults(body)),
    ...componentFaults(body.components ?? [], isV2),
    ...mentionFaults(body.allowed_mentions ?? {}),
    ...attachmentFaults(body, files),
  ];
  if ((flags & ~settable) !== 0) {
    faults.push({ path: ["flags"], code: "MESSAGE_FLAGS_INVALID", message: "These flags cannot be set here" });
  }
  if (body.enforce_nonce === true && (body.nonce ?? "") === "") {
    faults.push({ path: ["nonce"], code: "BASE_TYPE_REQUIRED", message: "enforce_nonce needs a nonce" });
  }
  if (faults.length > 0) throw invalidForm(faults);
  if (isEmpty(body, files)) throw refusal(50006);
}

function isEmpty(body: MessageBody, files: readonly UploadedFile[]): boolean {
  return (
    (body.content ?? "").trim() === "" &&
    (body.embeds ?? []).length === 0 &&
    (body.components ?? []).length === 0 &&
    (body.sticker_ids ?? []).length === 0 &&
    (body.poll ?? null) === null &&
    files.length === 0
  );
}

function legacyFaults(body: MessageBody): readonly BodyFault[] {
  const filled = {
    content: (body.content ?? "") !== "",
    embeds: (body.embeds ?? []).length > 0,
    sticker_ids: (body.sticker_ids ?? []).length > 0,
    poll: (body.poll ?? null) !== null,
  };
  return Object.entries(filled).flatMap(([field, used]) =>
    used
      ? [
          {
            path: [field],
            code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
            message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
          },
        ]
      : [],
  );
}

const MOST_CONTENT = 2000;
const MOST_EMBED_TEXT = 6000;

function contentFaults(body: MessageBody): readonly BodyFault[] {
  const faults: BodyFault[] = [];
  if (lengthOf(body.content ?? "") > MOST_CONTENT) {
    const message = `Must be ${MOST_CONTENT} or fewer in length.`;
    faults.push({ path: ["content"], code: "BASE_TYPE_MAX_LENGTH", message });
  }
  if ((body.embeds ?? []).reduce((sum, embed) => sum + embedText(embed), 0) > MOST_EMBED_TEXT) {
    const message = `Embed size exceeds maximum size of ${MOST_EMBED_TEXT}`;
    faults.push({ path: ["embeds"], code: "MAX_EMBED_SIZE_EXCEEDED", message });
  }
  return faults;
}

function embedText(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.reduce((sum, text) => sum + lengthOf(text ?? ""), 0);
}

function mentionFaults(mentions: NonNullable<MessageBody["allowed_mentions"]>): readonly BodyFault[] {
  return (["users", "roles"] as const).flatMap((kind) => {
    const ids = mentions[kind] ?? [];
    if (ids.length === 0 || !(mentions.parse ?? []).includes(kind)) return [];
    const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
    return [{ path: ["allowed_mentions"], code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message }];
  });
}

/** attachment:// must name an uploaded file, and `attachments` only those that came. */
function attachmentFaults(body: MessageBody, files: readonly UploadedFile[]): readonly BodyFault[] {
  const names = new Set(files.map(({ name }) => name));
  const media = walk(body.components ?? [], ["components"]).flatMap(({ at, component }) =>
    mediaOf(component).map(({ url }) => ({ path: [...at, "media", "url"], url })),
  );
  return media.flatMap(({ path, url }) => {
    const local = /^attachment:\/\/(.*)$/u.exec(url)?.[1];
    if (local !== undefined && !names.has(local)) {
      return [{ path, code: "REFERENCED_ATTACHMENT_NOT_FOUND", message: "The referenced attachment was not found" }];
    }
    if (local === undefined && !/^https?:\/\//u.test(url)) {
      return [
        { path, code: "URL_TYPE_INVALID_SCHEME", message: "Scheme must be one of ('http', 'https', 'attachment')." },
      ];
    }
    return [];
  });
}
