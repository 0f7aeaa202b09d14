import { expect, test } from "./support/fixtures.ts";
import { faulty } from "./support/settings.ts";
import { total, windowOf } from "./support/truth.ts";

test.use({ settings: faulty });

test("new conversations are announced on a visible tab, and rows move only on a click", async ({
  page,
  dashboard,
  calls,
  request,
  product,
}) => {
  await page.clock.install({ time: Date.now() });
  await dashboard.goto("v=1&lens=analysis&card=language&range=24h&tz=UTC");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  await expect(dashboard.charts.populationText("Conversations by language")).toBeVisible();
  const rowsBody = calls.rowsBody();
  // Those in sight: the rows around them are drawn when there is time.
  const rows = (await dashboard.rows.drawn()).slice(0, 10);
  const population = await dashboard.charts.population("Conversations by language");
  const grown = windowOf(rowsBody).map((leaf) =>
    leaf.op === "LT" ? { ...leaf, values: [new Date(Date.now() + 3_600_000).toISOString()] } : leaf,
  );
  // Also before anybody looks.
  await request.post(`${product.arrivalsUrl()}?count=3`, { failOnStatusCode: true });
  expect(await total(request, grown)).toBe(population + 3);
  await dashboard.button("Check for new conversations: Manually").click();
  calls.clear();
  await dashboard.button("Every 30 s").click();
  await expect(dashboard.button("Check for new conversations: Every 30 s")).toBeVisible();
  const fresh = dashboard.button(/^Refresh: \d+ new conversations?$/);
  await expect(fresh).toBeVisible();
  expect(await calls.count()).toEqual({ rows: 0, counts: 1 });

  // A tab that nobody sees asks for nothing.
  const show = (state: "hidden" | "visible") =>
    page.evaluate(async (value) => {
      Object.defineProperty(document, "visibilityState", { value, configurable: true });
      document.dispatchEvent(new Event("visibilitychange"));
      await fetch("/healthz");
    }, state);
  await show("hidden");
  calls.clear();
  await page.clock.fastForward("02:00");
  await show("hidden");
  expect(await calls.count()).toEqual({ rows: 0, counts: 0 });
  await show("visible");
  await page.clock.fastForward("00:31");
  await expect.poll(async () => (await calls.count()).counts).toBe(1);
  await expect(fresh).toBeVisible();
  expect((await dashboard.rows.drawn()).slice(0, 10)).toEqual(rows);
  expect(await dashboard.charts.population("Conversations by language")).toBe(population);
  expect((await calls.count()).rows).toBe(0);

  await fresh.click();
  await expect(fresh).toBeHidden();
  await expect(dashboard.charts.populationText("Conversations by language")).not.toHaveText(
    `All ${population} matching conversations`,
  );
  await expect(dashboard.table).toHaveAttribute("aria-busy", "false");
  expect(await dashboard.charts.population("Conversations by language")).toBe(
    await total(request, windowOf(calls.rowsBody())),
  );
  await page.reload();
  await expect(dashboard.button("Check for new conversations: Every 30 s")).toBeVisible();
});

test("at 320 px and at 1280 px it always says how far the data reaches", async ({ page, dashboard }) => {
  const clock = (ms: number) => new Date(ms - 15 * 60_000).toISOString().slice(11, 16);
  const before = Date.now();
  await dashboard.goto("v=1&range=24h&tz=UTC");
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(dashboard.header).toContainText(/\d\d:\d\d/);
    const after = Date.now();
    const words = /Data to (\d\d:\d\d)/;
    // A phone shows the time alone, and reads the whole out.
    const whole = dashboard.header.getByText(words);
    const said = width === 320 ? dashboard.header.getByText(/^\d\d:\d\d$/) : whole;
    await expect(said, `${width} px`).toBeVisible();
    expect([clock(before), clock(after)]).toContain(words.exec((await whole.textContent()) ?? "")?.[1]);
    await expect(said).toContainText(words.exec((await whole.textContent()) ?? "")?.[1] ?? "no time");
    await dashboard.list.evaluate((list) => list.scrollIntoView({ block: "end" }));
    await expect(said, `${width} px`).toBeInViewport();
  }
});
