import { hostileText } from "./hostile.ts";
import type { Random } from "./random.ts";

const ACTIONS = [
  "page",
  "open",
  "family",
  "month",
  "again",
  "day",
  "step",
  "all",
  "with",
  "hour",
  "undo",
  "import",
  "cancel",
  "remove",
  "why",
  "constructor",
  "__proto__",
  "toString",
  "",
] as const;
export const ARGS = [
  "BE",
  "KZ",
  "US",
  "SUHH",
  "nato",
  "BE.KZ",
  "1",
  "0",
  "2",
  "99999",
  "-1",
  "r+",
  "all",
  "events",
  "outline",
  "relations",
  "visits",
  "2026-06-25",
  "2026-02-30",
  "2026",
  "30",
  "366+",
  "25",
  "~abcdefghijklmnopqrstuv",
  "",
  "__proto__",
  "be-kz-1992-08-25-relations-established",
  "1992~abc",
] as const;

/** A button or a select that an answer has carried, and the message that shows it. */
export interface Seen {
  readonly customId: string;
  readonly messageId: string;
}

export function madeUpId(random: Random, { name }: { readonly name: string }): string {
  if (random.chance(0.1)) return hostileText(random).slice(0, 100);
  const args = Array.from({ length: random.below(6) }, () =>
    random.chance(0.8) ? random.oneOf(ARGS) : hostileText(random),
  );
  return [random.chance(0.97) ? "v1" : "v2", name, random.oneOf(ACTIONS), ...args].join(":").slice(0, 100);
}

/** One of ours, with one of its parts exchanged, left out or doubled, or none. */
export function tampered(id: string, random: Random): string {
  const parts = id.split(":");
  const at = 2 + random.below(Math.max(1, parts.length - 2));
  const part = random.oneOf([[parts[at] ?? ""], [random.oneOf(ARGS)], [hostileText(random)], [], ["1", "1"]]);
  return parts
    .toSpliced(at, 1, ...part)
    .join(":")
    .slice(0, 100);
}
