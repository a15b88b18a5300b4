import { DefaultRestOptions, REST, RESTEvents } from "@discordjs/rest";
import type { Log } from "../log.ts";
import type { Clock } from "../ports.ts";
import type { AgreedClock } from "./agreed-clock.ts";
import { type Breaker, createBreaker } from "./breaker.ts";
import { watchToken, withoutWaiting } from "./make-request.ts";

const TIMEOUT = 10_000;
const LONGEST_WAIT = 15_000;

export interface RestClients {
  /** Answers to people, commands, the gateway's address. Waits out short rate limits. */
  readonly answers: REST;
  /** Posts. Waits for nothing: delivery paces, and decides what follows a 429. */
  readonly posting: REST;
  /** Since Discord's edge has turned this machine away, until when no request is sent. */
  readonly barred: Breaker["pause"];
}

/**
 * Two clients, because a client's queue is first come, first served, and an answer must not stand behind ten thousand posts.
 * Neither retries: the library does so at once (four tries in 32 ms), also what may have been carried out, and it sends
 * a 429 without Retry-After again without end. `tokenRefused` is called for every 401.
 */
export function createRestClients(options: {
  readonly api: string;
  readonly token: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly tokenRefused: () => void;
  /** Learns from every answer what the time is. */
  readonly agreed?: AgreedClock;
}): RestClients {
  const breaker = createBreaker(options.clock, options.log, options.agreed?.watch(DefaultRestOptions.makeRequest));
  const makeRequest = watchToken(breaker.makeRequest, options.tokenRefused);
  const shared = {
    api: options.api,
    retries: 0,
    timeout: TIMEOUT,
    invalidRequestWarningInterval: 250,
    userAgentAppendix: "Attache",
  };
  const answers = new REST({
    ...shared,
    makeRequest,
    rejectOnRateLimit: ({ retryAfter }) => !(retryAfter > 0 && retryAfter <= LONGEST_WAIT),
  });
  const posting = new REST({
    ...shared,
    makeRequest: withoutWaiting(makeRequest, options.clock),
    globalRequestsPerSecond: Number.POSITIVE_INFINITY,
    rejectOnRateLimit: () => true,
  });
  for (const rest of [answers, posting]) {
    rest.setToken(options.token);
    rest.on(RESTEvents.InvalidRequestWarning, ({ count }) =>
      options.log.warn({ count }, "many refused requests: Discord bans a machine at 10,000 in ten minutes"),
    );
  }
  return { answers, posting, barred: () => breaker.pause() };
}

/** Ends a request with its body; the client's own timeout watches the headers only. */
export function deadline(): AbortSignal {
  return AbortSignal.timeout(TIMEOUT);
}
