import { expect, type Page } from "@playwright/test";

/** What has the focus, in words, and what is wrong with it for somebody who works by keyboard and eye. */
type Focus = { on: string; fault: string | undefined };

/** Looks at the element that has the focus: it is on the screen, and it shows that it has the focus. */
export function focusOf(page: Page): Promise<Focus> {
  return page.evaluate(async () => {
    // The edge of a field changes its colour in a tenth of a second.
    const moving = document.getAnimations().filter((one) => one.effect?.getTiming().iterations === 1);
    await Promise.allSettled(moving.map((one) => one.finished));
    const element = document.activeElement;
    if (!element || element === document.body) return { on: "nothing", fault: "it is lost" };
    const words = element.getAttribute("aria-label") ?? element.textContent.trim().slice(0, 40);
    const on = `${element.getAttribute("role") ?? element.tagName.toLowerCase()} “${words}”`;
    const cell = document.getElementById(element.getAttribute("aria-activedescendant") ?? "");
    // The ring may be drawn around what belongs to the element: its line, its box beside a hidden input, its cell.
    const near = [element, element.parentElement, element.parentElement?.parentElement, element.nextElementSibling];
    const around = [
      ...near,
      element.closest("[class*=row]"),
      cell,
      element.querySelector("thead"),
      element.querySelector("svg"),
    ];
    const ringed = around.some((one) => {
      if (!one) return false;
      return [getComputedStyle(one), getComputedStyle(one, "::after")].some(
        ({ outlineStyle, outlineWidth }) => outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1,
      );
    });
    const own = getComputedStyle(element);
    const accent = getComputedStyle(document.documentElement).getPropertyValue("--mantine-primary-color-filled");
    const sample = document.body.appendChild(document.createElement("i"));
    sample.style.color = accent;
    const edged = own.borderTopColor === getComputedStyle(sample).color;
    sample.remove();
    const after = getComputedStyle(element, "::after");
    const framed = after.content !== "none" && Number.parseFloat(after.borderTopWidth) >= 2;
    if (!ringed && !edged && !framed) return { on, fault: "it does not show" };
    const box = (cell ?? element).getBoundingClientRect();
    const inSight = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
    return { on, fault: inSight ? undefined : "it is out of sight" };
  });
}

/** The focus is somewhere, in sight, and shows. */
export async function expectFocusShown(page: Page, when: string): Promise<void> {
  await expect.poll(async () => (await focusOf(page)).fault, { message: `the focus ${when}` }).toBeUndefined();
}

/** Presses Tab through the whole page, from its beginning to its end; each stop in words with what is wrong with it. */
export async function walkStops(page: Page, most = 250): Promise<Focus[]> {
  const stops: Focus[] = [];
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press("Tab");
    const stop = await focusOf(page);
    if (stop.on === "nothing") return stops;
    stops.push(stop);
  }
  throw new Error(`The walk by Tab does not end; its last stops: ${stops.slice(-5).map(({ on }) => on)}`);
}
