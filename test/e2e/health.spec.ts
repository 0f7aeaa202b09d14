import { expect, test } from "./support/fixtures.ts";

test("the built product answers on the address it prints", async ({ request }) => {
  const answer = await request.get("/healthz");
  expect(answer.status()).toBe(200);
});

test("the page opens without a word in the console", async ({ page, dashboard }) => {
  await dashboard.goto();
  await expect(page).toHaveTitle(/Earshot/);
  await expect(dashboard.main).toBeVisible();
});
