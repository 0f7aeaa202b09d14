import { MantineProvider } from "@mantine/core";
import { render } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { cellContent } from "../../../client/table/cells/cell-content.tsx";
import type { DurationUnit } from "../../../contract/durations.ts";
import type { CellKind } from "../../../contract/roles/role.ts";
import { spoken } from "./table-page.tsx";

function draw(kind: CellKind, value: unknown, zone = "Europe/Berlin", calendar?: true): HTMLElement {
  const { container } = render(
    <MantineProvider env="test">
      <div data-testid="cell">{cellContent({ kind, value, zone, calendar })}</div>
    </MantineProvider>,
  );
  const cell = container.querySelector<HTMLElement>("[data-testid='cell']");
  if (!cell) throw new Error("No cell was drawn");
  return cell;
}

function titles(cell: HTMLElement): (string | null)[] {
  return [...cell.querySelectorAll("[title]")].map((element) => element.getAttribute("title"));
}

test("a time without an offset is of UTC, as rows are asked for; a day and a date alone are of the zone", () => {
  const shown = (value: string, calendar?: true) => spoken(draw("time", value, "America/New_York", calendar));
  expect(shown("2019-11-03T15:20:00.000")).toBe("Nov 3, 2019, 10:20");
  expect(shown("2019-11-03 15:20:00")).toBe("Nov 3, 2019, 10:20");
  expect(shown("2019-11-03T00:00:00.000", true)).toBe("Nov 3, 2019, 00:00");
  expect(shown("2019-11-03")).toBe("Nov 3, 2019, 00:00");
});

test("a time of this year is said without it, and told whole in its title, with seconds and zone", () => {
  const year = new Date().getUTCFullYear();
  const cell = draw("time", `${year}-07-03T13:05:09.123Z`);
  expect(spoken(cell)).toBe("Jul 3, 15:05");
  expect(titles(cell)).toEqual([`Jul 3, ${year}, 15:05:09, Europe/Berlin`]);
  expect(cell.querySelector("time")?.dateTime).toBe(`${year}-07-03T13:05:09.123Z`);
});

test("an agent has the sign of a person or of software where the account says which, and no other has one", () => {
  const drawn = (kindValue: unknown) => {
    const { container } = render(
      <MantineProvider env="test">
        {cellContent({ kind: "text", role: "agent", value: "Milo", kindValue, zone: "UTC" })}
      </MantineProvider>,
    );
    const cell = container.querySelector<HTMLElement>("[title]");
    return [cell && spoken(cell), cell?.title, cell?.querySelector("svg") !== null];
  };
  expect(drawn("AI_AGENT")).toEqual(["Milo, AI agent", "Milo · AI agent", true]);
  expect(drawn("human")).toEqual(["Milo, Human", "Milo · Human", true]);
  expect(drawn("contractor")).toEqual(["Milo", "Milo", false]);
  expect(drawn(undefined)).toEqual(["Milo", "Milo", false]);
});

test("where there is little room one of several values is shown, and how many more there are", () => {
  const { container } = render(
    <MantineProvider env="test">
      {cellContent({ kind: "channel", value: ["chat", "voice", "sms"], zone: "UTC", isTight: true })}
    </MantineProvider>,
  );
  expect(container.textContent).toContain("Chat, +2");
  expect(titles(container)).toEqual(["Chat", "Voice, SMS"]);
});

test("a field that is in no row says that it was not returned, and not that it is not set", () => {
  const { container } = render(
    <MantineProvider env="test">
      {cellContent({ kind: "text", value: undefined, zone: "UTC", notReturned: true })}
    </MantineProvider>,
  );
  expect(spoken(container.firstElementChild?.parentElement)).toContain("not returned");
});

test("a duration is said as people say it, with its exact number in its title; what is no number stays as it came", () => {
  const drawn = (value: unknown, unit?: DurationUnit) => {
    const { container } = render(
      <MantineProvider env="test">
        <div data-testid="cell">{cellContent({ kind: "duration", value, zone: "UTC", unit })}</div>
      </MantineProvider>,
    );
    const cell = container.querySelector<HTMLElement>("[data-testid='cell']");
    return [cell && spoken(cell), ...(cell ? titles(cell) : [])];
  };
  expect(drawn(173, "seconds")).toEqual(["2 m 53 s", "173 s"]);
  expect(drawn("12345678", "milliseconds")).toEqual(["3 h 26 m", "12,345,678 ms"]);
  expect(drawn("00:02:53", "seconds")).toEqual(["00:02:53", "00:02:53"]);
  expect(drawn(1730.5)).toEqual(["1,731", "1730.5"]);
});

const hostile = "<img src=x onerror=alert(1)>";

describe("a cell", () => {
  test.each<[CellKind, unknown, string]>([
    ["time", "2019-11-03T13:05:09.123Z", "Nov 3, 2019, 14:05"],
    ["time", "2019-11-03T08:05:09-05:00", "Nov 3, 2019, 14:05"],
    ["time", "soon", "soon"],
    ["id", "CH0123456789abcdef0123456789abcdef", "CH0123456789abcdef0123456789abcdef"],
    ["id", "12", "12"],
    ["channel", ["VOICE", "whatsapp"], "Voice, WhatsApp"],
    ["channel", "fax_line", "Fax line"],
    ["channel", ["sms", "voice", "email", "chat"], "SMS, Voice, Email, Chat"],
    ["language", ["en-US"], "American English"],
    ["language", ["en", "ar"], "English, Arabic"],
    ["language", ["tlh-x"], "tlh-x"],
    ["text", "AI_AGENT", "AI agent"],
    ["text", "BACK_OFFICE_2", "Back office 2"],
    ["text", "SMITH", "SMITH"],
    ["sentiment", "POSITIVE", "Positive"],
    ["sentiment", ["negative", "elated"], "Negative, Elated"],
    ["status", "IN_PROGRESS", "In progress"],
    ["number", 1234567.25, "1,234,567"],
    ["number", "12345678901234567890.1200", "12,345,678,901,234,567,890"],
    ["number", "-0.50", "-0.5"],
    ["number", "007", "007"],
    ["number", 1e21, "1e+21"],
    ["number", 0, "0"],
    ["text", "Ana", "Ana"],
    ["text", false, "false"],
    ["text", ["a", "b"], "a, b"],
    ["text", { a: 1 }, '{"a":1}'],
    ["text", hostile, hostile],
    ["channel", [hostile], hostile],
    ["sentiment", hostile, hostile],
  ])("of kind %s with %j reads %s", (kind, value, text) => {
    const cell = draw(kind, value);
    expect(spoken(cell)).toBe(text);
    expect(cell.querySelector("img")).toBeNull();
  });

  test.each<[CellKind, unknown]>([
    ["time", null],
    ["id", undefined],
    ["channel", []],
    ["language", [null, ""]],
    ["number", null],
    ["text", undefined],
  ])("of kind %s with %j is a dash that reads Not set", (kind, value) => {
    const cell = draw(kind, value);
    expect(spoken(cell)).toBe("Not set");
    expect(cell.textContent).toContain("–");
  });

  test("of a sentiment that there is none of says so", () => {
    expect(draw("sentiment", null).textContent).toBe("○Not set");
  });

  test("tells in its title what it has no room for", () => {
    expect(titles(draw("time", "2019-11-03T08:05:09.123-05:00"))).toEqual(["Nov 3, 2019, 14:05:09, Europe/Berlin"]);
    expect(titles(draw("text", "HUMAN_AGENT"))).toEqual(["HUMAN_AGENT"]);
    expect(titles(draw("id", "CH0123456789abcdef"))).toEqual(["CH0123456789abcdef"]);
    expect(titles(draw("language", ["pt-BR"]))).toEqual(["Brazilian Portuguese (pt-BR)"]);
    expect(titles(draw("channel", ["sms", "voice", "email", "chat"]))).toEqual(["SMS", "Voice", "Email, Chat"]);
    expect(titles(draw("text", "a long one"))).toEqual(["a long one"]);
    expect(titles(draw("number", "12408.50"))).toEqual(["12408.50"]);
  });

  test("shows a time in the view's zone", () => {
    expect(spoken(draw("time", "2019-11-03T13:05:09Z", "Asia/Kolkata"))).toBe("Nov 3, 2019, 18:35");
  });

  test("marks a known sentiment by shape and colour, a channel by an icon, and leaves others to their words", () => {
    const mark = (value: string) => draw("sentiment", value).querySelector<HTMLElement>("[aria-hidden='true']");
    expect(mark("Negative")?.textContent).toBe("▼");
    expect(mark("Negative")?.style.color).toBe("var(--sentiment-negative)");
    expect(mark("elated")).toBeNull();
    expect(draw("channel", "Whats-App").querySelector("svg")).not.toBeNull();
    expect(draw("channel", "carrier pigeon").querySelector("svg")).toBeNull();
  });

  test("lets a name's own script decide its direction", () => {
    expect(draw("text", "محمد").querySelector("[dir='auto']")?.textContent).toBe("محمد");
  });
});
