import type { UploadedFile, World } from "../world.ts";

export interface RestRequest {
  readonly world: World;
  /** The values of {channel_id} and the like. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly UploadedFile[];
}

export interface RestAnswer {
  readonly status: 200 | 201 | 204;
  readonly body?: unknown;
}

export interface Route {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** As in Discord's description: /channels/{channel_id}/messages */
  readonly path: string;
  /** Interaction endpoints: no Authorization, outside the global limit. */
  readonly open?: true;
  /** Throws a DiscordError for every refusal. */
  handle(request: RestRequest): RestAnswer;
}

/** 200 with a body. */
export function ok(body: unknown): RestAnswer {
  return { status: 200, body };
}

export const done: RestAnswer = { status: 204 };
