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

/** The locale in CLDR's words: Discord writes "no" for Norwegian, CLDR "nb". */
export function cldrLocale(locale: string): string {
  return locale === "no" ? "nb" : locale;
}

const chains = new Map<string, readonly string[]>();

/** Where a name or a text is looked for, most particular first: zh-TW, zh-Hant, zh; es-419, es. Takes Discord's locales and CLDR's. */
export function localeChain(locale: string): readonly string[] {
  const known = chains.get(locale) ?? makeChain(cldrLocale(locale));
  chains.set(locale, known);
  return known;
}

function makeChain(locale: string): readonly string[] {
  const { language, script } = new Intl.Locale(locale).maximize();
  return [...new Set([locale, `${language}-${script ?? ""}`, language])];
}

type Style = "long" | "short";
type NameOf = (region: string) => string | undefined;

const namesOf: Readonly<Record<Style, Map<string, NameOf>>> = { long: new Map(), short: new Map() };

/**
 * CLDR's name of a region of today; the English one for a locale that CLDR lacks.
 * Never for a former code: Intl answers SU with Russia and CS with Serbia.
 */
export function cldrName(region: string, locale: string, style: Style): string | undefined {
  const known = namesOf[style].get(locale) ?? rememberingNames(locale, style);
  namesOf[style].set(locale, known);
  return known(region);
}

/** Asking Intl anew each time would be most of the time that a search index takes to build. */
function rememberingNames(locale: string, style: Style): NameOf {
  const names = new Intl.DisplayNames([cldrLocale(locale), "en"], { type: "region", style, fallback: "none" });
  const asked = new Map<string, string | undefined>();
  return (region) => {
    if (!asked.has(region)) asked.set(region, names.of(region));
    return asked.get(region);
  };
}
