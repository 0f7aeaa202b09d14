import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { filterGroups, readMembers } from "../../../client/insights/cube.ts";
import { withExcluded, withMore, withNotSet } from "../../../client/view/choose.ts";
import { availableColumns, measureColumns, shownColumns, type ViewColumn } from "../../../client/view/columns.ts";
import {
  conditionLeaves,
  conversationRequests,
  countRequest,
  type FilterScope,
  tableRequest,
} from "../../../client/view/compile.ts";
import { defaultView, type FilterRole, filterRoles, type View } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import type { Row } from "../../../contract/page.ts";
import {
  type FilterLeaf,
  type InsightsQueryRequest,
  insightsQueryRequestSchema,
  isNotSet,
} from "../../../contract/query.ts";
import { classic, cube, layered, metadata, reference, without } from "../../contract/samples.ts";
import { anyView } from "./views.ts";

const window = { from: Date.parse("2026-11-01T00:00:00Z"), to: Date.parse("2026-11-08T00:00:00Z") };
const home = "Europe/Berlin";

const anyMetadata = fc.constantFrom(reference, classic, layered);

function leavesOf({ query }: InsightsQueryRequest): FilterLeaf[] {
  return (query.filters ?? []).flatMap(({ expressions }) => expressions);
}

function tableOf(view: View, metadata: Metadata): InsightsQueryRequest {
  const fields = findFields(metadata);
  return tableRequest(view, fields, shownColumns(view, availableColumns(metadata, fields), fields), window);
}

const time = ["2026-10-31T23:59:59.999Z", "2026-11-08T00:00:00.000Z"];

describe("every request of a view", () => {
  const anyScope = fc.oneof(
    fc.constantFrom<FilterScope>({ kind: "none" }, { kind: "all" }),
    fc.constantFrom(...filterRoles).map((role): FilterScope => ({ kind: "except", role })),
  );
  const anyRequest = fc.tuple(anyView, anyMetadata, anyScope).map(([view, metadata, scope]) => {
    const fields = findFields(metadata);
    return [tableOf(view, metadata), countRequest(view, fields, window, ["X"], scope)];
  });

  test("is one that the contract takes", () => {
    fc.assert(
      fc.property(anyRequest, (requests) => {
        for (const request of requests) expect(insightsQueryRequestSchema.parse(request)).toEqual(request);
      }),
    );
  });

  test("holds its filters in one AND group, no leaf twice, and the window as one GT and one LT", () => {
    fc.assert(
      fc.property(anyRequest, (requests) => {
        for (const request of requests) {
          expect(request.query.filters).toHaveLength(1);
          expect(request.query.filters?.[0]?.op).toBe("AND");
          const leaves = leavesOf(request);
          expect(new Set(leaves.map((leaf) => JSON.stringify(leaf))).size).toBe(leaves.length);
          const ofWindow = leaves.slice(0, 2).map(({ op, values }) => [op, values]);
          expect(ofWindow).toEqual([
            ["GT", [time[0]]],
            ["LT", [time[1]]],
          ]);
          expect(leaves.every((leaf) => leaf.op === "IN" || isNotSet(leaf) || leaf.values?.length === 1)).toBe(true);
        }
      }),
    );
  });

  test("is ordered by every dimension, so that no two of its rows can change places between pages", () => {
    fc.assert(
      fc.property(anyRequest, (requests) => {
        for (const { query } of requests) {
          const order = (query.orderBy ?? []).map(({ field }) => field);
          expect(new Set(order).size).toBe(order.length);
          expect(order).toEqual(expect.arrayContaining(query.dimensions ?? []));
        }
      }),
    );
  });

  test("is asked in UTC, but for days and longer in the view's zone, and hours that are not those of UTC", () => {
    const zoneOf = (zone: string, ...dimensions: string[]) =>
      countRequest({ ...defaultView(home), zone }, findFields(reference), window, dimensions, { kind: "all" });
    const asked = (zone: string, ...dimensions: string[]) => zoneOf(zone, ...dimensions).properties?.timezone;
    expect(zoneOf(home)).toMatchObject({ domain: "Conversations", properties: { timezone: "UTC" } });
    expect(asked("Asia/Kathmandu")).toBe("UTC");
    expect(asked("America/New_York", "T.hour", "S")).toBe("UTC");
    expect(asked("Asia/Kathmandu", "T.hour")).toBe("Asia/Kathmandu");
    expect(["day", "week", "month"].map((grain) => asked(home, "S", `T.${grain}`))).toEqual([home, home, home]);
    expect(tableOf(defaultView("America/New_York"), reference).properties).toEqual({ timezone: "UTC" });
    expect(tableOf(defaultView("America/New_York"), classic).properties).toEqual({ timezone: "UTC" });
    const byDay = metadata(cube("C", ["Count"], ["Id", ["DateCreated.day", "time"]]));
    expect(tableOf(defaultView("America/New_York"), byDay).properties).toEqual({ timezone: "America/New_York" });
  });
});

describe("the table's request", () => {
  test("of the bare view is the usual columns of the last days, newest first", () => {
    expect(tableOf(defaultView(home), reference)).toEqual({
      domain: "Conversations",
      properties: { timezone: "UTC" },
      query: {
        dimensions: [
          "Id",
          "DateCreated",
          "AgentName",
          "Channels",
          "CustomerName",
          "Duration",
          "Languages",
          "OperatorResult.Value",
          "Status",
        ],
        filters: [
          {
            op: "AND",
            expressions: [
              { op: "GT", field: "DateCreated", values: [time[0]] },
              { op: "LT", field: "DateCreated", values: [time[1]] },
            ],
          },
        ],
        orderBy: [
          { field: "DateCreated", direction: "DESC" },
          { field: "Id", direction: "ASC" },
          { field: "AgentName", direction: "ASC" },
          { field: "Channels", direction: "ASC" },
          { field: "CustomerName", direction: "ASC" },
          { field: "Duration", direction: "ASC" },
          { field: "Languages", direction: "ASC" },
          { field: "OperatorResult.Value", direction: "ASC" },
          { field: "Status", direction: "ASC" },
        ],
      },
    });
  });

  test("always selects the id and the time, each field once, and orders by selected fields alone, first by the sort, the time and the id", () => {
    const columnsOf = (metadata: Metadata) =>
      fc.subarray(
        availableColumns(metadata, findFields(metadata)).map(({ field }) => field),
        { minLength: 1 },
      );
    const sorted = anyMetadata.chain((metadata) =>
      fc.record({
        metadata: fc.constant(metadata),
        view: anyView,
        columns: columnsOf(metadata),
        sort: fc.option(
          fc.record({
            field: columnsOf(metadata).map(([first = ""]) => first),
            direction: fc.constantFrom("ASC", "DESC"),
          }),
          { nil: undefined },
        ),
      }),
    );
    fc.assert(
      fc.property(sorted, ({ metadata, view, columns, sort }) => {
        const { id, time: created } = findFields(metadata).roles;
        const { dimensions = [], orderBy = [] } = tableOf({ ...view, columns, sort }, metadata).query;
        expect(new Set(dimensions).size).toBe(dimensions.length);
        expect(dimensions).toEqual(expect.arrayContaining([id?.field, created?.shown, ...columns]));
        const order = orderBy.map(({ field }) => field);
        expect(new Set(order).size).toBe(order.length);
        expect(dimensions).toEqual(expect.arrayContaining(order));
        expect(order).toContain(id?.field);
        if (sort) expect(orderBy[0]).toEqual(sort);
        const first = [sort?.field, created?.shown, id?.field].filter((field) => field !== undefined);
        expect(order.slice(0, new Set(first).size)).toEqual([...new Set(first)]);
      }),
    );
  });

  test("is ordered also where the account has no time, and has no order it cannot ask for", () => {
    const noTime = tableOf(defaultView(home), without(reference, "DateCreated"));
    expect(noTime.query.orderBy?.[0]).toEqual({ field: "Id", direction: "ASC" });
    expect(noTime.query).not.toHaveProperty("filters");
    const noId = tableOf(defaultView(home), without(reference, "Id"));
    expect(noId.query.orderBy?.[0]).toEqual({ field: "DateCreated", direction: "DESC" });
    const neither = tableOf(defaultView(home), without(reference, "Id", "DateCreated")).query;
    expect(neither.orderBy?.map(({ field }) => field)).toEqual(neither.dimensions);
  });

  test("filters by the plain time where it shows the hour", () => {
    const { query } = tableOf(defaultView(home), classic);
    expect(query.dimensions).toContain("Conversation.CreatedDate.hour");
    expect(new Set(leavesOf({ query }).map(({ field }) => field))).toEqual(new Set(["Conversation.CreatedDate"]));
    expect(query.orderBy?.[0]).toEqual({ field: "Conversation.CreatedDate.hour", direction: "DESC" });
  });

  test("carries sentiment's condition once where sentiment is filtered, shown or sorted by, and only there", () => {
    const condition = { op: "IN", field: "OperatorResult.OperatorName", values: ["Sentiment"] };
    const count = (view: View) =>
      leavesOf(tableOf(view, classic)).filter((leaf) => JSON.stringify(leaf) === JSON.stringify(condition)).length;
    const bare = defaultView(home);
    const filtered: View = { ...bare, chosen: { ...bare.chosen, sentiment: ["positive"] } };
    const shown: View = { ...bare, columns: ["OperatorResult.Value"] };
    const sorted: View = { ...bare, sort: { field: "OperatorResult.Value", direction: "ASC" } };
    expect([bare, filtered, shown, sorted, { ...filtered, ...shown }].map(count)).toEqual([0, 1, 1, 1, 1]);
  });

  test("carries the condition that a person named for any other role, where its column is shown", () => {
    const given = metadata(cube("Conversation", ["Count"], ["Id", "Medium", "MediumKind"]));
    const fields = findFields(given, { channel: "Medium | MediumKind = main" });
    const columns = availableColumns(given, fields);
    const asked = (names: readonly string[]) =>
      leavesOf(
        tableRequest(
          defaultView(home),
          fields,
          columns.filter(({ field }) => names.includes(field)),
          window,
        ),
      );
    expect(asked(["Id", "Medium"])).toEqual([{ op: "IN", field: "MediumKind", values: ["main"] }]);
    expect(asked(["Id"])).toEqual([]);
  });
});

describe("a count's request", () => {
  const view: View = {
    ...defaultView(home),
    chosen: { channel: ["voice", "sms"], language: ["en"], sentiment: ["positive"], status: [] },
  };
  const fields = findFields(classic);
  const inFields = (scope: FilterScope) =>
    leavesOf(countRequest(view, fields, window, [], scope))
      .filter(({ op }) => op === "IN")
      .map(({ field, values }) => [field, values]);
  const channel = ["Conversation.Channel", ["voice", "sms"]];
  const language = ["Conversation.Language", ["en"]];
  const sentiment = [
    ["OperatorResult.Value", ["positive"]],
    ["OperatorResult.OperatorName", ["Sentiment"]],
  ];

  test("takes none of the filters, all of them, or all but one", () => {
    expect(inFields({ kind: "none" })).toEqual([]);
    expect(inFields({ kind: "all" })).toEqual([channel, language, ...sentiment]);
    expect(inFields({ kind: "except", role: "channel" })).toEqual([language, ...sentiment]);
    expect(inFields({ kind: "except", role: "sentiment" })).toEqual([channel, language]);
    expect(inFields({ kind: "except", role: "status" })).toEqual([channel, language, ...sentiment]);
  });

  test("leaves out what is excluded or filtered by another field also from the small cube", () => {
    const narrowed = withMore(
      withMore(withExcluded(defaultView(home), "channel", ["voice", "sms"]), {
        kind: "range",
        field: "Wait",
        from: "10",
        to: undefined,
      }),
      { kind: "values", field: "Agent", values: ["Ada", "Bo"], exclude: false },
    );
    const expected: FilterLeaf[] = [
      { op: "NE", field: "Conversation.Channel", values: ["voice"] },
      { op: "NE", field: "Conversation.Channel", values: ["sms"] },
      { op: "GT", field: "Wait", values: ["9"] },
      { op: "IN", field: "Agent", values: ["Ada", "Bo"] },
    ];
    const of = (scope: FilterScope) => leavesOf(countRequest(narrowed, fields, window, [], scope)).slice(2);
    expect(of({ kind: "none" })).toEqual(expected);
    expect(of({ kind: "all" })).toEqual(expected);
    expect(of({ kind: "except", role: "channel" })).toEqual(expected.slice(2));
  });

  test("asks for what is not set by its mark, also from the small cube", () => {
    const unset = withMore(withNotSet(withNotSet(defaultView(home), "channel"), "sentiment"), {
      kind: "notSet",
      field: "Agent",
    });
    const of = (scope: FilterScope) => leavesOf(countRequest(unset, fields, window, [], scope)).slice(2);
    const expected = [
      { op: "EQ", field: "Conversation.Channel", values: [] },
      { op: "EQ", field: fields.roles.sentiment?.field, values: [] },
      ...conditionLeaves(fields.roles.sentiment),
      { op: "EQ", field: "Agent", values: [] },
    ];
    expect(of({ kind: "none" })).toEqual(expected);
    expect(of({ kind: "except", role: "channel" })).toEqual(expected.slice(1));
  });

  test("has the measure, no order, and no empty list of dimensions", () => {
    const { query } = countRequest(view, fields, window, [], { kind: "none" });
    expect(query.measures).toEqual(["Conversation.Count"]);
    expect(query).not.toHaveProperty("dimensions");
    expect(query).not.toHaveProperty("orderBy");
    expect(countRequest(view, fields, window, ["A"], { kind: "none" }).query.dimensions).toEqual(["A"]);
  });

  test("takes further leaves, each once", () => {
    const more: FilterLeaf = { op: "IN", field: "OperatorResult.OperatorName", values: ["Sentiment"] };
    const leaves = leavesOf(countRequest(view, fields, window, [], { kind: "all" }, [more]));
    expect(leaves.filter(({ field }) => field === more.field)).toEqual([more]);
  });

  test("skips a choice for a role that the account has not", () => {
    const poor = findFields(without(classic, "Conversation.Channel"));
    const leaves = leavesOf(countRequest(view, poor, window, [], { kind: "all" }));
    expect(leaves.flatMap(({ values = [] }) => values)).not.toContain("voice");
  });
});

describe("the small cube in the browser and the filters sent upstream", () => {
  const values = ["voice", "VOICE", "sms", "en", "positive"];
  const cell = fc.oneof(
    fc.constantFrom(...values, null, undefined, ""),
    fc.subarray(values),
    fc.array(fc.constantFrom(...values, null), { maxLength: 3 }),
  );
  const chosenValues = fc.subarray(values, { maxLength: 2 });
  const roleFields: Record<FilterRole, string> = {
    channel: "Channels",
    language: "Languages",
    sentiment: "OperatorResult.Value",
    status: "Status",
  };
  const anyRow: fc.Arbitrary<Row> = fc.record(
    Object.fromEntries(Object.values(roleFields).map((field) => [field, cell])),
  );

  /** What IN means: a cell that is, or an array that has, one of the values. */
  function holds({ field, values: wanted = [] }: FilterLeaf, row: Row): boolean {
    const has = row[field];
    const members: unknown[] = Array.isArray(has) ? has : [has];
    return members.some((one) => typeof one === "string" && wanted.includes(one));
  }

  test("choose the same conversations", () => {
    const fields = findFields(reference);
    const anyChosen = fc.record({
      channel: chosenValues,
      language: chosenValues,
      sentiment: chosenValues,
      status: chosenValues,
    });
    const anyExcept = fc.option(fc.constantFrom(...filterRoles), { nil: undefined });
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 20 }), anyChosen, anyExcept, (rows, chosen, except) => {
        const scope: FilterScope = except ? { kind: "except", role: except } : { kind: "all" };
        const request = countRequest({ ...defaultView(home), chosen }, fields, window, [], scope);
        const leaves = leavesOf(request).filter(({ op }) => op === "IN");
        const upstream = rows.filter((row) => leaves.every((leaf) => holds(leaf, row)));
        const groups = rows.map((row) => ({ row, count: 1, members: readMembers(row, fields.roles) }));
        const kept = new Set(filterGroups(groups, chosen, except).map(({ members }) => members));
        expect(groups.filter(({ members }) => kept.has(members)).map(({ row }) => row)).toEqual(upstream);
      }),
    );
  });
});

describe("columns that a colleague's link asks for", () => {
  test("are asked for in the table beside the id and the time", () => {
    const column = (field: string): ViewColumn => ({ field, label: field, kind: "text", sortable: true });
    const asked = (names: string[]) =>
      tableRequest(defaultView(home), findFields(reference), names.map(column), window).query.dimensions;
    expect(asked(["B", "A"])).toEqual(["Id", "DateCreated", "A", "B"]);
    // A column that is moved asks for the same rows.
    expect(asked(["A", "B"])).toEqual(asked(["B", "A"]));
  });
});

describe("the requests of one conversation", () => {
  const ofAll = (metadata: Metadata) => {
    const fields = findFields(metadata);
    const columns = [...availableColumns(metadata, fields), ...measureColumns(metadata, fields)];
    return conversationRequests("conv_1", columns, fields, home).map(({ query }) => query);
  };

  test("ask for every dimension, for the measures on their own, and leave out nothing by the view's time", () => {
    const [dimensions, measures, ...more] = ofAll(reference);
    expect(more).toEqual([]);
    expect(dimensions?.dimensions).toEqual(
      expect.arrayContaining(availableColumns(reference, findFields(reference)).map(({ field }) => field)),
    );
    expect(dimensions).not.toHaveProperty("measures");
    expect(measures?.dimensions).toEqual(["Id"]);
    expect(measures?.measures?.length).toBeGreaterThan(0);
    const own = [{ op: "AND", expressions: [{ op: "IN", field: "Id", values: ["conv_1"] }] }];
    expect([dimensions?.filters, measures?.filters]).toEqual([own, own]);
  });

  test("ask on its own for a field that would leave out a conversation without it", () => {
    const [dimensions, sentiment, ...more] = ofAll(classic);
    expect(more).toEqual([]);
    expect(dimensions?.dimensions).not.toContain("OperatorResult.Value");
    expect(sentiment?.dimensions).toEqual(["Conversation.ConversationId", "OperatorResult.Value"]);
    expect(sentiment?.filters?.[0]?.expressions).toEqual([
      { op: "IN", field: "OperatorResult.OperatorName", values: ["Sentiment"] },
      { op: "IN", field: "Conversation.ConversationId", values: ["conv_1"] },
    ]);
  });
});
