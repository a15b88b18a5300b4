/**
 * @typedef {import("../rules/commands.ts").RegisteredCommand} Command
 * @typedef {import("discord-api-types/v10").APIMessage} Message
 * @typedef {import("discord-api-types/v10").APIModalInteractionResponseCallbackData} ModalData
 * @typedef {{ id: string, name: string }} Named
 * @typedef {{
 *   guild: Named, channel: Named, person: { id: string, username: string },
 *   commands: Command[], menu: string[], messages: Message[], directId: string,
 *   channels: Named[], roles: Named[], people: Named[],
 *   clock: { now: number, date: string, today: string, zone: string },
 * }} State
 * @typedef {string | number | boolean} OptionValue
 * @typedef {{ name: string, value: string | number }} Choice
 * @typedef {{ error?: string, modal?: ModalData & { interactionId: string }, choices?: Choice[] }} Told
 */

/** The Discord locale nearest to the browser's language: Discord knows "en-GB", "de", "pt-BR"... */
const REGIONAL = new Set(["en-GB", "en-US", "es-ES", "es-419", "pt-BR", "sv-SE", "zh-CN", "zh-TW"]);
const language = navigator.language;
export const locale = REGIONAL.has(language) ? language : language.startsWith("en") ? "en-GB" : language.slice(0, 2);

const GONE =
  "The playground does not answer: it has been stopped. Start it again with npm start; this page then reloads.";

/** In words for the person. @param {unknown} error */
export const reasonOf = (error) => (error instanceof Error ? error.message : String(error));

/** @param {string} path @param {RequestInit} [init] */
async function ask(path, init) {
  return fetch(path, init).catch(() => {
    throw new Error(GONE);
  });
}

/** @returns {Promise<State>} */
export async function readState() {
  const response = await ask("/state");
  return response.json();
}

/**
 * Sends one of the person's acts; throws what went wrong in words for that person.
 * @param {string} verb
 * @param {object} body
 */
async function send(verb, body) {
  const headers = { "Content-Type": "application/json" };
  const response = await ask(`/${verb}`, { method: "POST", headers, body: JSON.stringify(body) });
  /** @type {Told} */
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer;
}

/** @param {string} command @param {Record<string, OptionValue>} options @returns {Promise<Told>} */
export const slash = (command, options) => send("slash", { command, options, locale });

/**
 * @param {string} command @param {Record<string, OptionValue>} options @param {string} focused
 * @returns {Promise<Choice[]>}
 */
export async function complete(command, options, focused) {
  const { choices = [] } = await send("complete", { command, options, focused, locale });
  return choices;
}

/** @param {string} messageId @param {string} customId @param {string[]} [values] @returns {Promise<Told>} */
export const press = (messageId, customId, values) => send("press", { messageId, customId, values, locale });

/** Takes a file along for an option of a command; its id is the option's value. @param {File} file */
export async function upload(file) {
  const query = new URLSearchParams({ name: file.name, type: file.type });
  const headers = { "Content-Type": "application/octet-stream" };
  const response = await ask(`/upload?${query}`, { method: "POST", headers, body: file });
  /** @type {{ id: string, error?: string }} */
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error);
  return answer.id;
}

/** Uses a command of a message's menu. @param {string} messageId @param {string} command @returns {Promise<Told>} */
export const menu = (messageId, command) => send("menu", { messageId, command, locale });

/** @param {string} interactionId @param {Record<string, string | string[] | boolean>} values @returns {Promise<Told>} */
export const submit = (interactionId, values) => send("submit", { interactionId, values, locale });

/** @param {string} messageId */
export const dismiss = (messageId) => send("dismiss", { messageId });

/** @param {string} date YYYY-MM-DD */
export const setDay = (date) => send("clock", { date });

/**
 * Tells what happens in the channel; when a playground that was stopped is there again, the page begins anew.
 * @param {{ message: (message: Message) => void, deleted: (id: string) => void, refresh: () => void, lost: (reason: string) => void }} on
 */
export function listen(on) {
  const source = new EventSource("/events");
  let isLost = false;
  source.addEventListener("error", () => {
    isLost = true;
    on.lost(GONE);
  });
  source.addEventListener("open", () => {
    if (isLost) location.reload();
  });
  source.addEventListener("message", ({ data }) => {
    /** @type {Message} */
    const message = JSON.parse(String(data));
    on.message(message);
  });
  source.addEventListener("deleted", ({ data }) => {
    /** @type {{ id: string }} */
    const { id } = JSON.parse(String(data));
    on.deleted(id);
  });
  source.addEventListener("refresh", () => on.refresh());
}
