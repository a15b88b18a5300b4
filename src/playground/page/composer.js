import { callsOf, parseLine } from "./calls.js";
import { combobox } from "./combobox.js";
import { byId, h } from "./dom.js";
import { fieldFor } from "./fields.js";
import { complete } from "./server.js";

/**
 * @typedef {import("./calls.js").Call} Call
 * @typedef {import("./server.js").State} State
 * @typedef {import("./server.js").OptionValue} OptionValue
 * @typedef {{ run: (call: Call, options: Record<string, OptionValue>) => Promise<void>, complain: (text: string) => void }} Needs
 */

const MOST_SHOWN = 25;

/**
 * The box at the bottom: "/" lists the commands, a chosen one shows a field for each option.
 * @param {State} state
 * @param {Needs} needs
 */
export function composer(state, needs) {
  const place = byId("composer", HTMLElement);
  const calls = callsOf(state.commands);
  const input = h("input", {
    type: "text",
    id: "box",
    "aria-label": "Command",
    placeholder: "Type / to use a command",
  });
  const list = combobox(input, {
    name: "Commands",
    find: (typed) => matching(calls, typed),
    take: ({ value }) => {
      const call = calls.find(({ path }) => path === value);
      if (call !== undefined) ask(call, "");
    },
  });

  const form = h("form", { autocomplete: "off" }, input, list);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const found = parseLine(calls, input.value);
    if (found !== undefined) ask(found.call, found.rest);
    else if (input.value.trim() !== "") needs.complain("The bot reads no messages, only commands: begin with /");
  });
  const showBox = (focus = true) => {
    input.value = "";
    place.replaceChildren(form);
    if (focus) input.focus();
  };

  /** @param {Call} call @param {string} rest what was typed after the command: the first option's value */
  const ask = (call, rest) => {
    const required = call.options.filter((option) => option.required === true).length;
    if (call.options.length === 0 || (rest !== "" && required <= 1)) {
      const first = call.options[0];
      showBox();
      void needs.run(call, first === undefined || rest === "" ? {} : { [first.name]: typedValue(first.type, rest) });
    } else {
      askOptions(call, place, state, { showBox, run: needs.run, complain: needs.complain });
    }
  };
  showBox(false);
}

/** @param {number} type @param {string} text @returns {OptionValue} */
function typedValue(type, text) {
  if (type === 4 || type === 10) return Number(text);
  return type === 5 ? text.toLowerCase() === "true" : text;
}

/** @param {readonly Call[]} calls @param {string} typed */
function matching(calls, typed) {
  if (!typed.startsWith("/")) return [];
  const wanted = typed.slice(1).trim().toLowerCase();
  const rank = (/** @type {Call} */ { path }) => (path.startsWith(wanted) ? 0 : 1);
  return calls
    .filter(({ path }) => path.includes(wanted))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, MOST_SHOWN)
    .map(({ path, description }) => ({ value: path, label: `/${path}`, hint: description }));
}

/**
 * @param {Call} call @param {HTMLElement} place @param {State} state
 * @param {Needs & { showBox: () => void }} needs
 */
function askOptions(call, place, state, needs) {
  const read = () => {
    /** @type {Record<string, OptionValue>} */
    const options = {};
    for (const field of fields) {
      const value = field.read();
      if (value !== undefined) options[field.option.name] = value;
    }
    return options;
  };
  const typed = (/** @type {string} */ focused) => ({ [focused]: "", ...read() });
  const fields = call.options.map((option) =>
    fieldFor(option, {
      ...state,
      complete: (focused) => complete(call.path, typed(focused), focused),
    }),
  );
  const send = h("button", { class: "button primary send" }, "Send");
  const cancel = h("button", { type: "button", class: "quiet", "aria-label": "Cancel this command" }, "✕");
  cancel.addEventListener("click", needs.showBox);
  const chip = h("span", { class: "chip" }, `/${call.path}`);
  const form = h(
    "form",
    { autocomplete: "off" },
    h("div", { class: "pills" }, chip, ...fields.map(({ node }) => node)),
    cancel,
    send,
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") needs.showBox();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const options = read();
    const missing = fields.find(({ option }) => option.required === true && !(option.name in options));
    if (missing !== undefined) {
      missing.input.focus();
      return needs.complain(`"${missing.option.name}" is required`);
    }
    needs.showBox();
    return void needs.run(call, options);
  });
  place.replaceChildren(form);
  (fields.find(({ option }) => option.required === true) ?? fields[0])?.input.focus();
}
