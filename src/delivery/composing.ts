import type { Composer, Composition, CompositionRequest } from "./compose.ts";

/** More different posts than this are not kept: a wave of a minute has far fewer. */
const MOST = 500;

/** Composes once what many subscriptions get alike: a wave of ten thousand has a handful of different posts. */
export function composeOnce(composer: Composer): Composer {
  const known = new Map<string, Composition | undefined>();
  return {
    compose(request) {
      const key = keyOf(request);
      if (known.has(key)) return known.get(key);
      if (known.size >= MOST) known.clear();
      const composition = composer.compose(request);
      known.set(key, composition);
      return composition;
    },
    notice: (...about) => composer.notice(...about),
  };
}

function keyOf({ slot, localDate, late, settings }: CompositionRequest): string {
  const { locale, selection, headsUpDays, reminders } = settings;
  return JSON.stringify([slot, localDate, late, locale, headsUpDays, selection, reminders]);
}
