import { setImmediate as turn } from "node:timers/promises";

/** What is copied before others have their turn: a few milliseconds. */
const sliceBytes = 4 * 1024 * 1024;

/**
 * All bytes of a body, put together in slices: joining a large one in a single go would hold up whoever else is asking.
 *
 * @throws what the body's stream fails with.
 */
export async function wholeBody(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    chunks.push(chunk);
    length += chunk.length;
  }
  if (length <= sliceBytes) return Buffer.concat(chunks, length);
  const whole = Buffer.allocUnsafeSlow(length);
  let at = 0;
  let slice = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
    slice += chunk.length;
    if (slice < sliceBytes) continue;
    slice = 0;
    await turn();
  }
  return whole;
}
