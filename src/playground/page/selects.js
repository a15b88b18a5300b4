import { h } from "./dom.js";

/**
 * @typedef {import("../rules/components.ts").Component} Component
 * @typedef {import("./components.js").Stage} Stage
 * @typedef {{ label: string, value: string, description?: string | undefined, default?: boolean | undefined }} Option
 */

/** What each kind of select offers: its own options, or what the server has. @param {Component} component @param {Stage["names"]} names */
function optionsOf(component, names) {
  /** @param {Map<string, string>} entries @param {string} sign @returns {Option[]} */
  const from = (entries, sign) => [...entries].map(([value, name]) => ({ label: `${sign}${name}`, value }));
  const preset = new Set((component.default_values ?? []).map(({ id }) => id));
  /** @type {number} */
  const type = component.type;
  const offered = {
    3: (component.options ?? []).map(({ label = "", value, description, default: chosen }) => {
      return { label, value, description: description ?? undefined, default: chosen ?? undefined };
    }),
    5: from(names.people, "@"),
    6: from(names.roles, "@"),
    7: from(names.people, "@").concat(from(names.roles, "@")),
    8: from(names.channels, "#"),
  }[type];
  return (offered ?? []).map((option) => ({ ...option, default: option.default === true || preset.has(option.value) }));
}

/** A select that answers at once, or after "Done" when it takes several. @param {Component} component @param {Stage} stage */
export function select(component, stage) {
  const options = optionsOf(component, stage.names);
  const label = component.placeholder ?? "Make a selection";
  const customId = component.custom_id ?? "";
  if ((component.max_values ?? 1) > 1)
    return several(component, options, label, (values) => stage.press(customId, values));
  const chosen = options.some((option) => option.default);
  const box = h(
    "select",
    { class: "select", "aria-label": label, disabled: component.disabled === true },
    h("option", { value: "", disabled: true, selected: !chosen, hidden: true }, label),
    ...options.map((option) => {
      const text = option.description === undefined ? option.label : `${option.label}: ${option.description}`;
      return h("option", { value: option.value, selected: option.default }, text);
    }),
  );
  box.addEventListener("change", () => void stage.press(customId, [box.value]));
  return box;
}

/**
 * @param {Component} component @param {Option[]} options @param {string} label
 * @param {(values: string[]) => Promise<void>} send
 */
function several(component, options, label, send) {
  const boxes = options.map((option) => {
    const box = h("input", { type: "checkbox", value: option.value, checked: option.default === true });
    return { box, row: h("label", { class: "choice" }, box, option.label) };
  });
  const done = h("button", { type: "button", class: "button primary" }, "Done");
  const values = () => boxes.filter(({ box }) => box.checked).map(({ box }) => box.value);
  const check = () => {
    const { length } = values();
    done.disabled = length < (component.min_values ?? 1) || length > (component.max_values ?? 1);
  };
  for (const { box } of boxes) box.addEventListener("change", check);
  done.addEventListener("click", () => void send(values()));
  check();
  const names = options.flatMap((option) => (option.default === true ? [option.label] : []));
  const summary = h("summary", {}, names.length > 0 ? names.join(", ") : label);
  const group = h(
    "div",
    { class: "choices", role: "group", "aria-label": label },
    ...boxes.map(({ row }) => row),
    done,
  );
  return h("details", { class: "select several" }, summary, group);
}
