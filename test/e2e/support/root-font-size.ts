import type { Page } from "@playwright/test";

/** What a browser has as it comes, in pixels. */
const usual = { standard: 16, fixed: 13 };

/** Sets how large letters are in the settings of the browser, as a share of the usual; it is not a zoom. */
export async function setRootFontSize(page: Page, share: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { standard, fixed } = usual;
  await session.send("Page.setFontSizes", { fontSizes: { standard: standard * share, fixed: fixed * share } });
}
