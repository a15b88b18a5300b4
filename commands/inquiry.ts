import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import type { Asked, Input, MessagePayload, Reply } from "./command.ts";
import type { Needs } from "./needs.ts";

/** What every lookup needs. */
export type LookupNeeds = Pick<Needs, "language" | "today" | "almanac" | "issuesUrl">;

/** What a lookup is answered from: the archive, in the asker's language, on the day where the asker's server lives. */
export async function inquiryOf(asked: Asked, needs: LookupNeeds): Promise<Inquiry> {
  const { almanac, issuesUrl } = needs;
  return { almanac, language: needs.language(asked.locale), today: await needs.today(asked), issuesUrl };
}

/** A lookup is answered to the asker alone, unless they want everyone to see it. */
export function answer(input: Input, message: MessagePayload): Reply {
  return { kind: input.options.get("public") === true ? "public" : "quiet", message };
}

/** For a button whose state leads nowhere any more. */
export function outdated(inquiry: Inquiry): Reply {
  return { kind: "refusal", text: inquiry.language.text("commands.error.unknown-action") };
}
