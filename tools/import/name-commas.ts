import { readImportTable } from "./tables.ts";

/** What treaties are about, one after the other in their titles; the lists leave out the commas between. */
const SUBJECTS = readImportTable("listed-subjects", ["subject", "reason"]).map(({ cell }) => cell("subject"));

/** None is the beginning of a longer one: trade cooperation is no trade. */
const SUBJECT = `(?:${SUBJECTS.map((subject) => {
  const rests = SUBJECTS.filter((longer) => longer.startsWith(`${subject} `)).map((longer) =>
    longer.slice(subject.length),
  );
  return rests.length === 0 ? subject : `${subject}(?!${rests.join("|")})`;
}).join("|")})`;
const EACH = new RegExp(SUBJECT, "giu");
const RUN = new RegExp(`(?<![\\p{L},-])(${SUBJECT}(?: ${SUBJECT})+)(?= (?:and|&) )`, "giu");

/** "Treaty of friendship commerce and navigation" with the commas of a list, and what else is read as it is. */
export function putCommas(name: string): string {
  return name.replace(RUN, (run) => (run.match(EACH) ?? [run]).join(", "));
}
