import { DEFAULT_SETTINGS } from "../delivery/default-settings.ts";
import { parseZone, type Zone } from "../delivery/subscription.ts";
import { UTC } from "../delivery/wall.ts";
import { EXIT, Fatal } from "../fatal.ts";
import { type Playground, startPlayground } from "../playground/playground.ts";
import type { Clock, Store } from "../ports.ts";

/** The playground's page and the stand-in behind it, in the zone of this machine. Throws Fatal where the port is taken. */
export async function openPlayground(port: number, clock: Clock): Promise<Playground> {
  try {
    return await startPlayground({ clock, port, zone: zoneHere(), hour: DEFAULT_SETTINGS.postAt });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Fatal(
      `The playground's page cannot start: ${reason} Set PLAYGROUND_PORT to a free port (0 takes any) and start again.`,
      EXIT.mend,
    );
  }
}

/**
 * Lets the server's admin use /setup, and the clock reach the hour: today's post then goes the way of every post. On another day every
 * calendar that posts counts anew, with the settings that it has.
 */
export async function beginPlayground(
  playground: Playground,
  { subscriptions }: Pick<Store, "subscriptions">,
  tick: () => void,
): Promise<void> {
  const { guildId, channelId, clock } = playground;
  playground.onClockSet(tick);
  await playground.begin(
    "setup",
    { hour: DEFAULT_SETTINGS.postAt, zone: zoneHere() },
    {
      async due() {
        const here = (await subscriptions.ofGuild(guildId)).find((each) => each.channelId === channelId);
        return here && { zone: here.zone, hour: here.postAt };
      },
      async countAnew() {
        for (const calendar of await subscriptions.ofGuild(guildId))
          if (calendar.standing.state !== "paused") await subscriptions.subscribe(calendar, clock.now());
      },
    },
  );
}

/** This machine's zone, or UTC where it has none that can be posted in. */
function zoneHere(): Zone {
  return parseZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ?? UTC;
}
