/**
 * @typedef {import("./server.js").Command} Command
 * @typedef {import("../rules/commands.ts").CommandOption} CommandOption
 * @typedef {{ path: string, description: string, options: readonly CommandOption[] }} Call one thing that can be called
 */

const NESTING = new Set([1, 2]);

/** Every command as it is called, with its subcommands: "/today", "/countries follow". @param {readonly Command[]} commands @returns {Call[]} */
export function callsOf(commands) {
  return commands.flatMap((command) => callsIn(command.name, command)).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * @param {string} path
 * @param {{ description?: string | undefined, options?: readonly CommandOption[] | null | undefined }} level
 * @returns {Call[]}
 */
function callsIn(path, { description = "", options }) {
  const all = options ?? [];
  const nested = all.filter(({ type }) => NESTING.has(type));
  if (nested.length === 0) return [{ path, description, options: all }];
  return nested.flatMap((option) => callsIn(`${path} ${option.name}`, option));
}

/**
 * The call that a typed line begins with, and the rest of the line.
 * @param {readonly Call[]} calls
 * @param {string} line
 */
export function parseLine(calls, line) {
  const typed = line.trim().replace(/^\//u, "");
  const fits = calls.filter(({ path }) => typed === path || typed.startsWith(`${path} `));
  const call = fits.sort((a, b) => b.path.length - a.path.length)[0];
  return call === undefined ? undefined : { call, rest: typed.slice(call.path.length).trim() };
}
