import { ourWave, peerWave } from "./delivery.ts";
import { PEERS } from "./delivery-peers.ts";
import { percentile } from "./timing.ts";

/** node launcher/run.mjs bench/wave.ts 10000: so many servers due in one minute (400 unless told), and fewer for the slow models. */
const servers = Number(process.argv[2] ?? 400);
const PACE = 40;
const LATENCY = 80;

function line(name: string, sent: string, rate: number, refused: number, forAll: string): void {
  console.log(
    `  ${name.padEnd(13)} ${sent.padStart(13)} ${rate.toFixed(1).padStart(8)}/s ${String(refused).padStart(8)} x 429   10,000 take ${forAll}`,
  );
}

function minutes(rate: number): string {
  return `${Math.round(10_000 / rate).toLocaleString("en-GB")} s`;
}

console.log(`\n${servers} servers due in one minute, Discord's 50 requests a second enforced, ${LATENCY} ms an answer`);
const { tally, rate, before } = await ourWave(servers, PACE, LATENCY);
line("Attaché", `${tally.channels}/${servers}`, rate, tally.refused, minutes(rate));
console.log(
  `  its pace allows ${PACE}/s: ${((rate / PACE) * 100).toFixed(1)} % of it; ${tally.posts - tally.channels} posted twice`,
);
const { answers } = tally;
console.log(
  `  /today meanwhile, asked ${answers.length} times: p50 ${percentile(answers, 0.5).toFixed(0)} ms, p99 ${percentile(answers, 0.99).toFixed(0)} ms (target 50), max ${(answers.at(-1) ?? 0).toFixed(0)} ms`,
);
console.log(
  `  /today without a wave: p50 ${percentile(before, 0.5).toFixed(0)} ms, p99 ${percentile(before, 0.99).toFixed(0)} ms`,
);
console.log("  the same minute in the ways of others (small models of ours after their published sources):");
for (const { name } of PEERS) {
  const few = name === "Birthday Bot" ? Math.min(servers, 20) : Math.min(servers, 200);
  const wave = await peerWave(name, few, LATENCY);
  line(
    name,
    `${wave.tally.channels}/${few}`,
    wave.rate,
    wave.tally.refused,
    wave.tally.channels < few ? "never: the rest is lost" : minutes(wave.rate),
  );
  console.log(`    ${wave.how}`);
}
