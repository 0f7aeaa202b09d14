import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import { userEvent } from "@testing-library/user-event";
import type { ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { Async } from "../../../client/api/async.ts";
import { InsightsError } from "../../../client/api/errors.ts";
import { ChartCard } from "../../../client/charts/card/ChartCard.tsx";
import { Multiple } from "../../../client/charts/multiples/Multiple.tsx";
import { ViewWordsContext } from "../../../client/charts/save/SaveMenu.tsx";
import type { Population } from "../../../client/insights/breakdown.ts";

type Data = { population: Population };
const data: Data = { population: { kind: "all", count: 3 } };
const figure = () => ({ height: 1, marks: [], legend: [] });
const sheet = () => [];

/** The two frames that charts have, each by its state alone. */
const frames: Record<string, (state: Async<Data>) => ReactNode> = {
  "a card": (state) => (
    <ChartCard
      {...{ title: "Calls", state, figure, sheet }}
      notesOf={() => []}
      chart={() => "drawn"}
      table={() => null}
      beside={() => "2 missed"}
    />
  ),
  "a small chart": (state) => (
    <Multiple {...{ title: "Calls", state }} notesOf={() => []} save={() => ({ title: "Calls", figure, sheet })}>
      {() => "drawn"}
    </Multiple>
  ),
};

const offline = new InsightsError("network", () => "No way out.");

const states: [string, boolean, Async<Data>][] = [
  ["has come", true, { status: "ready", data, updating: false }],
  ["is that of the view before", false, { status: "ready", data, updating: true }],
  ["has come again", true, { status: "ready", data, updating: false }],
  ["stays where nothing answers", false, { status: "failed", error: offline, retry: () => {} }],
];

describe.each(Object.entries(frames))("%s", (_, frame) => {
  it("is neither copied nor saved while its figures are of another view than its words", async () => {
    const user = userEvent.setup({ delay: null });
    const page = (state: Async<Data>) => (
      <MantineProvider env="test">
        <ViewWordsContext value={{ name: ["range"], lines: [] }}>{frame(state)}</ViewWordsContext>
      </MantineProvider>
    );
    const { rerender } = render(page({ status: "loading" }));
    for (const [what, canSave, state] of states) {
      rerender(page(state));
      expect(screen.getByText("drawn"), what).toBeTruthy();
      await user.click(screen.getByRole("button", { name: "Calls: copy or download" }));
      const items = await screen.findAllByRole("menuitem");
      expect(items, what).toHaveLength(5);
      for (const item of items)
        expect(item.hasAttribute("disabled"), `${item.textContent} when it ${what}`).toBe(!canSave);
      expect(screen.queryByText("Available when the chart has updated") === null, what).toBe(canSave);
      await user.keyboard("{Escape}");
    }
  });
});

it("says how many are counted of the view's own figures alone", () => {
  const { rerender } = render(
    <MantineProvider env="test">{frames["a card"]?.({ status: "ready", data, updating: false })}</MantineProvider>,
  );
  expect(screen.getByText("All 3 matching conversations")).toBeTruthy();
  expect(screen.getByText("2 missed")).toBeTruthy();
  rerender(
    <MantineProvider env="test">{frames["a card"]?.({ status: "ready", data, updating: true })}</MantineProvider>,
  );
  expect(screen.queryByText("All 3 matching conversations")).toBeNull();
  expect(screen.queryByText("2 missed")).toBeNull();
  expect(screen.getByText("Updating…")).toBeTruthy();
});
