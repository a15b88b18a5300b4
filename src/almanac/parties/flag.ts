const REGIONAL_INDICATOR_A = 0x1_f1_e6;

/**
 * The flag emoji of a region that has one: its code in regional indicators (Unicode Technical Standard 51, annex B).
 * Organisations have it where CLDR knows them as a region (EU, UN).
 */
export function flagOf(region: string | undefined): string | undefined {
  if (region === undefined || !/^[A-Z]{2}$/.test(region) || region === "EZ") return undefined;
  return region.replaceAll(/[A-Z]/g, (letter) =>
    String.fromCodePoint(REGIONAL_INDICATOR_A + letter.charCodeAt(0) - 65),
  );
}
