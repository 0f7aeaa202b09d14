import type { Request, RequestHandler } from "express";
import { earshotProblem } from "../messages/problem.ts";
import { sentence } from "../messages/sentence.ts";

/** The names under which the server answers, besides those of this machine. */
export type GuardOptions = {
  /** The host that the server listens on. */
  host: string;
  /** Whole values of the Host header, lower case, with a port where one is due. */
  allowedHosts: readonly string[];
};

function bracketed(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function ownHosts(request: Request, host: string): string[] {
  const port = request.socket.localPort;
  const names = ["localhost", "127.0.0.1", "[::1]", bracketed(host)];
  return names.flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** The host of a page's address, without a port that goes without saying; undefined for what is no page of the web. */
function webHost(address: string): string | undefined {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return undefined;
  return new URL(address).host;
}

function sameOrigin(origin: string, host: string): boolean {
  const own = webHost(origin);
  return own !== undefined && own === webHost(`${new URL(origin).protocol}//${host}`);
}

/**
 * Lets in only requests that name this server and come from its own page. The Host check stops a foreign name that was
 * pointed at this machine (DNS rebinding); the Origin and Sec-Fetch-Site checks stop pages of other sites, and of other
 * ports of this machine, from making the browser ask. Programs that send none of the two headers are let in.
 */
export function guard({ host, allowedHosts }: GuardOptions): RequestHandler {
  return (request, _response, next) => {
    const named = request.headers.host?.toLowerCase() ?? "";
    if (![...ownHosts(request, host), ...allowedHosts].includes(named)) {
      throw earshotProblem("forbiddenOrigin", sentence("requestHost"));
    }
    const { origin } = request.headers;
    const site = request.headers["sec-fetch-site"];
    if (
      (origin !== undefined && !sameOrigin(origin, named)) ||
      (site !== undefined && site !== "same-origin" && site !== "none")
    ) {
      throw earshotProblem("forbiddenOrigin", sentence("requestOrigin"));
    }
    next();
  };
}
