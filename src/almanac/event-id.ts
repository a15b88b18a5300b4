import { formatDate } from "./date.ts";
import type { EventRow } from "./event-row.ts";
import type { PartyCode } from "./party.ts";

const LONGEST_NAME = 80;

/** Orders party codes as data/ does: ASCII order of the lower-cased code. */
export function compareCodes(a: PartyCode, b: PartyCode): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/**
 * The id that an event's content gives it: the parties, the date and the kind. More than three parties are called by the
 * event's name, else by the first two codes and the number of the rest. Where events would share an id, the later ones
 * end in -2, -3 and so on.
 */
export function eventIdOf({ parties, name, date, kind }: Pick<EventRow, "parties" | "name" | "date" | "kind">): string {
  return `${whoOf(parties, name ?? "")}-${formatDate(date)}-${kind}`;
}

/** Whether an id is the one that the content gives, or a later one of those. */
export function agrees(id: string, content: string): boolean {
  return id === content || (id.startsWith(content) && /^-(?:[2-9]|[1-9]\d+)$/.test(id.slice(content.length)));
}

function whoOf(parties: readonly PartyCode[], name: string): string {
  const codes = parties.map((code) => code.toLowerCase());
  if (codes.length <= 3) return codes.join("-");
  const named = shortSlug(name, LONGEST_NAME);
  return named === "" ? [...codes.toSorted(compareCodes).slice(0, 2), String(codes.length - 2)].join("-") : named;
}

/** A slug of at most so many letters, cut between words where it must be cut. */
export function shortSlug(text: string, longest: number): string {
  const whole = slug(text);
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut.slice(0, longest);
}

/** Lower-case ASCII words joined by hyphens: "Élysée Treaty" becomes elysee-treaty. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
