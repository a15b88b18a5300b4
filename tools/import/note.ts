/** Notes that the collectors' machinery made for itself; a reader learns nothing from them. */
const MACHINE_NOTES = [
  /^dates differ between sources: [\d /-]+$/,
  /^other sources give [\d /-]+$/,
  /^this one also in the bilateral table$/,
  /^also in the PRC foreign ministry list$/,
  /^also given by the US Office of the Historian$/,
  /^also described as re-establishment of earlier relations$/,
  /^list of relations gives only /,
  /^other stage of relations or differing source; list gives /,
  /^(other stage of relations or differing source|list gives [\d /-]+)$/,
  /^relations with a predecessor or earlier regime$/,
  /^earlier than \S+ statehood/,
  /^before Yemeni unification, presumed North Yemen$/,
  /^acts dated /,
  /^World Treaty Index topic/,
];

/** What of a note a reader profits from; undefined where nothing is left. */
export function cleanNote(text: string): string | undefined {
  const parts = text.split("; ").filter((part) => !MACHINE_NOTES.some((machine) => machine.test(part)));
  const note = parts.join("; ").replace(/\s+/g, " ").trim();
  return note === "" ? undefined : note;
}
