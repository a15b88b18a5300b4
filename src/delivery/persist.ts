import type { DeliveryKey } from "./ledger.ts";
import type { Needs } from "./needs.ts";

const PAUSE = 5_000;

const WRITING = "writing down what became of posts";
const UNWRITTEN = "what became of a post cannot be written down: trying again until it can";

/**
 * Writes down something that is known of a post since Discord's answer, and goes on trying while the database cannot take it (disk full, locked):
 * forgetting it would cost another request, a look at the channel, or leave nobody the wiser. Rejects only with the signal's reason, or with a
 * RangeError, which no later try would spare us.
 */
export async function persist<T>(
  { clock, signal, troubles, unwritten }: Pick<Needs, "clock" | "signal" | "troubles" | "unwritten">,
  key: DeliveryKey,
  write: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      const written = await write();
      if (unwritten.delete(key) && unwritten.size === 0) troubles.over(WRITING);
      return written;
    } catch (error) {
      if (error instanceof RangeError) throw error;
      signal.throwIfAborted();
      troubles.arose(WRITING, error, UNWRITTEN, { delivery: key });
      unwritten.add(key);
      await clock.sleep(PAUSE, signal);
    }
  }
}
