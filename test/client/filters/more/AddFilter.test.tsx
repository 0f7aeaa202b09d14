import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { FilterBar } from "../../../../client/filters/FilterBar.tsx";
import { FilterChips } from "../../../../client/filters/FilterChips.tsx";
import { availableColumns } from "../../../../client/view/columns.ts";
import { defaultView, filterRoles, type View } from "../../../../client/view/view.ts";
import { findFields } from "../../../../contract/fields.ts";
import type { Row } from "../../../../contract/page.ts";
import { type InsightsQueryRequest, insightsQueryRequestSchema, isNotSet } from "../../../../contract/query.ts";
import { perCubeRole } from "../../../../contract/roles.ts";
import { classic } from "../../../contract/samples.ts";
import { page } from "../../../support/servers/replies.ts";
import { serveFakeUpstream } from "../../insights/pages-base.ts";
import { queries } from "../../insights/queries.tsx";
import { showFilters } from "../screen.tsx";
import { at, plainSpaces } from "../support.ts";

const field = "Conversation.ParticipantType";
const count = "Conversation.Count";
const rows = [
  { [field]: "customer", [count]: 90 },
  { [field]: "human_agent", [count]: 40 },
  { [field]: null, [count]: 3 },
];

const metadata = {
  ...classic,
  cubes: classic.cubes.map((cube) => ({
    ...cube,
    dimensions: [
      ...cube.dimensions,
      { name: "Conversation.HandleSeconds", type: "number" },
      { name: "Conversation.ClosedAt", type: "time" },
    ],
  })),
};
const fields = findFields(metadata);
/** What the table has in a test that says so. */
let loadedRows: Row[] = [];
const addable = {
  columns: availableColumns(metadata, fields),
  fields,
  pin: { id: 1, at: 0, window: { from: at("2026-11-01T00:00Z"), to: at("2026-11-08T00:00Z") } },
  loadedRows: () => loadedRows,
};

beforeEach(() => {
  loadedRows = [];
});

const facets = perCubeRole(() => ({ status: "loading" }) as const);

const server = serveFakeUpstream();

function bodies(): InsightsQueryRequest[] {
  return server.received.map(({ body }) => insightsQueryRequestSchema.parse(JSON.parse(body)));
}

function show(view: View) {
  const { wrapper: Wrapper } = queries();
  return showFilters(
    (now, onChange, editing) => (
      <Wrapper>
        <FilterBar
          view={now}
          onChange={onChange}
          facets={facets}
          missing={filterRoles}
          addable={addable}
          {...editing}
        />
        <FilterChips view={now} onChange={onChange} columns={addable.columns} {...editing} />
      </Wrapper>
    ),
    view,
  );
}

async function open(label: string, view: View = defaultView("Europe/Berlin")) {
  const shown = show(view);
  await shown.user.click(screen.getByRole("button", { name: "Add filter" }));
  await shown.user.click(await screen.findByRole("button", { name: new RegExp(`^${label}`) }));
  return shown;
}

const chips = () => screen.queryAllByRole("listitem").map((chip) => plainSpaces(chip.textContent));

test("Fields are searched by name and description; those with a filter of their own are not offered", async () => {
  server.reply(page([]));
  const { user } = show(defaultView("Europe/Berlin"));
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  const list = await screen.findByRole("list", { name: "Filter by another field" });
  expect(within(list).queryByRole("button", { name: /^Channel/ })).toBeNull();
  await user.type(screen.getByRole("searchbox", { name: "Search fields" }), "agent or customer");
  expect(within(list).getAllByRole("button")).toHaveLength(1);
  await user.type(screen.getByRole("searchbox"), "zz");
  expect(screen.getByRole("status").textContent).toBe("No field has this name");
});

test("A field that is picked is ready to be typed into", async () => {
  await open("Handle seconds");
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "At least" })));
});

test("Back among the fields the focus is on the one that was left, and stays in the search while fields are searched", async () => {
  server.reply(page(rows));
  const { user } = await open("Participant type");
  await user.click(screen.getByRole("button", { name: "All fields" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name: /^Participant type/ }));
  const search = screen.getByRole("searchbox", { name: "Search fields" });
  await user.type(search, "zz");
  expect(screen.queryByRole("button", { name: /^Participant type/ })).toBeNull();
  await user.clear(search);
  expect(screen.getByRole("button", { name: /^Participant type/ })).toBeTruthy();
  expect(document.activeElement).toBe(search);
});

test("A field's values are counted within the other filters, chosen and excluded, and have chips", async () => {
  server.reply(page(rows));
  const first: View = {
    ...defaultView("Europe/Berlin"),
    more: [{ kind: "values", field: "Conversation.AccountSid", values: ["AC1"], exclude: false }],
  };
  const { user, current } = await open("Participant type", first);
  await user.click(await screen.findByRole("checkbox", { name: "customer", description: "90 conversations" }));
  await user.click(screen.getByRole("button", { name: "Exclude human_agent" }));
  expect(current.view.more).toEqual([
    ...first.more,
    { kind: "values", field, values: ["customer"], exclude: false },
    { kind: "values", field, values: ["human_agent"], exclude: true },
  ]);
  expect(chips()).toContain("Participant type: customer");
  expect(chips()).toContain("Participant type: not human_agent");
  // Its own values change nothing of what is asked.
  expect(bodies()).toHaveLength(1);
  expect(bodies()[0]?.query).toMatchObject({ measures: [count], dimensions: [field] });
  expect(JSON.stringify(bodies()[0]?.query.filters)).toContain("AC1");
  await user.click(screen.getByRole("button", { name: "Remove Participant type: not human_agent" }));
  expect(current.view.more).toHaveLength(2);
});

test("When there are more values than are listed it says so, and a whole value that is typed is looked for", async () => {
  server.reply((response, received) => {
    const typed = received.body.includes("supervisor");
    return page(typed ? [{ [field]: "supervisor", [count]: 2 }] : rows, typed ? null : "more")(response, received);
  });
  const { user, current } = await open("Participant type");
  expect(await screen.findByText(/^Only the 2 most frequent values are listed/)).toBeTruthy();
  await user.type(screen.getByRole("searchbox"), "supervisor");
  await user.click(await screen.findByRole("checkbox", { name: "supervisor", description: "2 conversations" }));
  expect(current.view.more).toEqual([{ kind: "values", field, values: ["supervisor"], exclude: false }]);
});

test("A value that nothing has is told as such", async () => {
  server.reply((response, received) =>
    (received.body.includes("robot") ? page([]) : page(rows, "more"))(response, received),
  );
  const { user } = await open("Participant type");
  await user.type(await screen.findByRole("searchbox"), "robot");
  expect(await screen.findByText("No conversation of this view has “robot”")).toBeTruthy();
});

test("Numbers are filtered by a range, and what is no number is told", async () => {
  const { user, current } = await open("Handle seconds");
  await user.type(screen.getByRole("textbox", { name: "At least" }), "x");
  expect(screen.getByRole("status").textContent).toBe("Write a number as it is written here, such as 12 or 12,345.6.");
  await user.clear(screen.getByRole("textbox", { name: "At least" }));
  await user.type(screen.getByRole("textbox", { name: "At least" }), "30");
  await user.type(screen.getByRole("textbox", { name: "At most" }), "1,200.5");
  await user.click(screen.getByRole("button", { name: "Apply" }));
  expect(current.view.more).toEqual([{ kind: "range", field: "Conversation.HandleSeconds", from: "30", to: "1200.5" }]);
  expect(chips()).toEqual(["Handle seconds: 30 – 1,200.5"]);
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(server.received).toHaveLength(0);
});

test("Times are filtered by a range in the view's zone, the last day to its end", async () => {
  const { user, current } = await open("Closed at");
  await user.type(screen.getByLabelText("From day"), "2026-10-25");
  await user.type(screen.getByLabelText("To day"), "2026-10-25");
  await user.click(screen.getByRole("button", { name: "Apply" }));
  // The day on which Berlin sets its clocks back has 25 hours.
  expect(current.view.more).toEqual([
    {
      kind: "range",
      field: "Conversation.ClosedAt",
      from: "2026-10-24T22:00:00.000Z",
      to: "2026-10-25T22:59:59.999Z",
    },
  ]);
});

test("Values behind an empty page are found, and counts that are not whole are told", async () => {
  const combined = (...values: string[]) => ({ [field]: values, "Conversation.Count": 2 });
  server.reply(page([], "next"), page([combined("customer", "human_agent"), combined("customer")], "more"));
  await open("Participant type");
  expect(await screen.findByRole("checkbox", { name: "customer", description: "4 conversations" })).toBeTruthy();
  expect(screen.getByText(/a value may have more conversations than its count/)).toBeTruthy();
});

test("The chip of a range opens its ends, ready to be written anew", async () => {
  const more: View["more"] = [{ kind: "range", field: "Conversation.HandleSeconds", from: "30", to: undefined }];
  const { user, current } = show({ ...defaultView("Europe/Berlin"), more });
  screen.getByRole("button", { name: "Change Handle seconds: ≥ 30" }).focus();
  await user.keyboard("{Enter}");
  const from = await screen.findByRole("textbox", { name: "At least" });
  await waitFor(() => expect(document.activeElement).toBe(from));
  await user.clear(from);
  await user.keyboard("45{Enter}");
  expect(current.view.more).toEqual([{ ...more[0], from: "45" }]);
  await waitFor(() => expect(document.activeElement?.getAttribute("aria-label")).toBe("Change Handle seconds: ≥ 45"));
  await user.click(screen.getByRole("button", { name: "Add filter" }));
  expect(await screen.findByRole("list", { name: "Filter by another field" })).toBeTruthy();
});

test("The chip of a time opens its days", async () => {
  const more: View["more"] = [
    { kind: "range", field: "Conversation.ClosedAt", from: "2026-10-24T22:00:00.000Z", to: undefined },
  ];
  const { user } = show({ ...defaultView("Europe/Berlin"), more });
  await user.click(screen.getByRole("button", { name: /^Change Closed at/ }));
  const day = await screen.findByLabelText<HTMLInputElement>("From day");
  expect(day.value).toBe("2026-10-25");
  await waitFor(() => expect(document.activeElement).toBe(day));
});

test("The chip of a value opens the field’s values, which have the focus when they are there", async () => {
  server.reply(page(rows));
  const more: View["more"] = [{ kind: "values", field, values: ["customer"], exclude: false }];
  const { user } = show({ ...defaultView("Europe/Berlin"), more });
  await user.click(screen.getByRole("button", { name: "Change Participant type: customer" }));
  expect(await screen.findByRole<HTMLInputElement>("checkbox", { name: "customer", checked: true })).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole("searchbox")));
});

/** How an account counts: whether its NE keeps rows without a value, and how many of those it sends with the field. */
type Counting = { keepsNulls: boolean; sent?: number; more?: boolean };

/** Counts as such an account gives them, and as Earshot's server counts what is not set. */
function serveCounts({ keepsNulls, sent = 3, more = false }: Counting): void {
  server.reply((response, received) => {
    const { query } = insightsQueryRequestSchema.parse(JSON.parse(received.body));
    const own = (query.filters ?? []).flatMap(({ expressions }) => expressions).filter((leaf) => leaf.field === field);
    if (query.dimensions) return page(rows, more ? "more" : undefined)(response, received);
    if (own.some(isNotSet)) return page([{ [count]: sent }])(response, received);
    const has = (value: string | null) =>
      own.every(({ op, values = [] }) =>
        op === "NE"
          ? value === null
            ? keepsNulls
            : !values.includes(value)
          : value !== null && values.includes(value),
      );
    const found = rows.filter((row) => has(row[field] ?? null)).reduce((sum, row) => sum + row[count], 0);
    return page([{ [count]: found }])(response, received);
  });
}

test("“Not set” excludes every value where those with and without one add up to all", async () => {
  serveCounts({ keepsNulls: true });
  const { user, current } = await open("Participant type");
  await user.click(await screen.findByRole("checkbox", { name: "Not set", description: "3 conversations" }));
  expect(await screen.findByRole("checkbox", { name: "Not set", checked: true })).toBeTruthy();
  expect(current.view.more).toEqual([{ kind: "values", field, values: ["customer", "human_agent"], exclude: true }]);
  await user.click(screen.getByRole("checkbox", { name: "Not set" }));
  expect(current.view.more).toEqual([]);
});

test.each([
  ["excluding drops what has no value", { keepsNulls: false }],
  ["more values exist than are listed", { keepsNulls: true, more: true }],
])("“Not set” is a wish of its own where %s", async (_, counting) => {
  serveCounts(counting);
  const { user, current } = await open("Participant type");
  await user.click(await screen.findByRole("checkbox", { name: "Not set", description: "3 conversations" }));
  expect(await screen.findByRole("checkbox", { name: "Not set", checked: true })).toBeTruthy();
  expect(current.view.more).toEqual([{ kind: "notSet", field }]);
  expect(chips()).toEqual(["Participant type: Not set"]);
  await user.click(screen.getByRole("checkbox", { name: "customer" }));
  expect(current.view.more).toEqual([{ kind: "values", field, values: ["customer"], exclude: false }]);
  expect(screen.getByRole("checkbox", { name: "Not set", checked: false })).toBeTruthy();
});

test("“Not set” is refused with the figures where neither adds up to all", async () => {
  serveCounts({ keepsNulls: false, sent: 2 });
  const { user, current } = await open("Participant type");
  await user.click(await screen.findByRole("checkbox", { name: "Not set" }));
  expect((await screen.findByRole("alert")).textContent).toBe(
    "Twilio can’t be asked for missing values here. 130 conversations have a value and 2 can be found without one, but there are 133 in all.",
  );
  expect(screen.getByRole("checkbox", { name: "Not set", checked: false })).toBeTruthy();
  expect(current.view.more).toEqual([]);
});

test("A pasted list becomes that many values", async () => {
  server.reply(page(rows));
  const { user, current } = await open("Participant type");
  await user.click(await screen.findByRole("searchbox"));
  await user.paste("customer\nrobot, old\n");
  await user.click(screen.getByRole("button", { name: "Select all 2 pasted values" }));
  expect(current.view.more).toEqual([{ kind: "values", field, values: ["customer", "robot, old"], exclude: false }]);
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("");
  await user.paste("just one");
  expect(screen.getByRole<HTMLInputElement>("searchbox").value).toBe("just one");
  expect(screen.queryByRole("button", { name: /pasted/ })).toBeNull();
});

const agent = "Conversation.HandledBy";

test("Agent and customer go by their own words, and offer what the loaded rows have: their values are never counted", async () => {
  loadedRows = [{ [agent]: "Ben" }, { [agent]: ["Amara", "Ben"] }, { [agent]: null }];
  const { user, current } = await open("Agent");
  expect(await screen.findByText(/^From the 3 loaded rows only, which are counted here/)).toBeTruthy();
  expect(screen.getByRole("region", { name: "Agent filter" })).toBeTruthy();
  const lines = within(screen.getByRole("group", { name: "Agent" })).getAllByRole("checkbox");
  expect(lines[0]).toBe(screen.getByRole("checkbox", { name: "Ben", description: "2 conversations" }));
  await user.click(screen.getByRole("checkbox", { name: "Amara", description: "1 conversation" }));
  await user.click(screen.getByRole("button", { name: "Exclude Ben" }));
  expect(current.view.more).toEqual([
    { kind: "values", field: agent, values: ["Amara"], exclude: false },
    { kind: "values", field: agent, values: ["Ben"], exclude: true },
  ]);
  expect(chips()).toEqual(["Agent: Amara", "Agent: not Ben"]);
  expect(server.received).toEqual([]);
});

test("Whole values of the customer are pasted, or typed and looked for one by one, also where no loaded row has one", async () => {
  const customer = "Conversation.CallerId";
  server.reply(page([{ [customer]: "+1555", [count]: 4 }]));
  const { user, current } = await open("Customer");
  expect(await screen.findByText(/^No loaded row has a value of Customer. Type or paste whole values/)).toBeTruthy();
  const search = screen.getByRole("searchbox", { name: "Search or type a whole value" });
  await user.click(search);
  await user.paste("+1000\n+2000");
  await user.click(screen.getByRole("button", { name: "Select all 2 pasted values" }));
  expect(server.received).toEqual([]);
  await user.type(search, "+1555");
  await user.click(await screen.findByRole("checkbox", { name: "+1555", description: "4 conversations" }));
  expect(current.view.more).toEqual([
    { kind: "values", field: customer, values: ["+1000", "+2000", "+1555"], exclude: false },
  ]);
  // It is asked for alone.
  const [asked, ...others] = bodies();
  expect(others).toEqual([]);
  expect(JSON.stringify(asked?.query.filters)).toContain(
    JSON.stringify({ op: "IN", field: customer, values: ["+1555"] }),
  );
});

test("A duration is filtered between two numbers of its unit, and has no list of values", async () => {
  const { user, current } = await open("Duration");
  const region = screen.getByRole("region", { name: "Duration filter" });
  expect(within(region).getByText("Duration (ms)")).toBeTruthy();
  await user.type(await within(region).findByRole("textbox", { name: "At least" }), "60000");
  await user.click(within(region).getByRole("button", { name: "Apply" }));
  expect(current.view.more).toEqual([
    { kind: "range", field: "Conversation.DurationMs", from: "60000", to: undefined },
  ]);
  expect(chips()).toEqual(["Duration (ms): ≥ 60,000"]);
  expect(server.received).toEqual([]);
});
