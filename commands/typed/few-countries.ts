import { PRESETS, type Presets } from "../../src/almanac/parties/presets.ts";
import type { PartyCode } from "../../src/almanac/party.ts";
import type { Language } from "../../src/messages/language.ts";
import { areFew } from "../../src/messages/lookup/few.ts";
import type { Inquiry } from "../../src/messages/lookup/inquiry.ts";
import type { Choice } from "../command.ts";
import type { Unread } from "../meant.ts";
import { quoted, refused } from "../refusal.ts";
import { type Countries, namesIn, readCountries, unmistakable } from "./country.ts";
import { type GroupSource, groupOf, presetName } from "./group.ts";
import { nearestTo } from "./pair.ts";

export type Members = { readonly ok: true; readonly codes: readonly PartyCode[] } | ({ readonly ok: false } & Unread);

/** Countries as typed, as many as fit into the buttons of a list; of a group its members of today. */
export function readFewCountries(typed: string, inquiry: Inquiry, presets: Presets): Members {
  const countries = readMembers(typed, inquiry, presets);
  if (!countries.ok || areFew(countries.codes)) return countries;
  return { ...refused(inquiry.language.text("lookup.too-many-countries", { typed: quoted(typed) })), near: [] };
}

/** The names of the groups that a list takes, of its few countries or of any number: none that is also a party's, which is meant then. */
export function groupsTaken(
  { parties, language, today, presets }: GroupSource & Pick<Inquiry, "today"> & { readonly presets: Presets },
  fits: (codes: readonly PartyCode[]) => boolean = areFew,
): readonly string[] {
  return PRESETS.filter((preset) => fits(presets(preset, today)))
    .map((preset) => presetName(preset, language))
    .filter((name) => parties.resolve(name, language.locale).found === undefined);
}

/** What stands between the two of a list in a language: " and ". Of names with it in them no half is one. */
function joint(language: Language): string {
  return language.list(["|", "|"]).replaceAll("|", "");
}

/** Countries as typed, of a group that is nobody by itself its members of today; of a name that nobody has what comes near. */
export function readMembers(typed: string, inquiry: Inquiry, presets: Presets): Members {
  const read = membersIn(typed, inquiry, presets);
  return read.ok ? read : { ...read, near: nearCountries(typed, inquiry, presets) };
}

/** The same countries with another in place of the first name that nobody has: those that come near, by name. */
function nearCountries(typed: string, inquiry: Inquiry, presets: Presets): readonly Choice[] {
  const { almanac, language } = inquiry;
  const source = { parties: almanac.parties, language };
  const names = namesIn(typed);
  const at = names.findIndex((name) => !membersIn(name, inquiry, presets).ok && nearestTo(name, source).length > 0);
  return nearestTo(names[at] ?? "", source).map((code) => ({
    name: language.name(code),
    value: names.with(at, unmistakable(code, almanac.parties, language)).join(","),
  }));
}

function membersIn(typed: string, { almanac, language, today }: Inquiry, presets: Presets): Countries {
  const { parties } = almanac;
  const isKnown = (name: string) => parties.resolve(name, language.locale).found !== undefined;
  const written = namesIn(typed).map((name) => {
    if (isKnown(name)) return name;
    const group = groupOf(name, { parties, language });
    const members = group && presets(group.preset, today);
    if (members !== undefined) return members.map((code) => unmistakable(code, parties, language)).join(", ");
    const joined = name.split(joint(language));
    return joined.every(isKnown) ? joined.join(", ") : name;
  });
  return readCountries(written.join(", "), parties, language);
}
