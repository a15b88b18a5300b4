import { remedyOf } from "../../src/delivery/failures.ts";
import { faultWords } from "../../src/delivery/fault-words.ts";
import type { Subscription } from "../../src/delivery/subscription.ts";
import { dateOf, wallAt } from "../../src/delivery/wall.ts";
import type { Language } from "../../src/messages/language.ts";
import type { Asked, Reply } from "../command.ts";
import type { Needs } from "../needs.ts";
import { standingText } from "./calendar.ts";
import { leftOutText } from "./left-out-text.ts";
import { nextPosting, todayOf } from "./next-posting.ts";
import { knownOf, type PanelNeeds } from "./panel-reply.ts";

type TrialNeeds = PanelNeeds & Pick<Needs, "compose" | "trial" | "subscriptions">;

/** Today's post in its channel, marked as a trial: what goes wrong is told here, and nothing of it is on record. */
export async function trial(calendar: Subscription, { locale, now }: Asked, needs: TrialNeeds): Promise<Reply> {
  const language = needs.language(locale);
  const localDate = dateOf(wallAt(now, calendar.zone));
  const composition = await needs.compose({
    slot: "daily",
    localDate,
    settings: calendar,
    late: false,
    shownAs: "trial",
  });
  if (composition === undefined)
    return { kind: "quiet", message: { content: await nothingToday(calendar, now, needs, language) } };
  const answer = await needs.trial(calendar, composition, now);
  const channel = `<#${calendar.channelId}>`;
  if (answer.outcome === "done") {
    // it may have ended a refusal
    const after = (await needs.subscriptions(calendar.guildId)).find(({ id }) => id === calendar.id) ?? calendar;
    const posting = nextPosting(await knownOf(after, { now }, needs));
    const content = `${language.text("admin.trial.done", { channel })} ${standingText(after, language, posting)}`;
    return { kind: "quiet", message: { content } };
  }
  const remedy = remedyOf(answer);
  const what = "fault" in remedy ? faultWords(language, remedy.fault, calendar) : language.text("admin.trial.trouble");
  const told = language.text("delivery.notice", { channel, what });
  const isPaused = calendar.standing.state === "paused" && calendar.standing.fault === undefined;
  const standing = isPaused
    ? [standingText(calendar, language, nextPosting(await knownOf(calendar, { now }, needs)))]
    : [];
  return { kind: "quiet", message: { content: [told, ...standing].join(" ") } };
}

/** That today has nothing for it, and which rules leave out how much. */
async function nothingToday(
  calendar: Subscription,
  now: number,
  { almanac, ownEvents }: TrialNeeds,
  language: Language,
): Promise<string> {
  const own = await ownEvents.ofGuild(calendar.guildId);
  const leftOut = leftOutText(calendar, todayOf(calendar, { now }), { almanac, own }, language);
  return [language.text("admin.trial.empty"), ...leftOut].join("\n");
}
