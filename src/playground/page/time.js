/** @type {Record<string, Intl.DateTimeFormatOptions>} */
const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};

/**
 * @param {number} instant milliseconds since 1970
 * @param {string} style one of Discord's timestamp styles, without R
 * @param {string} zone
 */
export function shownTime(instant, style, zone) {
  return new Intl.DateTimeFormat("en-GB", { ...STYLES[style], timeZone: zone }).format(instant);
}

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["year", 31_557_600],
  ["month", 2_629_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

/** "in 3 days", as <t:...:R> shows it. @param {number} instant @param {number} now */
export function relativeTime(instant, now) {
  const seconds = Math.round((instant - now) / 1000);
  const [unit, size] = UNITS.find((each) => Math.abs(seconds) >= each[1]) ?? ["second", 1];
  return new Intl.RelativeTimeFormat("en-GB", { numeric: "always" }).format(Math.trunc(seconds / size), unit);
}
