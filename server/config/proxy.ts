import type { ProxyRoute } from "../twilio/way.ts";
import { ConfigError, type Env, text } from "./values.ts";

/** Small letters win over capital ones, as for every program that knows them. */
function either(env: Env, name: string): string | undefined {
  return text(env, name.toLowerCase()) ?? text(env, name);
}

function isDecodable(part: string): boolean {
  try {
    decodeURIComponent(part);
    return true;
  } catch {
    return false;
  }
}

/**
 * The proxy for calls that leave this machine; they are all https, so HTTPS_PROXY alone counts. It may be written without
 * its scheme, and with a user and a password.
 *
 * @throws ConfigError for what is no address of a proxy.
 */
export function readProxy(env: Env): ProxyRoute | undefined {
  const value = either(env, "HTTPS_PROXY");
  if (value === undefined) return undefined;
  const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = URL.canParse(written) ? new URL(written) : undefined;
  const isProxy = url && /^https?:$/.test(url.protocol) && isDecodable(url.username) && isDecodable(url.password);
  if (!isProxy) throw new ConfigError("HTTPS_PROXY must be an address such as http://proxy.example.com:3128.");
  return { url: url.href, noProxy: either(env, "NO_PROXY") ?? "" };
}
