/**
 * Discord's markdown (its reference, "Message Formatting" and "Markdown Text 101"): a backslash makes the punctuation after it plain.
 * What a line may begin with is special only there.
 */
const SPECIAL = /[\\*_~`|[\]<>]/g;
const LINE_START = /^(\s*)([#>+-]|\d+(?=[.)]))/;
const SCHEME = /:(?=\/\/)/g;
const EVERYBODY = /@(?=everyone|here)/gi;

/** Markdown that reads as exactly this text: no emphasis, link, mention, heading, list, quote, spoiler or timestamp. */
export function escapeMarkdown(text: string): string {
  return text
    .split("\n")
    .map((line) => escapeLineStart(line.replace(SPECIAL, "\\$&").replace(SCHEME, "\\:").replace(EVERYBODY, "\\@")))
    .join("\n");
}

function escapeLineStart(line: string): string {
  return line.replace(LINE_START, (_, space: string, mark: string) =>
    /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
  );
}

/** Bold, of text that is markdown already. */
export function bold(markdown: string): string {
  return `**${markdown}**`;
}

/** The address as Discord takes it in a link (http or https, at most 512 characters, nothing that ends the link); else undefined. */
export function linkTarget(url: string): string | undefined {
  const parsed = URL.parse(url);
  if (parsed === null) return undefined;
  const { protocol, href, username, password } = parsed;
  if ((protocol !== "https:" && protocol !== "http:") || username !== "" || password !== "") return undefined;
  const target = href.replace(
    /[()[\]<>\\"|*`]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return target.length <= 512 ? target : undefined;
}

/** A masked link; the label is plain text. */
export function link(label: string, target: string): string {
  return `[${escapeMarkdown(label)}](${target})`;
}
