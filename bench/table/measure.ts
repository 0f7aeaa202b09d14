import type { Browser, CDPSession, Page } from "@playwright/test";
import { heldData } from "./held.ts";
import { blankRows, firstRows, readTo, scrollFrames, watchFirstRows } from "./in-page.ts";
import { keyEnd, pageRows } from "./server.ts";
import { busyBetween, busyByFrame, traced } from "./timeline.ts";

/** Times are milliseconds, memory megabytes; "busy" is the time that the page's main thread had a processor for. */
export type Measured = {
  /** From the navigation to the first rows on the screen, with the scripts of the table and its libraries; a median. */
  fromNothing: number;
  /** From the arrival of the first page to its rows on the screen, with the libraries there already; a median. */
  firstRows: number;
  firstRowsBusy: number;
  /** A further page at the beginning of the list and one at its end, rows in sight; undefined where there is one. */
  earlyPage: number | undefined;
  latePage: number | undefined;
  /** The 95th percentile of a frame while scrolling by 400 pixels a frame. */
  frame: number;
  frameBusy: number;
  /** Rows missing in sight while scrolling, as a share of those there should be. */
  blank: number;
  /** What is held after reading to the end, more than an empty page's. */
  heap: number;
  /** Of it, what came with the table and its rows, more than with the libraries. */
  heapOfTable: number;
  /** Of that, data: a heap has compiled code too, which is the same however many rows there are. */
  dataOfTable: number;
  /** What came between the first rows and the last, for all the way that was scrolled. */
  heapOfWay: number;
  /** How many rows it could be made to read. */
  read: number;
  /** Whether the last row can be brought into sight. */
  last: boolean;
};

export type Bench = { browser: Browser; address: string; rows: number; limitMs: number };

const loads = 5;
const timedPages = 20;

export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

async function heap(session: CDPSession): Promise<number> {
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize / 1e6;
}

/** What the page's main thread has worked so far. */
async function workedMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send("Performance.getMetrics");
  return 1000 * (metrics.find(({ name }) => name === "ThreadTime")?.value ?? 0);
}

async function openPage({ browser }: Bench): Promise<{ page: Page; session: CDPSession }> {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable");
  await page.goto("about:blank");
  await watchFirstRows(page);
  return { page, session };
}

/** Loads the page with its scripts and not its rows yet. */
async function loadStage({ address }: Bench, page: Page): Promise<void> {
  await page.goto(`${address}&start=later`);
  await page.waitForFunction(() => window.stage !== undefined);
  await page.waitForTimeout(200);
}

/** Lets the table be shown and ask for its rows. */
async function start(page: Page): Promise<{ arrived: number; painted: number }> {
  await page.evaluate(() => window.stage?.start());
  return firstRows(page);
}

/** From the arrival of the first page to its rows on the screen: nothing else is measured meanwhile. */
async function firstRowsWall(bench: Bench): Promise<number> {
  const { page } = await openPage(bench);
  await loadStage(bench, page);
  const { arrived, painted } = await start(page);
  await page.close();
  return painted - arrived;
}

/** What the main thread works for it, on pages of their own, since a trace takes time itself. */
async function firstRowsBusy(bench: Bench): Promise<number> {
  const { page } = await openPage(bench);
  await loadStage(bench, page);
  const { result, tasks } = await traced(bench.browser, page, () => start(page));
  await page.close();
  return busyBetween(tasks, result.arrived, result.painted);
}

async function medianOf(times: number, measure: () => Promise<number>): Promise<number> {
  const values: number[] = [];
  for (let i = 0; i < times; i += 1) values.push(await measure());
  return quantile(values, 0.5);
}

/** What the main thread works for a page, rows in sight, over some pages from what is known now. */
async function pageCost(page: Page, session: CDPSession, pages: number, limitMs: number): Promise<number | undefined> {
  const [known, before] = [await readTo(page, 0, 0), await workedMs(session)];
  const read = (await readTo(page, known + pages * pageRows, limitMs)) - known;
  return read === 0 ? undefined : ((await workedMs(session)) - before) / (read / pageRows);
}

async function fromNothing(bench: Bench): Promise<number> {
  const { page } = await openPage(bench);
  await page.goto(bench.address);
  const { painted } = await firstRows(page);
  await page.close();
  return painted;
}

/** Measures one table with one number of rows, each load on a fresh page. */
export async function measureTable(bench: Bench): Promise<Measured> {
  const cold = await medianOf(loads, () => fromNothing(bench));
  const wall = await medianOf(loads, () => firstRowsWall(bench));
  const busy = await medianOf(loads, () => firstRowsBusy(bench));
  const { page, session } = await openPage(bench);
  const empty = await heap(session);
  await loadStage(bench, page);
  // To weigh the heap throws compiled code away, so nothing is timed on this page before it has scrolled.
  const before = await heap(session);
  const dataBefore = await heldData(session);
  await start(page);
  const atFirst = await heap(session);
  const { rows, limitMs } = bench;
  const timed = Math.min(timedPages, Math.floor((rows / pageRows - 1) / 2));
  const earlyPage = await pageCost(page, session, timed, limitMs);
  await readTo(page, rows - timed * pageRows, limitMs);
  const latePage = await pageCost(page, session, timed, limitMs);
  const read = await readTo(page, rows, 0);
  const atEnd = await standAtEnd(page, rows);
  const frames = await traced(bench.browser, page, () => scrollFrames(page));
  const blank = await blankRows(page);
  const end = await heap(session);
  const dataAtEnd = await heldData(session);
  await page.close();
  return {
    fromNothing: cold,
    firstRows: wall,
    firstRowsBusy: busy,
    earlyPage,
    latePage,
    frame: quantile(
      frames.result.slice(1).map((time, i) => time - (frames.result[i] ?? time)),
      0.95,
    ),
    frameBusy: quantile(busyByFrame(frames.tasks, frames.result), 0.95),
    blank,
    heap: end - empty,
    heapOfTable: end - before,
    dataOfTable: (dataAtEnd - dataBefore) / 1e6,
    heapOfWay: end - atFirst,
    read,
    last: atEnd,
  };
}

/** Goes to the end of the list; whether its last row is drawn then. */
async function standAtEnd(page: Page, rows: number): Promise<boolean> {
  for (const wait of [500, 500]) {
    await page.evaluate(() => window.stage?.box()?.scrollTo({ top: 1e9 }));
    await page.waitForTimeout(wait);
  }
  return page.evaluate((key) => window.stage?.shows(key) ?? false, keyEnd(rows - 1));
}
