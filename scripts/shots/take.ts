import { join } from "node:path";
import type { Browser, BrowserContext } from "@playwright/test";
import type { Products } from "../../test/e2e/support/products.ts";
import { setRootFontSize } from "../../test/e2e/support/root-font-size.ts";
import { productOf } from "./accounts.ts";
import type { Look } from "./looks.ts";
import { saysIn } from "./says.ts";
import { Screen } from "./screen.ts";

/** A picture, or why there is none. `file` is relative to the folder; of a failure it shows where it stopped. */
export type Shot = { look: Look; file: string; failure?: string };

const stepMs = 15_000;
/** What never comes to rest is looked at after so long. */
const waitingMs = 2500;

function addressOf({ state, isArabic }: Look): string {
  const params = new URLSearchParams("v=1&range=30d&tz=UTC");
  for (const [name, value] of new URLSearchParams(state.search)) {
    if (name === "range") params.set(name, value);
    else params.append(name, value);
  }
  if (isArabic) params.append("language", "ar");
  return `/?${params}`;
}

/** Keeps nothing of earlier pictures, and sets what a person chose. */
function prepare(kept: Record<string, string>): void {
  localStorage.clear();
  for (const [key, value] of Object.entries(kept)) localStorage.setItem(key, value);
}

/** Takes pictures one after the other, in one browser. */
export class Camera {
  readonly #contexts = new Map<string, Promise<BrowserContext>>();

  constructor(
    private readonly browser: Browser,
    private readonly products: Products,
    private readonly folder: string,
  ) {}

  /** Pages of one size share what the browser keeps of the product's files. */
  #contextOf({ size, window, zoom }: Look): Promise<BrowserContext> {
    const key = `${size} ${zoom}`;
    const made =
      this.#contexts.get(key) ??
      this.browser.newContext({
        viewport: { width: Math.round(window.width / zoom), height: Math.round(window.height / zoom) },
        deviceScaleFactor: zoom,
        locale: "en-US",
        timezoneId: "UTC",
        reducedMotion: "reduce",
        permissions: ["clipboard-read", "clipboard-write"],
      });
    this.#contexts.set(key, made);
    return made;
  }

  async take(look: Look, place: number): Promise<Shot> {
    const { state, language, theme, letters } = look;
    const product = await productOf(this.products, state.account);
    const context = await this.#contextOf(look);
    const page = await context.newPage();
    page.setDefaultTimeout(stepMs);
    const file = `${look.size}-${String(place).padStart(3, "0")}-${state.name.replace(/[^\w]+/g, "-")}.jpg`;
    const picture = () =>
      page.screenshot({ path: join(this.folder, file), type: "jpeg", quality: 85, animations: "disabled" });
    try {
      await page.addInitScript(prepare, { "earshot-language": language, "mantine-color-scheme-value": theme });
      await page.emulateMedia({ colorScheme: theme });
      if (letters !== 1) await setRootFontSize(page, letters);
      const screen = new Screen(page, saysIn(language), look.isNarrow);
      await page.goto(product.url + addressOf(look));
      if (state.isWaiting) await new Promise((done) => setTimeout(done, waitingMs));
      else await screen.settle();
      await state.reach?.(screen);
      if (!state.isWaiting) await screen.settle();
      if (state.shows) await page.locator(state.shows).filter({ visible: true }).first().waitFor();
      if (state.tells) await page.getByText(screen.says(state.tells)).filter({ visible: true }).first().waitFor();
      await screen.drawn();
      await picture();
      return { look, file };
    } catch (error) {
      await picture().catch(() => undefined);
      return { look, file, failure: error instanceof Error ? error.message : String(error) };
    } finally {
      await context.setOffline(false);
      await page.close();
    }
  }
}
