import { z } from "zod";

/** What we read of Discord's answers, and nothing else of them: other fields may come, go and change. */

const snowflake = z.string().regex(/^\d{17,20}$/);

export const guilds = z.array(z.object({ id: snowflake }));

export const created = z.object({ id: snowflake });

export const message = z.object({
  id: snowflake,
  channel_id: snowflake,
  author: z.object({ id: snowflake }),
  components: z.array(z.record(z.string(), z.unknown())).optional(),
});

export const channel = z.object({
  id: snowflake,
  type: z.number(),
  guild_id: snowflake.optional(),
  last_message_id: snowflake.nullish(),
});

/** A forum or media channel. */
export const forum = z.object({
  available_tags: z.array(z.object({ id: snowflake, name: z.string(), moderated: z.boolean() })).default([]),
  flags: z.number().default(0),
});

export const threads = z.object({
  threads: z.array(
    z.object({
      id: snowflake,
      name: z.string(),
      parent_id: snowflake.nullish(),
      owner_id: snowflake.nullish(),
      thread_metadata: z.object({ archive_timestamp: z.iso.datetime({ offset: true }) }).optional(),
    }),
  ),
  has_more: z.boolean().optional(),
});

/** GET /applications/@me. */
export const application = z.object({ id: snowflake, bot: z.object({ id: snowflake }) });

export const commands = z.array(z.record(z.string(), z.unknown()));
