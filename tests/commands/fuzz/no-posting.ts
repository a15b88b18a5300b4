import type { FileRead } from "../../../commands/command.ts";
import type { Answer, Discord } from "../../../src/ports.ts";

/** Discord's posting side where there is no network. */
export const NO_POSTING: Pick<Discord, "createMessage" | "createForumPost"> = {
  createMessage: () => Promise.resolve({ outcome: "unreachable", reason: "no network" }),
  createForumPost: () => Promise.resolve({ outcome: "unreachable", reason: "no network" }),
};

/** Everybody's direct messages are one channel. */
export const DIRECT_MESSAGES = (): Promise<Answer<string>> =>
  Promise.resolve({ outcome: "done", value: "800000000000000000" });

/** What came with a command cannot be read. */
export const NO_FILES = (): Promise<FileRead> => Promise.resolve({ outcome: "unreachable" });

/** There is no forum to read the tags of. */
export const NO_FORUM = () => Promise.resolve(undefined);

/** No channel is known to be gone. */
export const STILL_THERE = () => Promise.resolve(undefined);
