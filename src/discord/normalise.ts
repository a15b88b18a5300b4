/** What Discord adds to a command that we sent, or sends as the default of what we left out. */
const ADDED = new Set([
  "id",
  "application_id",
  "guild_id",
  "version",
  "name_localized",
  "description_localized",
  "default_permission",
  "dm_permission",
]);
const DEFAULTS: Readonly<Record<string, string>> = { type: "1", nsfw: "false", integration_types: '["0"]' };

/** Lists in which the order means nothing. */
const SETS = new Set(["integration_types", "contexts", "channel_types"]);

/**
 * A list of commands as one text that is the same for what we send and for what Discord makes of it: keys in order,
 * without what Discord adds, defaults and empty values. The order of commands means nothing, that of options does.
 */
export function normalise(commands: readonly object[]): string {
  return `[${commands
    .map((command) => textOf(command))
    .sort()
    .join(",")}]`;
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(textOf).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const fields = Object.entries(value)
    .filter(([key]) => !ADDED.has(key))
    .map(([key, field]): [string, string] => [key, SETS.has(key) ? sorted(field) : textOf(field)])
    .filter(([key, text]) => !["null", "false", "[]", "{}", '""', DEFAULTS[key]].includes(text))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(",")}}`;
}

function sorted(value: unknown): string {
  return Array.isArray(value) ? textOf(value.map(String).sort()) : textOf(value);
}
