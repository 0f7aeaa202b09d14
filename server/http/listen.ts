import { once } from "node:events";
import type { Server } from "node:http";
import { ConfigError } from "../config/config-error.ts";

const reasons: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (host, port) =>
    `PORT ${port} on ${host} is already in use; stop what uses it, or set PORT to another one (0 takes any free port).`,
  EACCES: (_host, port) => `PORT ${port} may not be opened by this user; set PORT to 1024 or more.`,
  EADDRNOTAVAIL: (host) => `HOST ${host} is not an address of this machine.`,
  ENOTFOUND: (host) => `HOST ${host} is not a name that this machine knows.`,
};

/**
 * Opens the port.
 *
 * @throws ConfigError one sentence, when host or port cannot be taken.
 */
export async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, "listening");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    const reason = reasons[code];
    throw reason ? new ConfigError(reason(host, port)) : error;
  }
}
