// The thread that renders files, so that whoever is browsing does not wait for it. Built, it is dist/server/renderer.js.
import { parentPort } from "node:worker_threads";
import { type Extent, growingExtent } from "./extent.ts";
import type { FromRenderer, ToRenderer } from "./thread-words.ts";
import { writeRendering } from "./write-rendering.ts";

const extents = new Map<number, Extent>();
const tell = (words: FromRenderer) => parentPort?.postMessage(words);

async function render({ id, job }: Extract<ToRenderer, { kind: "begin" }>): Promise<void> {
  const extent = growingExtent();
  extents.set(id, extent);
  try {
    await writeRendering(job, extent);
    tell({ kind: "done", id });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && "code" in error ? { code: String(error.code) } : {};
    tell({ kind: "failed", id, message, ...(stack === undefined ? {} : { stack }), ...code });
  } finally {
    extents.delete(id);
  }
}

parentPort?.on("message", (words: ToRenderer) => {
  if (words.kind === "begin") void render(words);
  else if (words.kind === "grow") extents.get(words.id)?.grow(words.bytes);
  else if (words.kind === "end") extents.get(words.id)?.end();
  else extents.get(words.id)?.stop(new Error("The rendering was stopped."));
});
tell({ kind: "ready" });
