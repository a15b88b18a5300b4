import { textPage } from "../src/messages/lookup/page-of-text.ts";
import { linkButton } from "../src/messages/payload.ts";
import type { Command } from "./command.ts";
import type { Needs } from "./needs.ts";
import { EVERYWHERE } from "./options.ts";

/** /about: what the archive holds and in which version, on what terms, and how to report an error. */
export const about: Command<Pick<Needs, "language" | "almanac" | "issuesUrl" | "version">> = {
  definition: (words) => ({ ...words("about"), ...EVERYWHERE }),

  run(input, { language: languageOf, almanac, issuesUrl, version }) {
    const language = languageOf(input.locale);
    const organisations = almanac.parties.all.filter(({ type }) => type === "organisation").length;
    const paragraphs = [
      language.text("about.what"),
      language.text("about.facts", {
        events: almanac.size,
        states: almanac.parties.all.length - organisations,
        organisations,
        version,
        edition: almanac.edition,
      }),
      language.text("about.licence"),
      language.text(issuesUrl === undefined ? "about.errors-elsewhere" : "about.errors"),
    ];
    const buttons = issuesUrl === undefined ? [] : [linkButton(language.text("about.report"), issuesUrl)];
    return { kind: "quiet", message: textPage(language.text("about.heading"), paragraphs, buttons) };
  },
};
