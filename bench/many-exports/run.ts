// What ten thousand exports cost those who browse and export, against none: the start, the list, its events, a new export,
// and for how long the event loop stands still meanwhile. `MANY_EXPORTS=1000,10000` chooses other numbers.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "../../scripts/build-product.ts";
import { storeExport } from "../../test/support/stored-exports.ts";
import { startServer } from "../server/server.ts";

const numbers = (process.env.MANY_EXPORTS ?? "0,1000,10000").split(",").map(Number);
const order = { request: { query: { dimensions: ["Id"] } }, columns: [{ field: "Id", header: "Id" }] };
const rounds = 5;

/** The middling time of some rounds, in milliseconds. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const begun = performance.now();
    await act();
    times.push(performance.now() - begun);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
}

async function firstEvent(url: string): Promise<void> {
  const { body } = await fetch(`${url}/api/exports/events`);
  const reader = body?.getReader();
  for (let text = ""; !text.includes("\n\n"); ) {
    const { value, done } = (await reader?.read()) ?? { done: true };
    if (done) break;
    text += Buffer.from(value).toString();
  }
  await reader?.cancel();
}

if ((await build({ ifNeeded: true })) !== 0) process.exit(1);
console.log("| exports | start | first page | first event | new export | resident | held at most |");
console.log(`|${"---|".repeat(7)}`);
for (const count of numbers) {
  const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));
  for (let place = 0; place < count; place += 1) await storeExport(folder, { name: `export ${place}` });
  const server = await startServer(folder, { EXPORT_LIMIT: "100000", EXPORTS_RUNNING: "100" });
  try {
    const { url, startMs } = server;
    await server.loop();
    const page = await timed(async () => (await fetch(`${url}/api/exports`)).arrayBuffer());
    const event = await timed(() => firstEvent(url));
    const created = await timed(async () => {
      const headers = { "content-type": "application/json" };
      const response = await fetch(`${url}/api/exports`, { method: "POST", headers, body: JSON.stringify(order) });
      if (response.status !== 201) throw new Error(`A new export was answered with ${response.status}.`);
      await response.arrayBuffer();
    });
    const { heldMs, rss } = await server.loop();
    const ms = [startMs, page, event, created].map((time) => `${time.toFixed(0)} ms`).join(" | ");
    console.log(`| ${count} | ${ms} | ${(rss / 2 ** 20).toFixed(0)} MiB | ${heldMs.toFixed(0)} ms |`);
  } finally {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  }
}
