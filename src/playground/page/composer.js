import { callsOf, parseLine } from "./calls.js";
import { combobox } from "./combobox.js";
import { byId, h } from "./dom.js";
import { fieldFor } from "./fields.js";
import { complete, reasonOf, upload } from "./server.js";

/**
 * @typedef {import("./calls.js").Call} Call
 * @typedef {import("./fields.js").Field} Field
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
    else if (input.value.trim() !== "") needs.complain(notCalled(input.value.trim()));
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
      askOptions(call, rest, place, state, { showBox, run: needs.run, complain: needs.complain });
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

/** What to do instead, for a line that calls nothing. @param {string} line */
function notCalled(line) {
  if (!line.startsWith("/")) return "The bot reads no messages, only commands: begin with / and choose one.";
  return `There is no command ${line.split(" ")[0]}. Type / to see all of them, or use /help.`;
}

/** Under the fields: what the one with the focus takes. @param {readonly Field[]} fields */
function hintFor(fields) {
  const hint = h("p", { class: "hint", id: "hint" });
  for (const { option, input } of fields) {
    input.setAttribute("aria-describedby", hint.id);
    input.addEventListener("focus", () => {
      hint.textContent = `${option.description ?? ""}${option.required === true ? " (required)" : ""}`;
    });
  }
  return hint;
}

/** What is filled in, by option. @param {readonly Field[]} fields */
function readAll(fields) {
  /** @type {Record<string, OptionValue>} */
  const options = {};
  for (const { option, read } of fields) {
    const value = read();
    if (value !== undefined) options[option.name] = value;
  }
  return options;
}

/** The same with the files, each uploaded for its id. @param {readonly Field[]} fields */
async function readWithFiles(fields) {
  const options = readAll(fields);
  for (const { option, file } of fields) {
    const chosen = file();
    if (chosen !== undefined) options[option.name] = await upload(chosen);
  }
  return options;
}

/** The first field that must be filled in and is not. @param {readonly Field[]} fields */
function missingIn(fields) {
  return fields.find(
    ({ option, read, file }) => option.required === true && read() === undefined && file() === undefined,
  );
}

/**
 * @param {Call} call @param {string} rest what was typed after the command: the first field's text
 * @param {HTMLElement} place @param {State} state
 * @param {Needs & { showBox: () => void }} needs
 */
function askOptions(call, rest, place, state, needs) {
  /** @param {string} focused @returns {Record<string, OptionValue>} */
  const typed = (focused) => ({ [focused]: "", ...readAll(fields) });
  const fields = call.options.map((option) =>
    fieldFor(option, {
      ...state,
      complete: (focused) =>
        complete(call.path, typed(focused), focused).catch((error) => {
          needs.complain(reasonOf(error));
          return [];
        }),
    }),
  );
  if (rest !== "") fields[0]?.set(rest);
  const send = h("button", { class: "button primary send" }, "Send");
  const cancel = h("button", { type: "button", class: "quiet", "aria-label": "Cancel this command" }, "✕");
  cancel.addEventListener("click", needs.showBox);
  const chip = h("span", { class: "chip" }, `/${call.path}`);
  const form = h(
    "form",
    { autocomplete: "off" },
    h("div", { class: "pills" }, chip, ...fields.map(({ node }) => node), hintFor(fields)),
    cancel,
    send,
  );
  form.addEventListener("keydown", (event) => {
    if (event.key === "Escape") needs.showBox();
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const open = missingIn(fields);
    if (open !== undefined) {
      open.input.focus();
      return needs.complain(`/${call.path} needs “${open.option.name}”: fill it in and send again.`);
    }
    send.disabled = true;
    return void readWithFiles(fields)
      .then((options) => {
        needs.showBox();
        return needs.run(call, options);
      })
      .catch((error) => {
        send.disabled = false;
        needs.complain(reasonOf(error));
      });
  });
  place.replaceChildren(form);
  (missingIn(fields) ?? fields[0])?.input.focus();
}
