import type { Fact } from "./fact.ts";
import { CODE_OF_NAME, partiesNamedIn } from "./treaty-names.ts";

const TITLE =
  /^((?:EC|EEC|EU) .+?)(?: \([^)]*\))? (?:trade|association|Association|Euro-Med|Europe|Free|Additional|Investment|Bilaterals|Trade).*$/;
const COMMUNITY = "org:eu";

/**
 * An agreement of the Community with one state as one of those two. The list names the members beside it or in its place,
 * often those of the day on which it was deposited; between two members, or a member and the Community, nothing was agreed.
 */
export function ofCommunity(fact: Fact): Fact {
  const title = fact.file === "treaties-environment-trade" ? TITLE.exec(fact.name ?? "")?.[1] : undefined;
  if (title === undefined || fact.parties.length < 2) return fact;
  const [, ...others] = partiesNamedIn(title).map((name) => CODE_OF_NAME.get(name) ?? "");
  const [other] = others;
  if (other === undefined || others.length > 1 || !fact.parties.includes(other)) return fact;
  return { ...fact, parties: [COMMUNITY, other] };
}
