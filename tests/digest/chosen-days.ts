/**
 * Days read by hand in the collected facts, thirty of them before there was a function: what an editor would post for a server that
 * follows everything, five lines. An occasion is written "kind PARTIES year"; it stands for the line that holds an event
 * of that kind and year and all of those parties. "shown" is in order, best first; other lines may stand between.
 */
export interface ChosenDay {
  readonly date: string;
  readonly shown: readonly string[];
  /** What must not be among the five. */
  readonly never: readonly string[];
}

export const CHOSEN_DAYS: readonly ChosenDay[] = [
  {
    date: "2027-06-25",
    shown: [
      "relations-established DE ID 1952",
      "relations-established BY RU 1992",
      "independence HR SI 1991",
      "independence MZ 1975",
    ],
    never: ["embassy-opened MG US 1960", "relations-established EH KE 2005", "joined MK energy-charter 1998"],
  },
  {
    date: "2027-04-04",
    shown: ["treaty-signed nato BE US 1949", "independence SN 1960", "joined FI nato 2023", "expulsion DE FR RU 2022"],
    never: ["embassy-opened SG US 1966", "alliance-ended GB PT 1949", "joined PH ifad 1977"],
  },
  {
    date: "2028-01-22",
    shown: ["treaty-signed DE FR 1963", "alliance-formed RU BY 1993"],
    never: ["joined CZ who 1993", "visit MN US 1991", "joined ZW ifad 1981"],
  },
  {
    date: "2027-11-11",
    shown: ["armistice DE FR 1918", "independence PL 1918", "independence AO 1975"],
    never: ["joined AG un 1981"],
  },
  {
    date: "2027-10-03",
    shown: ["unification DE DDDE 1990", "independence IQ 1932"],
    never: [],
  },
  {
    date: "2026-03-23",
    shown: ["relations-established BE korean-empire 1901"],
    never: ["treaty-ratified AM 2017", "joined ST who 1976"],
  },
  {
    date: "2028-06-12",
    shown: ["independence PH 1898", "joint-statement KP US 2018"],
    never: ["visit MH US 1990", "joined VN imo 1984"],
  },
  {
    date: "2027-08-25",
    shown: ["independence UY 1825", "independence BY 1991", "alliance-formed GB PL 1939"],
    never: ["joined BJ afdb 1964", "visit BD US 1980", "embassy-opened US HR 1992"],
  },
  {
    date: "2026-10-24",
    shown: ["organisation-founded un FR 1945", "peace-treaty FR SE 1648", "independence ZM 1964"],
    never: ["visit FJ US 1970", "treaty-ratified MC 2016", "embassy-opened US ZM 1964"],
  },
  {
    date: "2028-01-01",
    shown: ["state-founded CZ SK 1993", "organisation-founded european-communities 1958"],
    never: ["joined CD iho 1970", "embassy-opened US CM 1960"],
  },
  { date: "2028-02-29", shown: ["relations-established AF PK 1948"], never: ["visit US CL 1960"] },
  {
    date: "2028-11-11",
    shown: ["armistice DE FR 1918", "independence AO 1975"],
    never: [
      "alliance-ended FR IT 1918",
      "joined PE who 1949",
      "consulate-opened US SD 2005",
      "treaty-ratified IT 2016",
    ],
  },
  {
    date: "2028-03-27",
    shown: ["expulsion BE AU RU 2018", "joined MK nato 2020", "left JP league-of-nations 1933"],
    never: ["treaty-ratified SV 2017", "relations-upgraded CR US 1943"],
  },
  {
    date: "2026-12-26",
    shown: ["relations-established GB MX 1826", "peace-treaty FR austrian-empire 1805"],
    never: ["joined EC iho 1972", "consulate-opened US bavaria 1868"],
  },
  {
    date: "2027-06-28",
    shown: ["peace-treaty DE FR 1919", "joined ME un 2006"],
    never: ["treaty-in-force AU FR 1990", "embassy-opened IQ US 2004", "relations-upgraded ET US 1949"],
  },
  {
    date: "2027-09-17",
    shown: ["treaty-signed EG IL 1978", "joined KP KR un 1991", "joined MY un 1957"],
    never: ["visit US ZA 1976", "treaty-in-force AG FR 2008"],
  },
  {
    date: "2027-12-08",
    shown: ["treaty-signed SUHH US 1987", "treaty-signed BY UA cis 1991", "war-declared JP US 1941"],
    never: ["treaty-signed IQ 2016", "consulate-opened FR US 1864", "embassy-closed JP US 1941"],
  },
  {
    date: "2026-07-04",
    shown: ["independence GB US 1776", "independence PH US 1946"],
    never: ["consulate-opened GB US 1836", "embassy-opened BA US 1994"],
  },
  {
    date: "2027-02-07",
    shown: ["treaty-signed FR NL 1992", "independence GD 1974"],
    never: ["embassy-closed SD US 1996"],
  },
  {
    date: "2027-08-15",
    shown: ["independence GB IN 1947", "independence KP KR 1945"],
    never: ["consulate-closed IT US 1916", "embassy-opened PK US 1947", "treaty-in-force BE GB 1972"],
  },
  {
    date: "2027-03-25",
    shown: ["treaty-signed DE IT 1957", "peace-treaty ES NL 1802"],
    never: ["visit US ZA 1998", "visit OM US 2000"],
  },
  {
    date: "2028-05-14",
    shown: ["independence IL 1948", "alliance-formed PL SUHH 1955"],
    never: ["embassy-opened DE US 1955", "treaty-in-force DE FR 1882"],
  },
  {
    date: "2026-10-03",
    shown: ["unification DE DDDE 1990", "independence GB IQ 1932", "war-began ET IT 1935"],
    never: ["alliance-ended DDDE PL 1990", "visit CV US 1983", "relations-upgraded BE US 1919"],
  },
  {
    date: "2028-12-10",
    shown: ["peace-treaty ES US 1898", "declaration un 1948"],
    never: ["embassy-opened US zanzibar 1963", "visit UG US 1997"],
  },
  {
    date: "2028-02-03",
    shown: ["treaty-signed BE LU NL 1958", "independence GR ottoman-empire 1830", "relations-severed DE US 1917"],
    never: ["embassy-opened AM US 1992", "visit SR US 1992"],
  },
  {
    date: "2027-05-30",
    shown: ["peace-treaty FR GB 1814", "joined ES nato 1982"],
    never: ["consulate-opened US papal-states 1826"],
  },
  {
    date: "2027-09-05",
    shown: ["peace-treaty JP RU 1905"],
    never: ["visit GA US 2002", "embassy-closed EE US 1940", "joined ZW afdb 1980"],
  },
  {
    date: "2027-01-15",
    shown: ["recognition BE HR SI 1992"],
    never: ["visit BY US 1994", "embassy-opened BG US 1960", "treaty-in-force BE BR 1932", "alliance-ended FR GB 1877"],
  },
  {
    date: "2027-05-27",
    shown: ["relations-established CU US 1902"],
    never: ["visit JM US 1973", "treaty-signed CZ RO 2011", "recognition US nassau 1846"],
  },
  {
    date: "2026-11-29",
    shown: ["relations-severed FI SUHH 1939", "observer PS un 2012"],
    never: ["embassy-opened LB US 1990"],
  },
  {
    date: "2026-08-01",
    shown: ["state-founded CH 1291", "war-declared DE RU 1914", "independence BJ 1960"],
    never: ["joined GR icc 2002", "embassy-opened GQ US 1969"],
  },
  { date: "2027-05-08", shown: ["treaty-signed DE FR GB SUHH US 1945"], never: ["treaty-signed BE FR NO 1945"] },
  { date: "2026-06-26", shown: ["treaty-signed FR GB US 1945"], never: ["treaty-signed BR PE 1981"] },
  { date: "2027-09-02", shown: ["treaty-signed JP US 1945"], never: [] },
  {
    date: "2026-07-17",
    shown: [],
    never: ["consulate-closed US hanseatic-republics 1862"],
  },
];
