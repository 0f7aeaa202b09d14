import type { Page } from "@playwright/test";
import type {} from "./page/stage.ts";

/** Notes when the first rows had been painted: the first task after the frame that they were in the document for. */
export async function watchFirstRows(page: Page): Promise<void> {
  // The runner names the functions that it passes to the page with this.
  await page.addInitScript("globalThis.__name = (one) => one");
  await page.addInitScript(() => {
    window.painted = 0;
    const look = (): void => {
      if (!window.stage?.isFilled()) {
        requestAnimationFrame(look);
        return;
      }
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        window.painted = performance.now();
      };
      port2.postMessage(undefined);
    };
    requestAnimationFrame(look);
  });
}

/** When the first page of rows had arrived, and when its rows had been painted, by the page's clock. */
export async function firstRows(page: Page): Promise<{ arrived: number; painted: number }> {
  await page.waitForFunction(() => window.painted > 0);
  return page.evaluate(() => {
    const asked = performance.getEntriesByType("resource").find(({ name }) => name.includes("/api/query"));
    if (!(asked instanceof PerformanceResourceTiming)) throw new Error("No rows were asked for.");
    return { arrived: asked.responseEnd, painted: window.painted };
  });
}

/** Scrolls to the end again and again until so many rows are known or the time is over; the rows that are known. */
export function readTo(page: Page, rows: number, limitMs: number): Promise<number> {
  return page.evaluate(
    async ([wanted, limit]) => {
      const stage = window.stage;
      const box = stage?.box();
      if (!stage || !box) throw new Error("There is no table.");
      const start = performance.now();
      while (stage.count() < wanted && performance.now() - start < limit) {
        box.scrollTop = box.scrollHeight;
        await new Promise(requestAnimationFrame);
      }
      return stage.count();
    },
    [rows, limitMs] as const,
  );
}

/** Scrolls up and down by 400 pixels a frame within the rows that are held; the time of each frame's callback. */
export function scrollFrames(page: Page): Promise<number[]> {
  return page.evaluate(async () => {
    const box = window.stage?.box();
    if (!box) throw new Error("There is no table.");
    const steps = Math.min(120, Math.floor((box.scrollHeight - box.clientHeight) / 400));
    const start = box.scrollTop;
    const times: number[] = [];
    for (let i = 0; i <= 240; i += 1) {
      await new Promise(requestAnimationFrame);
      times.push(performance.now());
      const step = i % (2 * steps);
      box.scrollTop = start - 400 * (step < steps ? step : 2 * steps - step);
    }
    return times;
  });
}

/**
 * The rows missing in sight while scrolling in the same way, as a share of those that there should be. It looks as soon
 * as the box has moved: this is what the browser may paint before the page hears of it.
 */
export function blankRows(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const stage = window.stage;
    const box = stage?.box();
    if (!stage || !box) throw new Error("There is no table.");
    const steps = Math.min(60, Math.floor((box.scrollHeight - box.clientHeight) / 400));
    let [seen, due] = [0, 0];
    for (let i = 0; i < 2 * steps; i += 1) {
      await new Promise(requestAnimationFrame);
      box.scrollTop += i < steps ? -400 : 400;
      const { top, bottom } = box.getBoundingClientRect();
      const inSight = stage.rows().filter((row) => row.bottom > top + 1 && row.top < bottom - 1).length;
      const should = Math.min(Math.floor(box.clientHeight / 36) - 1, stage.count());
      seen += Math.min(inSight, should);
      due += should;
    }
    return 1 - seen / due;
  });
}
