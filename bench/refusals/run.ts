// For how long the event loop of the built server stands still while the worst bodies are refused: each plain and packed,
// once and five at the same time. The goal: under 50 ms.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "../../scripts/build-product.ts";
import { worstBodies } from "../../test/support/worst-bodies.ts";
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

/** The longest stand-still of some rounds, and the longest answer. */
async function measure(
  path: string,
  body: string,
  isPacked: boolean,
  atOnce: number,
): Promise<[ms: number, bytes: number]> {
  let [ms, bytes] = [0, 0];
  for (let round = 0; round < rounds; round += 1) {
    await server.loop();
    const answers = await Promise.all(Array.from({ length: atOnce }, () => refuse(path, body, isPacked)));
    ms = Math.max(ms, (await server.loop()).heldMs);
    bytes = Math.max(bytes, ...answers);
  }
  return [ms, bytes];
}

try {
  // The first requests compile the code.
  for (const path of paths) for (const [, body] of worstBodies) await refuse(path, body, false);
  console.log("| to | body | bytes | packed | answer | held, one (ms) | held, five at once (ms) |");
  console.log(`|${"---|".repeat(7)}`);
  for (const path of paths) {
    for (const [name, body] of worstBodies) {
      const packed = gzipSync(body).length;
      const [one, bytes] = await measure(path, body, true, 1);
      const [five] = await measure(path, body, true, 5);
      console.log(
        `| ${path} | ${name} | ${body.length} | ${packed} | ${bytes} | ${one.toFixed(1)} | ${five.toFixed(1)} |`,
      );
    }
  }
} finally {
  await server.close();
  await rm(folder, { recursive: true, force: true });
}
