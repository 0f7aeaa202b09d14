import type { Page } from "@playwright/test";

export type Measured = {
  /** Milliseconds from the navigation to the first rows. */
  first: number;
  /** Milliseconds until a further page is there, near the end of the list; the median. */
  nthPage: number;
  /** The 95th percentile of a frame while scrolling, in milliseconds. */
  frame: number;
  /** Rows missing in sight while scrolling, as a share of those there should be. */
  blank: number;
  /** Megabytes that the table and what it holds take, after reading to the end. */
  heap: number;
  /** How many rows it could be made to read. */
  read: number;
  /** Whether the last row can be brought into sight. */
  last: boolean;
};

async function heap(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  await session.detach();
  return usedSize / 1e6;
}

/** Scrolls to the end again and again until every row was read or no more come; the times of the last pages. */
function readAll(page: Page, total: number): Promise<{ times: number[]; read: number }> {
  return page.evaluate(async (rows) => {
    const frame = () => new Promise((done) => requestAnimationFrame(done));
    const times: number[] = [];
    for (;;) {
      const stage = window.stage;
      const box = stage?.box();
      if (!stage || !box) throw new Error("There is no table.");
      const before = stage.count();
      if (before >= rows) return { times: times.slice(-20), read: before };
      const start = performance.now();
      box.scrollTop = box.scrollHeight;
      while (stage.count() === before) {
        if (performance.now() - start > 20_000) return { times: times.slice(-20), read: before };
        await frame();
        box.scrollTop = box.scrollHeight;
      }
      times.push(performance.now() - start);
    }
  }, total);
}

/** Scrolls up by 400 pixels a frame within the rows that are held, and looks at every fourth frame. */
function scrollFrames(page: Page): Promise<{ frames: number[]; blank: number }> {
  return page.evaluate(async () => {
    const frame = () => new Promise<number>((done) => requestAnimationFrame(done));
    const stage = window.stage;
    const box = stage?.box();
    if (!stage || !box) throw new Error("There is no table.");
    const frames: number[] = [];
    let [seen, due] = [0, 0];
    let last = await frame();
    const start = box.scrollTop;
    for (let i = 0; i < 240; i += 1) {
      const way = (i % 120) * 400;
      box.scrollTop = Math.max(0, start - (i < 120 ? way : 120 * 400 - way));
      const now = await frame();
      frames.push(now - last);
      last = now;
      if (i % 4 !== 0) continue;
      const { top, bottom } = box.getBoundingClientRect();
      const inSight = stage.rows().filter((row) => row.bottom > top + 1 && row.top < bottom - 1).length;
      const should = Math.min(Math.floor(box.clientHeight / 36) - 1, stage.count());
      seen += Math.min(inSight, should);
      due += should;
    }
    return { frames, blank: 1 - seen / due };
  });
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

/** Measures one table with one number of rows on a fresh page. */
export async function measureTable(page: Page, url: string, rows: number): Promise<Measured> {
  await page.goto("about:blank");
  const empty = await heap(page);
  await page.goto(url);
  await page.waitForFunction(() => (window.stage?.rows().length ?? 0) > 10, undefined, { polling: "raf" });
  const first = await page.evaluate(() => performance.now());
  const { times, read } = await readAll(page, rows);
  await page.waitForTimeout(500);
  await page.evaluate(() => window.stage?.box()?.scrollTo({ top: 1e9 }));
  await page.waitForTimeout(500);
  const lastKey = `${((rows - 1) * 7919).toString(36).padStart(26, "0").slice(-6)}`;
  const last = await page.evaluate((key) => (document.body.textContent ?? "").includes(key), lastKey);
  const { frames, blank } = await scrollFrames(page);
  const used = (await heap(page)) - empty;
  return { first, nthPage: quantile(times, 0.5), frame: quantile(frames, 0.95), blank, heap: used, read, last };
}
