// The thread that renders files, so that whoever is browsing does not wait for it. Built, it is dist/server/renderer.js.
import { parentPort } from "node:worker_threads";
import { spoolWatermark, type Watermark } from "../formats/spool/watermark.ts";
import type { FromRenderer, ToRenderer } from "./worker-messages.ts";
import { endRendering, type RenderJob, writeRendering } from "./write-rendering.ts";

const underWay = new Map<number, { job: RenderJob; watermark: Watermark }>();
const tell = (message: FromRenderer) => parentPort?.postMessage(message);

async function render({ id, job }: Extract<ToRenderer, { kind: "begin" }>): Promise<void> {
  const watermark = spoolWatermark();
  underWay.set(id, { job, watermark });
  try {
    const sha256 = await writeRendering(job, watermark);
    tell({ kind: "done", id, sha256 });
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    const code = error instanceof Error && "code" in error ? { code: String(error.code) } : {};
    tell({ kind: "failed", id, message, ...(stack === undefined ? {} : { stack }), ...code });
  } finally {
    underWay.delete(id);
  }
}

parentPort?.on("message", (message: ToRenderer) => {
  if (message.kind === "begin") {
    void render(message);
    return;
  }
  const one = underWay.get(message.id);
  if (!one) return;
  if (message.kind === "grow") one.watermark.grow(message.bytes);
  else if (message.kind === "end") endRendering(one.job, one.watermark, message.manifest);
  else one.watermark.stop(new Error("The rendering was stopped."));
});
tell({ kind: "ready" });
