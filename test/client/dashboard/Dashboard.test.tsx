import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { App } from "../../../client/App.tsx";
import { pageSchema } from "../../../contract/page.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startBefore } from "../../support/servers/proxy.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { drawnRows, scrollToRow, stubLayout } from "../table/table-page.tsx";

const most = 20;
const conversations = 60;
let standIn: StandIn;
let upstream: FakeUpstream;
let proxy: RunningProxy;

/** The embedded account, which sends no more than some rows of a query that has ids, and gives no sign of more. */
const capped: Reply = async (response, { method, path, headers, body }) => {
  const asked = { method, headers: { authorization: headers.authorization ?? "", "content-type": "application/json" } };
  const answer = await fetch(`${standIn.url}${path}`, body ? { ...asked, body } : asked);
  const text = await answer.text();
  response.writeHead(answer.status, { "content-type": "application/json" });
  if (!body.includes('"Id"')) {
    // Rows are there before their count is: until then nobody knows whether they are all.
    if (body) await new Promise((resolve) => setTimeout(resolve, 200));
    return void response.end(text);
  }
  const page = pageSchema.parse(JSON.parse(text));
  response.end(JSON.stringify({ ...page, items: page.items.slice(0, most), meta: {} }));
};

beforeAll(async () => {
  standIn = await startStandIn({ conversations });
  upstream = await startFakeUpstream();
  upstream.reply(capped);
  proxy = await startBefore({ ...standIn, url: upstream.url });
  servePageFrom(proxy.url);
}, 60_000);

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await upstream.close();
  await standIn.close();
});

beforeEach(stubLayout);

function open(address: string): void {
  window.history.replaceState(null, "", address);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <App />
      </MantineProvider>
    </QueryClientProvider>,
  );
}

/** For what never comes: to draw every row of a list takes a busy machine long. */
const longWait = { timeout: 75_000 };
const foot = () => screen.getAllByRole("status").map(({ textContent }) => textContent ?? "");

test("rows that the account caps are all found in the usual order, and “all” is said of all of them alone", async () => {
  open("/?v=1&range=100d&tz=America/New_York");
  await waitFor(() => expect(drawnRows().length).toBeGreaterThan(5), longWait);
  const all = `${conversations} conversations, all loaded`;
  const said = new Set<string>();
  await waitFor(() => {
    for (const text of foot()) if (text.includes("all loaded")) said.add(text);
    scrollToRow(conversations - 5);
    expect(foot()).toContain(all);
  }, longWait);
  expect([...said].filter((text) => text !== all)).toEqual([]);
});

test("in another order they cannot be, and the foot has both numbers", async () => {
  open("/?v=1&range=100d&tz=America/New_York&sort=Status:asc");
  const short = `${most} of ${conversations}. Twilio returns no more. Choose a shorter time range to see the rest.`;
  await waitFor(() => expect(foot()).toContain(short), longWait);
});

test("a page that opened without a connection is asked for again by itself when there is one", async () => {
  servePageFrom("http://127.0.0.1:9");
  open("/?v=1&range=100d&tz=America/New_York");
  await screen.findByRole("button", { name: "Retry" });
  servePageFrom(proxy.url);
  window.dispatchEvent(new Event("online"));
  await waitFor(() => expect(drawnRows().length).toBeGreaterThan(5), longWait);
});
