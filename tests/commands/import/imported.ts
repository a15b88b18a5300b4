import { expect } from "vitest";
import type { OptionValue } from "../../../src/playground/api.ts";
import type { Running } from "../../main/bot.ts";
import { type Asking, read } from "../lookups.ts";

export const GOOD = 'date,text,countries\n1992-08-25,"Ghent, Gwangju","BE, KR"\n13 December,Lucia,Sweden\n';

const upload = ({ discord }: Running, content: string | Uint8Array, name = "events.csv") =>
  discord.upload({ name, bytes: typeof content === "string" ? Buffer.from(content) : content }).id;

/** /events import with a file, and its report once it is there. */
export async function imported(running: Running, content: string | Uint8Array, name?: string): Promise<Asking> {
  const { discord, channelId, admin } = running;
  const options: Readonly<Record<string, OptionValue>> = { file: upload(running, content, name) };
  const answer = await discord.interact.slash({ command: "events import", channelId, person: admin, options });
  expect(answer.response).toEqual({ type: 5, data: { flags: 64 } });
  await expect.poll(() => answer.message(), { interval: 5, timeout: 5_000 }).toBeDefined();
  return read(running, answer.message());
}
