import { clockControl, showClock } from "./clock.js";
import { composer } from "./composer.js";
import { byId, h } from "./dom.js";
import { shownMessage } from "./message.js";
import { askModal } from "./modal.js";
import * as server from "./server.js";
import { shownTime } from "./time.js";

/**
 * @typedef {import("./server.js").State} State
 * @typedef {import("./server.js").Message} Message
 * @typedef {import("./server.js").Told} Told
 */

const log = byId("log", HTMLElement);
const notice = byId("notice", HTMLElement);
let state = await server.readState();

/** @param {string} text */
function complain(text) {
  notice.textContent = text;
}

/** Does something for the person and says what went wrong. @param {() => Promise<unknown>} act */
async function attempt(act) {
  complain("");
  try {
    return await act();
  } catch (error) {
    complain(server.reasonOf(error));
    return undefined;
  }
}

/** Asks the bot; when it answers with a form, shows that and sends it in. @param {() => Promise<Told>} act */
async function interact(act) {
  await attempt(async () => {
    const { modal } = await act();
    if (modal === undefined) return;
    const values = await askModal(modal, names());
    if (values !== undefined) await interact(() => server.submit(modal.interactionId, values));
  });
}

function names() {
  /** @param {readonly import("./server.js").Named[]} all */
  const byIds = (all) => new Map(all.map(({ id, name }) => [id, name]));
  const { zone, now } = state.clock;
  return { zone, now, channels: byIds(state.channels), roles: byIds(state.roles), people: byIds(state.people) };
}

/** @param {Message} message */
function articleFor(message) {
  return shownMessage(message, {
    names: names(),
    press: (customId, values) => interact(() => server.press(message.id, customId, values)),
    menu: state.menu,
    choose: (command) => void interact(() => server.menu(message.id, command)),
    isDirect: message.channel_id === state.directId,
    dismiss: () => void attempt(() => server.dismiss(message.id)),
  });
}

/** @param {string} id */
function present(id) {
  return log.querySelector(`[data-id="${CSS.escape(id)}"]`);
}

/** Puts a message in its place, or in place of its earlier state. @param {Message} message */
function put(message) {
  const article = articleFor(message);
  const earlier = present(message.id);
  const focused = document.activeElement?.textContent;
  const hadFocus = earlier?.contains(document.activeElement) ?? false;
  if (earlier === null) {
    const day = shownTime(Date.parse(message.timestamp), "D", state.clock.zone);
    const last = [...log.querySelectorAll(".day")].at(-1)?.textContent;
    if (last !== day) log.append(h("p", { class: "day" }, h("span", {}, day)));
    log.append(article);
    article.scrollIntoView({ block: "start" });
  } else {
    earlier.replaceWith(article);
    // an answer that was being worked on has grown
    if (article === log.lastElementChild) article.scrollIntoView({ block: "nearest" });
  }
  if (!hadFocus) return;
  const again = [...article.querySelectorAll("button")].find((button) => button.textContent === focused);
  (again ?? article.querySelector("button"))?.focus();
}

function showComposer() {
  composer(state, {
    complain,
    run: (call, options) => interact(() => server.slash(call.path, options)),
  });
}

/** Goes to what is there of a day already. @param {string} day */
function showDay(day) {
  const divider = [...log.querySelectorAll(".day")].findLast(({ textContent }) => textContent === day);
  divider?.scrollIntoView({ block: "start" });
}

async function refresh() {
  const before = JSON.stringify(state.commands);
  const { date } = state.clock;
  state = await server.readState();
  showClock(state.clock);
  if (state.clock.date !== date) showDay(shownTime(state.clock.now, "D", state.clock.zone));
  if (JSON.stringify(state.commands) !== before) showComposer();
  for (const message of state.messages) if (present(message.id) === null) put(message);
}

clockControl({ clock: () => state.clock, attempt });
byId("channel", HTMLElement).textContent = state.channel.name;
document.title = `#${state.channel.name} · Attaché playground`;
showClock(state.clock);
showComposer();
for (const message of state.messages) put(message);
server.listen({
  message: put,
  deleted: (id) => present(id)?.remove(),
  refresh: () => void refresh().catch((error) => complain(server.reasonOf(error))),
  lost: complain,
});
