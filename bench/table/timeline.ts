import type { Browser, Page } from "@playwright/test";

type TraceEvent = { name: string; ts: number; dur?: number; tdur?: number; pid: number; tid: number };

/**
 * What the page's main thread did, in milliseconds of the page's own clock, and how much of that it had a processor
 * for: on a machine that is busy with other things the two differ.
 */
export type Task = { start: number; duration: number; worked: number };

const clock = "bench-clock";
const categories = ["disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Does something with a page and returns, beside its result, the tasks of the page's main thread meanwhile. */
export async function traced<Result>(
  browser: Browser,
  page: Page,
  work: () => Promise<Result>,
): Promise<{ result: Result; tasks: Task[] }> {
  await browser.startTracing(page, { categories });
  const result = await work();
  // A mark has a time by the page's clock and one by the trace's: what they differ by sets all others right.
  const marked = await page.evaluate((name) => performance.mark(name).startTime, clock);
  const { traceEvents }: { traceEvents: TraceEvent[] } = JSON.parse(String(await browser.stopTracing()));
  const mark = traceEvents.findLast(({ name }) => name === clock);
  if (!mark) throw new Error("The trace does not show the page.");
  const tasks = traceEvents
    .filter(({ name, pid, tid }) => name === "RunTask" && pid === mark.pid && tid === mark.tid)
    .map(({ ts, dur = 0, tdur = dur }) => ({
      start: (ts - mark.ts) / 1000 + marked,
      duration: dur / 1000,
      worked: tdur / 1000,
    }))
    .sort((a, b) => a.start - b.start);
  if (tasks.length === 0) throw new Error("The trace has no tasks of the page's main thread.");
  return { result, tasks };
}

/** How long the main thread worked between two times. */
export function busyBetween(tasks: readonly Task[], from: number, to: number): number {
  return tasks.reduce((sum, { start, duration, worked }) => {
    const overlap = Math.min(start + duration, to) - Math.max(start, from);
    return overlap > 0 ? sum + (worked * overlap) / duration : sum;
  }, 0);
}

/**
 * How long the main thread worked for each frame. A frame begins with the task that its callback runs in, as the
 * browser tells of scrolling before the callback, in the same task.
 */
export function busyByFrame(tasks: readonly Task[], callbacks: readonly number[]): number[] {
  const starts = callbacks.map((time) => tasks.findLast(({ start }) => start <= time)?.start ?? time);
  return starts.slice(1).map((end, i) => busyBetween(tasks, starts[i] ?? end, end));
}
