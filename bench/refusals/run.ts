// For how long the event loop of the built server stands still while the worst bodies are refused: each plain and packed,
// once and five at the same time. The goal: under 50 ms.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "../../scripts/build-product.ts";
import { bodyFor, worstBodies } from "../../test/support/worst-bodies.ts";
import { startServer } from "../server/server.ts";

const rounds = 5;
const paths = ["/api/query", "/api/exports", "/api/account/fields/id"];

if ((await build({ ifNeeded: true })) !== 0) process.exit(1);
const folder = await mkdtemp(join(tmpdir(), "earshot-bench-"));
const server = await startServer(folder);

async function refuse(path: string, body: string, isPacked: boolean): Promise<number> {
  const response = await fetch(server.url + path, {
    method: path.endsWith("/id") ? "PUT" : "POST",
    headers: { "content-type": "application/json", ...(isPacked ? { "content-encoding": "gzip" } : {}) },
    body: isPacked ? gzipSync(body) : body,
  });
  const { byteLength } = await response.arrayBuffer();
  if (response.status !== 400) throw new Error(`${path} answered with ${response.status}.`);
  return byteLength;
}

type Measured = { heldMs: number; cpuMs: number; bytes: number };

/** The middling stand-still and processor time of some rounds: a shared machine is now faster, now slower. */
async function measure(act: () => Promise<number[]>): Promise<Measured> {
  const held: number[] = [];
  const cpu: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    await server.loop();
    bytes = Math.max(bytes, ...(await act()));
    const loop = await server.loop();
    held.push(loop.heldMs);
    cpu.push(loop.cpuMs);
  }
  const middle = (times: number[]) => times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  return { heldMs: middle(held), cpuMs: middle(cpu), bytes };
}

const times = ({ heldMs, cpuMs }: Measured) => `${heldMs.toFixed(0)} / ${cpuMs.toFixed(0)}`;
const timesOf = (act: () => Promise<number>, count: number) =>
  measure(() => Promise.all(Array.from({ length: count }, act)));

try {
  // The first requests compile the code.
  for (const path of paths) for (const [, body] of worstBodies) await refuse(path, bodyFor(path, body), false);
  console.log("| to | body | bytes | packed | answer | held / processor, one (ms) | five at once (ms) |");
  console.log(`|${"---|".repeat(7)}`);
  const [idle, idleFive] = [
    await timesOf(() => refuse("/api/query", "1", false), 1),
    await timesOf(() => refuse("/api/query", "1", false), 5),
  ];
  console.log(`| /api/query | nothing to speak of | 1 | | ${idle.bytes} | ${times(idle)} | ${times(idleFive)} |`);
  for (const path of paths) {
    for (const [name, plain] of worstBodies) {
      const body = bodyFor(path, plain);
      const packed = gzipSync(body).length;
      const one = await timesOf(() => refuse(path, body, true), 1);
      const five = await timesOf(() => refuse(path, body, true), 5);
      console.log(`| ${path} | ${name} | ${body.length} | ${packed} | ${one.bytes} | ${times(one)} | ${times(five)} |`);
    }
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
