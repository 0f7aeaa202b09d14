import { MantineProvider } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { render, screen, waitFor, within } from "@testing-library/react";
import userEvent, { PointerEventsCheckLevel } from "@testing-library/user-event";
import { afterEach, expect, onTestFinished, test } from "vitest";
import { AccountScreen } from "../../../client/account/AccountScreen.tsx";
import { useAccountDialog } from "../../../client/account/use-account-dialog.ts";
import { accountQuery, metadataQuery } from "../../../client/api/account.ts";
import { useFreshAccount } from "../../../client/api/fresh-account.ts";
import { useProvenFields } from "../../../client/insights/count-proof.ts";
import { loadLanguage } from "../../../client/words/words.ts";
import { accountFields } from "../../../contract/account-fields.ts";
import { findFields } from "../../../contract/fields.ts";
import { type Metadata, metadataSchema } from "../../../contract/metadata.ts";
import { insightsQueryRequestSchema } from "../../../contract/query.ts";
import { type FakeUpstream, type Reply, startFakeUpstream } from "../../support/servers/fake-upstream.ts";
import { type ProxyOptions, startProxy } from "../../support/servers/proxy.ts";
import { json, twilioError } from "../../support/servers/replies.ts";
import { servePageFrom } from "../insights/pages-base.ts";
import { queries } from "../insights/queries.tsx";

/** An account whose names say nothing. */
const metadata: Metadata = {
  cubes: [
    {
      name: "facts",
      measures: [
        { name: "m_1", type: "number", aggregation: "countDistinct" },
        { name: "m_2", type: "number", aggregation: "avg" },
      ],
      dimensions: [
        { name: "dim_1", type: "string" },
        { name: "dim_2", type: "time" },
        { name: "dim_2.day", type: "time" },
        { name: "dim_3", type: "string" },
      ],
    },
  ],
};

/** It has so many conversations, which its only count may count wrongly, and some rows that are none. */
function account(counted: number, found: number, lost = 0): Reply {
  return (response, received) => {
    if (received.path.endsWith("/Metadata")) return json(metadata)(response, received);
    const { dimensions } = insightsQueryRequestSchema.parse(JSON.parse(received.body)).query;
    const rows = Array.from({ length: found }, (_, place) => ({ dim_1: `c${place}`, m_1: 1 }));
    const items = [...rows, ...Array.from({ length: lost }, () => null)];
    return json({ items: dimensions ? items : [{ m_1: counted }], meta: {} })(response, received);
  };
}

function Shown({ metadata }: { metadata: Metadata }) {
  const { data } = useQuery(accountQuery);
  const { opened, open, close } = useAccountDialog();
  useFreshAccount(data?.known);
  const found = data ? accountFields(metadata, data) : findFields(metadata);
  const { fields, proof } = useProvenFields(found, Date.UTC(2026, 10, 30));
  if (!data) return null;
  return (
    <>
      <button type="button" onClick={open}>
        Open
      </button>
      <AccountScreen {...{ account: data, metadata, fields, proof, zone: "UTC", opened }} onClose={close} />
    </>
  );
}

function Loaded() {
  const { data } = useQuery(metadataQuery);
  return data ? <Shown metadata={metadataSchema.parse(data)} /> : null;
}

async function show(reply: Reply = account(2, 2), options: ProxyOptions = {}) {
  const upstream: FakeUpstream = await startFakeUpstream();
  onTestFinished(() => upstream.close());
  upstream.reply(reply);
  const proxy = await startProxy(upstream.url, options);
  onTestFinished(() => proxy.close());
  servePageFrom(proxy.url);
  const { wrapper: Wrapper } = queries();
  render(
    <Wrapper>
      <MantineProvider env="test">
        <Loaded />
      </MantineProvider>
    </Wrapper>,
  );
  const user = userEvent.setup({ delay: null, pointerEventsCheck: PointerEventsCheckLevel.Never });
  await user.click(await screen.findByRole("button", { name: "Open" }));
  const dialog = await screen.findByRole("dialog");
  return { user, dialog, upstream, proxy };
}

afterEach(() => servePageFrom(undefined));

function lineOf(dialog: HTMLElement, role: string): HTMLElement {
  const line = within(dialog)
    .getAllByRole("listitem")
    .find((one) => one.textContent?.startsWith(role));
  if (!line) throw new Error(`There is no line of ${role}`);
  return line;
}

test("each role is told with its field and how it was found, and a guess is marked", async () => {
  const { dialog } = await show();
  expect(lineOf(dialog, "Created time").textContent).toContain("dim_2guessGuessed by its type");
  expect(lineOf(dialog, "Conversation ID").textContent).toContain("No field");
  expect(lineOf(dialog, "Conversation count").textContent).toContain("m_1guess");
});

test("a field that is chosen plays its role at once, can be undone, and comes with the line to copy", async () => {
  const { user, dialog, proxy } = await show();
  await user.click(within(dialog).getByRole("button", { name: "Choose field for Conversation ID" }));
  const box = await within(dialog).findByRole("combobox", { name: "Field for Conversation ID" });
  await user.type(box, "dim_1");
  await user.click(await within(dialog).findByRole("option", { name: "dim_1" }));
  await waitFor(() => expect(lineOf(dialog, "Conversation ID").textContent).toContain("dim_1Chosen here"));
  expect(within(dialog).getByText("FIELD_ID=dim_1")).toBeTruthy();
  expect((await (await fetch(`${proxy.url}/api/account`)).json()).chosen).toEqual({ id: "dim_1" });
  // With an id, the guessed count is held against the conversations of a day.
  await waitFor(() =>
    expect(lineOf(dialog, "Conversation count").textContent).toContain("it matches the conversations of a recent day"),
  );
  expect(lineOf(dialog, "Conversation count").textContent).not.toContain("guessG");

  await user.click(within(dialog).getByRole("button", { name: "Undo choice for Conversation ID" }));
  await waitFor(() => expect(lineOf(dialog, "Conversation ID").textContent).toContain("No field"));
  expect(within(dialog).queryByText("FIELD_ID=dim_1")).toBeNull();
});

test("a guessed count that does not match the conversations is dropped, and the reason said", async () => {
  const { dialog } = await show(account(5, 2), { fields: { id: "dim_1" } });
  await waitFor(() => {
    expect(lineOf(dialog, "Conversation count").textContent).toContain("No field");
    expect(lineOf(dialog, "Conversation count").textContent).toContain("so it isn’t used");
  });
});

test("a guessed count stays a guess where not every conversation of the day could be read", async () => {
  const { dialog, upstream } = await show(account(5, 2, 3), { fields: { id: "dim_1" } });
  // The ids of a day, an hour and five minutes, each the other way round as well.
  await waitFor(() => expect(upstream.received.filter(({ body }) => body.includes("dim_1"))).toHaveLength(6));
  expect(lineOf(dialog, "Conversation count").textContent).toContain("m_1guess");
});

test("the count offers measures alone, and “None” leaves a role out", async () => {
  const { user, dialog } = await show();
  await user.click(within(dialog).getByRole("button", { name: "Choose field for Conversation count" }));
  const names = (await within(dialog).findAllByRole("option")).map(({ textContent }) => textContent);
  expect(names).toEqual(["None", "m_1", "m_2"]);
  await user.click(within(dialog).getByRole("option", { name: "None" }));
  await waitFor(() => expect(lineOf(dialog, "Conversation count").textContent).toContain("No fieldChosen here"));
});

test("what the administrator named cannot be chosen", async () => {
  const { dialog } = await show(account(2, 2), { fields: { status: "dim_3" } });
  expect(lineOf(dialog, "Status").textContent).toContain("Named by your administrator in FIELD_STATUS");
  expect(within(dialog).queryByRole("button", { name: "Choose field for Status" })).toBeNull();
});

test("an answer that comes late does not close the next role’s list", async () => {
  const { user, dialog, upstream } = await show();
  await user.click(within(dialog).getByRole("button", { name: "Choose field for Conversation ID" }));
  const option = await within(dialog).findByRole("option", { name: "dim_1" });
  let answer = (): void => {};
  const isAsked = new Promise<void>((resolve) => {
    upstream.reply(async (response, received) => {
      resolve();
      await new Promise<void>((go) => {
        answer = go;
      });
      await account(2, 2)(response, received);
    });
  });
  await user.click(option);
  await isAsked;
  await user.click(within(dialog).getByRole("button", { name: "Choose field for Status" }));
  const box = await within(dialog).findByRole("combobox", { name: "Field for Status" });
  upstream.reply(account(2, 2));
  answer();
  await waitFor(() => expect(lineOf(dialog, "Conversation ID").textContent).toContain("dim_1Chosen here"));
  const chooser = within(dialog).getByRole("button", { name: "Choose field for Conversation ID" });
  await waitFor(() => expect(chooser.getAttribute("aria-disabled")).toBe("false"));
  expect(document.activeElement).toBe(box);
});

test("a choice that is refused leaves everything as it was and says why", async () => {
  const { user, dialog, upstream } = await show();
  await user.click(within(dialog).getByRole("button", { name: "Choose field for Status" }));
  const option = await within(dialog).findByRole("option", { name: "dim_3" });
  upstream.reply(twilioError(500));
  await user.click(option);
  expect((await within(dialog).findByRole("alert")).textContent).toContain("Couldn’t save the choice.");
  expect(lineOf(dialog, "Status").textContent).toContain("No field");
});

test("the report is copied as the server wrote it, or stands there where the page may not copy", async () => {
  const { user, dialog, proxy } = await show();
  const { report } = await (await fetch(`${proxy.url}/api/findings`)).json();
  await user.click(await within(dialog).findByRole("button", { name: "Copy report" }));
  await within(dialog).findByText("Copied");
  expect(await navigator.clipboard.readText()).toBe(report);
  Object.defineProperty(navigator, "clipboard", { value: undefined, configurable: true });
  await user.click(within(dialog).getByRole("button", { name: "Copy report" }));
  const byHand = await within(dialog).findByRole<HTMLTextAreaElement>("textbox", { name: "Copy this text" });
  expect(byHand.value).toBe(report);
});

test("the focus goes back to what opened it", async () => {
  const { user } = await show();
  await user.click(screen.getByRole("button", { name: "Close" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: "Open" }));
});

test("all of it is there in Spanish", async () => {
  await loadLanguage("es");
  onTestFinished(() => loadLanguage("en"));
  const { dialog } = await show();
  expect(within(dialog).getByRole("heading", { name: "Campos" })).toBeTruthy();
  expect(lineOf(dialog, "Hora de creación").textContent).toContain("Supuesto por su tipo");
});
