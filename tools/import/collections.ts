import { slug } from "../../src/almanac/event-id.ts";

/** A page that a reader can open, before it has its id; the collection is its file in data/sources/. */
export interface Reference {
  readonly collection: string;
  /** What the id will be, unless another page has the same stem. */
  readonly stem: string;
  readonly name: string;
  readonly url: string;
}

const MONTHS = "January February March April May June July August September October November December".split(" ");

export interface Rule {
  readonly matches: RegExp;
  readonly make: (match: RegExpMatchArray, name: string) => Omit<Reference, "url">;
}

/** How the pages of the great collections are filed and named, by address. */
export const RULES: readonly Rule[] = [
  {
    matches: /^https?:\/\/en\.wikipedia\.org\/wiki\/Portal:Current_events\/(\d{4})_(\w+?)_(\d+)$/,
    make: currentEvents,
  },
  { matches: /^https?:\/\/en\.wikipedia\.org\/wiki\/(.+)$/, make: ([, title = ""]) => wikipedia(title) },
  { matches: /^https?:\/\/history\.state\.gov\/(.+)$/, make: ([, path = ""]) => usHistorian(path) },
  {
    matches: /^https?:\/\/treaties\.fcdo\.gov\.uk\/.*?(\w+)\.html?$/,
    make: ([, number = ""]) => ({
      collection: "uk-treaties",
      stem: `uk-treaty-${slug(number)}`,
      name: `UK Treaties Online, treaty ${number}`,
    }),
  },
  {
    matches: /^https?:\/\/treaties\.un\.org\/.*mtdsg_no=([\w.-]+)/,
    make: ([, chapter = ""]) => ({
      collection: "un-treaty-collection",
      stem: `un-treaty-${slug(chapter)}`,
      name: `United Nations Treaty Collection, ${chapter}`,
    }),
  },
  {
    matches: /^https:\/\/github\.com\/factbook\/.*\/([\w-]+)\/(\w+)\.json$/,
    make: ([, region = "", code = ""]) => ({
      collection: "world-factbook",
      stem: `factbook-${slug(region)}-${code}`,
      name: "CIA World Factbook",
    }),
  },
  fixed(
    /humlab\/the_culture_of_international_relations/,
    "world-treaty-index",
    "World Treaty Index, treaties 1900-2000 (Rohn; Poast, Bommarito, Katz; packed file of Humlab, Umeå): data set, no page of its own",
  ),
  fixed(
    /joshuaalley\/treaty-depth/,
    "atop",
    "ATOP 4.01, alliance treaties (Leeds, Ritter, Mitchell, Long): data set, no page of its own",
  ),
  fixed(
    /SourceData\/CorrelatesOfWar/,
    "correlates-of-war",
    "Correlates of War 4.0, wars between states (Sarkees, Wayman): data set, no page of its own",
  ),
  {
    matches: /globalgov\/manytreaties\/blob/,
    make: () => ({
      collection: "ggo",
      stem: "ggo-agreements",
      name: "GGO datacube, table of agreements (Hollway and others): data set, no page of its own",
    }),
  },
  fixed(
    /globalgov\/manytreaties/,
    "ggo",
    "GGO datacube, many treaties (Hollway and others): data set, no page of its own",
  ),
  fixed(
    /hjordanp\/peace-agreements/,
    "pa-x",
    "PA-X, peace agreements (University of Edinburgh): data set, no page of its own",
  ),
  fixed(
    /brentonk\/us_diplomatic_missions/,
    "us-mission-status",
    "U.S. diplomatic missions (Kenkel): data set, no page of its own",
  ),
  fixed(
    /Noe-Faure\/International-Press/,
    "paris-agreement-by-country",
    "Paris Agreement by country (Noe Faure): data set, no page of its own",
  ),
];

function fixed(matches: RegExp, stem: string, name: string): Rule {
  return { matches, make: () => ({ collection: stem, stem, name }) };
}

const US_TRAVELS: Readonly<Record<string, string>> = {
  countries: "relations with",
  visits: "visits by leaders of",
  president: "travels of President",
  secretary: "travels of Secretary of State",
};

/** A page of the Historian by its address: countries/sri-lanka, departmenthistory/travels/president/reagan-ronald. */
function usHistorian(path: string): Omit<Reference, "url"> {
  const parts = path.replace(/^departmenthistory\//, "").split("/");
  const [section = "", page = ""] = parts.slice(-2);
  const words = page.split("-").map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  const isPerson = section === "president" || section === "secretary";
  const subject = isPerson ? (words[0] ?? "") : words.join(" ");
  const about = US_TRAVELS[section] === undefined ? page.replaceAll("-", " ") : `${US_TRAVELS[section]} ${subject}`;
  return {
    collection: "us-historian",
    stem: `us-historian-${slug(parts.join("-"))}`,
    name: `US Office of the Historian: ${about}`,
  };
}

function wikipedia(title: string): Omit<Reference, "url"> {
  const words = decodeURIComponent(title).replaceAll("_", " ");
  return { collection: "wikipedia", stem: `wp-${slug(words)}`, name: `Wikipedia: ${words}` };
}

function currentEvents([, year = "", month = "", day = ""]: RegExpMatchArray): Omit<Reference, "url"> {
  const number = String(MONTHS.indexOf(month) + 1).padStart(2, "0");
  return {
    collection: "wikipedia",
    stem: `wp-current-events-${year}-${number}-${day.padStart(2, "0")}`,
    name: `Wikipedia: Current events, ${day} ${month} ${year}`,
  };
}
