import { slug } from "../../src/almanac/event-id.ts";
import { combine, type Draft } from "./draft.ts";
import { partySet } from "./pairs.ts";
import type { Tally } from "./tally.ts";

/** What the World Treaty Index calls one paper in turns, and words that tell nothing apart. A protocol is another paper. */
const ALIKE = new Set(
  "agreement convention treaty pact memorandum instrument arrangement on of in for the and to concerning between certain its".split(
    " ",
  ),
);

/** One event where the World Treaty Index, gathered from several series, has one treaty twice: the same words and figures. */
export function mergeIndexTwins(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  const first = new Map<string, Draft>();
  const kept: (Draft | string)[] = [];
  for (const draft of drafts) {
    const key = isOfIndex(draft) ? keyOf(draft) : undefined;
    const there = key === undefined ? undefined : first.get(key);
    if (key === undefined) kept.push(draft);
    else if (there === undefined) {
      first.set(key, draft);
      kept.push(key);
    } else {
      tally.merged(there, draft, "the same treaty twice in the Index, in the same words");
      first.set(key, combine(there, draft));
    }
  }
  return kept.flatMap((each) => (typeof each === "string" ? (first.get(each) ?? []) : [each]));
}

/** Whether only the World Treaty Index has it. */
export function isOfIndex({ facts }: Draft): boolean {
  return facts.every(({ file }) => file.startsWith("treaties-wti"));
}

/** The words of the name by their first letters ("visa", "visas"; "culture", "cultural"), its figures whole. */
function keyOf({ kind, date, parties, name }: Draft): string {
  const words = slug(name ?? "")
    .split("-")
    .filter((word) => !ALIKE.has(word))
    .map((word) => (/\d/.test(word) ? word : word.slice(0, 6).replace(/s$/, "")));
  return `${kind} ${date} ${partySet(parties)} ${[...new Set(words)].sort().join(" ")}`;
}
