import { isIPv4 } from "node:net";
import { type Dispatcher, EnvHttpProxyAgent, Pool } from "undici";

/** A proxy between this server and Twilio, and the hosts that are asked without it, as NO_PROXY writes them. */
export type ProxyRoute = { url: string; noProxy: string };

/** A way to one origin: what requests are given to, and whether a proxy may stand on it. */
export type Connection = { dispatcher: Dispatcher; byProxy: boolean };

type WayOptions = { proxy: ProxyRoute | undefined; timeoutMs: number; maxBytes: number };

/** Whether a host, as it stands in an address, is this machine. */
export function isLoopback(host: string): boolean {
  return host === "localhost" || host === "::1" || host === "[::1]" || (isIPv4(host) && host.startsWith("127."));
}

/**
 * Opens the way to an origin: a pool of connections, by a tunnel through the proxy where there is one. What listens on
 * this machine is asked without it, and so is everything that is not https: there a proxy would read the credentials.
 */
export function openConnection(base: URL, { proxy, timeoutMs, maxBytes }: WayOptions): Connection {
  const options = {
    connections: 64,
    // One deadline covers the whole call; undici's own would only restart with each chunk of a slow body.
    headersTimeout: 0,
    bodyTimeout: 0,
    maxResponseSize: maxBytes,
  };
  if (!proxy || base.protocol !== "https:" || isLoopback(base.hostname)) {
    return { dispatcher: new Pool(base.origin, { ...options, connect: { timeout: timeoutMs } }), byProxy: false };
  }
  // What is left out here it would read from the environment by itself.
  const ways = { httpsProxy: proxy.url, httpProxy: "", noProxy: proxy.noProxy };
  return { dispatcher: new EnvHttpProxyAgent({ ...options, ...ways }), byProxy: true };
}
