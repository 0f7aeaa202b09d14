import { describe, expect, test } from "vitest";
import { exportRequest } from "../../../client/export/export-request.ts";
import type { ViewColumn } from "../../../client/view/columns.ts";
import { exportRequestSchema } from "../../../contract/export.ts";

const columns: ViewColumn[] = [
  { field: "T", label: "Created", kind: "time", sortable: true },
  { field: "C", label: "Channels", kind: "channel", sortable: true, description: "not for the file" },
];

describe("the export of what the table shows", () => {
  test("is its very query, with its columns in their order under their words", () => {
    const request = { query: { dimensions: ["Id", "T", "C"], orderBy: [{ field: "T" }] } };
    const made = exportRequest(request, columns, "Europe/Berlin");
    expect(made.request).toBe(request);
    expect(made).toEqual({
      request,
      columns: [
        { field: "T", header: "Created (Europe/Berlin)", type: "time" },
        { field: "C", header: "Channels" },
      ],
      format: "csv",
    });
    expect(exportRequestSchema.parse(made)).toEqual(made);
  });
});
