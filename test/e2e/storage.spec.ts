import { expect, test } from "./support/fixtures.ts";

test("a browser that keeps nothing shows everything, and a choice holds until the page is left", async ({
  page,
  dashboard,
}) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(globalThis, name, {
        get() {
          throw new DOMException("Access is denied for this document.", "SecurityError");
        },
      });
    }
  });
  await dashboard.goto("v=1&range=24h&tz=UTC");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  await dashboard.button("Columns").click();
  await page.getByText("Compact", { exact: true }).click();
  await page.keyboard.press("Escape");
  expect((await dashboard.rows.at(0).boundingBox())?.height).toBeLessThan(32);
  await dashboard.button(/^Views/).click();
  await page.getByRole("textbox", { name: "View name" }).fill("kept");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Not saved because this browser doesn’t let Earshot store data.")).toBeVisible();
  await expect(page.getByRole("textbox", { name: "View name" })).toHaveValue("kept");
  await page.keyboard.press("Escape");
  await dashboard.exports.start();
  await expect(dashboard.exports.item()).toContainText("Complete: ");
  await dashboard.exports.download(dashboard.exports.item(), "Download CSV");
});
