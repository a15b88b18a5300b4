import * as z from "zod";

/** What a client may send; anything else closes the connection as Discord does (4001, 4002). */
export const clientPayload = z.discriminatedUnion("op", [
  z.object({ op: z.literal(1), d: z.int().nullable() }),
  z.object({
    op: z.literal(2),
    d: z.looseObject({
      token: z.string(),
      intents: z.int().nonnegative(),
      properties: z.looseObject({}),
      shard: z.tuple([z.int().nonnegative(), z.int().positive()]).optional(),
    }),
  }),
  z.object({ op: z.literal(3), d: z.looseObject({}) }),
  z.object({ op: z.literal(4), d: z.looseObject({}) }),
  z.object({ op: z.literal(6), d: z.object({ token: z.string(), session_id: z.string(), seq: z.int() }) }),
  z.object({ op: z.literal(8), d: z.looseObject({}) }),
]);

export type ClientPayload = z.infer<typeof clientPayload>;
export type Identify = Extract<ClientPayload, { op: 2 }>["d"];
export type Resume = Extract<ClientPayload, { op: 6 }>["d"];
