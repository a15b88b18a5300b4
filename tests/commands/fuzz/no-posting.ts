import type { Discord } from "../../../src/ports.ts";

/** Discord's posting side where there is no network. */
export const NO_POSTING: Pick<Discord, "createMessage" | "createForumPost"> = {
  createMessage: () => Promise.resolve({ outcome: "unreachable", reason: "no network" }),
  createForumPost: () => Promise.resolve({ outcome: "unreachable", reason: "no network" }),
};
