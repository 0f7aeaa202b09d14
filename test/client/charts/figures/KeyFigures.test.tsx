import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { holdFor } from "../../../../client/api/rate-limit.ts";
import { KeyFigures } from "../../../../client/charts/figures/KeyFigures.tsx";
import { useDashboard } from "../../../../client/dashboard/use-dashboard.ts";
import { type Account, accountSchema } from "../../../../contract/account.ts";
import { type Metadata, metadataSchema } from "../../../../contract/metadata.ts";
import type { StandIn } from "../../../../server/stand-in/options.ts";
import { startStandIn } from "../../../../server/stand-in/start.ts";
import {
  type FakeUpstream,
  type Received,
  type Reply,
  startFakeUpstream,
} from "../../../support/servers/fake-upstream.ts";
import { type RunningProxy, startBefore } from "../../../support/servers/proxy.ts";
import { twilioError } from "../../../support/servers/replies.ts";
import { servePageFrom } from "../../insights/pages-base.ts";

const bodySchema = z.object({
  query: z.looseObject({ measures: z.array(z.string()).default([]), dimensions: z.array(z.string()).default([]) }),
});
const pageSchema = z.object({ items: z.array(z.record(z.string(), z.unknown())) });

let standIn: StandIn;
let upstream: FakeUpstream;
let proxy: RunningProxy;
let account: Account;
let metadata: Metadata;

/** The sample account. */
const plain: Reply = async (response, { method, path, headers, body }) => {
  const sent = { method, headers: { authorization: headers.authorization ?? "", "content-type": "application/json" } };
  const answer = await fetch(`${standIn.url}${path}`, body ? { ...sent, body } : sent);
  response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
};

beforeAll(async () => {
  standIn = await startStandIn({ conversations: 1200 });
  upstream = await startFakeUpstream();
  upstream.reply(plain);
  proxy = await startBefore({ ...standIn, url: upstream.url });
  servePageFrom(proxy.url);
  account = accountSchema.parse(await (await fetch(`${proxy.url}/api/account`)).json());
  metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
}, 60_000);

/** Until nothing comes any more of what the page before had asked for. */
async function quiet(): Promise<void> {
  for (let count = -1; count !== upstream.received.length; ) {
    count = upstream.received.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}

afterEach(async () => {
  cleanup();
  await quiet();
  upstream.reply(plain);
  servePageFrom(proxy.url);
});

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await upstream.close();
  await standIn.close();
});

const longWait = { timeout: 30_000 };
const longest = "Conversation.LongestWaitTime";

function queryOf({ body }: Received) {
  return bodySchema.parse(JSON.parse(body)).query;
}

/** What was asked of Twilio since a moment that only these figures ask for. */
function figureCalls(from = 0) {
  return upstream.received.slice(from).filter((one) => {
    if (one.body === "") return false;
    const { measures, dimensions } = queryOf(one);
    // The rows have the type of agent among their columns.
    return measures.includes(longest) || (dimensions.includes("AgentType") && !dimensions.includes("Id"));
  });
}

function Page({ folded }: { folded: boolean }) {
  const dashboard = useDashboard(account, metadata);
  const states = [...Object.values(dashboard.breakdowns.charts), dashboard.trend];
  const isThere = dashboard.rows.count > 0 && states.every(({ status }) => status === "ready");
  return (
    <>
      <KeyFigures of={dashboard} folded={folded} />
      <p>{isThere ? "Charts are there" : ""}</p>
    </>
  );
}

/** Draws the figures of a view, and says how much had been asked for before. */
function show(more = "", folded = false): number {
  const before = upstream.received.length;
  window.history.replaceState(null, "", `/?v=1&tz=UTC${more.includes("range=") ? "" : "&range=30d"}${more}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <Page folded={folded} />
      </MantineProvider>
    </QueryClientProvider>,
  );
  return before;
}

const figure = (name: string) => document.querySelector<HTMLElement>(`[data-figure=${name}]`);
const textOf = (name: string) => figure(name)?.textContent ?? "";
const names = () =>
  [...document.querySelectorAll<HTMLElement>("[data-figure]")].map(({ dataset }) => dataset["figure"]);

/** Asks as the page's own period is asked for. */
async function ask(query: object): Promise<Record<string, unknown>[]> {
  const answer = await fetch(`${proxy.url}/api/query?pageSize=1000`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  return pageSchema.parse(await answer.json()).items;
}

/** Until all that is compared has come. */
async function compared(): Promise<void> {
  await waitFor(() => {
    for (const name of ["conversations", "negative", "ai", "duration", "wait"])
      expect(figure(name)?.title, name).toMatch(/ vs /);
  }, longWait);
}

test("five figures come after rows and charts, by two calls for each period, one after another", async () => {
  const before = show();
  await screen.findByText("Charts are there", {}, longWait);
  expect(figureCalls(before)).toEqual([]);
  expect(names()).toEqual(["conversations", "negative", "ai", "duration", "wait"]);
  await compared();
  const calls = figureCalls(before).map(queryOf);
  expect(calls.map(({ measures, dimensions }) => [measures.length, dimensions])).toEqual([
    [2, []],
    [1, ["AgentType"]],
    [3, []],
    [1, ["OperatorResult.Value", "AgentType"]],
  ]);
  // Nothing else was asked for of a period before.
  expect(upstream.received.slice(-4).every((one) => figureCalls(before).includes(one))).toBe(true);
});

test("figures of the range before say so until those of the new one have come", async () => {
  show();
  await screen.findByText("Charts are there", {}, longWait);
  const former = () =>
    ["conversations", "negative"].map((name) => figure(name)?.querySelector("[data-updating]") !== null);
  await waitFor(() => expect(former()).toEqual([false, false]));
  const before = textOf("conversations");
  // The page goes on to another range, of which nothing comes.
  let go = (): void => undefined;
  const held = new Promise<void>((done) => {
    go = done;
  });
  upstream.reply(async (response, received) => {
    await held;
    return plain(response, received);
  });
  act(() => {
    window.history.pushState(null, "", "/?v=1&tz=UTC&range=90d");
    window.dispatchEvent(new PopStateEvent("popstate"));
  });
  await waitFor(() => expect(former()).toEqual([true, true]));
  go();
  await waitFor(() => expect(former()).toEqual([false, false]), longWait);
  expect(textOf("conversations")).not.toBe(before);
});

test("a measure is what Twilio says of the whole window, and its exact number is in the title", async () => {
  const before = show();
  await compared();
  const [whole, split] = figureCalls(before).map(queryOf);
  const [row] = await ask(whole ?? {});
  const seconds = Number(row?.[longest]);
  expect(figure("wait")?.title).toContain(`Exactly ${seconds.toLocaleString("en-US")} s.`);
  expect(textOf("wait")).toMatch(/Longest wait \d+ (h|m|s)/);
  const kinds = await ask(split ?? {});
  const countOf = (rows: typeof kinds) => rows.reduce((sum, one) => sum + Number(one["Conversation.Count"]), 0);
  const ai = countOf(kinds.filter((one) => String(one["AgentType"]) === "AI_AGENT"));
  expect(figure("ai")?.title).toContain(`${ai} of ${countOf(kinds)} conversations.`);
});

test("nothing is asked for while charts are folded, or while the rate limit holds", async () => {
  let before = show("", true);
  await screen.findByText("Charts are there", {}, longWait);
  await waitFor(() => expect(textOf("conversations")).toMatch(/\d/));
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(figureCalls(before)).toEqual([]);
  expect(names()).toEqual(["conversations", "negative"]);
  cleanup();
  before = show();
  await screen.findByText("Charts are there", {}, longWait);
  act(() => holdFor(3));
  await screen.findAllByText("Waiting for Twilio’s rate limit");
  expect(figureCalls(before)).toEqual([]);
  await compared();
  expect(figureCalls(before)).toHaveLength(4);
});

test("where Twilio fails, each figure keeps its place and says that it was not loaded", async () => {
  upstream.reply(async (response, received) => {
    const reply = received.body === "" ? plain : twilioError(500, { code: 20500, message: "Internal error" });
    await reply(response, received);
  });
  show("&in.AgentName=nobody");
  const all = ["conversations", "negative", "ai", "duration", "wait"];
  await waitFor(() => {
    for (const name of all) expect(textOf(name), name).toContain("Not loaded");
  }, longWait);
  expect(names()).toEqual(all);
});

test("a measure that the account refuses takes itself away alone", async () => {
  upstream.reply(async (response, received) => {
    const isRefused = received.body !== "" && queryOf(received).measures.includes(longest);
    const reply = isRefused ? twilioError(400, { code: 20001, message: `Unknown measure ${longest}` }) : plain;
    await reply(response, received);
  });
  // One of its own: it learns what the account refuses.
  const other = await startBefore({ ...standIn, url: upstream.url });
  servePageFrom(other.url);
  show();
  await waitFor(() => expect(textOf("duration")).toMatch(/\d/), longWait);
  await waitFor(() => expect(names()).toEqual(["conversations", "negative", "ai", "duration"]), longWait);
  await waitFor(() => expect(figure("ai")?.title).toMatch(/ vs /), longWait);
  cleanup();
  await other.close();
});

test("each is a button: it filters, sorts, or shows its card", async () => {
  show("&channel=voice");
  await compared();
  const user = userEvent.setup();
  const asked = () => new URLSearchParams(window.location.search);
  expect(textOf("negative")).toMatch(/^Negative share of Voice/);
  expect(textOf("ai")).toMatch(/^AI share of Voice/);
  const press = async (name: string) => {
    const button = figure(name);
    if (!(button instanceof HTMLButtonElement)) throw new Error(`${name} is no button`);
    await user.click(button);
  };
  const total = (name: string) => /of ([\d,]+) conversations/.exec(figure(name)?.title ?? "")?.[1];
  const ofAll = total("negative");
  await press("negative");
  expect(figure("negative")?.getAttribute("aria-pressed")).toBe("true");
  // It ignores its own filter.
  await waitFor(() => expect(total("negative")).toBe(ofAll));
  await press("negative");
  await compared();
  const ai = textOf("ai").replace(/(\+|-|±).*$/, "");
  await press("ai");
  await waitFor(() => expect(textOf("ai")).toContain(ai), longWait);
  expect(figure("ai")?.getAttribute("aria-pressed")).toBe("true");
  expect(figure("ai")?.title).toContain("Not compared while this filter is on.");
  await press("ai");
  await compared();
  await press("wait");
  expect(asked().get("sort")).toBe("WaitTime:desc");
  await waitFor(() => expect(figure("duration")).toBeInstanceOf(HTMLButtonElement), longWait);
  await press("duration");
  expect(asked().get("sort")).toBe("Duration:desc");
  await press("conversations");
  expect(asked().get("lens")).toBe("analysis");
});

test("a period before that is empty is no comparison, and says so", async () => {
  show("&range=360d");
  await waitFor(() => expect(textOf("wait")).toMatch(/No comparison/), longWait);
  for (const name of ["conversations", "negative", "ai", "duration", "wait"]) {
    expect(textOf(name)).toMatch(/No comparison$/);
    expect(figure(name)?.title).toContain("None in the previous 360 days, up to the same time.");
  }
});
