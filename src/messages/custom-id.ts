/**
 * Where a button, a select or a form leads. All of it is in the component's custom_id: messages outlive the process
 * that sent them, and the version lets a later one recognise what an earlier one wrote.
 */
export interface Route {
  /** The command whose file answers. */
  readonly command: string;
  readonly action: string;
  readonly args: readonly string[];
}

const VERSION = "v1";

/** Discord's limit, in characters. */
const LONGEST = 100;

/** At most 100 characters, which is Discord's limit: longer ones throw, because a cut state would lead elsewhere. */
export function customId(command: string, action: string, ...args: readonly string[]): string {
  const id = written(command, action, args);
  if (id.length > LONGEST)
    throw new RangeError(`the custom_id of ${command}, ${action} has ${id.length} characters, ${LONGEST} at most`);
  return id;
}

/** Whether it is short enough to be one. */
export function isCustomId(command: string, action: string, ...args: readonly string[]): boolean {
  return written(command, action, args).length <= LONGEST;
}

function written(command: string, action: string, args: readonly string[]): string {
  return [VERSION, command, action, ...args].map(escape).join(":");
}

/** Only what would be read as something else is written otherwise: letters of all scripts stay one character each. */
function escape(part: string): string {
  return part.toWellFormed().replaceAll(/[%:]/g, encodeURIComponent);
}

/** The inverse of customId; undefined for what no version of ours wrote. */
export function parseCustomId(id: string): Route | undefined {
  const [version, ...parts] = id.split(":");
  if (version !== VERSION) return undefined;
  try {
    const [command, action, ...args] = parts.map(decodeURIComponent);
    return command && action ? { command, action, args } : undefined;
  } catch {
    return undefined;
  }
}
