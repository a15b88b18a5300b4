import type { REST } from "@discordjs/rest";
import { type APIInteraction, Routes } from "discord-api-types/v10";
import type { Log } from "../log.ts";
import type { Attachment, Clock } from "../ports.ts";
import { carry } from "./carry.ts";
import { outcomeOf } from "./outcome.ts";
import { rawFile } from "./posting.ts";
import { laterOf, responseOf } from "./reply.ts";
import { deadline } from "./rest.ts";
import type { Router } from "./router.ts";

/**
 * Answers interactions: asks the router and carries its response back at once, on the client that posts do not use. What takes its time
 * follows in the place of a response that says so.
 */
export function createAnswerer(options: {
  readonly router: Router;
  readonly rest: REST;
  readonly clock: Clock;
  readonly log: Log;
  /** What follows an answer that arrived. */
  readonly afterwards?: (interaction: APIInteraction) => Promise<void>;
}): (interaction: APIInteraction) => Promise<void> {
  const { router, rest, afterwards } = options;
  const request = (body: unknown, files: readonly Attachment[]) => ({
    auth: false,
    body,
    files: files.map(rawFile),
    signal: deadline(),
  });
  return async (interaction) => {
    const { id, token, application_id: applicationId } = interaction;
    const post = (body: unknown, files: readonly Attachment[] = []) =>
      outcomeOf(() => rest.post(Routes.interactionCallback(id, token), request(body, files)));
    const replace = (body: unknown, files: readonly Attachment[] = []) =>
      outcomeOf(() => rest.patch(Routes.webhookMessage(applicationId, token), request(body, files)));
    const { response, files, later } = await router.answer(interaction);
    const apology = (error: Error) => post(responseOf(router.apologise(interaction, error), false));
    if (!(await carry(() => post(response, files), apology, options))) return;
    if (later !== undefined) {
      const { message, files: made } = await later();
      const apologyLater = (error: Error) => replace(laterOf(router.apologise(interaction, error)));
      await carry(() => replace(message, made), apologyLater, options);
    }
    await afterwards?.(interaction);
  };
}
