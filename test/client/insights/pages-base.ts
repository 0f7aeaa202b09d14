import { QueryClient } from "@tanstack/react-query";
import { setGlobalOrigin } from "undici";
import { afterEach, beforeEach } from "vitest";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startProxy } from "../../support/servers/proxy.ts";

/**
 * Lets the relative paths that the client asks for lead to a server of the test, as the page's own address does in a
 * browser. It is fetch's own setting (Node keeps it in one place for undici and for the built-in fetch), so that
 * nothing of the client's requests is replaced. `undefined` takes it back.
 */
export function servePageFrom(url: string | undefined): void {
  setGlobalOrigin(url);
}

/** For each test of a file a server of its own in the proxy's place, which answers as the test tells it. */
export function serveFakeUpstream(): Pick<FakeUpstream, "url" | "received" | "reply" | "arrived"> {
  let server: FakeUpstream | undefined;
  beforeEach(async () => {
    server = await startFakeUpstream();
    servePageFrom(server.url);
  });
  afterEach(async () => {
    servePageFrom(undefined);
    await server?.close();
  });
  const now = () => {
    if (!server) throw new Error("A test has to run for a server to be there.");
    return server;
  };
  return {
    get url() {
      return now().url;
    },
    get received() {
      return now().received;
    },
    reply: (...replies) => now().reply(...replies),
    arrived: (count) => now().arrived(count),
  };
}

/** What a test of the page's queries has: an upstream that it scripts, and the cache of the page before the proxy. */
type Proxied = { readonly upstream: FakeUpstream; readonly client: QueryClient };

/** For each test of a file an upstream, the real proxy before it, and a cache of its own. */
export function serveProxy(): Proxied {
  let running: { upstream: FakeUpstream; proxy: RunningProxy; client: QueryClient } | undefined;
  beforeEach(async () => {
    const upstream = await startFakeUpstream();
    const proxy = await startProxy(upstream.url);
    servePageFrom(proxy.url);
    running = { upstream, proxy, client: new QueryClient() };
  });
  afterEach(async () => {
    running?.client.clear();
    servePageFrom(undefined);
    await running?.proxy.close();
    await running?.upstream.close();
  });
  const now = () => {
    if (!running) throw new Error("A test has to run for a server to be there.");
    return running;
  };
  return {
    get upstream() {
      return now().upstream;
    },
    get client() {
      return now().client;
    },
  };
}
