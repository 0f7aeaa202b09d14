import { MantineProvider } from "@mantine/core";
import { render, screen, within } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it, vi } from "vitest";
import { CrossingStates } from "../../../client/charts/crossing/CrossingCard.tsx";
import { crossChannels } from "../../../client/charts/crossing/crossing.ts";
import { ExploreStates } from "../../../client/charts/explore/ExploreCard.tsx";
import { readExplored } from "../../../client/charts/explore/explore.ts";
import { WeekStates } from "../../../client/charts/week/WeekCard.tsx";
import { foldWeek } from "../../../client/charts/week/week-hours.ts";

const hour = 3_600_000;
const monday = Date.UTC(2026, 10, 16);

function show(card: ReactNode) {
  render(<MantineProvider env="test">{card}</MantineProvider>);
  return userEvent.setup({ delay: null });
}

function cells(): string[][] {
  return screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent.trim()));
}

function ready<T>(data: T) {
  return { status: "ready", data, updating: false } as const;
}

describe("sentiment by channel", () => {
  const group = (count: number, channel: string[], sentiment: string[]) => ({
    count,
    members: { channel, sentiment, language: [], status: [] },
  });
  const groups = [group(30, ["VOICE"], ["negative"]), group(10, ["VOICE", "SMS"], ["positive"]), group(5, ["SMS"], [])];
  const crossing = crossChannels({ pairs: groups, byChannel: groups, count: 45 });

  it("filters by both with one click, and says what each part is", async () => {
    const onBoth = vi.fn();
    const user = show(<CrossingStates state={ready(crossing)} onBoth={onBoth} />);
    await user.click(screen.getByRole("button", { name: "Voice, Negative: 30 (75.0%)" }));
    expect(onBoth).toHaveBeenCalledExactlyOnceWith(["VOICE"], ["negative"]);
    expect(screen.queryByRole("button", { name: /Not set/ })).toBeNull();
    expect(screen.getByText(/are counted in each of them/)).toBeTruthy();
  });

  it("has every pair in its table", async () => {
    const user = show(<CrossingStates state={ready(crossing)} onBoth={vi.fn()} />);
    await user.click(screen.getByRole("button", { name: "Sentiment by channel: show as table" }));
    expect(cells()).toEqual([
      ["Channel", "▲Positive", "▼Negative", "○Not set", "All"],
      ["Voice", "10", "30", "0", "40"],
      ["SMS", "10", "0", "5", "15"],
    ]);
  });
});

describe("weekdays and hours", () => {
  it("names the busiest hour, and has every number in its table", async () => {
    const week = foldWeek([{ at: monday + 9 * hour, count: 12 }], { from: monday, to: monday + 24 * hour }, "UTC");
    const user = show(<WeekStates state={ready(week)} />);
    expect(screen.getByRole("img", { name: /Busiest hour: Monday, 09:00–10:00, 12/ })).toBeTruthy();
    await user.click(screen.getByRole("button", { name: "Conversations by day and hour: show as table" }));
    expect(cells()[10]).toEqual(["09:00–10:00", "12", "–", "–", "–", "–", "–", "–"]);
  });

  const days = (count: number) => ({ from: monday, to: monday + count * 24 * hour });

  it("narrows the range to an hour, by click, by keys and in its table", async () => {
    const onRange = vi.fn();
    const week = foldWeek([{ at: monday + 9 * hour, count: 12 }], days(2), "UTC");
    const user = show(<WeekStates state={ready(week)} onRange={onRange} />);
    const grid = within(screen.getByRole("group", { name: /Busiest hour: Monday, 09:00–10:00, 12/ }));
    // Wednesday is not in the range, and nothing to click.
    expect(grid.getAllByRole("button")).toHaveLength(48);
    await user.click(grid.getByRole("button", { name: "Tuesday, 10:00–11:00: 0" }));
    expect(onRange).toHaveBeenCalledExactlyOnceWith(monday + 34 * hour, monday + 35 * hour);
    await user.tab({ shift: true });
    await user.tab();
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Tuesday, 10:00–11:00: 0");
    await user.keyboard("{ArrowDown}{ArrowUp}{ArrowLeft}{Enter}");
    expect(onRange).toHaveBeenLastCalledWith(monday + 9 * hour, monday + 10 * hour);
    await user.keyboard("{End}{ArrowRight}");
    expect(document.activeElement?.getAttribute("aria-label")).toBe("Monday, 23:00–00:00: 0");
    await user.click(screen.getByRole("button", { name: "Conversations by day and hour: show as table" }));
    await user.click(screen.getByRole("button", { name: "Monday, 09:00–10:00: 12" }));
    expect(onRange).toHaveBeenCalledTimes(3);
    expect(onRange).toHaveBeenLastCalledWith(monday + 9 * hour, monday + 10 * hour);
  });

  it("says why hours of several weeks cannot be clicked, and offers those that come once", () => {
    const why = /To click one, choose a range of one week or less\.$/;
    const card = (count: number) => (
      <MantineProvider env="test">
        <WeekStates state={ready(foldWeek([{ at: monday, count: 1 }], days(count), "UTC"))} onRange={vi.fn()} />
      </MantineProvider>
    );
    const { rerender } = render(card(14));
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.getByRole("img", { name: /^Conversations by day and hour/ })).toBeTruthy();
    rerender(card(8));
    expect(screen.getByText(why)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Monday/ })).toBeNull();
    expect(screen.getAllByRole("button", { name: /^Tuesday/ })).toHaveLength(24);
    rerender(card(7));
    expect(screen.queryByText(why)).toBeNull();
  });

  it("says when the account has no hours", () => {
    show(<WeekStates state={{ status: "absent", reason: "This account can’t count by hour." }} />);
    expect(screen.getByText("This account can’t count by hour.")).toBeTruthy();
  });
});

describe("a chart of one's own", () => {
  const field = (name: string) => ({ name, label: name, cube: "Cube", grain: undefined, own: undefined });
  const fields = { cube: undefined, roles: {}, missing: [], badOverrides: [], grains: new Map() };
  const rows = Array.from({ length: 30 }, (_, place) => ({
    Team: `Team ${place}`,
    Wait: place === 0 ? null : String(place),
  }));
  const explored = {
    ...readExplored(rows, { measure: "Wait", dimension: "Team", zone: "UTC", cellZone: "UTC" }),
    cut: false,
  };
  const props = { measures: [field("Wait")], dimensions: [field("Team")], fields };

  it("asks for nothing until both are picked", async () => {
    const onExplore = vi.fn();
    const user = show(<ExploreStates {...props} state={undefined} explore={undefined} onExplore={onExplore} />);
    await user.click(screen.getByRole("combobox", { name: "Measure" }));
    await user.click(screen.getByRole("option", { name: "Wait" }));
    expect(onExplore).not.toHaveBeenCalled();
    await user.click(screen.getByRole("combobox", { name: "Group by" }));
    await user.click(screen.getByRole("option", { name: "Team" }));
    expect(onExplore).toHaveBeenCalledExactlyOnceWith({ measure: "Wait", dimension: "Team" });
  });

  it("says how much of a long list is drawn, and lists it whole, without a total", async () => {
    const user = show(
      <ExploreStates
        {...props}
        state={ready(explored)}
        explore={{ measure: "Wait", dimension: "Team" }}
        onExplore={vi.fn()}
      />,
    );
    const drawn = within(screen.getByRole("list", { name: "Wait by Team" })).getAllByRole("listitem");
    expect(drawn[0]?.textContent).toBe("Team 2929");
    await user.click(screen.getByRole("button", { name: `Top ${drawn.length} of 30, sorted by Wait` }));
    expect(cells()).toHaveLength(31);
    expect(cells().at(-1)).toEqual(["Team 0", "no value"]);
  });

  it("filters by a bar, leaves it out with Shift or the Delete key, and leaves alone what cannot be asked for", async () => {
    const filter = { chosen: ["red"], onToggle: vi.fn(), onExclude: vi.fn() };
    const teams = [
      { Team: "red", Wait: 5 },
      { Team: "blue", Wait: 4 },
      { Team: ["red", "blue"], Wait: 3 },
      { Team: null, Wait: 2 },
    ];
    const some = {
      ...readExplored(teams, { measure: "Wait", dimension: "Team", zone: "UTC", cellZone: "UTC" }),
      cut: false,
    };
    const explore = { measure: "Wait", dimension: "Team" };
    const user = show(<ExploreStates {...props} {...{ explore, filter }} state={ready(some)} onExplore={vi.fn()} />);
    const list = within(screen.getByRole("list", { name: "Wait by Team" }));
    expect(list.getAllByRole("listitem").map(({ textContent }) => textContent)).toContain("Not set2");
    expect(list.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["red5", "blue4"]);
    expect(list.getByRole("button", { pressed: true }).textContent).toBe("red5");
    const blue = list.getByRole("button", { name: /^blue/ });
    await user.click(blue);
    expect(filter.onToggle).toHaveBeenCalledExactlyOnceWith(["blue"]);
    await user.keyboard("{Shift>}");
    await user.click(blue);
    await user.keyboard("{/Shift}{Delete}");
    expect(filter.onToggle).toHaveBeenCalledTimes(1);
    expect(filter.onExclude.mock.calls).toEqual([[["blue"]], [["blue"]]]);
  });

  it("filters by a value of its table as by its bar, and tells of one that is chosen", async () => {
    const filter = { chosen: ["red"], onToggle: vi.fn(), onExclude: vi.fn() };
    const teams = [
      { Team: "red", Wait: 5 },
      { Team: "blue", Wait: 4 },
      { Team: null, Wait: 2 },
    ];
    const some = {
      ...readExplored(teams, { measure: "Wait", dimension: "Team", zone: "UTC", cellZone: "UTC" }),
      cut: false,
    };
    const explore = { measure: "Wait", dimension: "Team" };
    const user = show(<ExploreStates {...props} {...{ explore, filter }} state={ready(some)} onExplore={vi.fn()} />);
    await user.click(screen.getByRole("button", { name: "Wait by Team: show as table" }));
    const table = within(screen.getByRole("table", { name: "Wait by Team" }));
    expect(table.getAllByRole("button").map(({ textContent }) => textContent)).toEqual(["red", "blue"]);
    expect(table.getByRole("button", { pressed: true }).textContent).toBe("red");
    const blue = table.getByRole("button", { name: "blue" });
    await user.click(blue);
    expect(filter.onToggle).toHaveBeenCalledExactlyOnceWith(["blue"]);
    await user.keyboard("{Shift>}");
    await user.click(blue);
    await user.keyboard("{/Shift}{Delete}");
    expect(filter.onExclude.mock.calls).toEqual([[["blue"]], [["blue"]]]);
  });

  it("shows a value of blanks, and one that reads like what is not set, in quotation marks", async () => {
    const teams = ["  ", "Not set", null].map((Team, place) => ({ Team, Wait: 9 - place }));
    const some = {
      ...readExplored(teams, { measure: "Wait", dimension: "Team", zone: "UTC", cellZone: "UTC" }),
      cut: false,
    };
    const explore = { measure: "Wait", dimension: "Team" };
    const user = show(<ExploreStates {...props} explore={explore} state={ready(some)} onExplore={vi.fn()} />);
    const drawn = within(screen.getByRole("list", { name: "Wait by Team" })).getAllByRole("listitem");
    expect(drawn.map(({ textContent }) => textContent)).toEqual(["“  ”9", "“Not set”8", "Not set7"]);
    await user.click(screen.getByRole("button", { name: "Wait by Team: show as table" }));
    expect(cells().map(([name]) => name)).toEqual(["Team", "“  ”", "“Not set”", "Not set"]);
  });

  it("draws a line with dashes to what is not whole, and says so as the trend does", async () => {
    const at = monday + 60 * hour;
    const dimension = "Time.day";
    const days = [16, 17, 18].map((day) => ({ [dimension]: `2026-11-${day}`, Wait: day }));
    const window = { from: monday, to: at };
    const line = {
      ...readExplored(days, { measure: "Wait", dimension, zone: "UTC", cellZone: "UTC", window }),
      cut: false,
    };
    const explore = { measure: "Wait", dimension };
    const dimensions = [field(dimension)];
    const user = show(
      <ExploreStates {...props} {...{ dimensions, explore, at }} state={ready(line)} onExplore={vi.fn()} />,
    );
    const dashes = [...document.querySelectorAll("path.recharts-line-curve")].map((path) =>
      path.getAttribute("stroke-dasharray"),
    );
    expect(dashes).toEqual(["4 3", null]);
    // Its middle is half its width from the edge, where the line ends: the label is not cut off.
    expect(Number(screen.getByText("Nov 18, 2026").getAttribute("x"))).toBeLessThan(400 - 36);
    expect(screen.getByText("The last day is partial.")).toBeTruthy();
    expect(screen.getByText(/some conversations after 11:45 may be missing/)).toBeTruthy();
    screen.getByRole("application", { name: /arrow keys/ }).focus();
    await user.keyboard("{ArrowRight}{ArrowRight}");
    expect(screen.getByRole("status").textContent).toMatch(/Nov 18.*Partial day.*latest 15 minutes.*18$/);
    await user.click(screen.getByRole("button", { name: "Wait by Time.day: show as table" }));
    expect(cells().map(([name]) => name)).toEqual([
      "Time.day",
      "Nov 16, 2026",
      "Nov 17, 2026",
      "Nov 18, 2026 (partial)",
    ]);
  });
});
