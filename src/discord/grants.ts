import { createHmac, timingSafeEqual } from "node:crypto";
import type { Asked, QuietReply, Reply } from "../../commands/command.ts";
import type { Instant } from "../ports.ts";

/**
 * Discord sends a command only from those to whom the server's integration settings give it, and says nothing of these settings
 * when a button is pressed. So the controls in an answer to somebody without the command's own permission carry a grant: for this
 * one control, this person and this server, until an hour after the command. Nobody without the bot's token can make one.
 */
export interface Grants {
  /** The reply with a grant on each control of a restricted command. */
  readonly give: (reply: Reply, to: Asked, until: Instant) => Reply;
  /** A custom_id without its grant, and until when that is good; undefined where it has none that is good for the asker now. */
  readonly read: (customId: string, asker: Asked) => { readonly customId: string; readonly until: Instant | undefined };
}

/** So long after a command its controls work for those to whom only the server's settings give it. */
export const GRANTED_FOR = 60 * 60_000;

const MINUTE = 60_000;
/** Discord's limit; what would be longer carries no grant. */
const LONGEST = 100;
/** The minute since 1970 in base 36, then 96 bits in base64url. */
const GRANT = /^(.*):!([0-9a-z]{5,7})([\w-]{16})$/;

export function createGrants(secret: string, isRestricted: (customId: string) => boolean): Grants {
  const key = createHmac("sha256", secret).update("grants").digest();
  const mark = (customId: string, { user, guild }: Asked, minute: string): string =>
    createHmac("sha256", key)
      .update(JSON.stringify([customId, user.id, guild?.id, minute]))
      .digest("base64url")
      .slice(0, 16);
  return {
    give(reply, to, until) {
      const minute = Math.floor(until / MINUTE).toString(36);
      return inReply(reply, (customId) => {
        const granted = `${customId}:!${minute}${mark(customId, to, minute)}`;
        return isRestricted(customId) && granted.length <= LONGEST ? granted : customId;
      });
    },
    read(marked, asker) {
      const [, customId, minute = "", given = ""] = GRANT.exec(marked) ?? [];
      if (customId === undefined) return { customId: marked, until: undefined };
      const until = Number.parseInt(minute, 36) * MINUTE;
      const isOurs = timingSafeEqual(Buffer.from(given), Buffer.from(mark(customId, asker, minute)));
      return { customId, until: isOurs && asker.now <= until ? until : undefined };
    },
  };
}

type Change = (customId: string) => string;

/** A copy with each custom_id, at whatever depth, as the function makes it. */
function inReply(reply: Reply, change: Change): Reply {
  if (reply.kind === "form") return { ...reply, form: changed(reply.form, change) };
  if (reply.kind === "later") return { ...reply, work: async () => inQuiet(await reply.work(), change) };
  return reply.kind === "refusal" ? reply : { ...reply, message: changed(reply.message, change) };
}

function inQuiet(reply: QuietReply, change: Change): QuietReply {
  return reply.kind === "refusal" ? reply : { ...reply, message: changed(reply.message, change) };
}

function changed<T extends object>(shown: T, change: Change): T {
  const copy = structuredClone(shown);
  const walk = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const id: unknown = Reflect.get(node, "custom_id");
    if (typeof id === "string") Reflect.set(node, "custom_id", change(id));
    for (const child of Object.values(node)) walk(child);
  };
  walk(copy);
  return copy;
}
