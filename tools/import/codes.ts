/** Names that the collected files give one party twice; what is right is the code of data/parties/. */
const SAME_PARTY: Readonly<Record<string, string>> = {
  "republic-of-texas": "texas",
  "malta-order": "sovereign-military-order-of-malta",
  "federal-republic-of-central-america": "central-america",
  "republic-of-hawaii": "hawaii",
  rhodesia: "RHZW",
  dpr: "donetsk-peoples-republic",
  lpr: "luhansk-peoples-republic",
  transjordan: "JO",
  tripoli: "tripolitania",
};

/** The code that data/ uses for a code of the fact files: no hist: or org: prefix, one code a party. */
export function partyCode(code: string): string {
  const plain = code.replace(/^(hist|org):/, "");
  return SAME_PARTY[plain] ?? plain;
}

/** Orders party codes as files and undirected kinds do: ASCII order of the lower-cased code. */
export function byCode(a: string, b: string): number {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()];
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
