import { byId, h } from "./dom.js";
import { setDay } from "./server.js";
import { shownTime } from "./time.js";

/** @typedef {import("./server.js").State} State */

const DAY = 86_400_000;

/** The date some days later; dates here are YYYY-MM-DD. @param {HTMLInputElement} input @param {number} days */
function later(input, days) {
  const before = input.value;
  input.valueAsNumber += days * DAY;
  const moved = input.value;
  input.value = before;
  return moved;
}

/**
 * The control that sets the page's day.
 * @param {{ today: string, attempt: (act: () => Promise<unknown>) => Promise<unknown> }} settings
 */
export function clockControl({ today, attempt }) {
  const day = byId("day", HTMLInputElement);
  const form = byId("clock", HTMLFormElement);
  /** @param {string} date */
  const go = (date) => {
    if (date !== "") void attempt(() => setDay(date));
  };
  byId("day-before", HTMLButtonElement).addEventListener("click", () => go(later(day, -1)));
  byId("day-after", HTMLButtonElement).addEventListener("click", () => go(later(day, 1)));
  byId("today", HTMLButtonElement).addEventListener("click", () => go(today));
  day.addEventListener("change", () => go(day.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    go(day.value);
  });
}

/** @param {State["clock"]} clock */
export function showClock({ date, now, zone }) {
  byId("day", HTMLInputElement).value = date;
  byId("time", HTMLOutputElement).replaceChildren(shownTime(now, "t", zone), h("span", { class: "zone" }, ` ${zone}`));
}
