import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, type Page } from "@playwright/test";
import type axe from "axe-core";
import { silentlyCut } from "./silently-cut.ts";

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

type Scheme = "light" | "dark";

/** Shows the page in a scheme. */
async function turn(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (scheme) => document.documentElement.dataset["mantineColorScheme"] === scheme,
    colorScheme,
  );
}

function faults(page: Page, part: string | undefined, runOnly: axe.RunOnly): Promise<string[]> {
  return page.evaluate(
    async ({ only, within }) => {
      // What moves is given its time: a half-faded word has no contrast.
      const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations === 1);
      await Promise.allSettled(moving.map((one) => one.finished));
      const look = async (at: Element | Document | string, what: axe.RunOnly) => {
        const options = { runOnly: what, resultTypes: ["violations" as const], elementRef: true };
        const { violations } = await window.axe.run(at, options);
        return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => ({ id, help, ...node })));
      };
      type Fault = Awaited<ReturnType<typeof look>>[number];
      const panel = document.querySelector("[data-portal] :is([role=dialog], [role=menu])");
      const isObscured = ({ any }: Fault) => any[0]?.message.includes("obscured") ?? false;
      // What an open panel covers in part is no target until the panel is closed.
      const isCovered = (fault: Fault) => isObscured(fault) && panel !== null && !panel.contains(fault.element ?? null);
      /** What is scrolled half out of sight is looked at again in the middle of what scrolls. */
      const inSight = async (fault: Fault): Promise<Fault[]> => {
        const { id, element } = fault;
        const scroller = element?.closest("[class*=scroll], [class*=list], [class*=fields], [data-list]");
        if (!isObscured(fault) || !element || !scroller) return [fault];
        const before = scroller.scrollTop;
        element.scrollIntoView({ block: "center" });
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
        const still = element.isConnected ? await look(element, { type: "rule", values: [id] }) : [];
        scroller.scrollTop = before;
        return still;
      };
      const found: Fault[] = [];
      for (const fault of await look(within ?? document, only)) {
        if (!isCovered(fault)) found.push(...(await inSight(fault)));
      }
      return found.map(
        ({ id, help, target, any, html }) => `${id}: ${help}: ${target.join(" ")} ${any[0]?.message ?? ""} ${html}`,
      );
    },
    { only: runOnly, within: part },
  );
}

/** The content policy lets no script in, so axe is evaluated by the browser's debugger; once on each page. */
async function bringAxe(page: Page): Promise<Scheme> {
  const { isThere, scheme } = await page.evaluate(() => ({
    isThere: "axe" in window,
    scheme: matchMedia("(prefers-color-scheme: dark)").matches ? ("dark" as const) : ("light" as const),
  }));
  if (isThere) return scheme;
  await page.evaluate(source);
  await page.evaluate((regionMatcher) => {
    window.axe.configure({ checks: [{ id: "region", options: { regionMatcher } }] });
  }, beside);
  return scheme;
}

/**
 * What axe finds against WCAG 2.2 AA and its own best practices, a sentence for each element, in light and in dark: on
 * the whole page, or in the part of it that is new since it was looked at. The page in the other scheme is the same page
 * in other colours, so only the rules about colours are asked again; and it stays in that scheme, in which the next look
 * begins, because drawing it anew costs as much as looking.
 */
export async function axeFaults(page: Page, part?: string): Promise<string[]> {
  const first = await bringAxe(page);
  const second = first === "light" ? "dark" : "light";
  const all = await faults(page, part, { type: "tag", values: tags });
  await turn(page, second);
  const colours = await faults(page, part, { type: "rule", values: ofColours });
  return [...all.map((fault) => `${first}: ${fault}`), ...colours.map((fault) => `${second}: ${fault}`)];
}

/**
 * Looks once what is looked at is there, with axe and for texts that are cut without a sign, by which nobody knows that
 * there is more. Fails the test at its end, so that one run tells of every state.
 */
export async function expectAccessible(page: Page, state: string, part?: string): Promise<void> {
  if (part) await expect(page.locator(part).filter({ visible: true }), state).not.toHaveCount(0);
  expect.soft(await axeFaults(page, part), state).toEqual([]);
  expect.soft(await page.evaluate(silentlyCut, part ?? null), `cut in ${state}`).toEqual([]);
}
