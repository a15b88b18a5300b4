import type { Composer, Composition, CompositionRequest } from "./compose.ts";

/** More different posts than this are not kept: a wave of a minute has far fewer. */
const MOST = 500;

/** Composes once what many subscriptions get alike: a wave of ten thousand has a handful of different posts. */
export function composeOnce(composer: Composer): Composer {
  const known = new Map<string, { readonly composition: Composition | undefined } | { readonly thrown: unknown }>();
  return {
    compose(request) {
      const key = keyOf(request);
      let outcome = known.get(key);
      if (outcome === undefined) {
        if (known.size >= MOST) known.clear();
        outcome = outcomeOf(composer, request);
        known.set(key, outcome);
      }
      if ("thrown" in outcome) throw outcome.thrown;
      return outcome.composition;
    },
    notice: (...about) => composer.notice(...about),
  };
}

/** Composing is pure: what threw once throws again. */
function outcomeOf(composer: Composer, request: CompositionRequest) {
  try {
    return { composition: composer.compose(request) };
  } catch (error) {
    return { thrown: error };
  }
}

function keyOf({ slot, localDate, late, settings, own }: CompositionRequest): string {
  const { locale, selection, headsUpDays, reminders } = settings;
  return JSON.stringify([slot, localDate, late, locale, headsUpDays, selection, reminders, own]);
}
