/** Where in a request body something stands. */
export type Path = readonly (string | number)[];

/** One fault in a request body, by path, as Discord names it. */
export interface BodyFault {
  readonly path: Path;
  readonly code: string;
  readonly message: string;
}

/** Discord's messages by JSON error code (opcodes and status codes), with the HTTP status they come with. */
const KNOWN = {
  10003: [404, "Unknown Channel"],
  10004: [404, "Unknown Guild"],
  10008: [404, "Unknown Message"],
  10013: [404, "Unknown User"],
  10015: [404, "Unknown Webhook"],
  10062: [404, "Unknown interaction"],
  30032: [400, "Maximum number of application commands reached (100)"],
  30034: [400, "Max number of daily application command creates has been reached (200)"],
  40005: [413, "Request entity too large"],
  40033: [400, "This message has already been crossposted."],
  40058: [400, "Cannot message this channel until a post is created."],
  40060: [400, "Interaction has already been acknowledged."],
  40066: [400, "There are no tags available that can be set by non-moderators."],
  40067: [400, "A tag is required to create a forum post in this channel"],
  50001: [403, "Missing Access"],
  50005: [403, "Cannot edit a message authored by another user"],
  50006: [400, "Cannot send an empty message"],
  50007: [403, "Cannot send messages to this user"],
  50008: [400, "Cannot send messages in a non-text channel"],
  50013: [403, "Missing Permissions"],
  50024: [400, "Cannot execute action on this channel type"],
  50027: [401, "Invalid Webhook Token"],
  50035: [400, "Invalid Form Body"],
  50109: [400, "The request body contains invalid JSON."],
  160004: [400, "A thread has already been created for this message"],
  160005: [400, "Thread is locked"],
} as const satisfies Record<number, readonly [number, string]>;

export type KnownCode = keyof typeof KNOWN;

/** A refusal that becomes Discord's answer: HTTP status and JSON body. */
export class DiscordError extends Error {
  readonly status: number;
  readonly body: object;

  constructor(status: number, body: { readonly code: number; readonly message: string; readonly errors?: object }) {
    super(body.message);
    this.status = status;
    this.body = body;
  }
}

/** The refusal with one of Discord's JSON error codes. */
export function refusal(code: KnownCode): DiscordError {
  const [status, message] = KNOWN[code];
  return new DiscordError(status, { code, message });
}

/** 50035 with the tree of faults under `errors`, one branch a path. */
export function invalidForm(faults: readonly BodyFault[]): DiscordError {
  const [status, message] = KNOWN[50035];
  return new DiscordError(status, { code: 50035, message, errors: faultTree(faults) });
}

interface Branch {
  [key: string]: Branch | { code: string; message: string }[];
}

function faultTree(faults: readonly BodyFault[]): Branch {
  const root: Branch = {};
  for (const { path, code, message } of faults) {
    let branch = root;
    for (const key of path) {
      const next = branch[key];
      branch = next === undefined || Array.isArray(next) ? (branch[key] = {}) : next;
    }
    const errors = Array.isArray(branch["_errors"]) ? branch["_errors"] : [];
    branch["_errors"] = [...errors, { code, message }];
  }
  return root;
}
