/** Lower-case ASCII words joined by hyphens: "Élysée Treaty" becomes elysee-treaty. */
export function slug(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[øØ]/g, "o")
    .replace(/[łŁ]/g, "l")
    .replace(/['’]/g, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

/** A slug of at most so many characters, cut between words where it must be cut. */
export function shortSlug(text: string, longest: number): string {
  const whole = slug(text);
  if (whole.length <= longest) return whole;
  const cut = whole.slice(0, longest + 1);
  return cut.includes("-") ? cut.slice(0, cut.lastIndexOf("-")) : cut.slice(0, longest);
}
