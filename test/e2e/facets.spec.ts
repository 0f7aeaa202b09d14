import { withIds } from "./support/columns.ts";
import { expect, test } from "./support/fixtures.ts";
import { ask, byMember, count, type Leaf, total, windowOf } from "./support/truth.ts";

test("counts follow the other filters, a long list is searched, a value is chosen alone or left out", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto("v=1&lens=analysis&range=14d&tz=UTC");
  await expect(dashboard.foot).toHaveText(/ loaded/);
  await dashboard.filters.open("Language");
  await dashboard.filters.facet("Language").getByRole("searchbox", { name: "Search languages" }).fill("man");
  await expect(dashboard.filters.facet("Language").getByRole("checkbox")).toHaveCount(1);
  await dashboard.filters.facet("Language").getByRole("searchbox").fill("pan");
  const shown = [...(await dashboard.filters.counts("Language")).keys()];
  expect([...shown].sort()).toEqual(["Japanese", "Spanish"]);
  await dashboard.button("Select all 2 shown").click();
  await expect(dashboard.button("Deselect all 2 shown")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dashboard.chips).toHaveText([/^Language: (Japanese, Spanish|Spanish, Japanese)$/]);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");

  const window = windowOf(calls.rowsBody());
  const languages: Leaf = { op: "IN", field: "Languages", values: ["ja", "es"] };
  const byChannel = byMember(await ask(request, { by: ["Channels"], where: [...window, languages] }), "Channels");
  await dashboard.filters.open("Channel");
  const channels = await dashboard.filters.counts("Channel");
  expect(channels.get("Voice")).toBe(byChannel.get("voice"));
  expect(channels.get("Chat")).toBe(byChannel.get("chat"));
  expect([...channels.values()].sort()).toEqual([...byChannel.values()].sort());
  await dashboard.filters.facet("Channel").getByRole("button", { name: "Only Voice" }).click();
  await dashboard.filters.facet("Channel").getByRole("button", { name: "Exclude Chat" }).click();
  await page.keyboard.press("Escape");
  await expect(dashboard.filters.chosen("Channel: Voice, not Chat")).toBeVisible();
  const where: Leaf[] = [
    ...window,
    languages,
    { op: "IN", field: "Channels", values: ["voice"] },
    { op: "NE", field: "Channels", values: ["chat"] },
  ];
  await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(
    `All ${(await total(request, where)).toLocaleString("en-US")} matching conversations`,
  );
});

test("any other field is a filter: values are found as one types, numbers go by range", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto(`v=1&lens=analysis&range=90d&tz=UTC&${withIds}`);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const window = windowOf(calls.rowsBody());
  const customers = await ask(request, { by: ["CustomerName"], where: window });
  const named = customers.filter((row) => row["CustomerName"] !== null);
  const rarest = named.sort((a, b) => Number(a[count]) - Number(b[count]))[0];
  const name = String(rarest?.["CustomerName"]);

  await dashboard.filters.add("Customer");
  const customer = dashboard.filters.facet("Customer");
  await expect(customer).toContainText("No loaded row has a value for Customer. Enter or paste full values");
  await customer.getByRole("searchbox").fill("Nobody Of This Name");
  await expect(customer).toContainText("No conversation in this view has “Nobody Of This Name”");
  await customer.getByRole("searchbox").fill(name);
  await dashboard.filters.value("Customer", name).click();
  await page.keyboard.press("Escape");
  await expect(dashboard.chips).toHaveText([`Customer: ${name}`]);
  await expect(dashboard.foot).toHaveText(new RegExp(`^${rarest?.[count]} conversations?, all loaded$`));
  await dashboard.filters.remove(`Customer: ${name}`);

  await dashboard.filters.add("Duration");
  const duration = dashboard.filters.facet("Duration");
  await duration.getByRole("textbox", { name: "At least" }).fill("1,200.5.");
  await expect(duration).toContainText("Enter a number");
  await duration.getByRole("textbox", { name: "At least" }).fill("600");
  await duration.getByRole("textbox", { name: "At most" }).fill("660");
  await duration.getByRole("button", { name: "Apply" }).click();
  await expect(dashboard.chips).toHaveText(["Duration (s): 600 – 660"]);
  // Both ends are in: whole seconds from 600 to 660 lie between 599 and 661.
  const where: Leaf[] = [
    ...window,
    { op: "GT", field: "Duration", values: ["599"] },
    { op: "LT", field: "Duration", values: ["661"] },
  ];
  await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(
    `All ${(await total(request, where)).toLocaleString("en-US")} matching conversations`,
  );
  await page.reload();
  await expect(dashboard.chips).toHaveText(["Duration (s): 600 – 660"]);
});

test("agents are chosen from the loaded rows or pasted, and durations read as people say them", async ({
  page,
  dashboard,
  calls,
  request,
}) => {
  await dashboard.goto("v=1&range=30d&tz=UTC&column=DateCreated&column=AgentName&column=Duration");
  await expect(dashboard.rows.heads).toHaveText(["Created", "Agent", "Duration"]);
  await expect(dashboard.foot).toHaveText("100 loaded, more available");
  const window = windowOf(calls.rowsBody());
  // A conversation in progress has no duration yet.
  const whole = (await dashboard.rows.drawn()).find(({ cells }) => cells.every((text) => text !== ""));
  const [, agent = "", took = ""] = whole?.cells ?? [];
  // Behind the name it is said what kind of agent it is.
  const [name = ""] = agent.split(", ");
  expect(took).toMatch(/^\d+\s(s|m|h)( \d+\s(s|m))?$/);
  calls.clear();
  await dashboard.filters.add("Agent");
  const agents = dashboard.filters.facet("Agent");
  await expect(agents).toContainText("Values and counts cover only the 100 loaded rows.");
  expect(await calls.count()).toEqual({ rows: 0, counts: 0 });
  await dashboard.filters.value("Agent", name).click();
  await page.keyboard.press("Escape");
  await expect(dashboard.chips).toHaveText([`Agent: ${name}`]);
  const where: Leaf[] = [...window, { op: "IN", field: "AgentName", values: [name] }];
  const all = `All ${(await total(request, where)).toLocaleString("en-US")} matching conversations`;
  await expect(dashboard.foot).toContainText(/ loaded/);
  // Only the card of agents counts them, which is not drawn here.
  expect(calls.bodies("counts").flatMap(({ query }) => query.dimensions)).not.toContain("AgentName");
  await dashboard.look("Analysis");
  await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(all);

  await page.reload();
  await expect(dashboard.chips).toHaveText([`Agent: ${name}`]);
  await expect(dashboard.charts.populationText("Conversations by language")).toHaveText(all);
});
