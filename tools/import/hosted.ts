import { compareCodes, slug } from "../../src/almanac/event-id.ts";
import { isHosted } from "../../src/almanac/hosted.ts";
import type { Kind } from "../../src/almanac/kind.ts";
import { byTrust, combine, type Draft } from "./draft.ts";
import type { Fact } from "./fact.ts";
import type { Tally } from "./tally.ts";
import { isSameInstrument, likeness } from "./treaties-match.ts";

/** How much of the shorter name must be in the longer one. */
const LIKENESS = 0.75;
/** So many states that each have a line of their own are a treaty's signatories. */
const FEWEST_LINES = 3;

const TREATY = /\b(?:Convention|Covenant|Treaty|Protocol|Agreement|Constitution|Charter|Statutes?)\b/;
const DECLARATION = /^(?!Draft)(?:\p{Lu}\p{L}+ ){1,2}Declaration\b|^Agenda 21$|^Monterrey Consensus\b/u;

/** What a list of agreements calls a treaty of the organisation alone: a treaty, a declaration, or a reason to leave it out. */
export function retellHosted({ name = "", note, file }: Fact, kind: Kind): Told | string {
  const bare = name.replace(/ (?:\((?:adoption|opened for signature|London Version)\)|opened for signature)$/, "");
  if (/^(?:Protocol of Signature|Protocol|Agreement)?$/.test(bare)) return "a treaty of nobody, without a name";
  if (file !== "treaties-environment-trade") return { kind, name: bare, note };
  if (DECLARATION.test(bare) && kind === "treaty-signed") return { kind: "declaration", name: bare, note };
  if (!TREATY.test(bare) || bare.includes("General Comment")) return "a resolution, not a treaty";
  return { kind, name: bare, note };
}

interface Told {
  readonly kind: Kind;
  readonly name: string;
  readonly note: string | undefined;
}

/** The organisation under which a treaty was concluded gives way to those who signed it, where a list names them. */
export function mergeHosted(drafts: readonly Draft[], tally: Tally): readonly Draft[] {
  return [...Map.groupBy(drafts, ({ kind, date }) => `${kind} ${date}`).values()].flatMap((group) => {
    const kept = group.filter((draft) => !isHosted(draft));
    for (const hosted of group.filter(isHosted)) {
      const at = kept.findIndex((other) => isSameTreaty(hosted, other));
      const signed = kept[at];
      if (signed === undefined) kept.push(withSigners(hosted, group));
      else {
        tally.merged(signed, hosted, "the same treaty, with those who signed it");
        kept[at] = byTrust(signed, hosted) <= 0 ? combine(signed, hosted) : withPartiesOf(signed, hosted);
      }
    }
    return kept;
  });
}

function withPartiesOf({ parties, namesThen, ...signed }: Draft, hosted: Draft): Draft {
  return { ...combine(hosted, { ...signed, parties, namesThen }), parties, namesThen };
}

/** With the states that have a line each as the parties; that day and in the same words. */
function withSigners(hosted: Draft, group: readonly Draft[]): Draft {
  const lines = group.filter(
    ({ name, parties }) => parties.length === 1 && slug(name ?? "") === slug(hosted.name ?? ""),
  );
  const signers = [...new Set(lines.filter((line) => !isHosted(line)).flatMap(({ parties }) => parties))];
  return signers.length < FEWEST_LINES ? hosted : { ...hosted, parties: signers.sort(compareCodes) };
}

function isSameTreaty(hosted: Draft, other: Draft): boolean {
  if (other.parties.length < FEWEST_LINES) return false;
  return isSameInstrument(hosted, other) && likeness(hosted, other) >= LIKENESS;
}
