import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Manifest } from "../../../contract/manifest.ts";
import { earshotProblem } from "../../messages/problem.ts";
import { sentence } from "../../messages/sentence.ts";
import type { RenderPlan } from "../formats/format.ts";
import { writers } from "../formats/formats.ts";
import type { ExportPaths } from "../keep/folders.ts";
import { type KeptFiles, keptFiles } from "./kept-files.ts";
import { planKey } from "./plan.ts";
import { beginRendering, type Rendering } from "./thread.ts";

type Making = { made: Promise<void>; stop(): void };

/** Files that are written side by side for those who ask for them. */
const mostAtOnce = 8;
/** The room is looked at this often while a file is written. */
const roomEveryMs = 2000;

export type RenderingsOptions = {
  /** Throws where there is no room for more. */
  checkRoom(): Promise<void>;
  /** The files of an export have changed. */
  onChange(id: string): void;
};

/** The files of exports in all formats but the spool's own. They are made when they are asked for, and kept for a while. */
export type Renderings = Pick<KeptFiles, "dropOldest"> & {
  /**
   * The file of an export in the format and with the options of a plan. It is written from the spool the first time it is
   * asked for. What is the spool itself is there at once.
   *
   * @throws ProblemError 503 where too many are being written, 507 where there is no room.
   */
  file(plan: RenderPlan, manifest: Manifest, paths: ExportPaths): Promise<string>;
  /** Begins the file that was asked for first while its rows are still coming. Undefined for what is the spool itself. */
  follow(plan: RenderPlan, manifest: Manifest, paths: ExportPaths): Follower | undefined;
  /** Looks at the bytes of all files that are kept, slowly; those that are damaged go, and are made again when asked for. */
  check(signal: AbortSignal): Promise<void>;
  /** Stops all files of an export that are being written. Resolves when nothing is written any more. */
  stop(paths: ExportPaths): Promise<void>;
};

/** A rendering that follows a snapshot while it is taken. */
export type Follower = {
  /** So many bytes of the spool are counted by the manifest on disk. */
  counted(bytes: number): void;
  /** The snapshot is complete: the file gets its name as soon as it is whole. */
  complete(): void;
  /** The snapshot is not going to be complete. Resolves when nothing is left of the file. */
  stop(): Promise<void>;
};

/** The first rows are waited for: a short export is written when it is complete. */
const enoughToFollow = 1024 * 1024;

/** Waits for a rendering, and names it, so that a file under its final name is whole. @returns its digest. */
async function named(rendering: Rendering, temporary: string, target: string, signal: AbortSignal): Promise<string> {
  const stop = () => rendering.stop();
  signal.addEventListener("abort", stop);
  if (signal.aborted) stop();
  try {
    const sha256 = await rendering.done;
    await rename(temporary, target);
    return sha256;
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  } finally {
    signal.removeEventListener("abort", stop);
  }
}

/** Never makes the export's own folder again: it may have been removed meanwhile. */
async function makeFolder({ renderings }: ExportPaths): Promise<void> {
  await mkdir(renderings, { mode: 0o700 }).catch((error: unknown) => {
    if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
  });
}

type FileJob = { plan: RenderPlan; manifest: Manifest; paths: ExportPaths; target: string };

async function makeOnce({ plan, manifest, paths, target }: FileJob, signal: AbortSignal): Promise<string> {
  const temporary = `${target}.tmp`;
  await makeFolder(paths);
  signal.throwIfAborted();
  const job = { plan, manifest: structuredClone(manifest), path: paths.rows, target: temporary };
  const rendering = beginRendering(job, manifest.checkpoint.bytes);
  rendering.end(job.manifest);
  return await named(rendering, temporary, target, signal);
}

export function createRenderings({ checkRoom, onChange }: RenderingsOptions): Renderings {
  /** Those that are being made, by their file: whoever asks meanwhile waits for the same one. */
  const underWay = new Map<string, Making>();
  const kept = keptFiles();
  const idOf = (path: string) => basename(dirname(dirname(path)));

  /** Stops a file that grows beyond the room there is; the reason, once there is one. */
  function watchRoom(target: string, controller: AbortController): () => unknown {
    let full: unknown;
    const timer = setInterval(() => {
      onChange(idOf(target));
      checkRoom().catch((error: unknown) => {
        full = error;
        controller.abort(error);
      });
    }, roomEveryMs).unref();
    return () => {
      clearInterval(timer);
      return full;
    };
  }

  /** Known from this moment on, so that nobody begins the same file, and whoever removes the export stops it. */
  function remember(target: string, make: (signal: AbortSignal) => Promise<string>): Promise<void> {
    const controller = new AbortController();
    const made = (async () => {
      const unwatch = watchRoom(target, controller);
      try {
        await kept.add(target, await make(controller.signal));
      } catch (error) {
        throw unwatch() ?? error;
      } finally {
        unwatch();
        underWay.delete(target);
        onChange(idOf(target));
      }
    })();
    underWay.set(target, { made, stop: () => controller.abort(new Error("The rendering was stopped.")) });
    return made;
  }

  return {
    dropOldest: () => kept.dropOldest(),
    check: (signal) => kept.check(signal, (path) => onChange(idOf(path))),
    async file(plan, manifest, paths) {
      if (writers[plan.format].isSpool) return paths.rows;
      const target = join(paths.renderings, planKey(plan, manifest));
      if (!underWay.has(target) && (await kept.has(target))) return target;
      const wanted = { plan, manifest, paths, target };
      const making = underWay.get(target);
      if (making) await making.made;
      else if (underWay.size >= mostAtOnce) throw earshotProblem("busy", sentence("busyFiles", { most: mostAtOnce }));
      else {
        await remember(target, async (signal) => {
          await checkRoom();
          return await makeOnce(wanted, signal);
        });
      }
      return target;
    },
    follow(plan, manifest, paths) {
      if (writers[plan.format].isSpool) return undefined;
      const temporary = join(paths.renderings, `following.${plan.format}.tmp`);
      let rendering: Promise<Rendering> | undefined;
      const begin = async (bytes: number): Promise<Rendering> => {
        await makeFolder(paths);
        return beginRendering(
          { plan, manifest: structuredClone(manifest), path: paths.rows, target: temporary },
          bytes,
        );
      };
      // What goes wrong here is told when the file is asked for and cannot be made then, either.
      const quietly = (act: (one: Rendering) => void) => void rendering?.then(act).catch(() => undefined);
      return {
        counted(bytes) {
          if (rendering !== undefined) quietly((one) => one.grow(bytes));
          else if (bytes >= enoughToFollow) rendering = begin(bytes);
        },
        complete() {
          if (rendering === undefined) return;
          const target = join(paths.renderings, planKey(plan, manifest));
          const last = structuredClone(manifest);
          const ending = rendering;
          const end = async (signal: AbortSignal): Promise<string> => {
            const one = await ending;
            one.end(last);
            return await named(one, temporary, target, signal);
          };
          remember(target, end).catch(() => undefined);
        },
        async stop() {
          await rendering
            ?.then((one) => {
              one.stop();
              return one.done;
            })
            .catch(() => undefined);
          if (rendering !== undefined) await rm(temporary, { force: true });
        },
      };
    },
    async stop({ renderings }) {
      const own = [...underWay].filter(([target]) => dirname(target) === renderings).map(([, making]) => making);
      for (const making of own) making.stop();
      await Promise.allSettled(own.map(({ made }) => made));
      kept.forget(renderings);
    },
  };
}
