import { ENDED_KEPT_DAYS, GRACE_DAYS, KEPT_DAYS } from "../src/delivery/keeping.ts";
import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { MOST_REMINDERS } from "../src/messages/reminders-list.ts";
import type { Command } from "./command.ts";
import type { Needs } from "./needs.ts";
import { EVERYWHERE } from "./options.ts";

/** /privacy: what is stored, why, and how it is deleted. It says what src/store/ holds: change both together. */
export const privacy: Command<Pick<Needs, "language">> = {
  definition: (words) => ({ ...words("privacy"), ...EVERYWHERE }),

  run(input, needs) {
    const language = needs.language(input.locale);
    const paragraphs = [
      language.text("about.privacy.asking"),
      language.text("about.privacy.stored", { days: KEPT_DAYS }),
      language.text("about.privacy.reminders", { days: KEPT_DAYS, grace: GRACE_DAYS, most: MOST_REMINDERS }),
      language.text("about.privacy.logs"),
      language.text("about.privacy.delete", { days: GRACE_DAYS, ended: ENDED_KEPT_DAYS }),
    ];
    return { kind: "quiet", message: textPage(language.text("about.privacy.heading"), paragraphs) };
  },
};
