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
 * The control that sets the page's day, and shows the day it is again where that cannot be done.
 * @param {{ clock: () => State["clock"], attempt: (act: () => Promise<unknown>) => Promise<unknown> }} settings
 */
export function clockControl({ clock, attempt }) {
  const day = byId("day", HTMLInputElement);
  const form = byId("clock", HTMLFormElement);
  /** @param {string} date */
  const go = async (date) => {
    const done = date === "" ? undefined : await attempt(() => setDay(date));
    if (done === undefined) showClock(clock());
  };
  byId("day-before", HTMLButtonElement).addEventListener("click", () => void go(later(day, -1)));
  byId("day-after", HTMLButtonElement).addEventListener("click", () => void go(later(day, 1)));
  byId("today", HTMLButtonElement).addEventListener("click", () => void go(clock().today));
  day.addEventListener("change", () => void go(day.value));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void go(day.value);
  });
}

/** @param {State["clock"]} clock */
export function showClock({ date, now, zone }) {
  byId("day", HTMLInputElement).value = date;
  byId("time", HTMLOutputElement).replaceChildren(shownTime(now, "t", zone), h("span", { class: "zone" }, ` ${zone}`));
}
