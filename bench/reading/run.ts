// How long the event loop stands still while the proxy reads the worst pages: the goal is less than 50 ms.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { systemClock } from "../../server/clock.ts";
import { createUpstream } from "../../server/twilio/upstream.ts";

const megabyte = 1_000_000;
/** A shared machine is now faster, now slower: the best round says what the work takes, the middling what it is like. */
const rounds = 5;

/** With a token, so that its rows are remembered as those of a list are. */
function page(items: string): Buffer {
  return Buffer.from(`{"items":[${items}],"meta":{"nextToken":"more"}}`);
}

const worst: Record<string, () => Buffer> = {
  "60 MB of tiny rows": () =>
    page(
      Array(20 * megabyte)
        .fill("{}")
        .join(","),
    ),
  "100,000 rows of 600 bytes": () =>
    page(
      Array(100_000)
        .fill(`{"a":"${"x".repeat(592)}"}`)
        .join(","),
    ),
  "60 MB of items that are no rows": () =>
    page(
      Array(30 * megabyte)
        .fill("1")
        .join(","),
    ),
  "eight rows of 7 MB": () =>
    page(
      Array(8)
        .fill(`{"a":"${"x".repeat(7 * megabyte)}"}`)
        .join(","),
    ),
  "60 MB of white space": () => page(" ".repeat(60 * megabyte)),
};

/** The upstream is a process of its own: what it sends must not hold up the loop that is measured. */
if (process.argv[2] === "serve") await serve();
else await measure();

async function serve(): Promise<void> {
  const made = new Map<string, Buffer>();
  const server = createServer(({ headers }, response) => {
    // The name of the body stands where Twilio's user would.
    const [name = ""] = Buffer.from(headers.authorization?.slice(6) ?? "", "base64")
      .toString()
      .split(":");
    const body = made.get(name) ?? worst[name]?.() ?? page("");
    made.clear();
    made.set(name, body);
    response.writeHead(200, { "content-type": "application/json" }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  process.send?.((server.address() as AddressInfo).port);
}

async function measure(): Promise<void> {
  const other = fork(import.meta.filename, ["serve"]);
  const [port] = await once(other, "message");
  for (const name of Object.keys(worst)) {
    const options = { url: `http://127.0.0.1:${port}`, username: name, password: "secret", timeoutMs: 60_000 };
    const held: number[] = [];
    let last = "";
    for (let round = 0; round < rounds; round += 1) {
      const upstream = createUpstream(options, systemClock, () => undefined);
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const begun = performance.now();
      const end = await upstream.firstPage({ query: {} }, 1000, new AbortController().signal).then(
        ({ rows }) => `${rows.length} rows`,
        (error: unknown) => (error instanceof Error ? error.message : "failed"),
      );
      delay.disable();
      held.push(delay.max / 1e6);
      last = `${Math.round(performance.now() - begun)} ms in all (${end})`;
      await upstream.close();
    }
    held.sort((one, other) => one - other);
    const [least = 0, middle = 0] = [held[0], held[Math.floor(rounds / 2)]];
    console.log(
      `${name}: the event loop stood still for ${least.toFixed(0)} ms at best, ${middle.toFixed(0)} as a rule; ${last}`,
    );
  }
  other.kill();
}
