import { createHmac, timingSafeEqual } from "node:crypto";
import { ComponentType } from "discord-api-types/v10";
import type { Asked, QuietReply, Reply } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";

/**
 * Discord sends a command only from those to whom the server's integration settings give it, and says nothing of these settings
 * when a button is pressed. So the controls in an answer to somebody without the command's own permission carry a grant: for this
 * one control, by this command, for this person and server, until an hour after the command. Nobody without the bot's token can make one.
 */
export interface Grants {
  /** The reply with a grant by that command on each control that it covers; restricted controls that it does not are left out. */
  readonly give: (reply: Reply, by: string, to: Asked, until: Instant) => Reply;
  /** A custom_id without its grant, and by which command and until when that is good; undefined where it has none for the asker now. */
  readonly read: (
    customId: string,
    asker: Asked,
  ) => { readonly customId: string; readonly grant: { readonly by: string; readonly until: Instant } | undefined };
}

/** The commands whose grants cover a control; undefined where everybody may use it. */
export type Coverage = (customId: string) => readonly string[] | undefined;

/** So long after a command its controls work for those to whom only the server's settings give it. */
export const GRANTED_FOR = 60 * 60_000;

const MINUTE = 60_000;
/** Discord's limit; what would be longer carries no grant, and is left out. */
const LONGEST = 100;
/** The minute since 1970 in base 36, then 96 bits in base64url. */
const GRANT = /^(.*):!([0-9a-z]{5,7})([\w-]{16})$/;

export function createGrants(secret: string, coverage: Coverage): Grants {
  const key = createHmac("sha256", secret).update("grants").digest();
  const mark = (customId: string, by: string, { user, guild }: Asked, minute: string): string =>
    createHmac("sha256", key)
      .update(JSON.stringify([customId, by, user.id, guild?.id, minute]))
      .digest("base64url")
      .slice(0, 16);
  return {
    give(reply, by, to, until) {
      const minute = Math.floor(until / MINUTE).toString(36);
      return inReply(reply, (customId) => {
        const covering = coverage(customId);
        if (covering === undefined) return customId;
        const granted = `${customId}:!${minute}${mark(customId, by, to, minute)}`;
        return covering.includes(by) && granted.length <= LONGEST ? granted : undefined;
      });
    },
    read(marked, asker) {
      const [, customId, minute = "", given = ""] = GRANT.exec(marked) ?? [];
      if (customId === undefined) return { customId: marked, grant: undefined };
      const until = Number.parseInt(minute, 36) * MINUTE;
      const isBy = (command: string) =>
        timingSafeEqual(Buffer.from(given), Buffer.from(mark(customId, command, asker, minute)));
      const by = asker.now <= until ? coverage(customId)?.find(isBy) : undefined;
      return { customId, grant: by === undefined ? undefined : { by, until } };
    },
  };
}

/** The custom_id to take the place of another; undefined leaves the control out. */
type Change = (customId: string) => string | undefined;

/** A copy with each control, at whatever depth, as the function makes it. */
function inReply(reply: Reply, change: Change): Reply {
  if (reply.kind === "later") return { ...reply, work: async () => inQuiet(await reply.work(), change) };
  return reply.kind === "refusal" ? reply : { ...reply, message: changed(reply.message, change) };
}

function inQuiet(reply: QuietReply, change: Change): QuietReply {
  return reply.kind === "refusal" ? reply : { ...reply, message: changed(reply.message, change) };
}

function changed<T extends object>(shown: T, change: Change): T {
  const copy = structuredClone(shown);
  keep(copy, change);
  return copy;
}

/** Changes what is there in its place. False where it is a control that is left out, or a row with none left. */
function keep(node: unknown, change: Change): boolean {
  if (typeof node !== "object" || node === null) return true;
  if (Array.isArray(node)) {
    const parts: unknown[] = node;
    parts.splice(0, parts.length, ...parts.filter((part) => keep(part, change)));
    return true;
  }
  const id: unknown = Reflect.get(node, "custom_id");
  const becomes = typeof id === "string" ? change(id) : undefined;
  if (typeof id === "string" && becomes === undefined) return false;
  if (becomes !== undefined) Reflect.set(node, "custom_id", becomes);
  for (const child of Object.values(node)) keep(child, change);
  const controls: unknown = Reflect.get(node, "components");
  return !(Array.isArray(controls) && controls.length === 0 && Reflect.get(node, "type") === ComponentType.ActionRow);
}
