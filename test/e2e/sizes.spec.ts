import type { Page } from "@playwright/test";
import { expect, test } from "./support/fixtures.ts";

/** Words that are cut without a sign of it, stick out of the window, or lie on one another; a sentence for each. */
function layoutFaults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const name = (one: Element) => `${one.tagName.toLowerCase()} “${one.textContent.trim().slice(0, 30)}”`;
    const hidden = (one: Element) => {
      const box = one.getBoundingClientRect();
      return (
        box.width <= 1 || box.height <= 1 || !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
      );
    };
    /** Whether something around it scrolls or cuts on purpose, so that its place says nothing. */
    const scrolled = (one: Element) => {
      for (let up = one.parentElement; up; up = up.parentElement) {
        const { overflowX, position } = getComputedStyle(up);
        if (overflowX === "auto" || overflowX === "scroll") return true;
        if (position === "fixed") return false;
      }
      return false;
    };
    const ofWords = [...document.querySelectorAll<HTMLElement>("body *")].filter(
      (one) =>
        !one.closest("svg, [aria-hidden=true], select, option") &&
        [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
        !hidden(one),
    );
    const cut = ofWords.filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      return overflowX !== "visible" && textOverflow !== "ellipsis" && one.scrollWidth > one.clientWidth + 1;
    });
    const untold = ofWords.filter((one) => {
      const isCut = getComputedStyle(one).textOverflow === "ellipsis" && one.scrollWidth > one.clientWidth + 1;
      return isCut && !one.closest("[title], td, li, button") && !one.querySelector("[title]");
    });
    const outside = ofWords.filter((one) => {
      const { left, right } = one.getBoundingClientRect();
      return (left < -1 || right > innerWidth + 1) && !scrolled(one);
    });
    const pressed = [...document.querySelectorAll("header button, main button, main a")].filter(
      (one) => !hidden(one) && !one.closest("article, table, ul, [role=grid], [role=dialog]"),
    );
    const over = pressed.flatMap((one, at) =>
      pressed.slice(at + 1).flatMap((other) => {
        const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
        const [x, y] = [
          Math.min(a.right, b.right) - Math.max(a.left, b.left),
          Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top),
        ];
        return x > 2 && y > 2 && !one.contains(other) && !other.contains(one) ? [`${name(one)} on ${name(other)}`] : [];
      }),
    );
    return [
      ...cut.map((one) => `cut: ${name(one)}`),
      ...untold.map((one) => `cut, and its whole is told nowhere: ${name(one)}`),
      ...outside.map((one) => `outside: ${name(one)}`),
      ...over.map((words) => `lies over: ${words}`),
    ];
  });
}

const sizes = [
  { what: "320 px", width: 320, height: 640 },
  { what: "390 px", width: 390, height: 844 },
  { what: "768 px", width: 768, height: 1024 },
  { what: "1024 px", width: 1024, height: 768 },
  { what: "1440 px", width: 1440, height: 900 },
  { what: "1920 px", width: 1920, height: 1080 },
  { what: "2560 px", width: 2560, height: 1440 },
  { what: "1280 px, 500 px high", width: 1280, height: 500 },
  { what: "a zoom of 200 %", width: 720, height: 450 },
  { what: "a zoom of 200 % on a small screen", width: 640, height: 400 },
  { what: "a zoom of 400 %", width: 320, height: 256 },
];

for (const language of ["en", "es"] as const) {
  test(`at every size everything is there and nothing is cut: ${language}`, async ({ page, dashboard }) => {
    test.slow();
    await page.addInitScript((kept) => localStorage.setItem("earshot-language", kept), language);
    await dashboard.goto("v=1&range=30d&tz=America/Argentina/ComodRivadavia&channel=voice&not.language=de&compare=1");
    await expect(page.locator("html")).toHaveAttribute("lang", language);
    await expect(dashboard.page.locator("article [title]").first()).toBeAttached();
    await expect(page.locator("main section").last().getByRole("status").first()).toContainText(/100/);
    for (const { what, width, height } of sizes) {
      await page.setViewportSize({ width, height });
      await expect.soft(page.locator("main")).toBeVisible();
      expect.soft(await dashboard.sidewaysScroll(), `${what}: sideways`).toBe(0);
      expect.soft(await layoutFaults(page), what).toEqual([]);
      const list = page.locator("[data-list]");
      const room = (await list.boundingBox())?.height ?? 0;
      expect.soft(room, `${what}: the height of the table`).toBeGreaterThan(Math.min(190, height * 0.5));
    }
  });
}
