import { expect, test } from "vitest";
import { inDiscord, refusalOf } from "./harness.ts";

const setting = inDiscord({ nonceWindow: 120_000 });

test("enforce_nonce gives back the first message, inside the window and across channels", async () => {
  const { discord, guildId, channelId, post, clock } = setting();
  const body = { content: "once", nonce: "25-june", enforce_nonce: true };
  const first = await post(body);
  expect(first["nonce"]).toBe("25-june");
  clock.advance(120_000);
  expect((await post({ ...body, content: "twice" }))["id"]).toBe(first["id"]);
  const other = discord.addChannel(guildId);
  expect(await post(body, other)).toMatchObject({ id: first["id"], channel_id: channelId });
  clock.advance(1);
  expect((await post(body))["id"]).not.toBe(first["id"]);
  expect(discord.messages(channelId)).toHaveLength(2);
});

test("a nonce alone doubles, and 10008 answers when the first message has been deleted", async () => {
  const { discord, channelId, post } = setting();
  const { id } = await post({ content: "a", nonce: "n" });
  await post({ content: "a", nonce: "m" });
  await post({ content: "a", nonce: "m" });
  expect(discord.messages(channelId)).toHaveLength(3);
  discord.deleteMessage(channelId, String(id));
  expect(await refusalOf(post({ content: "a", nonce: "n", enforce_nonce: true }))).toMatchObject({
    status: 404,
    code: 10008,
  });
});
