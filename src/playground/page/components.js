import { h } from "./dom.js";
import { FLAG, flag } from "./emoji.js";
import { markdown } from "./markdown.js";
import { select } from "./selects.js";

/**
 * @typedef {import("../rules/components.ts").Component} Component
 * @typedef {import("./inline.js").Names} Names
 * @typedef {{
 *   names: Names,
 *   press: (customId: string, values?: string[]) => Promise<void>,
 * }} Stage what the components of one message need around them
 */

const BUTTON_STYLES = ["", "primary", "secondary", "success", "danger", "link"];

/** @param {Component} component @param {Stage} stage */
function button({ style = 1, label, emoji, url, custom_id: customId, disabled }, stage) {
  const name = emoji?.name ?? "";
  const icon = name === "" ? undefined : h("span", { class: "icon" }, FLAG.test(name) ? flag(name) : name);
  const content = [icon, label ?? undefined];
  if (style === 5) {
    const away = h("span", { class: "away", "aria-hidden": "true" }, "↗");
    return h(
      "a",
      { class: "button link", href: url ?? "", rel: "noopener noreferrer", target: "_blank" },
      ...content,
      away,
    );
  }
  const element = h(
    "button",
    { type: "button", class: `button ${BUTTON_STYLES[style] ?? ""}`, disabled: disabled === true },
    ...content,
  );
  element.addEventListener("click", () => {
    element.setAttribute("aria-busy", "true");
    void stage.press(customId ?? "").finally(() => element.removeAttribute("aria-busy"));
  });
  return element;
}

/** @param {string | null | undefined} url @param {string | null | undefined} description @param {string} name */
function picture(url, description, name) {
  const image = h("img", { class: name, src: url ?? "", alt: description ?? "", loading: "lazy" });
  image.addEventListener("error", () =>
    image.replaceWith(h("span", { class: `${name} missing` }, description ?? "Picture")),
  );
  return image;
}

/** @param {Component} component @param {Stage} stage */
function section({ components = [], accessory }, stage) {
  const text = h("div", { class: "section-text" }, ...components.map((inner) => shown(inner, stage)));
  return h("div", { class: "section" }, text, accessory === undefined ? undefined : shown(accessory, stage));
}

/** @param {Component} component @param {Stage} stage */
function container({ components = [], accent_color: accent, spoiler }, stage) {
  const element = h("div", { class: "container" }, ...components.map((inner) => shown(inner, stage)));
  if (typeof accent === "number") {
    element.classList.add("accented");
    element.style.setProperty("--accent", `#${accent.toString(16).padStart(6, "0")}`);
  }
  return spoiler === true ? h("details", {}, h("summary", {}, "Spoiler"), element) : element;
}

/** @param {Component} component */
function gallery({ items = [] }) {
  const count = String(Math.min(items.length, 4));
  const pictures = items.map(({ media, description }) => picture(media.url, description, "picture"));
  return h("div", { class: "gallery", "data-count": count }, ...pictures);
}

/** @param {Component} component */
function separator({ divider, spacing }) {
  const size = spacing === 2 ? "large" : "small";
  return divider === false ? h("div", { class: `gap ${size}` }) : h("hr", { class: size });
}

/**
 * One component of a message as an element.
 * @param {Component} component
 * @param {Stage} stage
 * @returns {Node}
 */
export function shown(component, stage) {
  /** @type {number} */
  const type = component.type;
  switch (type) {
    case 1:
      return h("div", { class: "row" }, ...(component.components ?? []).map((inner) => shown(inner, stage)));
    case 2:
      return button(component, stage);
    case 3:
    case 5:
    case 6:
    case 7:
    case 8:
      return select(component, stage);
    case 9:
      return section(component, stage);
    case 10:
      return h("div", { class: "text" }, markdown(component.content ?? "", stage.names));
    case 11:
      return picture(component.media?.url, component.description, "thumbnail");
    case 12:
      return gallery(component);
    case 13:
      return h(
        "a",
        { class: "file", href: component.file?.url ?? "", download: true },
        component.file?.url.split("/").at(-1),
      );
    case 14:
      return separator(component);
    case 17:
      return container(component, stage);
    default:
      return h("p", { class: "unknown" }, `(A component of type ${type})`);
  }
}
