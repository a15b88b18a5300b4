import { h } from "./dom.js";

/**
 * @typedef {{ value: import("./server.js").OptionValue, label: string, hint?: string | undefined }} Choice
 * @typedef {{
 *   name: string,
 *   find: (typed: string) => Choice[] | Promise<Choice[]>,
 *   take: (choice: Choice) => void,
 * }} Settings `find` gives the choices for what has been typed, `take` gets the chosen one
 */

let made = 0;

/**
 * A text field with a list of choices (the ARIA combobox pattern): arrows move, Enter or Tab takes, Escape closes. In an empty
 * field nothing is chosen until somebody moves: Enter there sends the form as it is.
 */
class Combobox {
  /** @type {Choice[]} */
  #choices = [];
  #active = -1;
  #asked = 0;
  #input;
  #settings;
  list;

  /** @param {HTMLInputElement} input @param {Settings} settings */
  constructor(input, settings) {
    made += 1;
    this.#input = input;
    this.#settings = settings;
    this.list = h("ul", {
      id: `choices-${made}`,
      role: "listbox",
      class: "choices-list",
      "aria-label": settings.name,
      hidden: true,
    });
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-controls", this.list.id);
    input.setAttribute("autocomplete", "off");
    this.#close();
    input.addEventListener("input", () => {
      this.#activate(-1); // what the list still shows answers what was typed before
      void this.#refresh();
    });
    input.addEventListener("focus", () => void this.#refresh());
    input.addEventListener("blur", () => this.#close());
    input.addEventListener("keydown", (event) => this.#key(event));
  }

  #close() {
    this.list.hidden = true;
    this.#input.setAttribute("aria-expanded", "false");
    this.#input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  #activate(index) {
    this.#active = index;
    for (const [at, row] of [...this.list.children].entries()) row.setAttribute("aria-selected", String(at === index));
    const row = this.list.children[index];
    row?.scrollIntoView({ block: "nearest" });
    if (row === undefined) this.#input.removeAttribute("aria-activedescendant");
    else this.#input.setAttribute("aria-activedescendant", row.id);
  }

  /** @param {number} index */
  #take(index) {
    const choice = this.#choices[index];
    this.#close();
    if (choice !== undefined) this.#settings.take(choice);
  }

  /** Only the newest question's answer counts, and only while the field has the focus. */
  async #refresh() {
    this.#asked += 1;
    const mine = this.#asked;
    const found = await this.#settings.find(this.#input.value);
    if (mine !== this.#asked || document.activeElement !== this.#input) return;
    this.#choices = found;
    this.list.replaceChildren(...found.map((choice, index) => this.#row(choice, index)));
    this.list.hidden = found.length === 0;
    this.#input.setAttribute("aria-expanded", String(found.length > 0));
    if (found.length > 0) this.#activate(this.#input.value === "" ? -1 : 0);
  }

  /** @param {Choice} choice @param {number} index */
  #row({ label, hint }, index) {
    const row = h(
      "li",
      { id: `${this.list.id}-${index}`, role: "option", "aria-selected": "false" },
      h("span", { class: "choice-label" }, label),
      hint === undefined ? undefined : h("span", { class: "choice-hint" }, hint),
    );
    row.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      this.#take(index);
    });
    return row;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (this.list.hidden) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = this.#choices.length;
    const from = this.#active < 0 && step === -1 ? 0 : this.#active;
    if (step !== undefined) this.#activate((from + step + count) % count);
    else if (this.#active < 0 && event.key !== "Escape") return;
    else if (event.key === "Enter" || (event.key === "Tab" && !event.shiftKey)) this.#take(this.#active);
    else if (event.key === "Escape") this.#close();
    else return;
    if (event.key !== "Tab") event.preventDefault();
    event.stopPropagation();
  }
}

/**
 * Makes a text field a combobox and gives the list, to be placed beside it.
 * @param {HTMLInputElement} input
 * @param {Settings} settings
 */
export function combobox(input, settings) {
  return new Combobox(input, settings).list;
}
