import type { Server } from "node:http";
import { EXIT, Fatal } from "../fatal.ts";

export interface Listening {
  readonly url: string;
  readonly close: () => void;
}

/**
 * Lets a server listen on a host and a port (0: any free one). Throws Fatal where the port is taken or the host is not this machine, in
 * words with the settings by which that is mended: HEALTH_HOST and HEALTH_PORT, for the page "The health page".
 */
export async function listen(
  server: Server,
  { host, port }: { readonly host: string; readonly port: number },
  page: string,
  settings: string,
): Promise<Listening> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once("error", reject);
  server.listen(port, host, resolve);
  await promise.catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    const cure = isOfHost(error)
      ? `Set ${settings}_HOST to an address of this machine, such as 127.0.0.1, or to 0.0.0.0 for all of them.`
      : `Set ${settings}_PORT to a free port, or leave it empty.`;
    throw new Fatal(`${page} cannot listen on ${host}, port ${port} (${reason}). ${cure}`, EXIT.mend);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://${host}:${bound}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** The name is unknown, or the address not one of this machine. */
function isOfHost(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  return code === "EADDRNOTAVAIL" || code === "ENOTFOUND" || code === "EAI_AGAIN";
}
