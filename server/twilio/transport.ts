import type { IncomingHttpHeaders } from "node:http";
import { setImmediate as turn } from "node:timers/promises";
import { openConnection, type ProxyRoute } from "./connection.ts";
import { decodedBody } from "./decode.ts";
import { asFault, isReset, type Phase, timedOut, usualApi } from "./faults.ts";
import { wholeBody } from "./whole-body.ts";

/** Where an API of Twilio's is and how to sign in. The base may carry a path, for a gateway in front of it. */
export type TransportOptions = {
  /** Base address without a slash at the end. */
  url: string;
  username: string;
  password: string;
  /** For a whole call: connecting, headers and body. */
  timeoutMs: number;
  /** What the API is called in a sentence: "Insights" unless given. */
  api?: string;
  /** The largest body that is taken, as it comes and as it is read; 64 MiB unless given. */
  maxBytes?: number;
  /** The proxy that stands between, if any. What is on this machine is asked without it. */
  proxy?: ProxyRoute | undefined;
};

export type Call = { method: "GET" | "POST"; path: string; body?: string; headers?: Record<string, string> };
/**
 * `bytes` are the body, decoded: UTF-8 without a byte order mark wherever it is text. `api` is the name of who answered,
 * for sentences about it.
 */
export type RawAnswer = { status: number; headers: IncomingHttpHeaders; bytes: Buffer; api?: string };
export type Transport = { send(call: Call, signal: AbortSignal): Promise<RawAnswer>; close(): Promise<void> };

const mebibyte = 1024 * 1024;

/**
 * One connection pool to one origin with Basic authentication. Redirects are not followed: undici does not unless told
 * to, and the credentials must not travel to an address that a response names.
 *
 * `send` resolves for every status. It buffers the body, because a body that is piped leaks its connection when the
 * reader goes away. A call whose connection is reset before anything came back is made once more, at once: that is what
 * becomes of a connection that was kept open for too long. Every call may be made twice, because all of them read, and
 * the one that does not, a job's, has a key by which the second is known. It throws a ProblemError for every fault, or
 * the signal's reason when the caller gave up.
 */
export function createTransport(options: TransportOptions): Transport {
  const { timeoutMs, proxy, maxBytes = 64 * mebibyte, api = usualApi } = options;
  const base = new URL(options.url);
  const { dispatcher, byProxy } = openConnection(base, { proxy, timeoutMs, maxBytes });
  const prefix = base.pathname.replace(/\/+$/, "");
  const authorization = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString("base64")}`;

  function request(call: Call, signal: AbortSignal) {
    return dispatcher.request({
      origin: base.origin,
      method: call.method,
      path: prefix + call.path,
      body: call.body ?? null,
      signal,
      headers: {
        ...call.headers,
        authorization,
        accept: "application/json",
        "user-agent": "earshot",
        ...(call.body === undefined ? {} : { "content-type": "application/json" }),
      },
    });
  }

  async function answered(call: Call, signal: AbortSignal) {
    try {
      return await request(call, signal);
    } catch (error) {
      if (signal.aborted || !isReset(error)) throw error;
      // After a turn the pool knows which of its other connections were reset with this one.
      await turn();
      return await request(call, signal);
    }
  }

  async function send(call: Call, signal: AbortSignal): Promise<RawAnswer> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const giveUp = () => controller.abort();
    const timer = setTimeout(giveUp, timeoutMs);
    signal.addEventListener("abort", giveUp, { once: true });
    let phase: Phase = "asking";
    try {
      const response = await answered(call, controller.signal);
      phase = "reading";
      const body = await wholeBody(response.body);
      const bytes = await decodedBody(body, response.headers, maxBytes);
      return { status: response.statusCode, headers: response.headers, bytes, api };
    } catch (error) {
      signal.throwIfAborted();
      const seconds = timeoutMs / 1000;
      if (controller.signal.aborted) throw timedOut(seconds, "deadline", api);
      throw asFault(error, phase, { timeoutSeconds: seconds, api, byProxy });
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
    }
  }

  return { send, close: () => dispatcher.destroy() };
}
