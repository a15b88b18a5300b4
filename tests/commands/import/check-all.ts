import { type Checked, checkEntries } from "../../../commands/import/check.ts";

/** All of it at once, which the bot does step by step. */
export function checkAll(...given: Parameters<typeof checkEntries>): Checked {
  const work = checkEntries(...given);
  for (let step = work.next(); ; step = work.next()) if (step.done === true) return step.value;
}
