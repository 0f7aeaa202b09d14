import { type Browser, chromium, expect, type Page } from "@playwright/test";
import { build } from "../../scripts/build-product.ts";
import { startProduct } from "../../test/e2e/support/product.ts";
import { chromiumArgs } from "../../test/support/chromium.ts";
import { ensureChromium } from "../../test/support/chromium-install.ts";

/**
 * How long after a press on a value of a chart the other charts show their new figures, where the cube can answer it:
 * `npm run bench -- tick`. The goal is 100 ms. Rows come later, since they are asked for.
 */
const sizes = [1000, 10_000, 100_000];
const ticks = 24;
const goalMs = 100;
/** Between two presses, so that the figures that come after the rows are there, too. */
const restMs = 500;

/** From the press to the frame in which what another chart says has changed, in milliseconds. */
function tick(page: Page, press: string, watched: string): Promise<number> {
  return page.evaluate(
    ([button = "", other = ""]) =>
      new Promise<number>((resolve, reject) => {
        const pressed = document.querySelector<HTMLElement>(button);
        const list = document.querySelector(other);
        if (!pressed || !list) return reject(new Error(`There is no ${pressed ? other : button}.`));
        const before = list.textContent;
        const from = performance.now();
        const observer = new MutationObserver(() => {
          if (list.textContent === before) return;
          observer.disconnect();
          // What runs after the next frame's callbacks runs once that frame is drawn.
          requestAnimationFrame(() => {
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = () => resolve(performance.now() - from);
            port2.postMessage(undefined);
          });
        });
        observer.observe(list, { subtree: true, childList: true, characterData: true });
        pressed.click();
      }),
    [press, watched] as const,
  );
}

const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

async function measure(browser: Browser, conversations: number): Promise<number[]> {
  const product = await startProduct({ SAMPLE_CONVERSATIONS: String(conversations) });
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  try {
    await page.goto(`${product.url}/?v=1&range=90d&tz=UTC`);
    const [channels, languages] = ['ul[aria-label="Channels"]', 'ul[aria-label="Languages"]'];
    await page.locator(`${languages} button`).first().waitFor();
    const times: number[] = [];
    for (let place = 0; place < ticks; place += 1) {
      // Rows of the one before are there, so that only what this one needs is measured.
      await expect(page.getByRole("grid")).toHaveAttribute("aria-busy", "false");
      await page.waitForTimeout(restMs);
      times.push(await tick(page, `${channels} button`, languages));
    }
    return times;
  } finally {
    await page.close();
    await product.stop();
  }
}

if ((await build({ ifNeeded: true })) !== 0) throw new Error("The product does not build; see above.");
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: chromiumArgs() });
try {
  const lines: object[] = [];
  let least: number | undefined;
  for (const conversations of sizes) {
    const times = await measure(browser, conversations);
    const middle = median(times);
    least ??= middle;
    const ratio = `${(middle / least).toFixed(2)}x`;
    const within = `${times.filter((ms) => ms <= goalMs).length} of ${times.length}`;
    const most = Math.max(...times).toFixed(0);
    lines.push({ conversations, "median ms": middle.toFixed(0), "most ms": most, "to the first": ratio, within });
  }
  console.log(`From a press on a channel until the languages show their new figures; the goal is ${goalMs} ms.`);
  console.table(lines);
} finally {
  await browser.close();
}
