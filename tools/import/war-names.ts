import { readImportTable } from "./tables.ts";

/** What wars that the Correlates of War project names in its own way are called in the field. */
const WAR_NAMES = new Map(
  readImportTable("war-names", ["coded", "usual", "reason"]).map(({ cell }) => [cell("coded"), cell("usual")]),
);

/** The usual name of a war, from the name that a fact of the Correlates of War gives it. */
export function warName(name: string, url: string): string {
  return url.includes("CorrelatesOfWar") ? (WAR_NAMES.get(name) ?? name) : name;
}
