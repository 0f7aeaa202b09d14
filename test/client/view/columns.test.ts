import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { exportColumn } from "../../../client/export/export-column.ts";
import { withUnsorted } from "../../../client/rows/unsorted.ts";
import {
  availableColumns,
  columnsInRoom,
  headingOf,
  labelInUnit,
  roomSteps,
  shownColumns,
  usualColumns,
} from "../../../client/view/columns.ts";
import { fitView } from "../../../client/view/fit.ts";
import { defaultView, type View } from "../../../client/view/view.ts";
import { findFields } from "../../../contract/fields.ts";
import type { Metadata } from "../../../contract/metadata.ts";
import { classic, cube, layered, metadata, reference, without } from "../../contract/samples.ts";

const bare = defaultView("UTC");

function columnsOf(given: Metadata, view: View = bare) {
  const fields = findFields(given);
  const available = availableColumns(given, fields);
  const names = (columns: typeof available) => columns.map(({ field }) => field);
  return {
    available,
    all: names(available),
    usual: names(usualColumns(available, fields)),
    shown: names(shownColumns(view, available, fields)),
    fit: fitView(view, fields, available),
  };
}

describe("the columns of an account", () => {
  test("are its roles in their order, then the rest of their cube, each once", () => {
    const { all } = columnsOf(layered);
    expect(all.slice(0, 9)).toEqual([
      "ConversationSummary.CreatedAt",
      "ConversationSummary.ConversationId",
      "ConversationSummary.CustomerAddress",
      "ConversationSummary.AssignedAgent",
      "ConversationSummary.Channels",
      "ConversationSummary.Sentiment",
      "ConversationSummary.HandleTimeSeconds",
      "ConversationSummary.Languages",
      "ConversationSummary.Status",
    ]);
    expect(all).toContain("ConversationSummary.ParticipantCount");
    expect(all.every((field) => field.startsWith("ConversationSummary."))).toBe(true);
    expect(new Set(all).size).toBe(all.length);
  });

  test("leave time grains out, but for the one that shows the created time", () => {
    expect(columnsOf(layered).all.filter((field) => /\.(hour|day)$/.test(field))).toEqual([]);
    expect(columnsOf(classic).all.filter((field) => /\.(hour|day)$/.test(field))).toEqual([
      "Conversation.CreatedDate.hour",
    ]);
  });

  test("leave grains out however the account joins them", () => {
    const given = metadata(
      cube(
        "Conversation",
        [],
        ["Id", ["CreatedDate", "time"], ["CreatedDateDay", "time"], ["CreatedDate_hour", "time"]],
      ),
    );
    expect(columnsOf(given).all).toEqual(["CreatedDate", "Id"]);
  });

  test("call a time that is only guessed by its own name", () => {
    const given = metadata(cube("Conversation", [], ["Id", ["Dim2", "time"]]));
    expect(columnsOf(given).available.map(({ label, kind }) => [label, kind])).toEqual([
      ["Dim2", "time"],
      ["Conversation ID", "id"],
    ]);
  });

  test("are usually those of the home cube alone: another cube's sentiment can be chosen", () => {
    const given = metadata(
      cube("Conversation", ["Count"], ["Id", "Channels", ["CreatedAt", "time"]]),
      cube("Review", [], ["Review.Sentiment"]),
    );
    const { all, available } = columnsOf(given);
    expect(all).toContain("Review.Sentiment");
    expect(usualColumns(available, findFields(given)).map(({ field }) => field)).toEqual([
      "CreatedAt",
      "Id",
      "Channels",
    ]);
  });

  test("know how they are drawn", () => {
    const kinds = new Map(columnsOf(layered).available.map(({ field, kind }) => [field, kind]));
    expect(kinds.get("ConversationSummary.CreatedAt")).toBe("time");
    expect(kinds.get("ConversationSummary.UpdatedAt")).toBe("time");
    expect(kinds.get("ConversationSummary.Channels")).toBe("channel");
    expect(kinds.get("ConversationSummary.ParticipantCount")).toBe("number");
    expect(columnsOf(reference).available.find(({ field }) => field === "OperatorResult.Value")?.kind).toBe(
      "sentiment",
    );
    const other = cube("Conversation", [], ["Id", ["A", "Integer"], ["UpdatedAt", "Date"], ["C", "boolean"]]);
    expect(
      columnsOf(metadata(other))
        .available.slice(1)
        .map(({ kind }) => kind),
    ).toEqual(["number", "time", "text"]);
    const untyped = { name: "Conversation", measures: [], dimensions: [{ name: "Id" }, { name: "Notes" }] };
    expect(columnsOf(metadata(untyped)).available[1]).toEqual({
      field: "Notes",
      label: "Notes",
      kind: "text",
      sortable: true,
    });
  });

  test("carry the role's words, the field's own words, and the account's description", () => {
    const { available } = columnsOf(classic);
    expect(available.find(({ kind }) => kind === "sentiment")?.label).toBe("Sentiment");
    expect(available.find(({ field }) => field === "Conversation.ParticipantType")).toMatchObject({
      label: "Participant type",
      description: "The type of the participant, for example agent or customer",
    });
  });
});

describe("the unit of a column", () => {
  test.each([
    ["WaitTime", "number", "Wait in seconds", "Wait time (s)"],
    ["WaitTime", "number", "How long it took, in Milliseconds.", "Wait time (ms)"],
    ["WaitSeconds", "number", "Wait in seconds", "Wait seconds"],
    ["Turns", "number", "Number of turns in the first 30 seconds", "Turns"],
    ["Turns", "number", "Number of turns in hand", "Turns"],
    ["Length", "string", "Length in minutes", "Length"],
    ["Duration", "number", undefined, "Duration"],
  ])("%s (%s, “%s”) is headed “%s”", (name, type, description, heading) => {
    const field = description === undefined ? ([name, type] as const) : ([name, type, description] as const);
    const { available } = columnsOf(metadata(cube("Conversation", [], ["Id", field])));
    const found = available.find((column) => column.field === name);
    expect(found && headingOf(found)).toBe(heading);
    // What the export's header is made of stays the account's name.
    expect(found?.label).not.toContain("(");
  });
});

describe("the column of the duration", () => {
  const columnFor = (name: string, description?: string) => {
    const field = description === undefined ? ([name, "number"] as const) : ([name, "number", description] as const);
    const { available } = columnsOf(metadata(cube("Conversation", [], ["Id", field])));
    const column = available.find(({ role }) => role === "duration");
    if (!column) throw new Error(`${name} plays no duration`);
    return column;
  };

  test("says its unit in its cells, where it is known, so that its heading need not", () => {
    for (const column of [columnFor("Duration", "Duration in seconds"), columnFor("DurationSeconds")]) {
      expect(column).toMatchObject({ kind: "duration", unit: "seconds", label: "Duration" });
      expect([headingOf(column), labelInUnit(column)]).toEqual(["Duration", "Duration (s)"]);
    }
  });

  test("is one of plain numbers where the account says no unit, or two", () => {
    for (const column of [columnFor("Duration"), columnFor("DurationSeconds", "Duration in minutes")]) {
      expect(column.kind).toBe("number");
      expect(headingOf(column)).toBe(labelInUnit(column));
    }
    expect(exportColumn(columnFor("DurationSeconds", "Duration in minutes"), "UTC").header).toBe("Duration seconds");
  });

  test("has its unit in a file, by its header or by the form of its cells, and not by both", () => {
    expect(exportColumn(columnFor("DurationSeconds"), "UTC")).toEqual({
      field: "DurationSeconds",
      header: "Duration seconds",
      type: "number",
    });
    expect(exportColumn(columnFor("Duration", "Duration in seconds"), "UTC")).toEqual({
      field: "Duration",
      header: "Duration",
      type: "number",
      unit: "seconds",
    });
  });
});

describe("agent and customer", () => {
  test("are columns by the roles' words, and plain text in a file", () => {
    const { available, usual } = columnsOf(layered);
    const people = available.filter(({ role }) => role === "agent" || role === "customer");
    expect(people.map(({ role, label, kind }) => [role, label, kind])).toEqual([
      ["customer", "Customer", "text"],
      ["agent", "Agent", "text"],
    ]);
    expect(usual).toEqual(expect.arrayContaining(people.map(({ field }) => field)));
    const [, agent] = people;
    expect(agent && exportColumn(agent, "UTC")).toEqual({
      field: "ConversationSummary.AssignedAgent",
      header: "Agent",
    });
  });

  test("of an agent, its kind is asked for with it where the account has one beside it", () => {
    const own = ["Id", ["CreatedAt", "time"], "AgentName"] as const;
    const kindOf = (...cubes: Parameters<typeof metadata>) =>
      columnsOf(metadata(...cubes)).available.find(({ role }) => role === "agent")?.kindField;
    expect(kindOf(cube("Conversation", ["Count"], [...own, "AgentType"]))).toBe("AgentType");
    expect(kindOf(cube("Conversation", ["Count"], own))).toBeUndefined();
    expect(kindOf(cube("Conversation", ["Count"], own), cube("Agents", [], ["Agents.AgentType"]))).toBeUndefined();
  });
});

describe("the usual columns", () => {
  const named = metadata(
    cube(
      "Conversation",
      ["Count"],
      ["Status", "Id", "Name", "Topic", "Channels", "AgentName", "AgentType", "CustomerName", ["CreatedAt", "time"]],
    ),
  );
  const fields = findFields(named);
  const usual = usualColumns(availableColumns(named, fields), fields);
  const shownAt = (width: number) => columnsInRoom(usual, width).map(({ field }) => field);

  test("are one for each role that is usually shown, the id behind what has a name", () => {
    expect(columnsOf(reference).usual).toEqual([
      "DateCreated",
      "Id",
      "CustomerName",
      "AgentName",
      "Channels",
      "OperatorResult.Value",
      "Duration",
      "Languages",
      "Status",
    ]);
    expect(usual.map(({ field }) => field)).toEqual([
      "CreatedAt",
      "Name",
      "Topic",
      "CustomerName",
      "AgentName",
      "Channels",
      "Status",
      "Id",
    ]);
  });

  test("are all asked for, and shown as far as there is room", () => {
    expect(shownAt(1900)).toEqual(["CreatedAt", "Name", "Topic", "CustomerName", "AgentName", "Channels", "Status"]);
    expect(shownAt(1400)).toEqual(["CreatedAt", "Name", "CustomerName", "AgentName", "Channels", "Status"]);
    expect(shownAt(990)).toEqual(["CreatedAt", "Name", "CustomerName", "AgentName", "Channels"]);
    expect(columnsInRoom(usual, 800, ["Status"]).map(({ field }) => field)).toContain("Status");
    expect(shownAt(800)).toEqual(["CreatedAt", "Name", "CustomerName", "AgentName"]);
  });

  test("change with the width at its steps alone", () => {
    fc.assert(
      fc.property(fc.nat(3000), (width) => {
        const step = roomSteps.findLast((one) => one <= width) ?? 0;
        expect(columnsInRoom(usual, width)).toEqual(columnsInRoom(usual, step));
      }),
    );
  });

  test("that a person chose stay, however narrow the list is", () => {
    const columns = ["Status", "Topic", "Id"];
    const chosen = shownColumns({ ...bare, columns }, availableColumns(named, fields), fields);
    expect(columnsInRoom(chosen, 300).map(({ field }) => field)).toEqual(columns);
  });

  test("leave a sentiment out whose condition would leave out conversations", () => {
    const { usual, all } = columnsOf(classic);
    expect(usual).not.toContain("OperatorResult.Value");
    expect(all).toContain("OperatorResult.Value");
  });

  test("are the first six where no role was found", () => {
    const plain = metadata(cube("Stuff", [], ["A", "B", "C", "D", "E", "F", "G"]));
    const fields = { ...findFields(plain), cube: "Stuff" };
    const available = availableColumns(plain, fields);
    expect(usualColumns(available, fields).map(({ field }) => field)).toEqual(["A", "B", "C", "D", "E", "F"]);
  });
});

describe("the shown columns", () => {
  test("are the view's, in its order, without those that the account has not", () => {
    expect(columnsOf(reference, { ...bare, columns: ["Status", "Gone", "Id"] }).shown).toEqual(["Status", "Id"]);
  });

  test("are the usual ones where the view names none that there is", () => {
    const { usual } = columnsOf(reference);
    for (const columns of [undefined, [], ["Gone"]]) {
      expect(columnsOf(reference, { ...bare, columns }).shown).toEqual(usual);
    }
  });
});

describe("a view that does not fit the account", () => {
  test("loses the filter of a role that the account has not, with a sentence, and only that", () => {
    const chosen = { channel: ["voice"], language: ["en"], sentiment: [], status: [] };
    const { fit } = columnsOf(without(reference, "Languages", "Status"), { ...bare, chosen });
    expect(fit.view.chosen).toEqual({ ...chosen, language: [] });
    expect(fit.notes).toEqual([expect.stringContaining("language")]);
  });

  test("loses an order that the account cannot give", () => {
    const sort = { field: "Gone", direction: "ASC" } as const;
    const { fit } = columnsOf(reference, { ...bare, sort });
    expect(fit.view.sort).toBeUndefined();
    expect(fit.notes).toEqual([expect.stringContaining("Gone")]);
    const kept = { field: "Status", direction: "ASC" } as const;
    expect(columnsOf(reference, { ...bare, sort: kept }).fit).toEqual({ view: { ...bare, sort: kept }, notes: [] });
  });

  test("loses an order that Twilio refused, with the column's words, while other columns keep theirs", () => {
    const fields = findFields(reference);
    const sort = { field: "Channels", direction: "ASC" } as const;
    const known = withUnsorted(availableColumns(reference, fields), new Set(["Channels"]));
    expect(known.filter(({ sortable }) => !sortable).map(({ field }) => field)).toEqual(["Channels"]);
    const { view, notes } = fitView({ ...bare, sort }, fields, known);
    expect(view.sort).toBeUndefined();
    expect(notes).toEqual(["Twilio can’t sort by “Channels”. Showing newest first."]);
    const none = withUnsorted(known, new Set([fields.roles.time?.shown ?? ""]));
    expect(fitView({ ...bare, sort }, fields, none).notes).toEqual(["Twilio can’t sort by “Channels”."]);
  });

  test("loses each column that is not there, and tells of it", () => {
    expect(columnsOf(reference, { ...bare, columns: ["Gone"] }).fit.view).toEqual(bare);
    const { fit } = columnsOf(reference, { ...bare, columns: ["Gone", "Id", "Lost"] });
    expect(fit.view.columns).toEqual(["Id"]);
    expect(fit.notes).toEqual([expect.stringContaining("Gone"), expect.stringContaining("Lost")]);
  });

  test("stays the very same where it fits", () => {
    const view: View = { ...bare, columns: ["Id"], chosen: { ...bare.chosen, status: ["open"] } };
    const { fit } = columnsOf(reference, view);
    expect(fit.view).toBe(view);
    expect(fit.notes).toEqual([]);
  });
});
