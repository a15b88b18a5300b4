import { byId, h } from "./dom.js";
import { markdown } from "./markdown.js";

/**
 * @typedef {import("../rules/components.ts").Component} Component
 * @typedef {import("./inline.js").Names} Names
 * @typedef {Record<string, string | string[] | boolean>} Values
 * @typedef {{ node: HTMLElement, read: () => string | string[] | boolean }} Field
 */

/** @param {Component} input @param {string} id @returns {Field} */
function textField(input, id) {
  const attributes = {
    id,
    required: input.required !== false,
    placeholder: input.placeholder ?? "",
    maxlength: String(input.max_length ?? 4000),
    minlength: String(input.min_length ?? 0),
  };
  const box =
    input.style === 2 ? h("textarea", { ...attributes, rows: "4" }) : h("input", { ...attributes, type: "text" });
  box.value = input.value ?? "";
  return { node: box, read: () => box.value };
}

/** @param {Component} input @param {string} id @param {{ value: string, label: string }[]} options @returns {Field} */
function listField(input, id, options) {
  const many = (input.max_values ?? 1) > 1;
  const chosen = new Set((input.default_values ?? []).map((each) => each.id));
  const preset = new Set((input.options ?? []).flatMap((option) => (option.default === true ? [option.value] : [])));
  const rows = options.map(({ value, label }) =>
    h("option", { value, selected: chosen.has(value) || preset.has(value) }, label),
  );
  const box = h("select", { id, class: "select", multiple: many, required: input.required !== false }, ...rows);
  return { node: box, read: () => [...box.selectedOptions].map((option) => option.value) };
}

/** @param {Component} input @param {string} id @param {"radio" | "checkbox"} type @returns {Field} */
function choiceField(input, id, type) {
  const boxes = (input.options ?? []).map(({ value, label, default: chosen }) => {
    const box = h("input", { type, name: id, value, checked: chosen === true });
    return { box, row: h("label", { class: "choice" }, box, label) };
  });
  const node = h("div", { id, role: type === "radio" ? "radiogroup" : "group" }, ...boxes.map(({ row }) => row));
  const read = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  return { node, read: () => (type === "radio" ? (read()[0] ?? "") : read()) };
}

/** @param {Component} input @param {string} id @param {Names} names @returns {Field} */
function fieldFor(input, id, names) {
  /** @param {Map<string, string>[]} maps */
  const entries = (...maps) => maps.flatMap((map) => [...map].map(([value, label]) => ({ value, label })));
  /** @type {number} */
  const type = input.type;
  switch (type) {
    case 3:
      return listField(
        input,
        id,
        (input.options ?? []).map(({ value, label = value }) => ({ value, label })),
      );
    case 5:
      return listField(input, id, entries(names.people));
    case 6:
      return listField(input, id, entries(names.roles));
    case 7:
      return listField(input, id, entries(names.people, names.roles));
    case 8:
      return listField(input, id, entries(names.channels));
    case 21:
      return choiceField(input, id, "radio");
    case 22:
      return choiceField(input, id, "checkbox");
    case 23: {
      const box = h("input", { id, type: "checkbox", checked: input.default === true });
      return { node: box, read: () => box.checked };
    }
    default:
      return textField(input, id);
  }
}

/**
 * Opens a modal and resolves with what was filled in, or with nothing when it was cancelled.
 * @param {import("./server.js").ModalData} modal
 * @param {Names} names
 * @returns {Promise<Values | undefined>}
 */
export function askModal(modal, names) {
  const dialog = byId("modal", HTMLDialogElement);
  /** @type {Map<string, Field>} */
  const fields = new Map();
  const rows = modal.components.map((/** @type {Component} */ component, index) => {
    const input = component.component ?? component.components?.[0];
    if (input === undefined) return h("div", { class: "text" }, markdown(component.content ?? "", names));
    const id = `modal-${index}`;
    const field = fieldFor(input, id, names);
    fields.set(input.custom_id ?? "", field);
    const hint = component.description ?? undefined;
    if (hint !== undefined) field.node.setAttribute("aria-describedby", `${id}-hint`);
    return h(
      "div",
      { class: "field" },
      h("label", { for: id }, component.label ?? input.label ?? ""),
      hint === undefined ? undefined : h("p", { id: `${id}-hint`, class: "subtext" }, hint),
      field.node,
    );
  });
  const cancel = h("button", { type: "button", class: "button secondary" }, "Cancel");
  const buttons = h("div", { class: "row" }, cancel, h("button", { class: "button primary" }, "Submit"));
  const form = h("form", {}, h("h2", { id: "modal-title" }, modal.title), ...rows, buttons);
  dialog.replaceChildren(form);
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => resolve(undefined), { once: true });
    cancel.addEventListener("click", () => dialog.close());
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      resolve(Object.fromEntries([...fields].map(([id, field]) => [id, field.read()])));
      dialog.close();
    });
  });
}
