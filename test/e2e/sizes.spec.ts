import type { Locator, Page } from "@playwright/test";
import type { Dashboard } from "./support/dashboard.ts";
import { expect, test } from "./support/fixtures.ts";
import { setRootFontSize } from "./support/root-font-size.ts";

/** Words that are cut without a sign of it, stick out of the window, or lie on one another; a sentence for each. */
function layoutFaults(page: Page, part = "body"): Promise<string[]> {
  return page.evaluate((within) => {
    const name = (one: Element) => `${one.tagName.toLowerCase()} “${one.textContent.trim().slice(0, 30)}”`;
    // What is there for readers that listen alone is a pixel large, and the library's grows with the letters.
    const unseen = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16;
    const hidden = (one: Element) => {
      const box = one.getBoundingClientRect();
      return (
        box.width <= unseen ||
        box.height <= unseen ||
        !one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
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
    const ofWords = [...document.querySelectorAll<HTMLElement>(`${within} *`)].filter(
      (one) =>
        !one.closest("svg, [aria-hidden=true], select, option") &&
        [...one.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()) &&
        !hidden(one),
    );
    const cut = ofWords.filter((one) => {
      const { overflowX, textOverflow } = getComputedStyle(one);
      return overflowX !== "visible" && textOverflow !== "ellipsis" && one.scrollWidth > one.clientWidth + 1;
    });
    const low = ofWords.filter((one) => {
      const { overflowY, fontSize } = getComputedStyle(one);
      const isCut = overflowY === "hidden" || overflowY === "clip";
      return isCut && one.scrollHeight > one.clientHeight + Number.parseFloat(fontSize) / 4;
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
      (one) => one.closest(within) && !hidden(one) && !one.closest("article, table, ul, [role=grid], [role=dialog]"),
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
      ...low.map((one) => `cut at its foot: ${name(one)}`),
      ...untold.map((one) => `cut, and its whole is told nowhere: ${name(one)}`),
      ...outside.map((one) => `outside: ${name(one)}`),
      ...over.map((words) => `lies over: ${words}`),
    ];
  }, part);
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

const search = "v=1&range=30d&tz=America/Argentina/ComodRivadavia&channel=voice&not.language=de&compare=1";
const languages = ["en", "es"] as const;

/** The dashboard in a language, with everything on it drawn. */
async function open(page: Page, dashboard: Dashboard, language: (typeof languages)[number]): Promise<void> {
  await page.addInitScript((kept) => localStorage.setItem("earshot-language", kept), language);
  await dashboard.goto(search);
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await expect(dashboard.page.locator("main [title]").first()).toBeAttached();
  await expect(page.locator("main section").last().getByRole("status").first()).toContainText(/100/);
}

/** Makes the window another one, and waits until the page is drawn for it. */
async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

async function expectWhole(page: Page, dashboard: Dashboard, what: string, height: number): Promise<void> {
  await expect.soft(page.locator("main")).toBeVisible();
  expect.soft(await dashboard.sidewaysScroll(), `${what}: sideways`).toBe(0);
  expect.soft(await layoutFaults(page), what).toEqual([]);
  const list = page.locator("[data-list]");
  const room = (await list.boundingBox())?.height ?? 0;
  expect.soft(room, `${what}: the height of the table`).toBeGreaterThan(Math.min(190, height * 0.5));
}

/** What opens stays in the window, to its last button. */
async function expectPanelsWhole(page: Page, dashboard: Dashboard): Promise<void> {
  const pressed = (opener: Locator) => () => opener.press("Enter");
  const openers: [string, () => Promise<void>][] = [
    ["Time range", pressed(dashboard.rangeButton)],
    // Large letters leave the line no room for a button of each: the values open in the panel of all filters then.
    ["Channel", () => dashboard.filters.open("Channel")],
    ["Language", () => dashboard.filters.open("Language")],
    ["Filters", () => dashboard.filters.openOthers()],
    ["Views", pressed(dashboard.button(/^Views/))],
    ["Copy link", pressed(dashboard.button("Copy link"))],
    ["Columns", pressed(dashboard.button("Columns"))],
    ["Shortcuts", pressed(dashboard.button("Shortcuts"))],
    ["Export", pressed(dashboard.header.getByRole("button", { name: "Export", exact: true }))],
  ];
  for (const [name, open] of openers) {
    await open();
    const dialog = page.getByRole("dialog");
    await expect(dialog.getByRole("button").last()).toBeAttached();
    await dialog.getByRole("button").last().scrollIntoViewIfNeeded();
    await expect.soft(dialog.getByRole("button").last(), `${name}: its last button`).toBeInViewport({ ratio: 1 });
    expect.soft(await dashboard.sidewaysScroll(), `${name}: sideways`).toBe(0);
    expect.soft(await layoutFaults(page, "[role=dialog]"), name).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
  }
}

for (const language of languages) {
  test(`at every size everything is there and nothing is cut: ${language}`, async ({ page, dashboard }) => {
    test.slow();
    await open(page, dashboard, language);
    for (const { what, width, height } of sizes) {
      await resize(page, width, height);
      await expectWhole(page, dashboard, what, height);
    }
  });

  test(`letters of twice the size are not cut, whatever the zoom: ${language}`, async ({ page, dashboard }) => {
    test.slow();
    await setRootFontSize(page, 2);
    await page.setViewportSize({ width: 1440, height: 900 });
    await open(page, dashboard, language);
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
      [320, 640],
    ] as const) {
      await resize(page, width, height);
      expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe("32px");
      await expectWhole(page, dashboard, `${width} px`, height);
      const size = await dashboard.rows.lineHeights();
      expect.soft(size.row, `${width} px: a row has room for its letters`).toBeGreaterThan(2 * size.letters);
    }
    if (language !== "en") return;
    await test.step("what opens over letters of twice the size stays in the window, to its last button", async () => {
      await resize(page, 1440, 900);
      await expectPanelsWhole(page, dashboard);
    });
  });
}

test("cards beside a conversation that takes most of the window are as wide as their words", async ({
  page,
  dashboard,
}) => {
  await page.addInitScript(() => localStorage.setItem("earshot-panel", "2000"));
  await page.setViewportSize({ width: 1200, height: 900 });
  await dashboard.goto("v=1&range=14d&tz=UTC&card=trend&card=channel&card=language&card=sentiment");
  await dashboard.rows.cells.nth(1).click();
  await expect(dashboard.conversation.panel).toBeVisible();
  // The width that was given to the panel before is the one that it opens with.
  await expect.poll(async () => (await dashboard.main.boundingBox())?.width).toBe(640);
  await dashboard.look("Analysis");
  const cards = page.getByRole("article");
  await expect(cards).toHaveCount(4);
  const widths = () => cards.evaluateAll((all) => all.map((card) => card.getBoundingClientRect().width));
  await expect.poll(async () => Math.min(...(await widths()))).toBeGreaterThan(240);
});
