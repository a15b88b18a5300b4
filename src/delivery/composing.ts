import type { Clock } from "../ports.ts";
import type { Composer, Composition, CompositionRequest } from "./compose.ts";

/** More different posts than this are not kept: a wave of a minute has far fewer. */
const MOST = 500;

/** The composer as all deliveries share it. */
export interface SharedComposer extends Pick<Composer, "notice"> {
  /** As Composer.compose; rejects with what that throws. */
  compose(request: CompositionRequest): Promise<Composition | undefined>;
}

/**
 * Composes once what many subscriptions get alike: a wave of ten thousand has a handful of different posts. Where it has many (each server its own
 * countries, on 1 January three posts each) they are composed one after the other, and whoever waits for an answer goes between two of them: a
 * composition takes some milliseconds in which the process can do nothing else.
 */
export function composeOnce(composer: Composer, clock: Pick<Clock, "sleep">): SharedComposer {
  const known = new Map<string, Promise<Composition | undefined>>();
  let last: Promise<unknown> = Promise.resolve();

  async function inTurn(request: CompositionRequest, before: Promise<unknown>): Promise<Composition | undefined> {
    await before.catch(() => undefined); // whose it was hears of it
    await clock.sleep(0);
    return composer.compose(request);
  }

  return {
    compose(request) {
      const key = keyOf(request);
      let composition = known.get(key);
      if (composition === undefined) {
        if (known.size >= MOST) known.clear();
        composition = inTurn(request, last);
        known.set(key, composition); // it is pure: what threw once throws again
        last = composition;
      }
      return composition;
    },
    notice: (...about) => composer.notice(...about),
  };
}

function keyOf({ slot, localDate, late, settings, own }: CompositionRequest): string {
  const { locale, selection, headsUpDays, reminders } = settings;
  return JSON.stringify([slot, localDate, late, locale, headsUpDays, selection, reminders, own]);
}
