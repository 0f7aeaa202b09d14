import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { App } from "../../client/App.tsx";
import { freshnessMs } from "../../server/stand-in/options.ts";
import { startStandIn } from "../../server/stand-in/start.ts";
import { readTruth, type TrueConversation } from "../server/dialect/truth.ts";
import { startBefore } from "../support/servers/proxy.ts";
import { servePageFrom } from "./insights/pages-base.ts";
import { stubLayout } from "./table/table-page.tsx";

const longWait = { timeout: 75_000 };

beforeEach(stubLayout);
afterEach(() => servePageFrom(undefined));

/** Opens a link to an account of which nothing is known yet, and returns the conversations that it has. */
async function openFirst(dialect: readonly string[], address: string): Promise<readonly TrueConversation[]> {
  // The same seed and the same end give the same conversations, which are read of the account that speaks plainly. They
  // move with the clock: how many there are of a channel is not the same every day.
  const data = { conversations: 60, now: new Date(Date.now() - freshnessMs) };
  const plain = await startStandIn(data);
  onTestFinished(() => plain.close());
  const truth = await readTruth(plain);
  const standIn = await startStandIn({ ...data, dialect });
  onTestFinished(() => standIn.close());
  const proxy = await startBefore(standIn);
  onTestFinished(() => proxy.close());
  servePageFrom(proxy.url);
  window.history.replaceState(null, "", address);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  const { unmount } = render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <App />
      </MantineProvider>
    </QueryClientProvider>,
  );
  onTestFinished(unmount);
  return truth;
}

test.each(["arrays-objects", "arrays-json", "arrays-clickhouse", "arrays-comma"])(
  "the first visit to an account that is %s, by a link that filters its lists, finds every row",
  async (dialect) => {
    const truth = await openFirst([dialect], "/?v=1&range=100d&tz=America/New_York&channel=voice");
    const spoken = truth.filter(({ channel }) => channel.includes("voice")).length;
    expect(spoken).toBeGreaterThan(0);
    expect(spoken).toBeLessThan(truth.length);
    const foot = () => screen.getAllByRole("status").map(({ textContent }) => textContent);
    await waitFor(() => expect(foot()).toContain(`${spoken} conversations, all loaded`), longWait);
  },
);
