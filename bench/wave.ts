import { ourWave, peerWave, type Wave } from "./delivery.ts";
import { PEERS } from "./delivery-peers.ts";
import { percentile } from "./timing.ts";

/**
 * node launcher/run.mjs bench/wave.ts 10000 1000: so many servers due in one minute (400 unless told), and so many (at most 200 unless told)
 * for our way and those of others side by side. Birthday Bot's takes 0.6 seconds for each.
 */
const servers = Number(process.argv[2] ?? 400);
const same = Number(process.argv[3] ?? Math.min(servers, 200));
const PACE = 40;
const LATENCY = 80;
/** The bot's own: the posts of a minute are spread over its first half. */
const SPREAD = 30;

function line(name: string, { tally, rate }: Wave, ours: number): void {
  const reached = `${tally.channels}/${same}`.padStart(13);
  const took = `${(tally.took / 1_000).toFixed(1).padStart(7)} s`;
  const share = `${((rate / ours) * 100).toFixed(0).padStart(4)} % of our rate`;
  const faults = `${tally.refused} x 429, ${same - tally.channels} lost, ${tally.posts - tally.channels} posted twice`;
  console.log(`  ${name.padEnd(13)} ${reached} ${took} ${rate.toFixed(1).padStart(7)}/s ${share}   ${faults}`);
}

console.log(`\n${servers} servers due in one minute, Discord's 50 requests a second enforced, ${LATENCY} ms an answer`);
const { tally, before } = await ourWave(servers, PACE, LATENCY);
const [took, allowed] = [tally.took / 1_000, Math.max(servers / PACE, SPREAD)];
console.log(
  `  Attaché: ${tally.channels} served in ${took.toFixed(1)} s, ${tally.refused} x 429, ${tally.posts - tally.channels} posted twice; its pace (${PACE} a second) and spread (${SPREAD} s) allow ${allowed.toFixed(1)} s: ${((took / allowed - 1) * 100).toFixed(1)} % more`,
);
const { answers } = tally;
console.log(
  `  /today meanwhile, asked ${answers.length} times: p50 ${percentile(answers, 0.5).toFixed(0)} ms, p99 ${percentile(answers, 0.99).toFixed(0)} ms (target 50), max ${(answers.at(-1) ?? 0).toFixed(0)} ms`,
);
console.log(
  `  /today without a wave: p50 ${percentile(before, 0.5).toFixed(0)} ms, p99 ${percentile(before, 0.99).toFixed(0)} ms`,
);

console.log(
  `  the same ${same} at the same time in our way, none spread over the minute, and in those of others (small models of ours after their published sources):`,
);
const peers = PEERS.map(async ({ name }) => ({ name, wave: await peerWave(name, same, LATENCY) }));
const own = await ourWave(same, PACE, LATENCY, 0);
line("Attaché", own, own.rate);
for (const { name, wave } of await Promise.all(peers)) {
  line(name, wave, own.rate);
  console.log(`    ${wave.how}`);
}
