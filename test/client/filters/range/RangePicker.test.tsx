import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { RangePicker } from "../../../../client/filters/range/RangePicker.tsx";
import { defaultView, type TimeRange, type View } from "../../../../client/view/view.ts";
import { showFilters } from "../screen.tsx";
import { at, plainSpaces } from "../support.ts";

const now = at("2026-11-22T13:05:00Z");

async function open(view: View = defaultView("Europe/Berlin")) {
  const shown = showFilters((current, onChange) => <RangePicker view={current} onChange={onChange} now={now} />, view);
  await shown.user.click(button());
  return { ...shown, panel: within(await screen.findByRole("dialog")) };
}

const button = () => screen.getByRole("button", { name: /^Time range:/ });

test("The button says the range in words with its zone, and means exact instants", async () => {
  await open();
  expect(plainSpaces(button().textContent ?? "")).toBe("Time range: Last 7 days · Europe/Berlin");
  expect(button().getAttribute("title")).toBe("Nov 16, 2026, 00:00 – now (Nov 22, 14:05), Europe/Berlin, UTC+1");
});

test("A preset is one click: it applies, closes and gives the focus back; the one in use is marked", async () => {
  const { user, current, panel } = await open();
  expect(panel.getAllByRole("button", { pressed: true }).map((one) => one.textContent)).toEqual(["Last 7 days"]);
  await user.click(panel.getByRole("button", { name: "Last month" }));
  expect(current.view.range).toEqual({ kind: "calendar", period: "lastMonth" });
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(button()));
});

test("Two days of the calendar become a fixed range of whole days when applied, and not before", async () => {
  const { user, current, panel } = await open();
  await user.click(panel.getByRole("button", { name: "3 November 2026" }));
  expect(panel.getByRole("status").textContent).toBe("Choose an end date.");
  await user.click(panel.getByRole("button", { name: "9 November 2026" }));
  expect(panel.getByRole("status").textContent).toBe("Nov 3, 2026, 00:00 – Nov 10, 2026, 00:00, Europe/Berlin, UTC+1");
  expect(current.view.range.kind).toBe("relative");
  await user.click(panel.getByRole("button", { name: "Apply" }));
  expect(current.view.range).toEqual({ kind: "fixed", from: "2026-11-03", to: "2026-11-09" });
});

test("Weeks begin on Monday, and today is the day it is in the view's zone", async () => {
  const { panel } = await open(defaultView("Pacific/Kiritimati"));
  expect(panel.getAllByRole("columnheader")[0]?.textContent).toBe("Mo");
  const today = panel.getAllByRole("button").filter((one) => one.getAttribute("aria-current") === "date");
  expect(today.map((one) => one.getAttribute("aria-label"))).toEqual(["23 November 2026"]);
});

test("Typed days and times are kept as wall-clock text", async () => {
  const { user, current, panel } = await open();
  fireEvent.change(panel.getByLabelText("From date"), { target: { value: "2026-03-28" } });
  fireEvent.change(panel.getByLabelText("To date"), { target: { value: "2026-03-29" } });
  await user.type(panel.getByLabelText("To hours (optional)"), "17");
  await user.type(panel.getByLabelText("To minutes (optional)"), "30");
  expect(panel.getByRole("status").textContent).toBe(
    "Mar 28, 2026, 00:00 (UTC+1) – Mar 29, 2026, 17:30 (UTC+2), Europe/Berlin",
  );
  await user.click(panel.getByRole("button", { name: "Apply" }));
  expect(current.view.range).toEqual({ kind: "fixed", from: "2026-03-28", to: "2026-03-29T17:30" });
});

test("An end before the start is said and not applied", async () => {
  const { user, current, panel } = await open();
  fireEvent.change(panel.getByLabelText("To date"), { target: { value: "2026-11-01" } });
  expect(panel.getByRole("status").textContent).toBe("The end is before the start.");
  await user.click(panel.getByRole("button", { name: "Apply" }));
  expect(current.view.range.kind).toBe("relative");
  expect(screen.getByRole("dialog")).toBeTruthy();
});

test("A zone is found by typing and changes the view at once, range and panel stay", async () => {
  const { user, current, panel } = await open();
  const zone = panel.getByRole("combobox", { name: "Time zone" });
  await user.click(zone);
  await user.keyboard("kathm");
  await user.click(await screen.findByRole("option", { name: /Kathmandu/ }));
  expect(current.view).toEqual(defaultView("Asia/Kathmandu"));
  expect(panel.getByRole("status").textContent).toBe(
    "Nov 16, 2026, 00:00 – now (Nov 22, 18:50), Asia/Kathmandu, UTC+5:45",
  );
});

test("The browser's zone leads the list of zones", async () => {
  const { user, panel } = await open();
  await user.click(panel.getByRole("combobox", { name: "Time zone" }));
  const first = (await screen.findAllByRole("option"))[0];
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  expect(first?.textContent).toContain(own.replaceAll("_", " "));
});

test("Escape closes without a change and gives the focus back", async () => {
  const { user, current, panel } = await open();
  await user.click(panel.getByRole("button", { name: "3 November 2026" }));
  await user.keyboard("{Escape}");
  expect(screen.queryByRole("dialog")).toBeNull();
  await waitFor(() => expect(document.activeElement).toBe(button()));
  expect(current.view).toEqual(defaultView("Europe/Berlin"));
});

test("Escape in the open list of zones closes the list alone", async () => {
  const { user, current, panel } = await open();
  await user.click(panel.getByRole("combobox", { name: "Time zone" }));
  await user.keyboard("kathm");
  await user.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("option")).toBeNull());
  expect(screen.getByRole("dialog")).toBeTruthy();
  expect(current.view.zone).toBe("Europe/Berlin");
});

test("The previous period is compared with by a switch, which leaves the panel open", async () => {
  const { user, current, panel } = await open();
  await user.click(panel.getByRole("switch", { name: "Compare with previous period" }));
  expect(current.view.compare).toBe(true);
  expect(panel.getByRole("switch", { checked: true })).toBeTruthy();
});

test("A time that the zone skips is shown as the one that is asked for", async () => {
  const range: TimeRange = { kind: "fixed", from: "2026-03-29T02:30", to: "2026-03-29T04:00" };
  const { panel } = await open({ ...defaultView("Europe/Berlin"), range });
  expect(plainSpaces(button().textContent)).toContain("Mar 29, 2026, 03:30 – 04:00");
  expect(button().getAttribute("title")).toContain("03:30");
  expect(panel.getByLabelText<HTMLInputElement>("From hours (optional)").value).toBe("03");
});
