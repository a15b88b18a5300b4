import type { Event } from "./event.ts";
import { familyOf } from "./kind.ts";

/**
 * Acts that every reader of international relations knows by name, as data/ names them. That a name is renowned stands in
 * no source and cannot be computed: this list is an editor's, and it decides no day. tests/almanac/renowned.test.ts finds
 * each name in data/.
 */
const NAMES: readonly string[] = [
  // orders of peace
  "Peace of Westphalia (Treaties of Münster and Osnabrück)",
  "Treaty of Utrecht",
  "Treaty of Paris (1763)",
  "Treaty of Paris",
  "Treaty of Paris (1814)",
  "Final Act of the Congress of Vienna",
  "Treaty of Paris (1856)",
  "Treaty of Berlin (1878)",
  "Treaty of Shimonoseki",
  "Treaty of Portsmouth",
  "Treaty of Brest-Litovsk",
  "Armistice of 11 November 1918",
  "Treaty of Versailles",
  "Treaty of Trianon",
  "Treaty of Lausanne",
  "Treaty of San Francisco",
  "Austrian State Treaty",
  "Korean Armistice Agreement",
  "Camp David Accords",
  "Egypt-Israel Peace Treaty",
  "Oslo I Accord",
  "Dayton Agreement",
  "Good Friday Agreement",
  // between the powers
  "Treaty of London (1839)",
  "Treaty of Nanking",
  "Treaty of Guadalupe Hidalgo",
  "Entente Cordiale",
  "Sykes-Picot Agreement",
  "Treaty of Rapallo (1922)",
  "Kellogg-Briand Pact",
  "Lateran Treaty",
  "Munich Agreement",
  "Molotov-Ribbentrop Pact",
  "Atlantic Charter",
  "Declaration by United Nations",
  "Report on the Crimea Conference",
  "Statute of Westminster 1931",
  "Anglo-Irish Treaty",
  "Japan-Korea Treaty of 1910",
  "Montreux Convention",
  "Élysée Treaty",
  "Basic Treaty (1972)",
  "Shanghai Communiqué",
  "Nixon visit to China",
  "Helsinki Final Act",
  "Sino-British Joint Declaration",
  "Handover of Hong Kong",
  "Transfer of sovereignty over Macau",
  "German reunification",
  "Belovezha Accords",
  "Malta Summit",
  "Torrijos-Carter Treaties",
  "First inter-Korean summit",
  "Panmunjom Declaration for Peace, Prosperity and Unification of the Korean Peninsula",
  "Lancaster House Agreement",
  "UN General Assembly Resolution 2758",
  "Tashkent Declaration",
  "Abraham Accords: joint statement on normalisation",
  // Europe
  "Schuman Declaration",
  "Treaty of Rome",
  "Benelux Economic Union Treaty",
  "Schengen Agreement",
  "Single European Act",
  "Maastricht Treaty",
  "Treaty of Lisbon",
  // arms
  "Treaty on the Non-Proliferation of Nuclear Weapons",
  "Partial Nuclear Test Ban Treaty",
  "Intermediate-Range Nuclear Forces Treaty",
  "START I",
  "New START",
  "Comprehensive Nuclear-Test-Ban Treaty",
  "Ottawa Treaty",
  // law for all
  "First Geneva Convention",
  "First Hague Convention",
  "Universal Declaration of Human Rights",
  "Genocide Convention",
  "Antarctic Treaty",
  "Outer Space Treaty",
  "Vienna Convention on Diplomatic Relations",
  "Montreal Protocol",
  "Kyoto Protocol",
  "Paris Agreement",
  "Rome Statute of the International Criminal Court",
  "United Nations Convention on the Law of the Sea",
  "Suez Crisis",
  "Six-Day War",
  "Cuban Missile Crisis",
];

/** Those names. */
export const RENOWNED: ReadonlySet<string> = new Set(NAMES);
/** The pages that were read for what every reader of international relations knows (tools/import/tables/great-events.csv). */
const GREAT = /^great-/;

/** Whether everybody knows it by its name, or a page was read for it because everybody does. */
export function isRenowned({ kind, name, sources }: Event): boolean {
  if (kind === "treaty-in-force" || kind === "treaty-ratified" || kind === "treaty-ended") return false;
  if (sources.some(({ id }) => GREAT.test(id))) return true;
  return name !== undefined && RENOWNED.has(name) && !(familyOf(kind) === "conflict" && kind === "fighting-ended");
}
