/** Words that the World Treaty Index cuts short. */
const CUT_INSTRUMENTS: readonly (readonly [RegExp, string])[] = [
  [/^Exchan(?=:|$)/, "Exchange of notes"],
  [/\bExchan\b/g, "Exchange"],
  [/\bAgreem\b/g, "Agreement"],
  [/^Conven(?=:|$)/, "Convention"],
  [/^Protoc(?=:|$)/, "Protocol"],
];

/** "Agreem" in full, and "Convention: On social security" or "Treaty: Treaty of friendship" without the doubled word. */
export function spellOut(name: string): string {
  const whole = CUT_INSTRUMENTS.reduce((text, [cut, word]) => text.replace(cut, word), name);
  const [, instrument = "", rest = ""] = /^([A-Z][\w ]{2,24}): (\S.*)$/s.exec(whole) ?? [];
  if (rest === "") return whole;
  const joint = /^(on|concerning|for|regarding|relating to|respecting|with|to|between|of|in)\s/i.exec(rest);
  if (joint !== null) return `${instrument} ${joint[0].toLowerCase()}${rest.slice(joint[0].length)}`;
  const doubled = new RegExp(
    `^((basic|supplementary|framework|additional|general|special)\\s)?${instrument}\\b\\s\\S`,
    "i",
  );
  return doubled.test(rest) ? rest : whole;
}
