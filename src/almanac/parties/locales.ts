/** The languages of Discord's interface (Discord API reference, "Locales"), in which people may type a name. */
export const DISCORD_LOCALES: readonly string[] =
  "en-US en-GB bg cs da de el es-419 es-ES fi fr hi hr hu id it ja ko lt nl no pl pt-BR ro ru sv-SE th tr uk vi zh-CN zh-TW".split(
    " ",
  );

/** The Discord locale for a locale or a language: es-419 for es, en-US for en and for one that Discord lacks. */
export function discordLocale(locale: string): string {
  if (DISCORD_LOCALES.includes(locale)) return locale;
  return DISCORD_LOCALES.find((each) => each.startsWith(`${locale}-`)) ?? "en-US";
}

/** The locale, then its language alone: es-419, es. */
export function withLanguage(locale: string): readonly string[] {
  const language = locale.split("-")[0] ?? locale;
  return language === locale ? [locale] : [locale, language];
}

const cache = new Map<string, Intl.DisplayNames>();

/**
 * CLDR's name of a region of today; the English one for a locale that CLDR lacks.
 * Never for a former code: Intl answers SU with Russia and CS with Serbia.
 */
export function cldrName(region: string, locale: string, style: "long" | "short"): string | undefined {
  const key = `${locale} ${style}`;
  const known = cache.get(key) ?? displayNames(locale, style);
  cache.set(key, known);
  return known.of(region);
}

function displayNames(locale: string, style: "long" | "short"): Intl.DisplayNames {
  // Discord writes "no" for Norwegian, CLDR "nb".
  const wanted = locale === "no" ? "nb" : locale;
  return new Intl.DisplayNames([wanted, "en"], { type: "region", style, fallback: "none" });
}
