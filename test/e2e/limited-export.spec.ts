import { readCsv } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";

test.use({ settings: { SAMPLE_CONVERSATIONS: "3000", SAMPLE_RATE_LIMIT: "4/1s", SAMPLE_FAULTS: "1" } });

test("an export beyond the rate limit says what it waits for, and is whole in the end", async ({
  page,
  dashboard,
  consoleWatch,
  request,
  product,
}) => {
  consoleWatch.allow(/status of 429/);
  await dashboard.goto("v=1&lens=analysis&range=90d&tz=UTC");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await expect(dashboard.charts.populationText("Conversations by language")).toBeVisible({ timeout: 40_000 });
  const count = await dashboard.charts.population("Conversations by language");
  // On a slow machine the calls may be so far apart that they never come to the limit. So an export's first two calls for
  // a job, which more than two pages are taken from, are refused for a window each, however far apart they are.
  expect(count).toBeGreaterThan(2000);
  await request.post(`${product.faultsUrl()}/QueryJobs/429?times=2`, { failOnStatusCode: true });
  const download = page.waitForEvent("download");
  await dashboard.exports.start({ name: "limited" });
  const item = dashboard.exports.item("limited");
  await expect(item).toContainText(/Twilio’s rate limit: continuing in \d+ s/);
  await expect(item).toContainText(`Complete: ${count.toLocaleString("en-US")} rows`, { timeout: 75_000 });
  const { header, rows } = await readCsv(await download);
  expect(rows).toHaveLength(count);
  expect(new Set(rows.map((row) => row[header.indexOf("Conversation ID")])).size).toBe(count);
});
