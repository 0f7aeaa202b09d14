import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { ExploreCard } from "../../../../../client/charts/explore/ExploreCard.tsx";
import { availableColumns } from "../../../../../client/view/columns.ts";
import { defaultView, type Explore, type View } from "../../../../../client/view/view.ts";
import { type FieldRoles, findFields } from "../../../../../contract/fields.ts";
import { type Metadata, metadataSchema } from "../../../../../contract/metadata.ts";
import { type RunningProxy, startSample } from "../../../../support/servers/proxy.ts";
import { servePageFrom } from "../../../insights/pages-base.ts";
import { queries } from "../../../insights/queries.tsx";
import { rowsWithin } from "../../../insights/recount.ts";

const day = 86_400_000;
const end = Math.floor(Date.now() / day) * day;
const pin = { id: 1, at: end, window: { from: end - 7 * day, to: end } };
const slow = { timeout: 20_000 };

let proxy: RunningProxy;
let metadata: Metadata;
let fields: FieldRoles;
let conversations: { agent: string; status: string }[] = [];
let current: View;

beforeAll(async () => {
  proxy = await startSample({ conversations: 4000 });
  servePageFrom(proxy.url);
  metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
  fields = findFields(metadata);
  const dimensions = ["Id", "AgentName", "Status"];
  const rows = await rowsWithin(proxy.url, dimensions, pin.window);
  conversations = rows.map((row) => ({ agent: String(row["AgentName"]), status: String(row["Status"]) }));
}, 60_000);

afterEach(cleanup);

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
});

function Page({ start }: { start: View }) {
  const [view, setView] = useState(start);
  current = view;
  const columns = availableColumns(metadata, fields);
  return <ExploreCard {...{ metadata, columns, view, fields, pin }} onView={setView} />;
}

function show(explore: Explore) {
  const { wrapper: Wrapper } = queries();
  render(
    <Wrapper>
      <MantineProvider env="test">
        <Page start={{ ...defaultView("UTC"), explore }} />
      </MantineProvider>
    </Wrapper>,
  );
  return userEvent.setup({ delay: null });
}

function cells(): string[][] {
  return screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent.trim()));
}

const number = (text = "") => Number(text.replace(/\D/g, ""));
const count = "Conversation.Count";

test("two dimensions have what a plain recount counts, the first of them by name and all others as one", async () => {
  const user = show({ measure: count, dimension: "AgentName", split: "Status", top: 5 });
  await waitFor(() => expect(screen.getByText(/matching conversations/)).toBeTruthy(), slow);
  await user.click(screen.getByRole("button", { name: "Conversations by Agent and Status: show as table" }));
  const [head = [], ...rows] = cells();
  expect(rows).toHaveLength(6);
  expect(head.at(-1)).toBe("Total");
  const kinds = head.slice(1, -1).map((label) => label.replace(/^\d+/, "").toUpperCase());
  const named = rows.map(([name]) => name);
  for (const [name = "", ...figures] of rows) {
    const own = conversations.filter(({ agent }) =>
      name.startsWith("Others") ? !named.includes(agent) : agent === name,
    );
    expect(figures.map(number)).toEqual([
      ...kinds.map((kind) => own.filter(({ status }) => status.toUpperCase() === kind).length),
      own.length,
    ]);
  }
}, 60_000);

test("a press on the second dimension filters by it, and how it is drawn is kept in the view", async () => {
  const user = show({ measure: count, dimension: "AgentName", split: "Status" });
  const legend = () => screen.getByRole("list", { name: "Legend" });
  await waitFor(() => expect(within(legend()).getAllByRole("button").length).toBeGreaterThan(1), slow);
  await user.click(screen.getByRole("radio", { name: "Share" }));
  expect(current.explore).toEqual({ measure: count, dimension: "AgentName", split: "Status", look: "share" });
  await user.click(screen.getByRole("button", { name: "Conversations by Agent and Status: show as table" }));
  expect(cells()[1]?.[1]).toMatch(/^\d+ \(>?\d+(\.\d)?%\)$/);
  const [closed] = screen.getAllByRole("button", { name: /Closed/ });
  if (closed) await user.click(closed);
  expect(current.chosen.status.map((raw) => raw.toUpperCase())).toEqual(["CLOSED"]);
}, 60_000);

test("averages are neither stacked nor summed up: they stand side by side, and what is left out is numbered", async () => {
  show({ measure: "Conversation.AverageDuration", dimension: "AgentName", split: "Status", look: "stacked", top: 5 });
  await waitFor(() => expect(screen.getByText(/can’t be added up/)).toBeTruthy(), slow);
  expect(screen.queryByRole("radio")).toBeNull();
  expect(screen.queryByText(/^Others/)).toBeNull();
  const agents = new Set(conversations.map(({ agent }) => agent)).size;
  expect(screen.getByText(`Top 5 and ${agents - 5} more.`)).toBeTruthy();
}, 60_000);

test("one dimension has its first values, too: with all others where they add up", async () => {
  const user = show({ measure: count, dimension: "AgentName", top: 5 });
  await waitFor(() => expect(screen.getByRole("list", { name: "Conversations by Agent" })).toBeTruthy(), slow);
  await user.click(screen.getByRole("button", { name: "Conversations by Agent: show as table" }));
  await waitFor(() => expect(cells()).toHaveLength(7), slow);
  const agents = new Set(conversations.map(({ agent }) => agent)).size;
  expect(cells().at(-1)?.[0]).toBe(`Others (${agents - 5})`);
  const sum = cells()
    .slice(1)
    .reduce((all, [, own]) => all + number(own), 0);
  expect(sum).toBe(conversations.length);
}, 60_000);
