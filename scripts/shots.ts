// `npm run shots`: pictures of every state of the built product, on one contact sheet for each size, in the folder
// shots/. `npm run shots -- export find` takes only those of states whose names contain one of the words.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { Products } from "../test/e2e/support/products.ts";
import { chromiumArgs } from "../test/support/chromium.ts";
import { ensureChromium } from "../test/support/chromium-install.ts";
import { build } from "./build-product.ts";
import { rootFolder } from "./run.ts";
import { allLooks, type Look, sizes } from "./shots/looks.ts";
import { contactSheet } from "./shots/sheet.ts";
import { Camera, type Shot } from "./shots/take.ts";

const folder = join(rootFolder, "shots");
/** So many can be looked at in five minutes. */
const mostPictures = 250;
const cameras = 2;

/** Takes the pictures, by several cameras at once; each has a product of its own, so that no two are in each other's way. */
async function takeAll(looks: readonly Look[]): Promise<Shot[]> {
  const executablePath = await ensureChromium();
  const queue = [...looks.entries()];
  const shots: Shot[] = [];
  const work = async () => {
    const products = new Products();
    const browser = await chromium.launch({ executablePath, args: chromiumArgs() });
    try {
      const camera = new Camera(browser, products, folder);
      for (let next = queue.shift(); next; next = queue.shift()) {
        const [place, look] = next;
        const shot = await camera.take(look, place);
        shots.push(shot);
        if (shot.failure !== undefined)
          console.error(`Not reached: ${look.size} px · ${look.label}\n  ${shot.failure}`);
      }
    } finally {
      await browser.close();
      await products.stop();
    }
  };
  await Promise.all(Array.from({ length: cameras }, work));
  return shots;
}

process.exitCode = await build({ ifNeeded: true });
if (process.exitCode === 0) {
  const words = process.argv.slice(2);
  const all = allLooks();
  if (all.length > mostPictures)
    throw new Error(`${all.length} pictures are more than ${mostPictures}: join two states.`);
  const looks = all.filter(({ state }) => words.length === 0 || words.some((word) => state.name.includes(word)));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const shots = await takeAll(looks);
  for (const size of sizes) {
    const ofSize = shots.filter(({ look }) => look.size === size).sort((a, b) => a.file.localeCompare(b.file));
    if (ofSize.length > 0) writeFileSync(join(folder, `${size}.html`), contactSheet(size, ofSize));
  }
  const failed = shots.filter(({ failure }) => failure !== undefined);
  console.log(`${shots.length} pictures in ${folder}, ${failed.length} of them of states that were not reached.`);
  if (failed.length > 0) process.exitCode = 1;
}
