import { screen } from "@testing-library/react";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { FilterBar } from "../../../client/filters/FilterBar.tsx";
import { availableColumns } from "../../../client/view/columns.ts";
import { tableRequest } from "../../../client/view/compile.ts";
import { formatView, parseView } from "../../../client/view/url.ts";
import { defaultView, type View } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import { perCubeRole } from "../../../contract/roles.ts";
import { type Account, createAccount } from "../../../server/stand-in/account.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { serve } from "../../../server/stand-in/start.ts";
import { isRefusal, readAll } from "../../server/dialect/asking.ts";
import { type RunningProxy, startBefore } from "../../support/servers/proxy.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";
import { showFilters } from "./screen.tsx";
import { breakdown, entry, ready } from "./support.ts";

const now = new Date("2026-11-20T12:00:00Z");
const window = { from: Date.parse("2026-08-20T00:00Z"), to: now.getTime() };
const pin = { id: 1, at: now.getTime(), window };
let account: Account;
let opened: { standIn: StandIn; proxy: RunningProxy } | undefined;

beforeAll(async () => {
  account = await createAccount({ conversations: 600, seed: 5, now });
});
afterAll(() => account.close());
afterEach(async () => {
  servePageFrom(undefined);
  await opened?.proxy.close();
  await opened?.standIn.close();
});

/** The filters of a screen before an embedded account, and the list that they lead to. */
async function show(...dialect: string[]) {
  const standIn = await serve(account, { conversations: 0, now, dialect });
  const proxy = await startBefore(standIn);
  opened = { standIn, proxy };
  servePageFrom(proxy.url);
  const metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
  const fields = findFields(metadata);
  const columns = availableColumns(metadata, fields);
  const list = async (view: View): Promise<readonly Row[]> => {
    const answer = await readAll(proxy.url, tableRequest(view, fields, columns, window), 100);
    return isRefusal(answer) ? expect.fail(answer.refused) : answer.rows;
  };
  const field = fields.roles.sentiment?.field ?? expect.fail("no sentiment");
  const rows = await list(defaultView("UTC"));
  const cells = rows.flatMap((row) => (row[field] === null ? [] : [String(row[field])]));
  const values = [...new Set(cells)];
  const due = rows.filter((row) => row[field] === null);
  const entries = values.map((value) => entry(cells.filter((cell) => cell === value).length, value));
  const facets = {
    ...perCubeRole(() => ({ status: "loading" }) as const),
    sentiment: ready(breakdown("sentiment", entries, due.length)),
  };
  const { wrapper: Wrapper } = queries();
  const shown = showFilters(
    (view, onChange, editing) => (
      <Wrapper>
        <FilterBar
          view={view}
          onChange={onChange}
          facets={facets}
          missing={[]}
          addable={{ columns, fields, pin, loadedRows: () => [] }}
          {...editing}
        />
      </Wrapper>
    ),
    defaultView("UTC"),
  );
  await shown.user.click(screen.getByRole("button", { name: /^Sentiment/ }));
  return { ...shown, list, due, values };
}

test.each([
  ["drops what has no value", [], false],
  ["keeps what has no value", ["ne-takes-nulls"], true],
  ["is refused", ["ne-refused"], true],
])("“Not set” finds the very rows without a value where NE %s", async (_, dialect, isByValues) => {
  const { user, current, list, due, values } = await show(...dialect);
  expect(due.length).toBeGreaterThan(5);
  const description = `${due.length} conversations`;
  await user.click(await screen.findByRole("checkbox", { name: "Not set", description }));
  expect(await screen.findByRole("checkbox", { name: "Not set", description, checked: true })).toBeTruthy();
  expect(current.view.notSet).toEqual(isByValues ? [] : ["sentiment"]);
  expect(current.view.excluded.sentiment.toSorted()).toEqual(isByValues ? values.toSorted() : []);
  expect(await list(current.view)).toEqual(due);
  expect(screen.getByRole("button", { name: isByValues ? /^Sentiment: not / : "Sentiment: Not set" })).toBeTruthy();

  // The link leads to the same list.
  const { view, notes } = parseView(formatView(current.view, "UTC"), "UTC");
  expect([view, notes]).toEqual([current.view, []]);
  await user.click(screen.getByRole("button", { name: "Clear Sentiment" }));
  expect(current.view).toEqual(defaultView("UTC"));
});
