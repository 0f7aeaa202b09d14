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

async function faults(page: Page, part: string | undefined, runOnly: axe.RunOnly): Promise<string[]> {
  await settled(page);
  return page.evaluate(
    async ({ only, within }) => {
      if (within && !document.querySelector(within)) return [`${within} is not on the page`];
      const options = { runOnly: only, resultTypes: ["violations" as const], elementRef: true };
      const { violations } = await window.axe.run(within ?? document, options);
      const isCut = (element: Element | undefined): boolean => {
        const scroller = element?.closest("[class*=scroll], [data-list]")?.getBoundingClientRect();
        const box = element?.getBoundingClientRect();
        // A heading that stays at the top while its section scrolls is at most so high.
        return Boolean(scroller && box && (box.top < scroller.top + 48 || box.bottom > scroller.bottom));
      };
      // What an open panel covers in part is no target until the panel is closed, nor is what is scrolled half away.
      const covered = document.querySelector("[data-portal] :is([role=dialog], [role=menu])") !== null;
      return violations.flatMap(({ id, help, nodes }) =>
        nodes
          .filter(({ any, element }) => !(any[0]?.message.includes("obscured") && (covered || isCut(element))))
          .map(({ target, any, html }) => `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? ""} ${html}`),
      );
    },
    { only: runOnly, within: part },
  );
}

/** The content policy lets no script in, so axe is evaluated by the browser's debugger. */
async function bringAxe(page: Page): Promise<void> {
  if (await page.evaluate(() => "axe" in window)) return;
  await page.evaluate(source);
  await page.evaluate((regionMatcher) => {
    window.axe.configure({ checks: [{ id: "region", options: { regionMatcher } }] });
  }, beside);
}

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, a sentence for each element, in light and then in
 * dark: on the whole page, or in the part of it that is new since it was looked at. The dark page is the same page in
 * other colours, so only the rules about colours are asked again.
 */
export async function axeFaults(page: Page, part?: string): Promise<string[]> {
  await bringAxe(page);
  await page.emulateMedia({ colorScheme: "light" });
  const light = await faults(page, part, { type: "tag", values: tags });
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "dark");
  const dark = await faults(page, part, { type: "rule", values: ofColours });
  await page.emulateMedia({ colorScheme: "light" });
  await expect(page.locator("html")).toHaveAttribute("data-mantine-color-scheme", "light");
  return [...light, ...dark.map((fault) => `dark: ${fault}`)];
}

/** Fails the test at its end, so that one run tells of every state. */
export async function expectAccessible(page: Page, state: string, part?: string): Promise<void> {
  expect.soft(await axeFaults(page, part), state).toEqual([]);
}
