/** The texts of commands, their answers and refusals: data/translations/<locale>/commands.json. */
export const COMMAND_TEXTS = {
  "commands.day.empty": { date: "text" },
  "commands.day.page": { page: "number", pages: "number", count: "number" },
  "commands.day.earlier": {},
  "commands.day.later": {},
  "commands.error.broken": { reference: "text" },
  "commands.error.not-a-date": { typed: "text" },
  "commands.error.unknown-command": {},
  "commands.error.unknown-action": {},
  "commands.error.not-allowed": {},
} as const;
