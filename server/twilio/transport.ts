import type { IncomingHttpHeaders } from "node:http";
import { Pool } from "undici";
import { decodedBody } from "./decode.ts";
import { asFault, type Phase, timedOut, usualApi } from "./faults.ts";

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
 * reader goes away. It throws a ProblemError for every fault, or the signal's reason when the caller gave up.
 */
export function createTransport(options: TransportOptions): Transport {
  const base = new URL(options.url);
  const maxBytes = options.maxBytes ?? 64 * mebibyte;
  const pool = new Pool(base.origin, {
    connections: 64,
    // One deadline covers the whole call; undici's own would only restart with each chunk of a slow body.
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: options.timeoutMs },
    maxResponseSize: maxBytes,
  });
  const api = options.api ?? usualApi;
  const prefix = base.pathname.replace(/\/+$/, "");
  const authorization = `Basic ${Buffer.from(`${options.username}:${options.password}`).toString("base64")}`;

  async function send(call: Call, signal: AbortSignal): Promise<RawAnswer> {
    signal.throwIfAborted();
    const controller = new AbortController();
    const giveUp = () => controller.abort();
    const timer = setTimeout(giveUp, options.timeoutMs);
    signal.addEventListener("abort", giveUp, { once: true });
    let phase: Phase = "asking";
    try {
      const response = await pool.request({
        method: call.method,
        path: prefix + call.path,
        body: call.body ?? null,
        signal: controller.signal,
        headers: {
          ...call.headers,
          authorization,
          accept: "application/json",
          "user-agent": "earshot",
          ...(call.body === undefined ? {} : { "content-type": "application/json" }),
        },
      });
      phase = "reading";
      const body = Buffer.from(await response.body.arrayBuffer());
      const bytes = await decodedBody(body, response.headers, maxBytes);
      return { status: response.statusCode, headers: response.headers, bytes, api };
    } catch (error) {
      signal.throwIfAborted();
      const seconds = options.timeoutMs / 1000;
      throw controller.signal.aborted ? timedOut(seconds, "deadline", api) : asFault(error, phase, seconds, api);
    } finally {
      clearTimeout(timer);
      signal.removeEventListener("abort", giveUp);
    }
  }

  return { send, close: () => pool.destroy() };
}
