import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Finder } from "../../../client/dashboard/Finder.tsx";
import { useDashboard } from "../../../client/dashboard/use-dashboard.ts";
import { usePageKeys } from "../../../client/table/keys/use-page-keys.ts";
import { useSelection } from "../../../client/table/select/use-selection.ts";
import { useStore } from "../../../client/ui/store.ts";
import { type Account, accountSchema } from "../../../contract/account.ts";
import { type Metadata, metadataSchema } from "../../../contract/metadata.ts";
import { pageSchema, type Row } from "../../../contract/page.ts";
import { callOf } from "../../../server/stand-in/detail/calls.ts";
import type { StandIn } from "../../../server/stand-in/options.ts";
import { startStandIn } from "../../../server/stand-in/start.ts";
import { type FakeUpstream, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type RunningProxy, startBefore } from "../../support/servers/proxy.ts";
import { servePageFrom } from "../insights/pages-base.ts";

const view = "v=1&range=7d&tz=UTC&column=DateCreated&column=Name&column=CustomerName&column=Channels";
let standIn: StandIn;
let upstream: FakeUpstream;
let proxy: RunningProxy;
let all: Row[];
let account: Account;
let metadata: Metadata;

beforeAll(async () => {
  standIn = await startStandIn({ conversations: 600 });
  upstream = await startFakeUpstream();
  upstream.reply(async (response, { method, path, headers, body }) => {
    const sent = {
      method,
      headers: { authorization: headers.authorization ?? "", "content-type": "application/json" },
    };
    const answer = await fetch(`${standIn.url}${path}`, body ? { ...sent, body } : sent);
    response.writeHead(answer.status, { "content-type": "application/json" }).end(await answer.text());
  });
  proxy = await startBefore({ ...standIn, url: upstream.url });
  servePageFrom(proxy.url);
  const order = [{ field: "DateCreated", direction: "DESC" }];
  const query = { dimensions: ["Id", "DateCreated", "Channels", "Name", "CustomerName"], orderBy: order };
  const answer = await fetch(`${proxy.url}/api/query?pageSize=1000`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ query }),
  });
  account = accountSchema.parse(await (await fetch(`${proxy.url}/api/account`)).json());
  metadata = metadataSchema.parse(await (await fetch(`${proxy.url}/api/metadata`)).json());
  all = pageSchema.parse(await answer.json()).items;
}, 60_000);

afterAll(async () => {
  servePageFrom(undefined);
  await proxy.close();
  await upstream.close();
  await standIn.close();
});

const longWait = { timeout: 30_000 };
const idOf = (row: Row | undefined) => String(row?.["Id"]);
/** One that the view's week does not have. */
const old = () => all.find((row) => Date.parse(String(row["DateCreated"])) < Date.now() - 40 * 86_400_000);
const parameter = (name: string) => new URLSearchParams(window.location.search).get(name);
const box = () => screen.findByRole("combobox", { name: /^Find an ID/ });
const options = () => screen.queryAllByRole("option").map(({ textContent }) => textContent ?? "");

/** What the box is over, without the table and the charts: they would take most of the time, and say nothing here. */
function Page() {
  const dashboard = useDashboard(account, metadata);
  const { ids } = useStore(useSelection(dashboard.view));
  usePageKeys();
  const isThere = dashboard.rows.count > 0 && dashboard.breakdowns.facets.channel.status === "ready";
  const charts = { folded: false, onFold: () => undefined, more: false, onMore: () => undefined };
  const words = { range: "", filters: [] };
  return (
    <>
      <Finder {...{ dashboard, words, charts }} openAccount={() => undefined} />
      <p>{isThere ? `All is there, ${ids.size} selected` : ""}</p>
    </>
  );
}

/** Draws the page with a view and opens the box. */
async function show(more = "") {
  window.history.replaceState(null, "", `/?${view}${more}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: "always" } } });
  render(
    <QueryClientProvider client={client}>
      <MantineProvider env="test">
        <Page />
      </MantineProvider>
    </QueryClientProvider>,
  );
  await screen.findByText(/^All is there/, {}, longWait);
  const user = userEvent.setup();
  await user.keyboard("/");
  const input = await box();
  await waitFor(() => expect(document.activeElement).toBe(input));
  const before = upstream.received.length;
  const asked = () => upstream.received.slice(before).map(({ path }) => path);
  return { user, input, asked };
}

async function paste(user: ReturnType<typeof userEvent.setup>, text: string): Promise<void> {
  await user.paste(text);
}

test("Escape closes the box and gives the focus back; Ctrl+K opens it, too", async () => {
  const { user } = await show();
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("combobox", { name: /^Find/ })).toBeNull();
  expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Find an ID/ }));
  await user.keyboard("{Control>}k{/Control}");
  await box();
});

test("a counted value is found without a call, and Enter shows it, Shift and Enter adds it", async () => {
  const { user, input, asked } = await show();
  await user.type(input, "voi");
  await waitFor(() => expect(options()[0]).toMatch(/^Voice[\d,]+ matching · Channel/));
  expect(within(screen.getAllByRole("option")[0] as HTMLElement).getByText("Voi").tagName).toBe("MARK");
  expect(asked()).toEqual([]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(parameter("channel")).toBe("voice"));
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await box(), "chat{Shift>}{Enter}{/Shift}");
  await waitFor(() => expect(new URLSearchParams(window.location.search).getAll("channel")).toEqual(["voice", "chat"]));
});

test("loaded rows are found by the text of any cell, and keys that end a composition do nothing", async () => {
  const { user, input, asked } = await show();
  const [first] = all;
  await user.type(input, String(first?.["Name"]).toUpperCase());
  await waitFor(() => expect(options()[0]).toContain(String(first?.["Name"])));
  expect(screen.getByText(/^In the \d+ loaded rows/)).toBeDefined();
  fireEvent.keyDown(input, { key: "Enter", isComposing: true });
  fireEvent.keyDown(input, { key: "ArrowDown", keyCode: 229 });
  expect(parameter("open")).toBeNull();
  expect(asked()).toEqual([]);
  await user.keyboard("{Enter}");
  await waitFor(() => expect(parameter("open")).toBe(idOf(first)));
});

test("an id of another month says where it is, by one call, and goes to its day or opens here", async () => {
  const { user, asked } = await show();
  const row = old();
  await paste(user, ` "${idOf(row)}",`);
  expect(options()[0]).toContain(idOf(row).slice(-6));
  await screen.findByText(/Not in this view: outside your dates/, {}, longWait);
  expect(options()[0]).toContain(String(row?.["Name"]));
  expect(asked()).toHaveLength(1);
  await user.keyboard("{ArrowDown}{Enter}");
  await waitFor(() => expect(parameter("open")).toBe(idOf(row)));
  const day = String(row?.["DateCreated"]).slice(0, 10);
  expect(parameter("range")).toBe(`${day}..${day}`);
});

test("an id that the filters leave out says so by two calls; one that is nowhere says that", async () => {
  const { user, input, asked } = await show("&channel=voice");
  const row = all.find((one) => !String(one["Channels"]).includes("voice"));
  await paste(user, idOf(row));
  await screen.findByText(/outside your filters/, {}, longWait);
  expect(asked()).toHaveLength(2);
  await user.clear(input);
  await paste(user, "conv_conversation_01k0nobody000000000000000x");
  await screen.findByText("Not in this account, or older than Twilio keeps", {}, longWait);
  expect(asked()).toHaveLength(3);
});

test("an id that is taken back at once is not asked for", async () => {
  const { user, input, asked } = await show();
  await paste(user, idOf(old()));
  await user.clear(input);
  await paste(user, `CA${"0".repeat(32)}`);
  await user.clear(input);
  await new Promise((done) => setTimeout(done, 600));
  expect(asked()).toEqual([]);
});

test("a call's SID opens its conversation, also when Enter comes before the answer", async () => {
  const { input, asked } = await show();
  const row = all.find((one) => String(one["Channels"]).includes("voice"));
  // In one go: nothing is answered between two keys that nobody waits between.
  fireEvent.change(input, { target: { value: callOf(idOf(row)).toUpperCase() } });
  fireEvent.keyDown(input, { key: "Enter" });
  await screen.findByText("The first one opens as soon as Twilio answers.");
  await waitFor(() => expect(parameter("open")).toBe(idOf(row)), longWait);
  expect(asked()[0]).toMatch(/^\/v3\/Conversations\?channelId=CA/);
});

test("several ids are checked by one query, and become a selection over all their days", async () => {
  const { user, asked } = await show();
  const ids = [idOf(all[0]), idOf(all[3]), idOf(old())];
  await paste(user, `ID\n${ids.join("\n")}\nconv_conversation_01k0nobody000000000000000x\n`);
  await screen.findByText("Select all 3 conversations", {}, longWait);
  expect(screen.getByText(/^conv…00000x isn’t in this account/)).toBeDefined();
  expect(screen.getByText("Not an ID: “ID”.")).toBeDefined();
  expect(options()[0]).toContain("3 of 4 found");
  expect(options()[1]).toBe("Select the 2 in this view");
  expect(asked()).toHaveLength(1);
  await user.keyboard("{Enter}");
  await screen.findByText("All is there, 3 selected", {}, longWait);
  expect(parameter("range")).toMatch(/^\d{4}-\d{2}-\d{2}\.\.\d{4}-\d{2}-\d{2}$/);
});

test("a name that is nowhere is asked of Twilio as a filter; a telephone number cannot be", async () => {
  const { user, input } = await show();
  await user.type(input, "+1 202 555 0100");
  await screen.findByText("Twilio can’t search by telephone number.");
  expect(options()).toEqual([]);
  await user.clear(input);
  await user.type(input, "Xavier Nobody");
  await screen.findByText(/^No results for “Xavier Nobody”/);
  const customer = screen.getAllByRole("option").find(({ textContent }) => textContent?.endsWith("Customer"));
  await user.click(customer as HTMLElement);
  await waitFor(() => expect(parameter("in.CustomerName")).toBe("Xavier Nobody"));
});

test("an action is done: the theme, and an export in a format", async () => {
  const { user, input } = await show();
  await user.type(input, "dark{Enter}");
  await waitFor(() => expect(document.documentElement.dataset["mantineColorScheme"]).toBe("dark"));
  await user.keyboard("{Control>}k{/Control}");
  await user.type(await box(), "parquet{Enter}");
  const dialog = await screen.findByRole("dialog", { name: "Export view" }, longWait);
  expect(within(dialog).getByRole("radio", { name: "Parquet" })).toHaveProperty("checked", true);
});
