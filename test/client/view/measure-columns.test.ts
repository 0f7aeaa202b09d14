import { describe, expect, test } from "vitest";
import { availableColumns, measureColumns, shownColumns } from "../../../client/view/columns.ts";
import { tableRequest } from "../../../client/view/compile.ts";
import { fitView } from "../../../client/view/fit.ts";
import { defaultView, type View } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import { metadataSchema } from "../../../contract/metadata.ts";

const dimension = (name: string, type = "string") => ({ name, type });
const metadata = metadataSchema.parse({
  cubes: [
    {
      name: "Conversation",
      dimensions: [dimension("Id"), dimension("CreatedAt", "time"), dimension("Channel"), dimension("Status")],
      measures: [
        { name: "Count", type: "number" },
        { name: "Conversation.AvgHandleTime", type: "number", description: "Seconds until it was closed" },
      ],
    },
  ],
});
const overrides = { id: "Id", time: "CreatedAt", channel: "Channel", status: "Status", count: "Count" };
const fields = findFields(metadata, overrides);
const columns = availableColumns(metadata, fields);
const measures = measureColumns(metadata, fields);
const window = { from: 0, to: 1000 };

function request(change: Partial<View>) {
  const { view, notes } = fitView({ ...defaultView("UTC"), ...change }, fields, columns, measures);
  expect(notes).toEqual([]);
  const shown = shownColumns(view, [...columns, ...measures], fields);
  return tableRequest(view, fields, shown, window, measures).query;
}

describe("a measure as a column", () => {
  test("is every one of the id's cube but the count", () => {
    expect(measures).toEqual([expect.objectContaining({ kind: "number", description: "Seconds until it was closed" })]);
    expect(measureColumns(metadata, findFields(metadata, { ...overrides, id: "none" }))).toEqual([]);
  });

  test("is asked for beside the id, so that a row stays one conversation", () => {
    const { dimensions, measures: asked } = request({ columns: ["Channel", "Conversation.AvgHandleTime"] });
    expect(asked).toEqual(["Conversation.AvgHandleTime"]);
    expect(dimensions).toEqual(expect.arrayContaining(["Id", "Channel"]));
    expect(dimensions).not.toContain("Conversation.AvgHandleTime");
    expect(request({ columns: ["Channel"] }).measures).toBeUndefined();
  });

  test("can put the rows in order, also while it is hidden", () => {
    const query = request({ sort: { field: "Conversation.AvgHandleTime", direction: "ASC" } });
    expect(query.measures).toEqual(["Conversation.AvgHandleTime"]);
    expect(query.orderBy?.[0]).toEqual({ field: "Conversation.AvgHandleTime", direction: "ASC" });
  });
});
