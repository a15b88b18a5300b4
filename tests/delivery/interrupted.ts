import { PermissionFlagsBits } from "discord-api-types/v10";
import { expect } from "vitest";
import type { ChannelSeed } from "../../src/playground/api.ts";
import { type Scene, scene } from "./support.ts";

const { ViewChannel, SendMessages, ReadMessageHistory } = PermissionFlagsBits;
export const NO_HISTORY = { permissions: ViewChannel | SendMessages };
export const WITH_HISTORY = { permissions: ViewChannel | SendMessages | ReadMessageHistory };

/** A post whose answer was lost, and after it the process: stored or not, and somebody wrote in the channel since, or nobody. */
export async function interrupted(
  stored: boolean,
  channel: ChannelSeed,
  settings: Parameters<Scene["subscribe"]>[0] = {},
  written: readonly string[] = [],
) {
  const stage = await scene("2026-06-25T06:00Z", { standIn: { nonceWindow: 2 * 60_000 } });
  const one = await stage.subscribe(settings, channel);
  for (const text of written) stage.standIn.write(one.channelId, stage.standIn.addPerson(), text);
  stage.standIn.inject({ method: "POST", times: 1, action: { kind: "drop", stored } });
  await stage.at("2026-06-25T07:00Z");
  expect((await stage.history(one))[0]).toMatchObject({
    state: "failed",
    uncertainSince: Date.parse("2026-06-25T07:00Z"),
  });
  await stage.delivery.stop();
  const later = async (instant: string) => {
    await stage.afterRestart(instant);
    return (await stage.history(one))[0];
  };
  const posts = () => stage.standIn.requests.filter(({ method }) => method === "POST").length;
  return { ...stage, one, later, posts };
}
