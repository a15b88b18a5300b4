import { NEW_YEAR, ourWave, type PeerWave, peerWave, type Wave } from "./delivery.ts";
import { PEERS } from "./delivery-peers.ts";
import type { Report, Row } from "./report.ts";
import { percentile } from "./timing.ts";

const PACE = 40;
const LATENCY = 80;
/** The bot's own: the posts of a minute are spread over its first half. */
const SPREAD = 30;
/** What is promised is promised of so many servers; that takes minutes, so that a bench without a number measures fewer. */
const WHOLE = 10_000;
/** A model that is not done after so many minutes is stopped: Birthday Bot's needs 100 for 10,000 servers. */
const LONGEST = 15;

/** How to measure the wave that the promise is about, where this is a smaller one. */
function ofTheWhole(part: string, servers: number): string {
  return servers < WHOLE ? ` (the whole wave: npm run bench -- ${part} ${WHOLE})` : "";
}

/** So many servers due in one minute, in our way, and /today asked all the while. */
export async function benchWave(report: Report, servers: number): Promise<void> {
  const allowed = Math.max(servers / PACE, SPREAD);
  const title =
    `${servers} servers due in one minute${ofTheWhole("wave", servers)}, Discord's 50 requests a second enforced, ${LATENCY} ms an answer; ` +
    `its pace (${PACE} a second) and spread (${SPREAD} s) allow ${allowed.toFixed(0)} s`;
  await report.part(title, async () => rowsOf(await ourWave(servers, PACE, LATENCY), servers, allowed, PROMISED));
}

/** The day with most to compose, each server with countries of its own. How long it takes hangs on the machine's processor and is shown, not promised. */
export async function benchNewYear(report: Report, servers: number): Promise<void> {
  const posts = servers * NEW_YEAR.posts;
  const allowed = Math.max(posts / PACE, SPREAD);
  const title =
    `The same on 1 January, each of ${servers} servers with countries of its own and ${NEW_YEAR.posts} posts, which nobody shares` +
    `${ofTheWhole("new-year", servers)}; pace and spread allow ${allowed.toFixed(0)} s`;
  await report.part(title, async () =>
    rowsOf(await ourWave(servers, PACE, LATENCY, { occasion: NEW_YEAR }), posts, allowed),
  );
}

/** What a wave may take longer than its pace allows, in percent, and an answer at the 99th percentile, in milliseconds. */
interface Promised {
  readonly longer?: { readonly most: number };
  readonly p99?: { readonly most: number };
}
const PROMISED: Promised = { longer: { most: 5 }, p99: { most: 50 } };

function rowsOf({ tally, before }: Wave, posts: number, allowed: number, promised: Promised = {}): readonly Row[] {
  const took = tally.took / 1_000;
  return [
    {
      name: "posts",
      figures: [
        { label: "in", value: took, unit: "s" },
        { label: "longer than allowed", value: (took / allowed - 1) * 100, unit: "%", ...promised.longer },
        { label: "lost", value: posts - tally.different, unit: "", most: 0 },
        { label: "twice", value: tally.posts - tally.different, unit: "", most: 0 },
        { label: "429", value: tally.refused, unit: "", most: 0 },
      ],
    },
    {
      name: `/today meanwhile, asked ${tally.answers.length} times`,
      figures: [
        { label: "p50", value: percentile(tally.answers, 0.5), unit: "ms" },
        { label: "p99", value: percentile(tally.answers, 0.99), unit: "ms", ...promised.p99 },
        { label: "worst", value: tally.answers.at(-1) ?? Number.NaN, unit: "ms" },
      ],
    },
    {
      name: `/today without a wave, ${before.length} times`,
      figures: [
        { label: "p50", value: percentile(before, 0.5), unit: "ms" },
        { label: "p99", value: percentile(before, 0.99), unit: "ms" },
      ],
    },
  ];
}

/** The same wave in our way, none spread over the minute, and then all at once in those of others, each against a Discord of its own. */
export async function benchPeers(servers: number): Promise<void> {
  console.log(
    `\nThe same wave in the ways of others (small models of ours after their published sources): ${servers} servers due at one instant` +
      `${ofTheWhole("peers", servers)}, 50 requests a second enforced, ${LATENCY} ms an answer`,
  );
  const own = await ourWave(servers, PACE, LATENCY, { spread: 0 });
  console.log(`  ${["", "posted", "in", "a second", "of ours", "429", "lost", "twice"].map(cell).join("")}`);
  line("Attaché", servers, own, own.rate);
  const waves = PEERS.map((peer) => peerWave(peer, servers, LATENCY, LONGEST * 60_000));
  for (const [index, { name, how }] of PEERS.entries()) {
    const wave = await waves[index];
    if (wave === undefined) continue;
    line(name, servers, wave, own.rate);
    console.log(`      ${how}${wave.isStopped ? `; ${boundOf(servers, wave)}` : ""}`);
  }
}

function boundOf(servers: number, { rate }: Wave): string {
  const minutes = (servers / rate / 60).toFixed(0);
  return `stopped after ${LONGEST} minutes, at this rate all ${servers} take ${minutes}`;
}

function line(name: string, servers: number, wave: Wave & Partial<PeerWave>, ours: number): void {
  const { tally, rate, isStopped = false } = wave;
  const cells = [
    name,
    String(tally.channels),
    `${(tally.took / 1_000).toFixed(1)} s`,
    rate.toFixed(1),
    `${((rate / ours) * 100).toFixed(0)} %`,
    String(tally.refused),
    isStopped ? "-" : String(servers - tally.channels),
    String(tally.posts - tally.channels),
  ];
  console.log(`  ${cells.map(cell).join("")}`);
}

function cell(text: string, index: number): string {
  return index === 0 ? text.padEnd(14) : text.padStart(10);
}
