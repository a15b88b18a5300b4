import { OWN_LIMITS, type OwnEvent } from "../../src/almanac/own-event.ts";
import { customId } from "../../src/messages/custom-id.ts";
import { listingMessage } from "../../src/messages/lookup/listing.ts";
import { PAGE, pageNote, pageOf, readPage, turned, turns } from "../../src/messages/lookup/paging.ts";
import { choiceSelect } from "../../src/messages/lookup/selects.ts";
import { ownDateText } from "../../src/messages/own/own-words.ts";
import type { MessagePayload } from "../../src/messages/payload.ts";
import type { Asked, Input, Pressed, Reply } from "../command.ts";
import { ownText } from "./card.ts";
import { type OwnNeeds, serverOf } from "./own.ts";
import { nextShown } from "./where.ts";

/** /events list: all of them, from January to December, in pages. */
export function list(input: Input, needs: OwnNeeds): Promise<Reply> {
  return shown("quiet", input, 1, needs);
}

/** Another page of the list, in its place. */
export function turnList(pressed: Pressed, needs: OwnNeeds): Promise<Reply> {
  return shown("update", pressed, turned({ page: readPage(pressed.args[0]) }, pressed.values).page, needs);
}

async function shown(kind: "quiet" | "update", asked: Asked, page: number, needs: OwnNeeds): Promise<Reply> {
  const all = await needs.ownEvents.ofGuild(serverOf(asked));
  if (all.length === 0) return { kind: "refusal", text: needs.language(asked.locale).text("own.list.empty") };
  return { kind, message: await listOf(all, asked, page, needs) };
}

async function listOf(all: readonly OwnEvent[], asked: Asked, page: number, needs: OwnNeeds): Promise<MessagePayload> {
  const language = needs.language(asked.locale);
  const [calendars, today] = await Promise.all([needs.subscriptions(serverOf(asked)), needs.today(asked)]);
  const paged = pageOf(page, (offset, limit) => ({ items: all.slice(offset, offset + limit), total: all.length }));
  const plainText = (event: OwnEvent): string =>
    language.text("own.dated", { date: ownDateText(event.date, language), what: event.text });
  const { selects, buttons } = turns(
    paged,
    language,
    (to) => customId("events", "page", String(to)),
    (each) => all.slice((each - 1) * PAGE, each * PAGE).map(({ date }) => ownDateText(date, language))[0],
  );
  return listingMessage({
    heading: language.text("own.list.heading", { kept: all.length, most: OWN_LIMITS.events }),
    summary: [],
    entries: paged.items.map((event) => ({
      markdown: ownText(event, nextShown({ event, calendars, today }), language),
      plain: () => plainText(event),
    })),
    notes: [pageNote(paged, language)],
    selects: [
      ...selects,
      choiceSelect(
        customId("events", "remove"),
        language.text("own.list.choose"),
        paged.items.map((event) => ({ label: plainText(event), value: event.id })),
      ),
    ],
    buttons,
  });
}
