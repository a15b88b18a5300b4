import type { REST } from "@discordjs/rest";
import { type APIInteraction, type APIInteractionResponse, Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import type { Answer, Clock } from "../ports.ts";
import { outcomeOf } from "./outcome.ts";
import { rawFile } from "./posting.ts";
import { deadline } from "./rest.ts";
import type { Answered, Router } from "./router.ts";

/** Discord's words for: later than three seconds, and answered already. */
const TOO_LATE = 10_062;
const ALREADY_ANSWERED = 40_060;
const BEFORE_TRYING_AGAIN = 200;

/** Answers interactions: asks the router and carries its response back at once, on the client that posts do not use. */
export function createAnswerer(options: {
  readonly router: Router;
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  /** What follows an answer that arrived. */
  readonly afterwards?: (interaction: APIInteraction) => Promise<void>;
}): (interaction: APIInteraction) => Promise<void> {
  const { router, rest, clock, log, afterwards } = options;
  const send = ({ id, token }: APIInteraction, body: APIInteractionResponse, files: Answered["files"] = []) =>
    outcomeOf(() =>
      rest.post(Routes.interactionCallback(id, token), {
        auth: false,
        body,
        files: files.map(rawFile),
        signal: deadline(),
      }),
    );

  return async (interaction) => {
    const { response, files } = await router.answer(interaction);
    const first = await send(interaction, response, files);
    if (first.outcome === "done") return afterwards?.(interaction);
    if (isOurs(first)) {
      // the person gets at least a word and a reference
      const apology = await send(interaction, router.apologise(interaction, new Error(first.message)));
      if (apology.outcome !== "done") log.error(apology, "not even an apology was taken");
      return;
    }
    if (first.outcome === "refused" && first.code === TOO_LATE)
      return log.warn("an answer came later than the three seconds that Discord waits");
    if (first.outcome === "refused" && first.code === ALREADY_ANSWERED)
      return log.warn("an interaction had been answered already: does a second process run with this token?");
    await clock.sleep(BEFORE_TRYING_AGAIN);
    const second = await send(interaction, response, files);
    // Discord may have taken the first one without our hearing of it
    const taken = second.outcome === "refused" && second.code === ALREADY_ANSWERED;
    if (second.outcome !== "done" && !taken) log.warn(second, "an answer did not reach Discord");
  };
}

/** Discord read the response and did not like it. */
function isOurs(answer: Answer<unknown>): answer is Answer<never> & { outcome: "refused" } {
  return (
    answer.outcome === "refused" && answer.status < 500 && answer.code !== TOO_LATE && answer.code !== ALREADY_ANSWERED
  );
}
