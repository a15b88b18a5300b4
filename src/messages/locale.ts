/** The locale in CLDR's words: Discord's `no` is `nb`. */
export function cldrLocale(discordLocale: string): string {
  return discordLocale === "no" ? "nb" : discordLocale;
}

/** Where a text is looked for, most particular first: zh-TW, zh-Hant, zh; es-419, es; English comes after all. */
export function fallbackChain(locale: string): readonly string[] {
  const { language, script } = new Intl.Locale(locale).maximize();
  return [...new Set([locale, `${language}-${script ?? ""}`, language])];
}
