import type { Event } from "../almanac/event.ts";
import type { Kind } from "../almanac/kind.ts";
import type { PartyCode } from "../almanac/party.ts";
import { clause, properName, type Reader, sentence } from "./sentence.ts";
import { type Telling, tell } from "./telling.ts";
import type { Part, Told } from "./wording.ts";

/** The greater occasion, where it is told in other words. */
export function greaterOf({ within }: Told, what: string, reader: Reader): Part | undefined {
  if (within === undefined) return undefined;
  const { event } = within.lead;
  const telling = tell(
    event,
    within.others.map((other) => other.event),
  );
  return sentence(telling, reader) === what ? undefined : { what: clause(telling, reader), event, told: telling.told };
}

/** What else the day brought is told where the line stays as short as this. */
const ONE_BREATH = 160;

/** What a kind already says, or what it takes the place of, so that events of these kinds between the same parties add nothing to the line. */
const IMPLIED: Partial<Record<Kind, readonly Kind[]>> = {
  "relations-established": ["recognition", "embassy-opened", "mission-opened"],
  "relations-restored": ["recognition", "embassy-opened", "mission-opened"],
  "treaty-signed": ["treaty-in-force", "alliance-formed", "treaty-ratified", "alliance-ended", "treaty-ended"],
  "alliance-formed": ["alliance-ended", "treaty-ended"],
  "peace-treaty": ["fighting-ended", "treaty-signed"],
};

/** What follows the birth or the end of a state as a matter of course, whoever takes part. */
const OF_COURSE: readonly Kind[] = [
  "recognition",
  "relations-established",
  "embassy-opened",
  "national-day",
  "state-founded",
];
const BIRTHS: readonly Kind[] = ["independence", "state-founded", "unification", "state-dissolved"];

/** What says nothing where its name is not known: "a treaty between France and Morocco ended". */
const NAMELESS: readonly Kind[] = ["treaty-signed", "treaty-in-force", "treaty-ratified", "treaty-ended"];

function isNews(other: Event, { event, firsts, seconds, told }: Telling): boolean {
  if (told.includes(other)) return false;
  if (BIRTHS.includes(event.kind) && OF_COURSE.includes(other.kind)) return false;
  if (other.name === undefined && NAMELESS.includes(other.kind)) return false;
  if (event.kind === "war-declared" && (other.kind === "war-began" || other.kind === "war-entered")) return false;
  const parties = [...firsts, ...seconds];
  const implied = IMPLIED[event.kind]?.includes(other.kind) ?? false;
  return !(implied && other.parties.every((party) => parties.includes(party)));
}

/** Whether one adds nothing to the name of the other: "Treaty of peace of Trianon" to "Treaty of Trianon", "Montreal Protocol on Substances that ..." to "Montreal Protocol". */
function isSameName({ name: one }: Event, { name: other }: Event): boolean {
  if (one === undefined || other === undefined) return false;
  const words = (name: string): readonly string[] =>
    name
      .replace(/\(.*?\)/g, "")
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  const [ours, theirs] = [words(one), words(other)];
  return (
    one.startsWith(`${other} on `) || (theirs.every((word) => ours.includes(word)) && ours.length <= theirs.length + 1)
  );
}

/** What was made that day: its name says so. */
const SIGNED: readonly Kind[] = ["treaty-signed", "peace-treaty", "joint-statement", "declaration"];

/** What those whom the reader follows did, where the sentence names none of them; else what is news of them, or of anybody where they follow nobody, where it is short. */
export function alsoOf(telling: Telling, what: string, others: readonly Event[], reader: Reader): Part | undefined {
  const isFollowed = (code: PartyCode): boolean => reader.following.has(code);
  const isNamed = [...telling.firsts, ...telling.seconds].some(isFollowed);
  const own = isNamed ? undefined : others.find(({ parties }) => parties.some(isFollowed));
  if (own !== undefined) return aside(telling, own, others, reader);
  const isTheirs = ({ parties }: Event): boolean => reader.following.size === 0 || parties.some(isFollowed);
  const rest = others.filter((other) => isTheirs(other) && isNews(other, telling) && !isSameName(other, telling.event));
  const next = rest.find(({ kind }) => kind !== telling.event.kind) ?? rest[0];
  const found = next && aside(telling, next, rest, reader);
  return found !== undefined && what.length + found.what.length <= ONE_BREATH ? found : undefined;
}

function aside(telling: Telling, next: Event, others: readonly Event[], reader: Reader): Part | undefined {
  const also = tell(
    next,
    others.filter((other) => other !== next),
  );
  const sameParties = also.seconds.length === 0 && also.firsts.every((party) => telling.firsts.includes(party));
  const byName = sameParties && SIGNED.includes(next.kind) ? properName(also) : undefined;
  if (byName !== undefined && byName === properName(telling)) return undefined;
  return { what: byName ?? clause(also, reader), event: next, told: also.told };
}
