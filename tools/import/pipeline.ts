import type { Kind } from "../../src/almanac/kind.ts";
import type { Publishers } from "../../src/almanac/publishers.ts";
import { countChanges } from "./account.ts";
import { mergeAlliances } from "./alliances.ts";
import { citeFinder } from "./cites.ts";
import type { MergedCode } from "./codes.ts";
import { correct } from "./corrections.ts";
import { ofDominion } from "./dominions.ts";
import { byTrust, type Draft } from "./draft.ts";
import { matchEntryIntoForce } from "./entry-into-force.ts";
import { headlines } from "./establish.ts";
import type { Fact } from "./fact.ts";
import { onlyFirsts } from "./firsts.ts";
import { mergeHosted } from "./hosted.ts";
import { giveIds, type Named } from "./ids.ts";
import { mergeIndexDoubles } from "./index-doubles.ts";
import { mergeIndexTwins } from "./index-twins.ts";
import { ofCommunity } from "./mixed.ts";
import { mergeNamesakes } from "./namesakes.ts";
import { mergeNearby } from "./nearby.ts";
import { draftOf } from "./normalise.ts";
import { nameByPromise, pactsAmong } from "./pacts.ts";
import { mergePeace } from "./peace.ts";
import { commonWords } from "./phrase.ts";
import { townCaser } from "./place-names.ts";
import { withPrincipals } from "./principals.ts";
import type { Collected } from "./read.ts";
import { mergeRestorations } from "./restorations.ts";
import { mergeSame } from "./same.ts";
import { mergeSubsets } from "./subsets.ts";
import { Tally } from "./tally.ts";
import { matchTreaties } from "./treaties-match.ts";
import { withUsualName } from "./treaty-names.ts";
import { decideUnbroken, openRestorations, type Unbroken } from "./unbroken.ts";
import { matchVisits } from "./visits-match.ts";
import { vocabularyOf } from "./vocabulary.ts";
import { tellEntries } from "./war-entries.ts";
import { bySides } from "./war-sides.ts";

import { mergeWarStarts } from "./war-starts.ts";
import { matchWeeksApart } from "./weeks-apart.ts";
import { weighWitnesses } from "./witnesses.ts";

export interface Imported {
  /** The events, the most trusted files first. */
  readonly events: readonly Named[];
  readonly tally: Tally;
  /** What is to be decided of restorations before which no break is known. */
  readonly restorations: Unbroken;
}

/** What data/ says already: which codes are one, and who publishes what. */
export interface Known {
  readonly merged: readonly MergedCode[];
  readonly publishers: Publishers;
}

type Merge = (drafts: readonly Draft[], tally: Tally) => readonly Draft[];

const TREATIES: ReadonlySet<Kind> = new Set<Kind>([
  "treaty-signed",
  "treaty-ratified",
  "treaty-in-force",
  "treaty-ended",
  "peace-treaty",
  "armistice",
  "alliance-formed",
  "alliance-ended",
]);

/** Turns collected facts into events: one event a fact, however many files tell it. Pure; the same facts give the same events. */
export function importFacts({ facts, cites }: Collected, { merged, publishers }: Known): Imported {
  const tally = new Tally();
  const cite = citeFinder(cites, merged);
  const asPact = pactsAmong(facts);
  const isCommon = commonWords(facts);
  const context = { merged, vocabulary: vocabularyOf(facts), isCommon, withTowns: townCaser(facts, isCommon) };
  const drafts: Draft[] = [];
  for (const fact of facts) {
    tally.count(fact.file, "read");
    const right = correct(fact);
    const parts = typeof right === "string" ? right : bySides(right);
    if (typeof parts === "string") tally.count(fact.file, `dropped: ${parts}`);
    else if (parts.length > 1) tally.count(fact.file, "changed: a war of several, told as who fought whom");
    for (const part of typeof parts === "string" ? [] : parts) {
      const draft = draftOf(asParties(asPact(part), tally), context);
      if (typeof draft === "string") tally.count(fact.file, `dropped: ${draft}`);
      else {
        drafts.push(cite(draft));
        countChanges(fact, parts.length === 1 ? part : fact, draft, tally);
      }
    }
  }
  const told = mergeRestorations(headlines(drafts, tally).toSorted(byTrust), tally).toSorted(byTrust);
  const others = only(told, isOther, tally, [mergeWarStarts, mergeNearby]);
  const events = [
    ...only(told, (kind) => TREATIES.has(kind), tally, [
      mergeSame,
      matchTreaties,
      matchEntryIntoForce,
      matchWeeksApart,
      mergeIndexTwins,
      mergeIndexDoubles,
      mergeHosted,
      mergeSubsets,
      mergePeace,
      mergeAlliances,
      (treaties) => treaties.map(nameByPromise),
    ]),
    ...only(told, (kind) => kind === "visit", tally, [matchVisits, onlyFirsts]),
    ...only(told, (kind) => kind === "relations-established", tally, []),
    ...only(others, isOther, tally, [decideUnbroken, mergeNamesakes, tellEntries]),
  ];
  const weighed = events.map((event) => withUsualName(weighWitnesses(event, publishers, tally)));
  const named = giveIds(weighed.toSorted(byTrust)).map(withPrincipals);
  return { events: named, tally, restorations: openRestorations(others) };
}

function isOther(kind: Kind): boolean {
  return !TREATIES.has(kind) && kind !== "visit" && kind !== "relations-established";
}

/** With the parties that it is of, where the list files it under others. */
function asParties(fact: Fact, tally: Tally): Fact {
  const dominions = ofDominion(fact);
  if (dominions !== fact) tally.count(fact.file, "changed: the treaty of a dominion, not of the United Kingdom");
  const told = ofCommunity(dominions);
  if (told !== dominions) tally.count(fact.file, "changed: an agreement of the Community, not of its members");
  return told;
}

function only(
  drafts: readonly Draft[],
  belongs: (kind: Kind) => boolean,
  tally: Tally,
  merges: readonly Merge[],
): readonly Draft[] {
  let merged: readonly Draft[] = drafts.filter(({ kind }) => belongs(kind));
  for (const merge of merges) merged = merge(merged, tally);
  return merged;
}
