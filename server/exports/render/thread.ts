import { Worker } from "node:worker_threads";
import type { Manifest } from "../../../contract/manifest.ts";
import { spoolWatermark, type Watermark } from "../formats/spool/watermark.ts";
import type { FromRenderer, ToRenderer } from "./worker-messages.ts";
import { endRendering, type RenderJob, writeRendering } from "./write-rendering.ts";

/** A file that is being written from a spool, which may still grow. */
export type Rendering = {
  /** So many bytes of the spool count now. */
  grow(bytes: number): void;
  /** The spool is whole, and its manifest says so. */
  end(manifest: Manifest): void;
  /** Gives up; `done` rejects. */
  stop(): void;
  /** Resolves with the file's SHA-256 when it is whole and durable. */
  done: Promise<string>;
};

/** A spool shorter than this is written in a few dozen milliseconds, which no thread is worth. */
const shortSpool = 1024 * 1024;
/** How long the thread is kept without work. */
const idleMs = 10_000;

type Waiting = { job: RenderJob; watermark: Watermark; resolve(sha256: string): void; reject(error: unknown): void };
type Thread = {
  worker: Worker;
  state: "starting" | "ready" | "gone";
  waiting: Map<number, Waiting>;
  idle: NodeJS.Timeout | undefined;
};

let thread: Thread | undefined;
let lastId = 0;

/** What runs worker.ts from source. A thread does not take over the loader that runs this file. */
const fromSource = (url: URL) =>
  `import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(url.href)}); })`;

/**
 * What a row leaves behind is collected soon, instead of letting it grow to what a whole process may have: the less an old
 * generation may have, the sooner V8 looks through it. A page of 64 MiB that is one row fits many times.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 };

/** Built, this file is a part of main.js and renderer.js its neighbour. */
function startWorker(): Worker {
  return import.meta.filename.endsWith(".ts")
    ? new Worker(fromSource(new URL("./worker.ts", import.meta.url)), { eval: true, resourceLimits })
    : new Worker(new URL("./renderer.js", import.meta.url), { resourceLimits });
}

/** Without a thread, a file is written beside everything else, and only when the spool is whole. */
async function here({ job, watermark, resolve, reject }: Waiting): Promise<void> {
  await watermark.ended;
  await writeRendering(job, watermark).then(resolve, reject);
}

/** Nothing more is given to a thread that is about to end: it would be lost with it. */
function retire(idle: Thread): void {
  if (thread === idle) thread = undefined;
  void idle.worker.terminate();
}

function heard(from: Thread, message: FromRenderer): void {
  if (message.kind === "ready") {
    from.state = "ready";
    return;
  }
  const one = from.waiting.get(message.id);
  from.waiting.delete(message.id);
  if (message.kind === "done") one?.resolve(message.sha256);
  else one?.reject(Object.assign(new Error(message.message), { code: message.code, stack: message.stack }));
  if (from.waiting.size > 0) return;
  from.idle = setTimeout(() => retire(from), idleMs).unref();
}

/** A thread that did not start leaves its work to this one; of one that broke, the work has failed. */
function lost(from: Thread, why: string): void {
  const { state, waiting, idle } = from;
  if (state === "gone") return;
  from.state = "gone";
  if (thread === from) thread = undefined;
  clearTimeout(idle);
  if (state === "starting") process.emitWarning(`Files are rendered without a thread of their own: ${why}`);
  for (const one of waiting.values()) {
    if (state === "starting") void here(one);
    else one.reject(new Error(`The thread that renders files broke: ${why}`));
  }
  waiting.clear();
}

function startThread(): Thread {
  const worker = startWorker();
  const started: Thread = { worker, state: "starting", waiting: new Map(), idle: undefined };
  worker.on("message", (message: FromRenderer) => heard(started, message));
  worker.on("error", (error) => lost(started, error instanceof Error ? error.message : String(error)));
  worker.on("exit", () => lost(started, "it ended"));
  worker.unref();
  return started;
}

/** Begins to write a file. Long ones are written on a thread of their own, if it starts. */
export function beginRendering(job: RenderJob, bytes: number): Rendering {
  const watermark = spoolWatermark();
  lastId += 1;
  const id = lastId;
  let on: Thread | undefined;
  const tell = (message: ToRenderer) => on?.worker.postMessage(message);
  const done = new Promise<string>((resolve, reject) => {
    const waiting = { job, watermark, resolve, reject };
    if (bytes < shortSpool) {
      void here(waiting);
      return;
    }
    thread ??= startThread();
    on = thread;
    clearTimeout(on.idle);
    on.waiting.set(id, waiting);
    tell({ kind: "begin", id, job });
  });
  // Whoever stops it does not look at how it ended.
  done.catch(() => undefined);
  const grow = (counted: number) => {
    watermark.grow(counted);
    tell({ kind: "grow", id, bytes: counted });
  };
  grow(bytes);
  return {
    done,
    grow,
    end(manifest) {
      endRendering(job, watermark, manifest);
      tell({ kind: "end", id, manifest });
    },
    stop() {
      watermark.stop(new Error("The rendering was stopped."));
      tell({ kind: "stop", id });
    },
  };
}
