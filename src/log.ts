import { type DestinationStream, type LevelWithSilent, type Logger, pino, stdSerializers } from "pino";
import type { Clock } from "./ports.ts";

export type Log = Pick<Logger, "debug" | "info" | "warn" | "error" | "fatal">;
export type LogLevel = LevelWithSilent;
export const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const satisfies LogLevel[];

/** What must never be read in a log, wherever in the line it stands: in a field, a message, a URL or a stack. */
const SECRETS: readonly (readonly [RegExp, string])[] = [
  // a bot token: the bot's id, an instant and a signature, each in base64url
  [/[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}/g, "[bot token]"],
  // an interaction token is base64 of "interaction:" and more
  [/aW50ZXJhY3Rpb24[\w+/=-]{8,}/g, "[interaction token]"],
  [/(\/interactions\/\d+\/)[^/\s"\\?]+/g, "$1[interaction token]"],
  [/(\/webhooks\/\d+\/)[^/\s"\\?]+/g, "$1[webhook token]"],
  // the password of a URL
  [/(\w+:\/\/[^:/\s"@]*:)[^@/\s"]+@/g, "$1[password]@"],
];

/** Takes every known shape of a secret out of a text, and the given secrets literally. */
export function scrub(text: string, literal: readonly string[] = []): string {
  const known = literal.reduce((rest, secret) => rest.replaceAll(secret, "[secret]"), text);
  return SECRETS.reduce((rest, [shape, name]) => rest.replace(shape, name), known);
}

/** An error whose message says all that a person needs has neither stack nor cause in the log. */
function serialise(error: Error): object {
  const { name, message } = error;
  return "isSelfExplained" in error ? { type: name, message } : stdSerializers.err(error);
}

/** JSON lines on standard output (or `destination`), scrubbed as the last thing before they are written. */
export function createLog(
  options: { readonly level: LogLevel; readonly clock: Clock; readonly secrets: readonly string[] },
  destination: DestinationStream = pino.destination({ dest: 1, sync: true }),
): Log {
  const secrets = options.secrets.filter((secret) => secret !== "");
  return pino(
    {
      level: options.level,
      base: null,
      timestamp: () => `,"time":${options.clock.now()}`,
      serializers: { err: serialise },
      formatters: { level: (level) => ({ level }) },
      hooks: { streamWrite: (line) => scrub(line, secrets) },
    },
    destination,
  );
}
