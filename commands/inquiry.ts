import type { Register } from "../src/almanac/parties/register.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import type { MessagePayload } from "../src/messages/payload.ts";
import type { Asked, Choice, Input, Pressed, Reply, Typed } from "./command.ts";
import type { Needs } from "./needs.ts";
import { suggestCountries } from "./typed/country.ts";
import { groupsTaken } from "./typed/few-countries.ts";
import { ownFirst } from "./typed/own-first.ts";

/** What every lookup needs. */
export type LookupNeeds = Pick<Needs, "language" | "today" | "almanac" | "presets" | "issuesUrl" | "following">;

/** What a lookup is answered from: the archive, in the asker's language, on the day where the asker's server lives. */
export async function inquiryOf(asked: Asked, needs: LookupNeeds): Promise<Inquiry> {
  const { almanac, issuesUrl } = needs;
  return { almanac, language: needs.language(asked.locale), today: await needs.today(asked), issuesUrl };
}

/** The countries to complete from: those that the asker's server follows come first. */
export async function partiesFor(
  asked: Asked,
  { almanac, following }: Pick<Needs, "almanac" | "following">,
): Promise<Pick<Register, "search" | "resolve">> {
  return ownFirst(almanac.parties, await following(asked));
}

type CompletionNeeds = Pick<Needs, "almanac" | "following" | "language" | "presets" | "today">;

/** Completes the countries of a list, the server's own first, and the groups that are few enough for it. */
export async function completeCountries(
  { text }: Typed,
  asked: Asked,
  needs: CompletionNeeds,
  fits?: (codes: readonly PartyCode[]) => boolean,
): Promise<readonly Choice[]> {
  const [parties, language] = [await partiesFor(asked, needs), needs.language(asked.locale)];
  const groups = groupsTaken({ parties, language, today: await needs.today(asked), presets: needs.presets }, fits);
  return suggestCountries(text, parties, language, groups);
}

/** A lookup is answered to the asker alone, unless they want everyone to see it. */
export function answer(input: Input, message: MessagePayload): Reply {
  return { kind: input.options.get("public") === true ? "public" : "quiet", message };
}

/** What a channel likes to see is shown to everyone in it, unless the asker wants it for themselves. */
export function openAnswer(input: Input, message: MessagePayload): Reply {
  return { kind: input.options.get("quiet") === true ? "quiet" : "public", message };
}

/** A button that leads to something else than its message shows: in its place where only the asker sees it, else in an answer of its own. */
export function elsewhere({ isQuiet }: Pressed, message: MessagePayload): Reply {
  return { kind: isQuiet ? "update" : "quiet", message };
}

/** For a button whose state leads nowhere any more. */
export function outdated(inquiry: Inquiry): Reply {
  return { kind: "refusal", text: inquiry.language.text("commands.error.unknown-action") };
}
