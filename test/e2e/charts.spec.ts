import { readFile } from "node:fs/promises";
import { readCsv } from "./support/csv.ts";
import { expect, test } from "./support/fixtures.ts";
import { expectFocusShown } from "./support/focus.ts";
import { ask, byMember, type Leaf, sums, total, windowOf } from "./support/truth.ts";
import { members } from "./support/walk.ts";

const channels = "Conversations by channel";
const languagesTitle = "Conversations by language";
const trend = "Sentiment over time";

function day(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}

/** The days, in UTC, on which as many days begin that end with the one of a moment; reckoned from what the screen asked. */
function daysBefore(moment: number, many: number): string[] {
  return Array.from({ length: many }, (_, place) => day(moment - (many - 1 - place) * 86_400_000));
}

/** The moment at which what a query covers ends. */
function endOf(window: readonly Leaf[]): number {
  return Date.parse(window.find(({ op }) => op === "LT")?.values[0] ?? "");
}

test("a click on a part of a chart filters, and every number is the API's own", async ({
  dashboard,
  page,
  calls,
  request,
}) => {
  await test.step("a layer of the trend is left out with Shift on its day, and one press takes the whole step back", async () => {
    await dashboard.goto("v=1&lens=analysis&range=14d&tz=UTC");
    const layers = dashboard.charts.card(trend).locator(".recharts-bar").first().locator("path.recharts-rectangle");
    await expect(dashboard.charts.populationText(trend)).toBeVisible();
    await layers.nth(3).click({ modifiers: ["Shift"] });
    await expect(dashboard.chips).toHaveText([/^Sentiment: not (Positive|Negative|Neutral|Mixed)$/]);
    await expect(page).toHaveURL(/range=(\d{4}-\d\d-\d\d)\.\.\1&/);
    await page.getByRole("button", { name: "Back to 14 days" }).click();
    await expect(dashboard.chips).toHaveCount(0);
    await expect(dashboard.rangeButton).toContainText("Last 14 days");
    await expect(page.getByRole("button", { name: /^Back to/ })).toHaveCount(0);
    await layers.nth(3).click();
    await expect(dashboard.chips).toHaveText([/^Sentiment: .*(Positive|Negative|Neutral|Mixed)$/]);
    await expect(page).toHaveURL(/range=(\d{4}-\d\d-\d\d)\.\.\1&/);
  });
  await test.step("a bar filters, with Shift it leaves out, and every number is the API's own under the same filters", async () => {
    await page.goBack();
    await expect(dashboard.chips).toHaveCount(0);
    await dashboard.charts.bar(channels, "Voice").click();
    await dashboard.charts.bar("Conversations by sentiment", "Negative").click({ modifiers: ["Shift"] });
    await expect(dashboard.chips).toHaveText(["Channel: Voice", "Sentiment: not Negative"]);
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    const where: Leaf[] = [
      ...windowOf(calls.rowsBody()),
      { op: "IN", field: "Channels", values: ["voice"] },
      { op: "NE", field: "OperatorResult.Value", values: ["negative"] },
    ];
    const all = await total(request, where);
    const words = `All ${all.toLocaleString("en-US")} matching conversations`;
    for (const title of [channels, languagesTitle, "Conversations by sentiment", trend]) {
      await expect(dashboard.charts.populationText(title)).toHaveText(words);
    }
    const languages = byMember(await ask(request, { by: ["Languages"], where }), "Languages");
    const { rows, population } = await dashboard.charts.numbers(languagesTitle);
    expect(population).toBe(all);
    const shown = rows.filter(({ label }) => label !== "Not set");
    expect(shown.map((row) => row.count)).toEqual([...languages.values()].sort((a, b) => b - a));
    expect(shown[0]?.label).toBe(new Intl.DisplayNames("en", { type: "language" }).of([...languages.keys()][0] ?? ""));
    const days = byMember(await ask(request, { by: ["DateCreated.day"], where }), "DateCreated.day");
    const trendRows = (await dashboard.charts.table(trend)).slice(1, 15);
    expect(trendRows.map((row) => Number(row.at(-1)?.replace(",", "")))).toEqual(
      daysBefore(endOf(where), 14).map((start) => [...days].find(([key]) => key.startsWith(start))?.[1] ?? 0),
    );

    await page.goBack();
    await expect(dashboard.chips).toHaveText(["Channel: Voice"]);
    await dashboard.charts.bar(channels, "Voice").focus();
    await page.keyboard.press("Delete");
    await expect(dashboard.chips).toHaveText(["Channel: not Voice"]);
    await expect(dashboard.charts.bar(channels, "Voice")).toHaveCount(0);
  });
});

test("the trend is worked by mouse and by keys", async ({ page, dashboard, calls, request }) => {
  await test.step("a brush over the trend sets the time range, by mouse and by keys, and Back undoes it", async () => {
    await dashboard.goto("v=1&lens=analysis&range=14d&tz=Europe/Berlin");
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    const ends: string[] = [];
    // What a mouse points at is beside what is said of it.
    for (const part of [0.15, 0.5, 0.55, 0.9]) {
      await dashboard.charts.pointAtTrend(part);
      await expect(dashboard.charts.trendTooltip).toContainText("Conversations");
      await expect.poll(() => dashboard.charts.tooltipOver(part)).toBeLessThan(0);
    }
    await dashboard.charts.pointAtTrend(0.4);
    await expect(dashboard.charts.trendTooltip).toContainText("Conversations");
    ends.push((await dashboard.charts.trendTooltip.locator("p").first().textContent()) ?? "");
    await page.mouse.down();
    await dashboard.charts.pointAtTrend(0.7);
    // Nothing lies over what is being selected: the head of the card counts it.
    await expect(dashboard.charts.trendTooltip).toHaveText(/^\d+ days, [\d,]+ conversations$/);
    const marked = Number((await dashboard.charts.trendTooltip.innerText()).split(" ")[0]);
    await page.mouse.up();
    await expect(page).toHaveURL(/range=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d&/);
    const [from = "", to = ""] = dashboard.search.get("range")?.split("..") ?? [];
    const name = (text: string) =>
      new Date(text).toLocaleDateString("en-US", { weekday: "short", month: "short", day: "numeric", timeZone: "UTC" });
    expect(ends.map((end) => end.slice(0, 11).trim())).toEqual([name(from).slice(0, 11)]);
    expect(Date.parse(to) - Date.parse(from)).toBe((marked - 1) * 86_400_000);
    await expect(dashboard.foot).toHaveText(/ loaded/);
    const all = await total(request, windowOf(calls.rowsBody()));
    await expect(dashboard.charts.populationText(trend)).toHaveText(
      `All ${all.toLocaleString("en-US")} matching conversations`,
    );
    await page.goBack();
    await expect(dashboard.rangeButton).toContainText("Last 14 days");

    await dashboard.tabTo(dashboard.charts.trendPlot);
    for (const key of ["ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Enter"]) {
      await page.keyboard.press(key);
    }
    await expect(page).toHaveURL(/range=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d&/);
    const [first = "", last = ""] = dashboard.search.get("range")?.split("..") ?? [];
    expect(Date.parse(last) - Date.parse(first)).toBe(2 * 86_400_000);
    await page.goBack();
    await expect(dashboard.rangeButton).toContainText("Last 14 days");
  });
  await test.step("keys in haste all count on the trend, also under a pointer that rests there", async () => {
    const right = { key: "ArrowRight" };
    const further = { ...right, shiftKey: true };
    await expect(dashboard.foot).toHaveText("100 loaded, more available");
    await dashboard.tabTo(dashboard.charts.trendPlot);
    await dashboard.charts.pointAtTrend(0.9);
    await expect(dashboard.charts.trendTooltip).toContainText("Conversations");
    await dashboard.charts.hurryOnTrend([right, right, further]);
    await expect(dashboard.charts.trendTooltip).toHaveText(/^2 days, /);
    await dashboard.charts.hurryOnTrend([further, further, { key: "Enter" }]);
    await expect(page).toHaveURL(/range=\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d&/);
    const [first = "", last = ""] = dashboard.search.get("range")?.split("..") ?? [];
    expect(Date.parse(last) - Date.parse(first)).toBe(3 * 86_400_000);
  });
});

test("the period before is drawn behind, like for like; what is not whole or fresh says so", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto("v=1&lens=analysis&range=7d&channel=voice&tz=UTC");
  await dashboard.time.compare();
  expect(dashboard.search.get("compare")).toBe("1");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  const own = windowOf(calls.rowsBody());
  const voice: Leaf = { op: "IN", field: "Channels", values: ["voice"] };
  const before = own.map((leaf) => ({
    ...leaf,
    values: leaf.values.map((text) => new Date(Date.parse(text) - 7 * 86_400_000).toISOString()),
  }));
  const [now, then] = [await total(request, [...own, voice]), await total(request, [...before, voice])];
  const card = dashboard.charts.card(trend);
  const change = new Intl.NumberFormat("en-US", {
    style: "percent",
    signDisplay: "exceptZero",
    maximumFractionDigits: Math.abs(now / then - 1) < 0.1 ? 1 : 0,
  }).format(now / then - 1);
  await expect(card).toContainText(`${change} vs the previous 7 days, up to the same time`);
  await expect(card.getByRole("list", { name: "Legend" })).toContainText("Previous");
  await expect(card.locator(".previous path, path.previous").first()).toBeVisible();
  const lines = await dashboard.charts.table(trend);
  const column = lines[0]?.indexOf("Previous") ?? -1;
  const days = byMember(await ask(request, { by: ["DateCreated.day"], where: [...before, voice] }), "DateCreated.day");
  const shown = lines.slice(1, 8).map((line) => Number(line[column]));
  const starts = daysBefore(endOf(before), 7);
  expect(shown).toEqual(starts.map((start) => [...days].find(([key]) => key.startsWith(start))?.[1] ?? 0));
  expect(lines.at(-2)?.[column]).toBe(then.toLocaleString("en-US"));

  // The day is under way, and Twilio is behind.
  expect(lines[7]?.[0]).toContain("(partial)");
  expect(lines[6]?.[0]).not.toContain("(partial)");
  await expect(card).toContainText("The last day is partial.");
  await expect(card).toContainText(
    /Twilio data is about 15 minutes behind, so some conversations after \d\d:\d\d may be missing\./,
  );
  const { header, rows } = await readCsv(await dashboard.charts.save(trend, "Data (CSV)"));
  expect(header.at(-1)).toBe("Note");
  const notes = rows.map((row) => row.at(-1));
  expect(notes.slice(0, 5)).toEqual(["", "", "", "", ""]);
  expect(notes[6]).toBe("Partial day; The latest 15 minutes may be missing");
  const drawing = await readFile(await (await dashboard.charts.save(trend, "Vector image (SVG)")).path(), "utf8");
  expect(drawing).toContain("The last day is partial.");
  expect(drawing).toContain("Twilio data is about 15 minutes behind");
  await dashboard.tabTo(dashboard.charts.trendPlot);
  await page.keyboard.press("End");
  for (let presses = 0; presses < 7; presses += 1) await page.keyboard.press("ArrowRight");
  await expect(dashboard.charts.trendTooltip).toContainText("Partial day");
  await expect(dashboard.charts.trendTooltip).toContainText("The latest 15 minutes may be missing");
  await expect(dashboard.charts.trendTooltip).toContainText("Previous");

  // A range that is over has neither, and is held against as many whole days.
  const dayAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);
  // Over for a whole day: a range that ended at midnight is not for the next quarter of an hour.
  await dashboard.goto(`v=1&lens=analysis&range=${dayAgo(8)}..${dayAgo(2)}&channel=voice&tz=UTC&compare=1`);
  await expect(card).toContainText("vs the previous 7 days");
  await expect(card).not.toContainText(/to the same time|partial|15 minutes behind/);
});

test("one chart is saved as numbers, as a drawing and as a picture, each saying what it shows", async ({
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto(
    "v=1&lens=analysis&range=last-week&channel=voice&channel=chat&not.status=active&tz=Europe/Berlin",
  );
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const where: Leaf[] = [
    ...windowOf(calls.rowsBody()),
    { op: "IN", field: "Channels", values: ["voice", "chat"] },
    { op: "NE", field: "Status", values: ["active"] },
  ];
  const all = await total(request, where);
  const card = dashboard.charts.card(channels);
  await expect(card).toContainText(
    "Some conversations have several channels, so the bars add up to more than the total.",
  );
  const csv = await readCsv(await dashboard.charts.save(channels, "Data (CSV)"));
  const counts = [...byMember(await ask(request, { by: ["Channels"], where }), "Channels")];
  expect(csv.header).toEqual(["Channel", "Conversations"]);
  expect(csv.rows.at(-1)).toEqual(["Total, each counted once", String(all)]);
  const labels: Record<string, string> = { voice: "Voice", chat: "Chat", sms: "SMS", whatsapp: "WhatsApp" };
  const named = (channel: string) => labels[channel] ?? channel.toUpperCase().replace("EMAIL", "Email");
  expect(new Set(csv.rows.slice(0, -1).map((row) => row.join(": ")))).toEqual(
    new Set(counts.map(([channel, one]) => `${named(channel)}: ${one}`)),
  );
  // The table beside it has the very numbers of the bars.
  const { rows } = await dashboard.charts.numbers(channels);
  expect(rows.map(({ label, count: one }) => [label, String(one)])).toEqual(csv.rows.slice(0, -1));
  const bars = card.getByRole("list", { name: channels }).getByRole("button");
  // A bar that is just being drawn anew has its words without the lines between them.
  await expect(async () => {
    for (const [place, bar] of (await bars.allInnerTexts()).entries()) {
      expect(bar.split("\n").slice(0, 2)).toEqual([rows[place]?.label, rows[place]?.count.toLocaleString("en-US")]);
    }
  }).toPass();

  const drawing = await dashboard.charts.save(trend, "Vector image (SVG)");
  expect(drawing.suggestedFilename()).toMatch(
    /^Sentiment-over-time_\d{4}-\d\d-\d\d_\d{4}-\d\d-\d\d_Europe-Berlin\.svg$/,
  );
  const svg = await readFile(await drawing.path(), "utf8");
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toContain(trend);
  expect(texts).toContain(`All ${all.toLocaleString("en-US")} matching conversations`);
  expect(texts.join(" ")).toContain("Filters: Channel: Voice, Chat; Status excluding Active");
  expect(texts.join(" ")).toContain("times in Europe/Berlin");
  for (const sentiment of ["Positive", "Neutral", "Mixed", "Negative"]) expect(texts).toContain(sentiment);
  // A picture may not fetch anything, nor depend on the page's colours.
  expect(svg).not.toMatch(/var\(|href=/);

  const picture = await readFile(await (await dashboard.charts.save(trend, "Image (PNG)")).path());
  expect(picture.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  expect([picture.readUInt32BE(16), picture.readUInt32BE(20)]).toEqual([2 * Number(width), 2 * Number(height)]);
  expect(picture.length).toBeGreaterThan(5000);
});

test("the further charts tell the truth: sentiment by channel filters by both, the week by hour of the zone", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  const zone = "Asia/Kathmandu";
  await dashboard.goto(`v=1&lens=analysis&range=last-week&language=en&tz=${zone}`);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const where: Leaf[] = [...windowOf(calls.rowsBody()), { op: "IN", field: "Languages", values: ["en"] }];
  const all = await total(request, where);
  await expect(dashboard.charts.populationText("Conversations by day and hour")).toHaveText(
    `All ${all.toLocaleString("en-US")} matching conversations`,
  );

  const week = (await dashboard.charts.table("Conversations by day and hour")).slice(1, 25);
  const created = await ask(request, { by: ["DateCreated"], where });
  const weekday = new Intl.DateTimeFormat("en-GB", { timeZone: zone, weekday: "short" });
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit" });
  const hours = sums(created, ({ DateCreated }) => {
    const at = Date.parse(String(DateCreated));
    return [`${weekday.format(at)} ${clock.format(at)}`];
  });
  const days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
  week.forEach(([, ...cells], hour) => {
    const expected = days.map((name) => String(hours.get(`${name} ${String(hour).padStart(2, "0")}`) ?? 0));
    expect(cells, `hour ${hour}`).toEqual(expected);
  });

  const [head = [], ...crossing] = await dashboard.charts.table("Sentiment by channel");
  const pairs = sums(await ask(request, { by: ["Channels", "OperatorResult.Value"], where }), (row) =>
    members(row["Channels"]).map((channel) => `${channel} ${row["OperatorResult.Value"]}`),
  );
  const voice = crossing.find(([channel]) => channel === "Voice") ?? [];
  for (const sentiment of ["Positive", "Neutral", "Mixed", "Negative"]) {
    const column = head.findIndex((name) => name.includes(sentiment));
    expect(voice[column]).toBe(String(pairs.get(`voice ${sentiment.toLowerCase()}`)));
  }
  await dashboard.charts
    .card("Sentiment by channel")
    .getByRole("button", { name: /^Voice, Negative/ })
    .click();
  await expect(dashboard.chips).toHaveText(["Channel: Voice", "Language: English", "Sentiment: ▼Negative"]);
  await expect(dashboard.charts.populationText(channels)).toHaveText(
    `All ${pairs.get("voice negative")} matching conversations`,
  );
  await page.goBack();
  await expect(dashboard.chips).toHaveText(["Language: English"]);
});

test("any measure by any dimension, in the address; what has no value is a gap and no zero", async ({
  page,
  dashboard,
  calls,
  request,
  openElsewhere,
}) => {
  const wait = "Conversation.AverageWaitTime";
  await dashboard.goto("v=1&lens=analysis&range=30d&tz=UTC");
  await dashboard.charts.explore("Measure", "Average wait time (s)");
  await dashboard.charts.explore("Group by", "Agent");
  const title = "Average wait time (s) by Agent";
  await expect(dashboard.charts.card(title).getByRole("list")).toBeVisible();
  expect(dashboard.search.get("measure")).toBe(wait);
  expect(dashboard.search.get("by")).toBe("AgentName");
  const window = windowOf(calls.rowsBody());
  const truth = await ask(request, { by: ["AgentName"], measure: wait, where: window });
  const [, ...lines] = await dashboard.charts.table(title);
  const shown = new Map(lines.map(([agent = "", value = ""]) => [agent, value.replaceAll(",", "")]));
  expect(shown).toEqual(new Map(truth.map((row) => [String(row["AgentName"] ?? "Not set"), String(row[wait])])));

  // So rare that some days have none.
  const rare = { op: "IN", field: "Languages", values: ["zh"] };
  await dashboard.charts.explore("Group by", "Created (day)");
  await dashboard.filters.choose("Language", "Chinese");
  await dashboard.filters.choose("Channel", "RCS");
  const byDay = "Average wait time (s) by Created (day)";
  await expect(dashboard.charts.card(byDay).getByRole("application")).toBeVisible();
  // Until the answer comes, the days before the filters stand there.
  await expect(dashboard.charts.card(byDay).locator("[data-updating]")).toHaveCount(0);
  const where = [...window, rare, { op: "IN", field: "Channels", values: ["rcs"] }];
  const days = await ask(request, { by: ["DateCreated.day"], measure: wait, where });
  const points = (await dashboard.charts.table(byDay)).slice(1);
  const values = points.map(([, value]) => value);
  expect(values.filter((value) => value !== "no value")).toHaveLength(days.length);
  expect(values).toContain("no value");
  const file = await readCsv(await dashboard.charts.save(byDay, "Data (CSV)"));
  expect(file.rows.map(([, value]) => value || "no value")).toEqual(values.map((value) => value?.replaceAll(",", "")));
  const line = dashboard.charts.card(byDay).locator(".recharts-line:not(.unfinished) path.recharts-line-curve");
  expect((await line.getAttribute("d"))?.match(/M/g)?.length).toBeGreaterThan(1);

  const other = await openElsewhere(page.url(), "Asia/Tokyo");
  await expect(other.charts.card(byDay).getByRole("application")).toBeVisible();
  expect((await other.charts.table(byDay)).slice(1)).toEqual(points);
});

test("of a thousand values the table draws those in sight; keys lead to the last one, which filters", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  const title = "Average duration (s) by Conversation name";
  await dashboard.goto("v=1&lens=analysis&range=14d&tz=UTC&measure=Conversation.AverageDuration&by=Name");
  await expect(dashboard.charts.card(title).getByRole("list")).toBeVisible();
  const table = await dashboard.charts.asTable(title);
  await expect(dashboard.foot).toHaveText(/ loaded/);
  const names = await ask(request, { by: ["Name"], where: windowOf(calls.rowsBody()) });
  const rows = names.length + 1;
  expect(rows).toBeGreaterThan(1000);
  await expect(table).toHaveAttribute("aria-rowcount", String(rows));
  const values = table.getByRole("rowheader").getByRole("button");
  await expect(values.first()).toBeVisible();
  expect(await table.getByRole("row").count()).toBeLessThan(60);
  await dashboard.charts.card(title).getByRole("region").focus();
  await page.keyboard.press("Tab");
  await expect(values.first()).toBeFocused();
  for (const key of ["ArrowDown", "PageDown", "End"]) await page.keyboard.press(key);
  const last = table.locator(`[aria-rowindex='${rows}']`).getByRole("button");
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport({ ratio: 0.9 });
  await page.keyboard.press("ArrowUp");
  await expect(table.locator(`[aria-rowindex='${rows - 1}']`).getByRole("button")).toBeFocused();
  // All the values are one stop, and behind it is no other of the last card.
  await page.keyboard.press("Tab");
  await expect(dashboard.charts.card(title).locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  const name = await page.locator(":focus").innerText();
  await page.keyboard.press("Enter");
  await expect(dashboard.chips).toHaveText([`Name: ${name}`]);
  await expect(table).not.toHaveAttribute("aria-rowcount");
  await expect(values).toHaveText([name]);
  await expect(values).toBeFocused();
  await page.keyboard.press("Delete");
  await expect(dashboard.chips).toHaveText([`Name: not ${name}`]);
});

test("an hour of the week sets the range where it is one stretch of time: by mouse, by keys, in the table", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  const title = "Conversations by day and hour";
  const card = dashboard.charts.card(title);
  await dashboard.goto("v=1&lens=analysis&range=last-week&tz=America/New_York");
  const monday = dashboard.charts.hour("Monday", "09:00–10:00");
  const name = (await monday.getAttribute("aria-label")) ?? "";
  await monday.click();
  await expect(page).toHaveURL(/range=\d{4}-\d\d-\d\dT09:00\.\.\d{4}-\d\d-\d\dT10:00&/);
  await expect(dashboard.foot).toHaveText(/ loaded/);
  const all = await total(request, windowOf(calls.rowsBody()));
  expect(name).toBe(`Monday, 09:00–10:00: ${all.toLocaleString("en-US")}`);
  await expect(dashboard.charts.populationText(title)).toHaveText(
    `All ${all.toLocaleString("en-US")} matching conversations`,
  );
  await page.goBack();

  await dashboard.charts.hour("Wednesday", "00:00–01:00").focus();
  for (const key of ["ArrowRight", "ArrowDown", "End", "ArrowLeft"]) await page.keyboard.press(key);
  await expect(dashboard.charts.hour("Thursday", "22:00–23:00")).toBeFocused();
  await expectFocusShown(page, "on an hour");
  // All hours are one stop, and the way back leads to the one that was left.
  await page.keyboard.press("Tab");
  await expect(card.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/T22:00\.\.\d{4}-\d\d-\d\dT23:00&/);
  await page.goBack();

  await dashboard.charts.asTable(title);
  await dashboard.charts.hour("Sunday", "23:00–00:00").press("Enter");
  await expect(page).toHaveURL(/T23:00\.\.\d{4}-\d\d-\d\dT00:00&/);

  await dashboard.time.choosePreset("Last 30 days");
  await expect(card).toContainText("To click one, choose a range of one week or less.");
  await expect(card.getByRole("button", { name: /day, \d\d:00/ })).toHaveCount(0);
});

test("a link of before there were lenses shows the chart that it brings", async ({ dashboard }) => {
  const explored = dashboard.charts.card("Average wait time (s) by Sentiment");
  await dashboard.goto("v=1&range=14d&tz=UTC&measure=Conversation.AverageWaitTime&by=OperatorResult.Value");
  await expect(explored.getByRole("list")).toBeVisible();
  await expect(explored).toBeInViewport({ ratio: 0.9 });
});

test("cards are chosen and ordered, one takes the whole width, and the lens keeps the list as it was", async ({
  page,
  dashboard,
}) => {
  await dashboard.goto("v=1&range=14d&tz=UTC");
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  await dashboard.rows.scrollTo(40);
  const drawn = (await dashboard.rows.drawn()).map(({ place }) => place);
  await dashboard.look("Analysis");
  expect(dashboard.search.get("lens")).toBe("analysis");
  await dashboard.button("Cards").click();
  await page.getByRole("checkbox", { name: "Explore" }).click();
  await page.getByRole("button", { name: `Move ${languagesTitle} up` }).click();
  await expect(page.getByText(`${languagesTitle} is card 2 of 7.`)).toBeAttached();
  await page.keyboard.press("Escape");
  expect(dashboard.search.getAll("card")).toEqual([
    ...["trend", "language", "channel", "sentiment", "agents", "week", "crossing"],
  ]);
  const grow = dashboard.button(`${languagesTitle}: full width`);
  const before = await dashboard.charts.card(languagesTitle).boundingBox();
  await grow.click();
  const wide = await dashboard.charts.card(languagesTitle).boundingBox();
  expect(wide?.width).toBeGreaterThan(2 * (before?.width ?? Number.NaN));
  await page.keyboard.press("Escape");
  await expect(grow).toBeFocused();
  expect(await dashboard.charts.card(languagesTitle).boundingBox()).toEqual(before);
  await dashboard.look("Conversations");
  await expect(dashboard.charts.card("Languages")).toBeVisible();
  expect((await dashboard.rows.drawn()).map(({ place }) => place)).toEqual(drawn);
  await page.goBack();
  await expect(dashboard.button("Cards")).toBeVisible();
});
