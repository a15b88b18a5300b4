/** A proper name fit to be read, or undefined where nothing readable is left. */
export function cleanName(text: string): string | undefined {
  const name = text.replace(/\s+/g, " ").trim();
  return name === "" ? undefined : name;
}
