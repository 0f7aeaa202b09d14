import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, onTestFinished, test } from "vitest";
import { App } from "../../client/App.tsx";
import { startStandIn } from "../../server/stand-in/start.ts";
import { startBefore } from "../support/servers/proxy.ts";
import { servePageFrom } from "./insights/pages-base.ts";
import { stubLayout } from "./table/table-page.tsx";

const patience = { timeout: 75_000 };

beforeEach(stubLayout);
afterEach(() => servePageFrom(undefined));

/** Opens a link to an account of which nothing is known yet. */
async function openFirst(dialect: readonly string[], address: string): Promise<void> {
  const standIn = await startStandIn({ conversations: 60, dialect });
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
}

// Of the same seed, so that every account has the same conversations.
test.each(["arrays-objects", "arrays-json", "arrays-clickhouse", "arrays-comma"])(
  "the first visit to an account that is %s, by a link that filters its lists, finds every row",
  async (dialect) => {
    await openFirst([dialect], "/?v=1&range=100d&tz=America/New_York&channel=voice");
    const foot = () => screen.getAllByRole("status").map(({ textContent }) => textContent);
    await waitFor(() => expect(foot()).toContain("20 conversations, all loaded"), patience);
  },
);
