import { describe, expect, test } from "vitest";
import { newExport } from "../../../client/export/new-export.ts";
import { heldRows } from "../../../client/export/selected-rows.ts";
import { exportSize } from "../../../client/export/size.ts";
import { missingWords } from "../../../client/export/status-words.ts";
import type { ExportSubject } from "../../../client/export/subject.ts";
import { proposedName, sizeRemark, subjectSentence } from "../../../client/export/subject-words.ts";
import { withOpen, withSort } from "../../../client/view/view.ts";
import { longestName, newExportSchema } from "../../../contract/export.ts";
import { fields, loadedRows, subject } from "./exports-page.tsx";

const options = {
  separator: ";",
  arrayMark: "; ",
  bom: true,
  escapeFormulas: true,
  times: "iso",
  exactTimes: false,
  decimal: ".",
  protectText: false,
} as const;
const choices = { name: " May ", format: "csv", options } as const;
const { id: _, ...notId } = fields.roles;
const { time: __, ...notTime } = fields.roles;
const noId = { ...fields, roles: notId };
const noTime = { ...fields, roles: notTime };
const sorted = (field: string, direction: "ASC" | "DESC") =>
  subject({ view: withSort(subject().view, { field, direction }) });

describe("what an export says of itself", () => {
  test.each<[string, Partial<ExportSubject>, string]>([
    ["the charts' count", {}, "12,408 conversations"],
    ["one conversation", { population: { kind: "all", count: 1 } }, "1 conversation"],
    ["all rows that are loaded", { rows: loadedRows([{ Id: "a" }, { Id: "b" }], true) }, "2 conversations"],
    [
      "rows of parts of conversations",
      { rows: loadedRows([{ Id: "a" }, { Id: "a" }], true), rowIsConversation: false },
      "2 rows",
    ],
    ["no count yet", { population: undefined }, "every row in this view (total unknown)"],
    [
      "a count of loaded rows only",
      { population: { kind: "loaded", count: 5 } },
      "every row in this view (total unknown)",
    ],
  ])("of %s", (_, more, size) => {
    expect(subjectSentence(subject(more))).toBe(`${size}, 2 columns, Europe/Berlin, newest first`);
  });

  test.each([
    [sorted("DateCreated", "ASC"), "oldest first"],
    [sorted("Id", "ASC"), "by Conversation ID, ascending"],
    [sorted("Hidden", "DESC"), "by Hidden, descending"],
    [subject({ fields: noTime }), "by ID"],
  ])("has its order in words", (one, order) => {
    expect(subjectSentence(one).endsWith(`, ${order}`)).toBe(true);
  });

  test("does not take conversations for rows where a conversation has several", () => {
    const one = subject({ rowIsConversation: false });
    expect(sizeRemark(one)).toContain("more rows than conversations");
    expect(newExport(one, choices)).not.toHaveProperty("expectedRows");
  });

  test("knows only the most there can be where a column leaves conversations out", () => {
    const sentiment = {
      cube: "C",
      field: "Value",
      label: "Value",
      how: "words" as const,
      condition: { field: "Name", values: ["Sentiment"] },
    };
    const columns = [
      { field: "Value", label: "Sentiment", kind: "sentiment", sortable: true, role: "sentiment" } as const,
    ];
    const one = subject({ columns, fields: { ...fields, roles: { ...fields.roles, sentiment } } });
    expect(exportSize(one)).toEqual({ kind: "atMost", count: 12_408 });
    expect(newExport(one, choices)).not.toHaveProperty("expectedRows");
  });

  test("is of the selected conversations where some are selected", () => {
    const selected = { ids: new Set(["a", "b"]), idField: "Id" };
    const one = subject({ selected, rows: loadedRows([{ Id: "a" }], true) });
    expect(subjectSentence(one)).toBe("2 selected conversations, 2 columns, Europe/Berlin, newest first");
    expect(newExport(one, choices)).toMatchObject({ selectedBy: "Id", expectedRows: 2 });
    const several = subject({ selected, rowIsConversation: false });
    expect(sizeRemark(several)).toContain("more rows than conversations");
    expect(newExport(several, choices)).not.toHaveProperty("expectedRows");
  });

  test("copies what the table holds only where it holds all of the selection", () => {
    const rows = loadedRows(["a", "b", "c"].map((Id) => ({ Id })));
    const of = (ids: string[], more: Partial<ExportSubject> = {}) =>
      heldRows(subject({ rows, selected: { ids: new Set(ids), idField: "Id" }, ...more }));
    expect(of(["c", "a"])).toEqual([{ Id: "a" }, { Id: "c" }]);
    expect(of(["c", "z"])).toBeUndefined();
    expect(of(["c", "a"], { rowIsConversation: false })).toBeUndefined();
  });

  test("says how many of the selection were there, where not all were", () => {
    expect(missingWords({ chosen: 12, found: 12 })).toBeUndefined();
    expect(missingWords({ chosen: 12, found: 11 })).toBe(
      "11 of 12 selected conversations were found. The others no longer exist or no longer match the view.",
    );
    expect(missingWords({ chosen: 1, found: 0 })).toContain("0 of 1 selected conversation was found.");
  });

  test("counts nothing where rows are no conversations", () => {
    expect(exportSize(subject({ fields: noId })).kind).toBe("unknown");
  });
});

describe("the name of an export", () => {
  const lastDays = { range: "Last 7 days", filters: [] };
  const relative = { ...subject().view, range: { kind: "relative", amount: 7, unit: "day" } } as const;
  test("is what it holds: its filters and its days", () => {
    const filters = ["Sentiment: Negative", "Channel: Voice, SMS", "Wait time: ≥ 60"];
    expect(proposedName(subject({ view: relative }), { ...lastDays, filters })).toBe(
      "Negative, Voice, SMS, Wait time: ≥ 60, last 7 days",
    );
    expect(proposedName(subject({ view: relative }), lastDays)).toBe("All conversations, last 7 days");
    const fixed = { ...relative, range: { kind: "fixed", from: "2026-11-16", to: "2026-11-22" } } as const;
    expect(proposedName(subject({ view: fixed }), { range: "Nov 16 – 22, 2026", filters: [] })).toBe(
      "All conversations, Nov 16 – 22, 2026",
    );
  });

  test("of a selection is how many it is, and where there is no time, it has no days", () => {
    const selected = { ids: new Set(["a", "b"]), idField: "Id" };
    expect(proposedName(subject({ view: relative, selected }), lastDays)).toBe("2 selected conversations, last 7 days");
    expect(proposedName(subject({ view: relative, selected }), { ...lastDays, filters: ["Channel: Voice"] })).toBe(
      "Voice, last 7 days",
    );
    expect(proposedName(subject({ view: relative, fields: noTime }), lastDays)).toBe("All conversations");
  });

  test("is never longer than a name may be", () => {
    const filters = ["Channel: ".concat("Voice, ".repeat(200))];
    expect(proposedName(subject({ view: relative }), { ...lastDays, filters }).length).toBeLessThanOrEqual(longestName);
  });
});

describe("the order for an export", () => {
  test("is the table's very request with its columns, zone, range, link and choices", () => {
    const one = subject({ view: withOpen(subject().view, "conv_1") });
    const order = newExport(one, choices);
    expect(order.request).toBe(one.request);
    expect(order).toEqual({
      request: one.request,
      columns: [
        { field: "DateCreated", header: "Created (Europe/Berlin)", type: "time" },
        { field: "Id", header: "Conversation ID", type: "id" },
      ],
      format: "csv",
      zone: "Europe/Berlin",
      name: "May",
      range: { from: "2026-11-01T00:00:00.000Z", to: "2026-11-22T12:00:00.000Z" },
      link: "http://localhost:3000/?v=1&tz=Europe/Berlin",
      expectedRows: 12_408,
      check: { count: "Conversation.Count", id: "Id" },
      options,
    });
    expect(newExportSchema.parse(order)).toEqual(order);
  });

  test("has no range where the account has no time, and the usual name where none is given", () => {
    const order = newExport(subject({ fields: noTime }), {
      ...choices,
      name: " ",
    });
    expect(order).not.toHaveProperty("range");
    expect(newExportSchema.parse(order).name).toBe("conversations");
  });
});
