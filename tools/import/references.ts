import { shortSlug } from "../../src/almanac/event-id.ts";
import { type Reference, RULES } from "./collections.ts";
import type { Cites, Fact } from "./fact.ts";
import { cleanName } from "./name.ts";

const LONGEST_STEM = 60;

/** Articles on foreign relations whose title is not the plain name of the state. */
const ARTICLES: Readonly<Record<string, string>> = {
  BA: "Bosnia_and_Herzegovina",
  CZ: "the_Czech_Republic",
  FM: "the_Federated_States_of_Micronesia",
  GE: "Georgia_(country)",
  MH: "the_Marshall_Islands",
  MK: "North_Macedonia",
  TL: "Timor-Leste",
};
const ENGLISH = new Intl.DisplayNames(["en"], { type: "region" });

/** The address of an article that a line gives by its code: Foreign_relations_of_EE is Foreign_relations_of_Estonia. */
function articleByName(url: string): string {
  return url
    .replace(
      /(Foreign_relations_of_)hist:([a-z])([a-z]*)(?:-([a-z])([a-z]*))?$/,
      (_, head: string, ...rest: string[]) => {
        const [a = "", b = "", c, d = ""] = rest;
        return `${head}${a.toUpperCase()}${b}${c === undefined ? "" : `_${c.toUpperCase()}${d}`}`;
      },
    )
    .replace(/(Foreign_relations_of_)([A-Z]{2})$/, (_, head: string, code: string) => {
      return head + (ARTICLES[code] ?? (ENGLISH.of(code) ?? code).replaceAll(" ", "_"));
    });
}

/** Copies of an encyclopedia whose addresses say which article they copy. */
const COPIES = [
  /^https?:\/\/(?:en\.)?(?:wikimili\.com|wikipedia-on-ipfs\.org|wikisum\.wiki|profilpelajar\.com)\/(?:wiki|en)\/(.+)$/,
  /^https?:\/\/ipfs\.io\/ipfs\/\w+\/wiki\/(.+)\.html$/,
  /^https?:\/\/www\.princeton\.edu\/~achaney\/tmve\/wiki100k\/docs\/(.+)\.html$/,
];

/** The article itself, where a line gives a copy of it. */
function articleOfCopy(url: string): string {
  const title = COPIES.map((copy) => copy.exec(url)?.[1]).find((found) => found !== undefined);
  return title === undefined ? url : `https://en.wikipedia.org/wiki/${title}`;
}

const GITHUB = "https://github.com";
const GGO_AGREEMENTS =
  "globalgov/manytreaties/blob/00f5587dffa96d07ddb0ac46cc47813b4d06090e/data-raw/agreements/HUGGO/HUGGO_clean.csv";

/** The file of a data set in which a line stands, where the lines give only the folder: each was opened and compared. */
function fileOf(url: string, file: string, name: string): string {
  if (url === `${GITHUB}/joshuaalley/treaty-depth/tree/master/data`)
    return `${GITHUB}/joshuaalley/treaty-depth/blob/master/data/atop-alliance-level.csv`;
  const isAgreement = file === "treaties-environment-trade" && !name.endsWith("trade agreement");
  return url === `${GITHUB}/globalgov/manytreaties` && isAgreement ? `${GITHUB}/${GGO_AGREEMENTS}` : url;
}

/** The page of a fact. */
export function pageOf({ source, file, name = "" }: Pick<Fact, "source" | "file" | "name">): Reference {
  return referenceOf({ name: source.name, url: fileOf(source.url, file, name) });
}

/** Files a page under its collection, with a name that says what a reader will find there. */
function referenceOf(source: { readonly name: string; readonly url: string }): Reference {
  const url = articleOfCopy(articleByName(source.url));
  for (const rule of RULES) {
    const match = rule.matches.exec(url);
    if (match !== null) return { ...rule.make(match, source.name), url };
  }
  const name = source.name.replace(/ ?\((?:[^)]*\b(?:copy|GitHub)\b[^)]*)\)/g, "").trim();
  return { collection: "pages", stem: shortSlug(name, LONGEST_STEM), name, url };
}

/** Files the page of a memorable event: by its collection the choice of a day knows what everybody knows. */
export function pageOfGreatEvent({ name, url }: { readonly name: string; readonly url: string }): Reference {
  return { collection: "great-events", stem: `great-${shortSlug(name, LONGEST_STEM)}`, name, url };
}

/** Files a page that somebody gave and nobody opened: a link for a reader, no witness. */
export function unreadPage(page: Reference): Reference {
  return { ...page, collection: "cited-pages", stem: `cited-${page.stem}` };
}

/** The pages without those that come again, in their order. */
export function uniquePages(references: readonly Reference[]): Reference[] {
  return [...new Map(references.map((reference) => [reference.url, reference])).values()];
}

/** A page that an encyclopedia article gives as its reference; undefined where it gives no address to open. */
export function citedPage(cite: Cites["cites"][number]): Reference | undefined {
  const url = cite.url === undefined ? null : URL.parse(cite.url);
  if (url === null || !/^https?:$/.test(url.protocol)) return undefined;
  const known = referenceOf({ name: cite.title ?? url.hostname, url: url.href });
  // Another article, or a page of a collection: what it says of this pair has been collected, or nobody has looked.
  if (known.collection !== "pages") return undefined;
  const title = cleanName(cite.title ?? "");
  const publisher = cleanName(cite.publisher ?? "") ?? url.hostname.replace(/^www\./, "");
  const name = title === undefined || title === publisher ? publisher : `${publisher}: ${title}`;
  const stem = `cited-${shortSlug(`${url.hostname.replace(/^www\./, "")} ${title ?? "page"}`, LONGEST_STEM)}`;
  return { collection: "cited-pages", stem, name: name.slice(0, 160).trim(), url: url.href };
}
