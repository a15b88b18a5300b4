import { successionOf } from "../src/almanac/parties/lines.ts";
import type { PartyCode } from "../src/almanac/party.ts";
import type { Language } from "../src/messages/language.ts";
import { betweenAnswer } from "../src/messages/lookup/between-answer.ts";
import { type BetweenView, parseBetweenView } from "../src/messages/lookup/between-view.ts";
import type { Inquiry } from "../src/messages/lookup/inquiry.ts";
import { turned } from "../src/messages/lookup/paging.ts";
import { familyOfValue } from "../src/messages/lookup/selects.ts";
import { capitalised } from "../src/messages/sentence.ts";
import type { Command, Input, Pressed, Reply } from "./command.ts";
import { answer, inquiryOf, type LookupNeeds, outdated, partiesFor } from "./inquiry.ts";
import { asMeant, orMeant } from "./meant.ts";
import { completedText, EVERYWHERE, flag, textOf } from "./options.ts";
import { suggestCountry } from "./typed/country.ts";
import { readFamily, suggestFamilies } from "./typed/family.ts";
import { readOneCountry } from "./typed/one-country.ts";

/** /between a b [family] [organisations]: the relations of two parties, what comes next to mark, and their timeline. */
export const between: Command<LookupNeeds> = {
  definition: (words) => ({
    ...words("between"),
    ...EVERYWHERE,
    options: [
      completedText(words, "between.a", true),
      completedText(words, "between.b", true),
      completedText(words, "between.family", false),
      flag(words, "between.organisations"),
      flag(words, "between.public"),
    ],
  }),

  async run(input, needs) {
    const inquiry = await inquiryOf(input, needs);
    const view = viewOf(input, inquiry, needs);
    return "kind" in view ? view : answer(input, betweenAnswer(view, inquiry));
  },

  async complete({ option, text }, input, needs) {
    const inLanguage = needs.language(input.locale);
    if (option === "family") return suggestFamilies(text, inLanguage);
    return suggestCountry(text, await partiesFor(input, needs), inLanguage);
  },

  actions: {
    meant: asMeant(() => between),
    open: async (pressed, needs) => show("quiet", pressed, await inquiryOf(pressed, needs)),
    page: async (pressed, needs) =>
      show("update", pressed, await inquiryOf(pressed, needs), (view) => turned(view, pressed.values)),
    with: (pressed, needs) => openWith(pressed, needs),
    family: async (pressed, needs) =>
      show("update", pressed, await inquiryOf(pressed, needs), inFamily(pressed.values[0])),
  },
};

function viewOf(input: Input, inquiry: Inquiry, { presets }: Pick<LookupNeeds, "presets">): BetweenView | Reply {
  const { language } = inquiry;
  const { parties } = inquiry.almanac;
  const one = readOneCountry(textOf(input, "a"), inquiry, presets);
  if (!one.ok) return orMeant("between", "a", one, input);
  const other = readOneCountry(textOf(input, "b"), inquiry, presets);
  if (!other.ok) return orMeant("between", "b", other, input);
  const chosen = readFamily(textOf(input, "family"), language);
  if (!chosen.ok) return orMeant("between", "family", chosen, input);
  return (
    notTwo([one.code, other.code], parties, language) ?? {
      pair: [one.code, other.code],
      ...(chosen.family === undefined ? {} : { family: chosen.family }),
      organisations: input.options.get("organisations") === true,
      page: 1,
    }
  );
}

/** Why two codes are no pair: they are the same party, or one is what the other is called since. */
function notTwo(
  [one, other]: readonly [PartyCode, PartyCode],
  parties: Inquiry["almanac"]["parties"],
  language: Language,
): Reply | undefined {
  if (one === other)
    return { kind: "refusal", text: language.text("lookup.between.same", { name: language.nameInText(one) }) };
  const continuing = (now: PartyCode, former: PartyCode): Reply | undefined =>
    successionOf(former, now, parties) === "continuation"
      ? {
          kind: "refusal",
          text: language.text("lookup.between.lineage", {
            now: capitalised(language.nameInText(now), language),
            former: language.nameInText(former),
          }),
        }
      : undefined;
  return continuing(one, other) ?? continuing(other, one);
}

/** Shows what a custom_id says, with what a select changed of it. */
function show(
  kind: "quiet" | "update",
  { args }: Pressed,
  inquiry: Inquiry,
  change: (view: BetweenView) => BetweenView = (view) => view,
): Reply {
  const { almanac, language } = inquiry;
  const view = parseBetweenView(args, almanac.parties);
  if (view === undefined) return outdated(inquiry);
  return notTwo(view.pair, almanac.parties, language) ?? { kind, message: betweenAnswer(change(view), inquiry) };
}

/** The pair of a custom_id's party and of the one that a select chose. */
async function openWith(pressed: Pressed, needs: LookupNeeds): Promise<Reply> {
  const pair = [pressed.args[0] ?? "", pressed.values[0] ?? ""];
  return show("quiet", { ...pressed, args: pair }, await inquiryOf(pressed, needs));
}

function inFamily(text: string | undefined): (view: BetweenView) => BetweenView {
  const family = familyOfValue(text);
  return ({ pair, organisations }) => ({ pair, organisations, page: 1, ...(family === undefined ? {} : { family }) });
}
