import { MantineProvider } from "@mantine/core";
import { cleanup, render, screen, waitFor, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import { useState } from "react";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { AgentsCard, AgentsStates } from "../../../../client/charts/agents/AgentsCard.tsx";
import { agentSheet } from "../../../../client/charts/agents/sheet.ts";
import { availableColumns } from "../../../../client/view/columns.ts";
import { defaultView, usualAgents, type View } from "../../../../client/view/view.ts";
import { type FieldRoles, findFields } from "../../../../contract/fields.ts";
import { keyFields } from "../../../../contract/key-figures.ts";
import { type Metadata, metadataSchema } from "../../../../contract/metadata.ts";
import { startStandIn } from "../../../../server/stand-in/start.ts";
import { startFakeUpstream } from "../../../support/servers/fake-upstream.ts";
import { type RunningProxy, startBefore, startSample } from "../../../support/servers/proxy.ts";
import { twilioError } from "../../../support/servers/replies.ts";
import { servePageFrom } from "../../insights/pages-base.ts";
import { queries } from "../../insights/queries.tsx";
import { rowsWithin } from "../../insights/recount.ts";

const day = 86_400_000;
const end = Math.floor(Date.now() / day) * day;
const pin = { id: 1, at: end, window: { from: end - 30 * day, to: end } };

let proxy: RunningProxy;
let metadata: Metadata;
let fields: FieldRoles;

type Recounted = { agent: string; kind: string; isNegative: boolean; duration: number; wait: number };
let conversations: Recounted[] = [];

beforeAll(async () => {
  proxy = await startSample({ conversations: 3000 });
  servePageFrom(proxy.url);
  metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
  fields = findFields(metadata);
  const dimensions = ["Id", "AgentName", "AgentType", "Duration", "WaitTime"];
  const negative = new Set(
    (await rowsWithin(proxy.url, ["Id", "OperatorResult.Value"], pin.window))
      .filter((row) => String(row["OperatorResult.Value"]).toLowerCase() === "negative")
      .map(({ Id }) => Id),
  );
  conversations = (await rowsWithin(proxy.url, dimensions, pin.window)).map((row) => ({
    agent: String(row["AgentName"] ?? ""),
    kind: String(row["AgentType"] ?? ""),
    isNegative: negative.has(row["Id"]),
    duration: Number(row["Duration"]),
    wait: Number(row["WaitTime"]),
  }));
}, 60_000);

afterEach(cleanup);

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
});

let current: View;

function Page({ start }: { start: View }) {
  const [view, setView] = useState(start);
  current = view;
  const columns = availableColumns(metadata, fields);
  return <AgentsCard {...{ metadata, columns, view, fields, pin }} onView={setView} />;
}

function show(view: Partial<View> = {}) {
  const { wrapper: Wrapper } = queries();
  render(
    <Wrapper>
      <MantineProvider env="test">
        <Page start={{ ...defaultView("UTC"), ...view }} />
      </MantineProvider>
    </Wrapper>,
  );
  return userEvent.setup({ delay: null });
}

const slow = { timeout: 20_000 };

function rows(): string[][] {
  const table = screen.getByRole("table");
  return within(table)
    .getAllByRole("row")
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));
}

async function settled() {
  await waitFor(() => {
    expect(screen.getByRole("table")).toBeTruthy();
    expect(screen.queryAllByText("…")).toEqual([]);
  }, slow);
}

const of = (agent: string) => conversations.filter((one) => one.agent === agent);

test("agents have what a plain recount counts, and each column sorts by its figure with one press", async () => {
  expect(conversations.length).toBeGreaterThan(300);
  const user = show();
  await settled();
  await user.click(screen.getByRole("button", { name: "Agents: show as table" }));
  const names = [...new Set(conversations.map(({ agent }) => agent))];
  expect(rows()).toHaveLength(names.length);
  for (const [name = "", count, negative, duration, wait] of rows()) {
    const own = of(name.replace(/AI$/, ""));
    expect(Number(count?.replace(/\D/g, ""))).toBe(own.length);
    const felt = own.filter(({ isNegative }) => isNegative).length;
    expect(negative).toBe(felt === 0 ? "0%" : `${((100 * felt) / own.length).toFixed(1)}%`);
    const seconds = (text = "") =>
      [...text.matchAll(/(\d+) (h|m|s)\b/g)].reduce(
        (sum, [, number, unit]) => sum + Number(number) * ({ h: 3600, m: 60, s: 1 }[unit ?? ""] ?? 0),
        0,
      );
    const mean = own.reduce((sum, one) => sum + one.duration, 0) / own.length;
    expect(Math.abs(seconds(duration) - mean)).toBeLessThanOrEqual(mean < 3600 ? 1 : 31);
    const longest = Math.max(...own.map((one) => one.wait));
    expect(Math.abs(seconds(wait) - longest)).toBeLessThanOrEqual(longest < 3600 ? 0 : 30);
  }
  await user.click(screen.getByRole("button", { name: "Average duration" }));
  expect(current.agents).toEqual({ by: "agent", sort: "duration", direction: "DESC" });
  expect(screen.getByRole("columnheader", { name: "Average duration" }).getAttribute("aria-sort")).toBe("descending");
  const means = rows().map(([name = ""]) => {
    const own = of(name.replace(/AI$/, ""));
    return own.reduce((sum, one) => sum + one.duration, 0) / own.length;
  });
  expect(means).toEqual(means.toSorted((a, b) => b - a));
}, 60_000);

const longest = "Conversation.LongestWaitTime";
const average = "Conversation.AverageDuration";

test.each([
  ["one that the account refuses takes its column away, and no other", [longest], ["Average duration"]],
  ["two that it refuses only together are asked for apart", [longest, average], ["Average duration", "Longest wait"]],
])(
  "of the measures, %s",
  async (_, refused, expected) => {
    const standIn = await startStandIn({ conversations: 3000 });
    const upstream = await startFakeUpstream();
    upstream.reply(async (response, received) => {
      const { method, path, headers, body } = received;
      if (refused.every((measure) => body.includes(measure))) {
        await twilioError(400, { code: 20001, message: "Bad request" })(response, received);
        return;
      }
      const sent = {
        method,
        headers: { authorization: headers.authorization ?? "", "content-type": "application/json" },
      };
      const answer = await fetch(`${standIn.url}${path}`, body ? { ...sent, body } : sent);
      response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
    });
    const other = await startBefore({ ...standIn, url: upstream.url });
    servePageFrom(other.url);
    try {
      show();
      await settled();
      const heads = screen.getAllByRole("columnheader").map(({ textContent }) => textContent);
      expect(heads.filter((head) => /^(Average|Longest)/.test(head))).toEqual(expected);
      expect(rows().length).toBeGreaterThan(2);
      for (const [, count, , ...measures] of rows()) {
        expect(count).toMatch(/\d/);
        expect(measures).toHaveLength(expected.length);
        for (const text of measures) expect(text).toMatch(/\d+ (h|m|s)/);
      }
    } finally {
      cleanup();
      servePageFrom(proxy.url);
      await other.close();
      await upstream.close();
      await standIn.close();
    }
  },
  60_000,
);

test("a press on an agent filters by it, and people are held against AI in figures of the account's own", async () => {
  const user = show();
  await settled();
  await user.click(screen.getByRole("radio", { name: "Human and AI" }));
  await waitFor(() => expect(rows().map(([name]) => name)).toContain("Human agent"), slow);
  await settled();
  const human = rows().find(([name]) => name === "Human agent");
  const own = conversations.filter(({ kind }) => /human/i.test(kind));
  expect(Number(human?.[1]?.replace(/\D/g, ""))).toBe(own.length);
  await user.click(screen.getByRole("radio", { name: "By agent" }));
  await waitFor(() => expect(rows().length).toBeGreaterThan(2), slow);
  const [first] = within(screen.getByRole("table")).getAllByRole("button", { pressed: false });
  const name = first?.textContent.replace(/AI$/, "");
  if (first) await user.click(first);
  expect(current.more).toEqual([{ kind: "values", field: "AgentName", values: [name], exclude: false }]);
}, 60_000);

test("what is reckoned, of few conversations, without an agent or not there is said, on the screen and in the file", () => {
  const measure = (value: number, isWeighted: boolean) => ({ text: String(value), value, isWeighted });
  const row = { kind: undefined, negative: 1, wait: undefined };
  const agents = {
    population: { kind: "all", count: 40 } as const,
    rows: [
      { ...row, raw: "Ada", count: 30, duration: measure(90.5, false) },
      { ...row, raw: "Bo", count: 5, duration: measure(61, true) },
      { ...row, raw: undefined, count: 5, negative: undefined, duration: undefined },
    ],
    negative: "known" as const,
    hasDuration: true,
    hasWait: false,
    overlap: true,
    cut: true,
  };
  const choice = { by: "agent", field: "AgentName", isChoice: false, key: keyFields(metadata, fields) } as const;
  render(
    <MantineProvider env="test">
      <AgentsStates
        state={{ status: "ready", data: agents, updating: false }}
        choice={choice}
        list={usualAgents}
        onList={() => undefined}
        filter={undefined}
      />
    </MantineProvider>,
  );
  expect(rows()).toEqual([
    ["Ada", "30", "3.3%", "1 m 31 s"],
    ["Bo", "5", "20.0%", "≈1 m 1 s"],
    ["Not set", "5", "–", "–"],
  ]);
  for (const note of [/several agents/, /≈ Calculated/, /fewer than 20/, /3 agents with the most conversations/]) {
    expect(screen.getByText(note)).toBeTruthy();
  }
  const lines = agents.rows.map((one) => ({
    key: "",
    label: one.raw ?? "",
    row: one,
    part: 1,
    isFew: false,
    isAi: false,
    cells: [],
  }));
  const [head, ada, bo] = agentSheet(agents, lines, { name: "Agent", duration: "Average duration (s)", wait: "" });
  expect(head).toEqual(["Agent", "Conversations", "Negative conversations", "Average duration (s)", "Note"]);
  expect(ada).toEqual(["Ada", 30, 1, "90.5", undefined]);
  expect(bo?.slice(3)).toEqual(["61", expect.stringMatching(/^≈/)]);
});
