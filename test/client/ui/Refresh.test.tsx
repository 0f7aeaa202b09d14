import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test } from "vitest";
import { DataTo, NewCount, RefreshButton } from "../../../client/ui/Refresh.tsx";
import { refreshChoices, useRefreshChoice } from "../../../client/ui/refresh-every.ts";
import { showFilters } from "../filters/screen.tsx";
import { at } from "../filters/support.ts";

function Control() {
  const [choice, setChoice] = useRefreshChoice();
  const [asked, setAsked] = useState(0);
  return (
    <>
      <RefreshButton choice={choice} onChoice={setChoice} onRefresh={() => setAsked(asked + 1)} />
      <output>{asked}</output>
    </>
  );
}

test("How far the data reaches is said in the view's zone, in a long and a short form", () => {
  showFilters(() => <DataTo asOf={at("2026-11-22T13:20:00Z")} zone="Europe/Berlin" />);
  expect(screen.getByText("Data to 14:05, about 15 minutes behind")).toBeTruthy();
  expect(screen.getByText("Data to 14:05")).toBeTruthy();
});

test("Refresh asks at once; how often to look is chosen beside it and kept", async () => {
  const { user } = showFilters(() => <Control />);
  await user.click(screen.getByRole("button", { name: "Refresh" }));
  expect(screen.getByText("1")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Check for new conversations: Manually" }));
  await user.click(await screen.findByRole("menuitemradio", { name: "Every minute" }));
  expect(screen.getByRole("button", { name: "Check for new conversations: Every minute" })).toBeTruthy();
  expect(localStorage.getItem("earshot-refresh")).toBe("one");
  expect(refreshChoices.find(({ key }) => key === "one")?.every).toBe(60_000);
});

test("New conversations are a button; without any there is none", async () => {
  let pressed = 0;
  const { user } = showFilters(() => (
    <>
      <NewCount count={0} onRefresh={() => {}} />
      <NewCount
        count={12}
        onRefresh={() => {
          pressed += 1;
        }}
      />
    </>
  ));
  await user.click(screen.getByRole("button", { name: "12 new conversations" }));
  expect(pressed).toBe(1);
  expect(screen.getAllByRole("button")).toHaveLength(1);
});
