import { combobox } from "./combobox.js";
import { h } from "./dom.js";

/**
 * @typedef {import("../rules/commands.ts").CommandOption} CommandOption
 * @typedef {import("./server.js").OptionValue} OptionValue
 * @typedef {import("./server.js").Named} Named
 * @typedef {{
 *   option: CommandOption, node: HTMLElement, input: HTMLElement, read: () => OptionValue | undefined, set: (text: string) => void,
 *   file: () => File | undefined,
 * }} Field `file` is what was chosen where the option takes a file: its id, once it is uploaded, is the value
 * @typedef {{
 *   complete: (focused: string) => Promise<{ name: string, value: OptionValue }[]>,
 *   channels: readonly Named[], roles: readonly Named[], people: readonly Named[],
 * }} Needs
 */

/** The named things that an option of this type takes. @param {number} type @param {Needs} needs */
function named(type, { channels, roles, people }) {
  const offered = { 6: people, 7: channels, 8: roles, 9: [...people, ...roles] }[type];
  return offered?.map(({ id, name }) => ({ name, value: id }));
}

/** @param {CommandOption} option @param {readonly { name: string, value: OptionValue }[]} offered */
function listField(option, offered) {
  const rows = offered.map(({ name }, index) => h("option", { value: String(index) }, name));
  const input = h("select", { "aria-label": option.name, class: "select" }, h("option", { value: "" }, ""), ...rows);
  const read = () => (input.value === "" ? undefined : offered[Number(input.value)]?.value);
  /** @param {string} text */
  const set = (text) => {
    input.value = String(offered.findIndex(({ name, value }) => name === text || String(value) === text));
  };
  return { input, read, set, extra: undefined };
}

/** @param {CommandOption} option @param {Needs} needs */
function textField(option, needs) {
  const isNumber = option.type === 4 || option.type === 10;
  const input = h("input", {
    type: "text",
    inputmode: isNumber ? "numeric" : "text",
    "aria-label": option.name,
  });
  /** What was chosen from the list: its label stands in the field, its value is what is sent. @type {{ name: string, value: OptionValue } | undefined} */
  let taken;
  const read = () => {
    if (taken !== undefined && taken.name === input.value) return taken.value;
    if (input.value === "") return undefined;
    return isNumber ? Number(input.value) : input.value;
  };
  /** @param {string} text */
  const set = (text) => {
    input.value = text;
  };
  if (option.autocomplete !== true) return { input, read, set, extra: undefined };
  const extra = combobox(input, {
    name: option.name,
    find: async () => (await needs.complete(option.name)).map(({ name, value }) => ({ value, label: name })),
    take: ({ value, label: name }) => {
      taken = { name, value };
      input.value = name;
    },
  });
  return { input, read, set, extra };
}

/** @param {CommandOption} option */
function fileField({ name, file_types }) {
  const input = h("input", { type: "file", "aria-label": name, accept: file_types?.join(",") });
  return { input, read: () => undefined, set: () => undefined, extra: undefined, file: () => input.files?.[0] };
}

/**
 * The field for one option of a slash command.
 * @param {CommandOption} option
 * @param {Needs} needs
 * @returns {Field}
 */
export function fieldFor(option, needs) {
  const yesNo =
    option.type === 5
      ? [
          { name: "True", value: true },
          { name: "False", value: false },
        ]
      : undefined;
  const choices = (option.choices ?? []).length > 0 ? (option.choices ?? undefined) : undefined;
  const offered = choices ?? yesNo ?? named(option.type, needs);
  const { input, read, set, extra, file } = {
    file: () => undefined,
    ...(option.type === 11
      ? fileField(option)
      : offered === undefined
        ? textField(option, needs)
        : listField(option, offered)),
  };
  if (option.required === true) input.setAttribute("aria-required", "true");
  const node = h("label", { class: "pill" }, h("span", { class: "pill-name" }, option.name), input);
  const holder = h("div", { class: "pill-holder" }, node, extra);
  return { option, node: holder, input, read, set, file };
}
