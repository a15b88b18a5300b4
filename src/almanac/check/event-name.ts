import type { EventRow } from "../event-row.ts";
import type { Report } from "../fault.ts";

/** What a list has room for, and a reader patience. */
const LONGEST = 160;
/** No English name ends with one of these: something was cut off. */
const LEADS_ON =
  /(?:^|\s)(?:of|the|a|an|and|or|between|by|with|from|to|for|concerning|regarding|respecting|relating|mutual|their|his|her|its|certain|other|&)$/i;
const CUT_SHORT = /(?:…|\.\.\.)$/;
/** Two words of four letters or more, and no small letter in any. */
const SHOUTED = /^[^\p{Ll}]*\p{Lu}{4,}[^\p{Ll}]*[^\p{L}]\p{Lu}{4,}[^\p{Ll}]*$/u;

/** A name is whole, spoken in a normal voice and of a length that a line can hold. */
export function checkName({ name = "" }: EventRow, report: Report): void {
  if (CUT_SHORT.test(name) || LEADS_ON.test(name))
    report(
      `the name ends in "${name.split(/\s/).at(-1) ?? ""}"`,
      "write the whole name, or end it after a whole phrase",
    );
  else if (SHOUTED.test(name))
    report("the name is in capitals", "write it in small letters, with capitals where names have them");
  else if (name.length > LONGEST)
    report(`the name has ${name.length} letters`, `write the name in use, of at most ${LONGEST}`);
}
