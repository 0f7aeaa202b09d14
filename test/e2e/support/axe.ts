import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** The rules that can tell a dark page from the same page in light. */
const ofColours = ["color-contrast", "link-in-text-block"];

declare global {
  interface Window {
    axe: typeof axe;
  }
}

/**
 * A menu and a list to choose from are drawn at the end of the body while they are open, beside the landmarks; they are
 * come to through their button, which is in one. axe knows this of dialogs alone.
 */
const beside = "dialog, [role=dialog], [role=alertdialog], [role=menu], [role=listbox], svg";

/** What moves is given its time: a half-faded word has no contrast. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    document.getAnimations().every((one) => one.playState !== "running" || one.effect?.getTiming().iterations !== 1),
  );
}

async function faults(page: Page, runOnly: axe.RunOnly): Promise<string[]> {
  await settled(page);
  return page.evaluate(async (only) => {
    const { violations } = await window.axe.run(document, { runOnly: only, resultTypes: ["violations"] });
    // What an open panel covers in part is no target until the panel is closed.
    const covered = document.querySelector("[data-portal] :is([role=dialog], [role=menu])") !== null;
    return violations.flatMap(({ id, help, nodes }) =>
      nodes
        .filter(({ any }) => !(covered && any[0]?.message.includes("obscured")))
        .map(({ target, any, html }) => `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? ""} ${html}`),
    );
  }, runOnly);
}

/**
 * What axe finds on the page against WCAG 2.2 AA and its own best practices, a sentence for each element, in light and
 * then in dark. The content policy lets no script in, so axe is evaluated by the browser's debugger.
 */
export async function axeFaults(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) {
    await page.evaluate(source);
    await page.evaluate((regionMatcher) => {
      window.axe.configure({ checks: [{ id: "region", options: { regionMatcher } }] });
    }, beside);
  }
  await page.emulateMedia({ colorScheme: "light" });
  const light = await faults(page, { type: "tag", values: tags });
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  const dark = await faults(page, { type: "rule", values: ofColours });
  await page.emulateMedia({ colorScheme: "light" });
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}
