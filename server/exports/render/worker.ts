// The thread that renders files, so that whoever is browsing does not wait for it. Built, it is dist/server/renderer.js.
import { parentPort } from "node:worker_threads";
import { type Extent, growingExtent } from "../formats/spool/extent.ts";
import type { FromRenderer, ToRenderer } from "./thread-words.ts";
import { endRendering, type RenderJob, writeRendering } from "./write-rendering.ts";

const underWay = new Map<number, { job: RenderJob; extent: Extent }>();
const tell = (words: FromRenderer) => parentPort?.postMessage(words);

async function render({ id, job }: Extract<ToRenderer, { kind: "begin" }>): Promise<void> {
  const extent = growingExtent();
  underWay.set(id, { job, extent });
  try {
    const sha256 = await writeRendering(job, extent);
    tell({ kind: "done", id, sha256 });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && "code" in error ? { code: String(error.code) } : {};
    tell({ kind: "failed", id, message, ...(stack === undefined ? {} : { stack }), ...code });
  } finally {
    underWay.delete(id);
  }
}

parentPort?.on("message", (words: ToRenderer) => {
  if (words.kind === "begin") {
    void render(words);
    return;
  }
  const one = underWay.get(words.id);
  if (!one) return;
  if (words.kind === "grow") one.extent.grow(words.bytes);
  else if (words.kind === "end") endRendering(one.job, one.extent, words.manifest);
  else one.extent.stop(new Error("The rendering was stopped."));
});
tell({ kind: "ready" });
